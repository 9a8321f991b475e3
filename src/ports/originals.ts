/** The bytes that came in, as they came. */
export interface Originals {
  /** Durable when it resolves. The same bytes are kept once; what is damaged there is mended. Throws `disk-full`, `blobs-away`. */
  keep(sha256: string, content: Uint8Array): Promise<void>;
  /** Throws `original-missing`, `sealed-damaged`. */
  read(sha256: string): Promise<Uint8Array>;
  /** Reads it and compares its hash. */
  check(sha256: string): Promise<'whole' | 'missing' | 'damaged'>;
}
