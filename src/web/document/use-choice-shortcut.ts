import { useRef } from 'react';
import type { ChoiceHandle } from '../parts/choice-field.tsx';
import { useShortcut } from '../parts/use-shortcut.ts';

/** A key that opens the choices of a field. */
export function useChoiceShortcut(keys: string, what: string) {
  const handle = useRef<ChoiceHandle>(null);
  useShortcut({ keys, what }, () => handle.current?.open());
  return handle;
}
