import type { UnfinishedUpload } from '#http/contract/uploads.ts';
import type { ApiFailure } from '../api/api-failure.ts';
import { fingerprintOf } from './fingerprint.ts';
import { sendFile } from './send-file.ts';
import type { UploadItem } from './upload-item.ts';

/** A file with the folders it lay in. */
export interface DroppedFile {
  readonly file: File;
  readonly path: string;
}

/** More would only share the same line. */
const AT_ONCE = 3;
const TELL_EVERY_MS = 200;

/** All files that were dropped since the page was opened; it goes on sending whatever page is shown. */
export class UploadQueue {
  #items: readonly UploadItem[] = [];
  readonly #stops = new Map<string, () => void>();
  readonly #resumable = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  #timer: number | undefined;
  #shown: readonly UploadItem[] = [];
  #count = 0;
  #owner: string | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly items = (): readonly UploadItem[] => this.#shown;

  /** Adds files to those of a case; one that is under way already is not sent twice. `unfinished`: what the server has of earlier tries. */
  add(caseId: string, files: readonly DroppedFile[], unfinished: readonly UnfinishedUpload[]): void {
    const known = new Map(unfinished.map(({ fingerprint, id }) => [fingerprint, id]));
    const under = new Set(this.#items.flatMap((item) => (isOver(item) ? [] : [keyOf(item.caseId, item)])));
    for (const dropped of files) {
      if (under.has(keyOf(caseId, dropped))) continue;
      this.#count += 1;
      const id = String(this.#count);
      const resumes = known.get(fingerprintOf(dropped.path, dropped.file));
      if (resumes !== undefined) this.#resumable.set(id, resumes);
      const begun = { id, caseId, ...dropped, phase: 'queued', sentBytes: 0, receipt: [], failure: null } as const;
      this.#items = [...this.#items, begun];
    }
    this.#sendNext();
    this.#tell();
  }

  /** Tries those of a case once more that failed. */
  retry(caseId: string): void {
    for (const { id } of this.#items.filter((item) => item.caseId === caseId && item.phase === 'failed'))
      this.#change(id, { phase: 'queued', failure: null });
    this.#sendNext();
  }

  /** Forgets what is over, of a case. */
  clear(caseId: string): void {
    this.#items = this.#items.filter((item) => item.caseId !== caseId || !isOver(item));
    this.#tell();
  }

  /** Whose uploads these are: those of whoever was signed in before end, and nothing of them is shown. */
  keepFor(personId: string): void {
    if (this.#owner === personId) return;
    this.#owner = personId;
    for (const stop of this.#stops.values()) stop();
    this.#stops.clear();
    this.#items = [];
    this.#resumable.clear();
    this.#tell();
  }

  #sendNext(): void {
    for (const item of this.#items) {
      if (this.#stops.size >= AT_ONCE) return;
      if (item.phase === 'queued') this.#send(item);
    }
  }

  #send(item: UploadItem): void {
    const { id } = item;
    this.#change(id, { phase: 'sending' });
    const over = (changes: Partial<UploadItem>): void => {
      this.#stops.delete(id);
      this.#change(id, changes);
      this.#sendNext();
    };
    const stop = sendFile({
      item,
      resumes: this.#resumable.get(id) ?? null,
      onBegun: (uploadId) => this.#resumable.set(id, uploadId),
      onSent: (sentBytes) => this.#change(id, { phase: 'sending', sentBytes }),
      onPaused: () => this.#change(id, { phase: 'paused' }),
      onReceived: (receipt) => over({ phase: 'received', sentBytes: item.file.size, receipt }),
      onFailed: (failure: ApiFailure) => over({ phase: 'failed', failure: failure.text }),
    });
    this.#stops.set(id, stop);
  }

  #change(id: string, changes: Partial<UploadItem>): void {
    this.#items = this.#items.map((item) => (item.id === id ? { ...item, ...changes } : item));
    this.#tell();
  }

  /** A few times a second: two hundred files tell of every piece they send. */
  #tell(): void {
    this.#timer ??= window.setTimeout(() => {
      this.#timer = undefined;
      this.#shown = this.#items;
      for (const listener of this.#listeners) listener();
    }, TELL_EVERY_MS);
  }
}

/** Nothing more happens to it by itself. */
export function isOver({ phase }: Pick<UploadItem, 'phase'>): boolean {
  return phase === 'received' || phase === 'failed';
}

function keyOf(caseId: string, { file, path }: DroppedFile): string {
  return `${caseId} ${fingerprintOf(path, file)}`;
}
