/** A key, or one after the other (`g c`), with what it does. `mod` is Ctrl, or ⌘ on a Mac. */
export interface Shortcut {
  /** `?`, `j`, `Enter`, `mod+k`, `g c`. */
  readonly keys: string;
  /** What it does, in the reader's language; shown in the help. */
  readonly what: string;
  /** `everywhere` for those of the frame; a page's own by default. */
  readonly scope?: 'everywhere' | 'here';
  /** Also while writing in a field. Only for those with `mod`. */
  readonly inFields?: boolean;
}

interface Registered {
  readonly shortcut: Shortcut;
  act(): void;
}

const SEQUENCE_MS = 1200;

/** The shortcuts that hold now. Of two with the same keys the one registered last wins: a dialog over its page. */
export class ShortcutRegistry {
  #registered: readonly Registered[] = [];
  #listeners = new Set<() => void>();
  #before: { readonly key: string; readonly atMs: number } | undefined;

  /** Holds until the returned function is called. */
  register(shortcut: Shortcut, act: () => void): () => void {
    const one: Registered = { shortcut, act };
    this.#change([...this.#registered, one]);
    return () => this.#change(this.#registered.filter((other) => other !== one));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly list = (): readonly Registered[] => this.#registered;

  /** Does what the pressed key stands for; whether there was anything. */
  press(event: PressedKey, atMs: number): boolean {
    const key = keyName(event);
    const before = this.#before !== undefined && atMs - this.#before.atMs < SEQUENCE_MS ? this.#before.key : undefined;
    const found = (before === undefined ? undefined : this.#find(`${before} ${key}`, event)) ?? this.#find(key, event);
    const begins = found === undefined && !event.isInField && this.#begins(key);
    this.#before = begins ? { key, atMs } : undefined;
    found?.act();
    return found !== undefined || begins;
  }

  #find(keys: string, { isInField }: PressedKey): Registered | undefined {
    return this.#registered.findLast(
      ({ shortcut }) => shortcut.keys === keys && (!isInField || shortcut.inFields === true),
    );
  }

  #begins(key: string): boolean {
    return this.#registered.some(({ shortcut }) => shortcut.keys.startsWith(`${key} `));
  }

  #change(registered: readonly Registered[]): void {
    this.#registered = registered;
    for (const listener of this.#listeners) listener();
  }
}

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isInField: boolean;
}

/** `mod+k`, `?`, `Enter`: letters small, so that Caps Lock changes nothing. */
function keyName({ key, ctrlKey, metaKey, altKey }: PressedKey): string {
  const name = key.length === 1 ? key.toLowerCase() : key;
  return `${ctrlKey || metaKey ? 'mod+' : ''}${altKey ? 'alt+' : ''}${name}`;
}
