import { type ReactNode, useEffect, useState } from 'react';
import { ShortcutRegistry } from '../parts/shortcuts.ts';
import { ShortcutsContext } from '../parts/use-shortcut.ts';

/** Listens to the keyboard for all that is registered with `useShortcut`. */
export function ShortcutsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [registry] = useState(() => new ShortcutRegistry());
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const { key, ctrlKey, metaKey, altKey } = event;
      const isDone = registry.press(
        { key, ctrlKey, metaKey, altKey, isInField: isField(event.target) },
        event.timeStamp,
      );
      if (isDone) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [registry]);
  return <ShortcutsContext value={registry}>{children}</ShortcutsContext>;
}

const TYPED_INTO = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]';

/** Whether one writes there; a menu or dialog has keys of its own too. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${TYPED_INTO}, [role=menu], [role=listbox]`) !== null;
}
