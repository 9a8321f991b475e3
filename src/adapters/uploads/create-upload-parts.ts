import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, stat, unlink } from 'node:fs/promises';
import { Server } from '@tus/server';
import { type FailureCode, LiasseFailure } from '#domain/failure.ts';
import type { Vault } from '#ports/vault.ts';
import { unlessAbsent } from '../disk-failure.ts';
import { openPart } from './part-cipher.ts';
import { SealedPartStore } from './sealed-part-store.ts';
import type { UploadNote } from './upload-note.ts';
import { createUploadNotes, type UploadNotes } from './upload-notes.ts';

/** A new upload, as it was allowed. */
export type NewUpload = Pick<UploadNote, 'personId' | 'caseId' | 'label' | 'fingerprint' | 'sizeBytes'>;

/** One request of the tus protocol, to be answered once it is known that whoever asks may. */
export interface TusAsked {
  readonly request: Request;
  /** Of a request that begins an upload. */
  readonly begins?: NewUpload;
  /** Called when the last byte is there; what it gives is the body of the answer. */
  readonly onWhole: (id: string) => Promise<string>;
}

/** Parts of files that come in by the tus protocol (resumable upload, version 1). */
export interface UploadParts {
  readonly notes: UploadNotes;
  /** Throws `LiasseFailure`, never answers an error itself. */
  answer(asked: TusAsked): Promise<Response>;
  /** How many bytes are there, and when the last came; undefined when the part is gone. */
  look(id: string): Promise<{ readonly bytes: number; readonly at: Date } | undefined>;
  read(id: string): Promise<Uint8Array>;
  /** The part goes, what is known of it stays. */
  drop(id: string): Promise<void>;
  /** Part and note go. */
  remove(id: string): Promise<void>;
}

export interface UploadPlace {
  readonly folder: string;
  /** Path of the route. */
  readonly path: string;
  readonly mostBytes: number;
}

/** Parts in a folder, which is made by the first of them. */
export function createUploadParts({ folder, path, mostBytes }: UploadPlace, vault: Pick<Vault, 'sealer'>): UploadParts {
  const notes = createUploadNotes(folder, vault);
  const store = new SealedPartStore(folder, notes);
  const under = new WeakMap<object, TusAsked & { failure?: unknown }>();
  const askedOf = (request: object) => {
    const asked = under.get(request);
    if (asked === undefined) throw new LiasseFailure('internal-error', 'upload without a request');
    return asked;
  };
  const tus = new Server({
    ...{ path, datastore: store, maxSize: mostBytes, relativeLocation: true },
    namingFunction: () => randomUUID(),
    onUploadCreate: async (request, { id }) => {
      const { begins } = askedOf(request);
      if (begins === undefined) throw new LiasseFailure('wrong-request');
      await notes.keep(id, { ...begins, ...newNote() });
      return {};
    },
    onUploadFinish: async (request, { id }) => {
      const asked = askedOf(request);
      const body = await asked.onWhole(id);
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      return { body, headers, ...(asked.begins === undefined ? { status_code: 200 } : {}) };
    },
    onResponseError: (request, error) => {
      askedOf(request).failure = error;
      return undefined;
    },
  });
  return {
    notes,
    answer: async (asked) => {
      const noted: TusAsked & { failure?: unknown } = { ...asked };
      under.set(asked.request, noted);
      const response = await tus.handleWeb(asked.request);
      if (response.status < 400) return response;
      if (noted.failure instanceof LiasseFailure) throw noted.failure;
      throw new LiasseFailure(failureOf(response.status), 'tus', { cause: noted.failure });
    },
    look: async (id) => {
      const found = await unlessAbsent(stat(store.pathOf(id)));
      return found === undefined ? undefined : { bytes: found.size, at: found.mtime };
    },
    read: async (id) => {
      const note = await notes.find(id);
      if (note === undefined) throw new LiasseFailure('not-found');
      return openPart(Buffer.from(note.key, 'base64'), await readFile(store.pathOf(id)));
    },
    drop: async (id) => {
      await unlessAbsent(unlink(store.pathOf(id)));
    },
    remove: (id) => store.remove(id),
  };
}

function newNote(): Omit<UploadNote, keyof NewUpload> {
  const key = randomBytes(32).toString('base64');
  return { createdAt: new Date().toISOString(), key, receivingSince: null, fileIds: null };
}

const OF_TUS: Readonly<Record<number, FailureCode>> = {
  404: 'not-found',
  409: 'upload-offset-wrong',
  410: 'not-found',
  413: 'file-too-large',
  500: 'internal-error',
};

function failureOf(status: number): FailureCode {
  return OF_TUS[status] ?? 'wrong-request';
}
