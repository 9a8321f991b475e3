/** Takes the files of an export one after the other; only a finished one is there. */
export interface ExportPlace {
  /** `name`: parts joined by `/`, safe on every system. Throws `disk-full`, `export-not-written`. */
  add(name: string, content: Uint8Array): Promise<void>;
  /** Where it is, durable when it resolves. */
  publish(): Promise<string>;
  /** Leaves nothing behind; nothing happens after it was published. */
  giveUp(): Promise<void>;
}
