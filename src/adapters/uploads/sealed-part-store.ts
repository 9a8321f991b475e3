import { createWriteStream } from 'node:fs';
import { mkdir, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DataStore, Upload } from '@tus/server';
import { LiasseFailure } from '#domain/failure.ts';
import { unlessAbsent, writingFailure } from '../disk-failure.ts';
import { partCipher } from './part-cipher.ts';
import type { UploadNotes } from './upload-notes.ts';

/**
 * Parts on the disk as nobody can read them without the key of their case; an offset that was told lies on the disk. (The library's own store keeps
 * parts and names in clear.)
 */
export class SealedPartStore extends DataStore {
  readonly #folder: string;
  readonly #notes: UploadNotes;

  constructor(folder: string, notes: UploadNotes) {
    super();
    this.#folder = folder;
    this.extensions = ['creation', 'creation-with-upload', 'termination'];
    this.#notes = notes;
  }

  /** Its note is there already. */
  override async create(file: Upload): Promise<Upload> {
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(this.pathOf(file.id), '', { mode: 0o600, flag: 'wx' });
    } catch (error) {
      throw writingFailure(error);
    }
    return file;
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const note = await this.#notes.find(id);
    if (note === undefined) throw new LiasseFailure('not-found');
    const cipher = partCipher(Buffer.from(note.key, 'base64'), offset);
    const file = createWriteStream(this.pathOf(id), { flags: 'r+', start: offset, flush: true });
    try {
      await pipeline(readable, cipher, file);
    } catch (error) {
      throw writingFailure(error);
    }
    return offset + file.bytesWritten;
  }

  override async getUpload(id: string): Promise<Upload> {
    const [note, file] = await Promise.all([this.#notes.find(id), unlessAbsent(stat(this.pathOf(id)))]);
    if (note === undefined || file === undefined) throw new LiasseFailure('not-found');
    const { sizeBytes: size, createdAt } = note;
    return new Upload({ id, size, offset: file.size, creation_date: createdAt });
  }

  override async remove(id: string): Promise<void> {
    await unlessAbsent(unlink(this.pathOf(id)));
    await this.#notes.remove(id);
  }

  pathOf(id: string): string {
    return join(this.#folder, `${id}.part`);
  }
}
