/** Whose key it is: of the bytes of a file, of a case, of the whole organisation. */
export type KeyId = `file:${string}` | `case:${string}` | 'organisation';

/** Seals and opens under one key, without asking anybody. */
export interface Sealer {
  seal(content: Uint8Array): Uint8Array;
  /** Throws `sealed-damaged` when the content was changed or sealed under another key. */
  open(sealed: Uint8Array): Uint8Array;
}

/** Keeps the keys under which content is sealed (AES-256-GCM). */
export interface Vault {
  /** The sealer of a key, which is made by its first use. Throws `master-key-missing`, `master-key-wrong`. */
  sealer(id: KeyId): Promise<Sealer>;
  /** What is sealed under these keys can never be opened again. A later first use makes new ones. */
  forget(ids: readonly KeyId[]): Promise<void>;
  /** A keyed hash of a word (16 hex digits), always the same: for looking up what is not to be read. */
  blind(): Promise<(word: string) => string>;
}

/** A key as it lies in the database: useless without the master key. */
export interface WrappedKey {
  readonly id: KeyId | 'index';
  readonly wrapped: Uint8Array;
  /** Fingerprint of the master key that wraps it. */
  readonly master: string;
}

/** Where the wrapped keys lie. */
export interface KeyStore {
  find(id: WrappedKey['id']): Promise<WrappedKey | undefined>;
  /** Keeps the key unless there is one of that id already; the one that is kept then. */
  add(key: WrappedKey): Promise<WrappedKey>;
  /** All keys that some other master key wraps, or any, in the order of their ids. */
  all(): Promise<WrappedKey[]>;
  remove(ids: readonly WrappedKey['id'][]): Promise<void>;
  /** All at once or none. */
  replace(keys: readonly WrappedKey[]): Promise<void>;
}
