import { createContext, useContext, useEffect, useRef } from 'react';
import { type Shortcut, ShortcutRegistry } from './shortcuts.ts';

export const ShortcutsContext = createContext(new ShortcutRegistry());

/** Holds as long as the component shows, and stands in the help that `?` opens. `act` may change with every drawing. Null: does not hold. */
export function useShortcut(shortcut: Shortcut | null, act: () => void): void {
  const registry = useContext(ShortcutsContext);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const { keys, what, scope = 'here', inFields = false } = shortcut ?? { keys: null, what: '' };
  useEffect(() => {
    if (keys === null) return undefined;
    return registry.register({ keys, what, scope, inFields }, () => latest.current());
  }, [registry, keys, what, scope, inFields]);
}
