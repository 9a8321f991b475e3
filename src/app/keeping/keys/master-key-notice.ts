import type { MadeMasterKey } from '#adapters/master-key/create-master-key-files.ts';

let listener: (made: MadeMasterKey) => void = () => undefined;

/**
 * Says how a person is told that a master key was made. Said once, where the program starts: no command can forget to tell, whichever it is that
 * first keeps something.
 */
export function onMasterKeyMade(tell: (made: MadeMasterKey) => void): void {
  listener = tell;
}

/** Tells the person that a master key was made. */
export function tellOfMasterKey(made: MadeMasterKey): void {
  listener(made);
}
