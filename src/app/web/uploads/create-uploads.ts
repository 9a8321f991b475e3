import { join } from 'node:path';
import { createUploadParts, type TusAsked, type UploadParts } from '#adapters/uploads/create-upload-parts.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { DEFAULT_LIMITS, type Limits, MOST_UNFINISHED_UPLOADS } from '#domain/limits.ts';
import { uploadLabel } from '#domain/upload-label.ts';
import { liasseHome } from '../../config.ts';
import { createIntakeSource } from '../../keeping/intake-source.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { type FileRow, fileRowOf } from '../cases/list-files.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';
import { filesOfReceipts, receiveUpload, type WholeUpload } from './receive-upload.ts';
import { tidyUploads } from './tidy-uploads.ts';
import { createUnfinishedUploads } from './unfinished-uploads.ts';

/** Where parts lie and how large a file may be. */
export interface UploadSettings {
  readonly folder: string;
  readonly limits: Limits;
  /** Of one person, begun and not finished. */
  readonly mostUnfinished: number;
}

/** What a browser says of a file before it sends it. */
export interface AnnouncedUpload {
  readonly caseId: string;
  readonly name: string;
  readonly relativePath?: string | undefined;
  readonly sizeBytes: number;
}

/** Files that come in over the web. Every request is looked at anew: whose upload it is, and whether the case is still theirs (`not-found` else). */
export interface Uploads {
  /** Begins one. Throws `not-found` for another team's case, `file-too-large`, `too-many-uploads`. */
  begin(seat: Seat, announced: AnnouncedUpload, request: Request): Promise<Response>;
  /** HEAD, PATCH and DELETE of the protocol. The answer to the last byte holds the receipt. */
  goOn(seat: Seat, id: string, request: Request): Promise<Response>;
  /** What became of an upload, also long after. Throws `upload-unfinished` while bytes are missing. */
  receipt(seat: Seat, id: string): Promise<readonly FileRow[]>;
  /** Whether a file may come into that case at all. Throws `not-found`. */
  check(seat: Seat, caseId: string): Promise<void>;
  /** A file in one piece. */
  receive(seat: Seat, caseId: string, whole: WholeUpload): Promise<readonly FileRow[]>;
  /** Receives what is whole and was not received, forgets what nobody goes on with. */
  tidy(now?: Date): Promise<void>;
  readonly limits: Limits;
  close(): Promise<void>;
}

export const UPLOADS_PATH = '/api/uploads';
const TIDY_EVERY_MS = 3_600_000;

export function defaultUploads(): UploadSettings {
  return { folder: join(liasseHome(), 'uploads'), limits: DEFAULT_LIMITS, mostUnfinished: MOST_UNFINISHED_UPLOADS };
}

/** Uploads into a folder beside what is kept. `seatFor` is somebody's seat while they are not asking themselves. */
export function createUploads(
  { folder, limits, mostUnfinished }: UploadSettings,
  keeping: Keeping,
  seatFor: (personId: string) => Promise<Seat | undefined>,
): Uploads {
  const parts = createUploadParts({ folder, path: UPLOADS_PATH, mostBytes: limits.fileBytes }, keeping.vault);
  const source = createIntakeSource(limits);
  const receiving = new Map<string, Promise<string[]>>();
  const unfinished = createUnfinishedUploads(parts);

  /** Once at a time for an upload, however often it is asked for. */
  const receiveOnce = (seat: Seat, id: string): Promise<string[]> => {
    const under = receiving.get(id) ?? receivePart({ parts, source }, seat, id).finally(() => receiving.delete(id));
    receiving.set(id, under);
    return under.then((ids) => {
      unfinished.over(id);
      return ids;
    });
  };
  const tell = async ({ keeping: { files } }: Seat, ids: readonly string[]): Promise<FileRow[]> => {
    const found = await Promise.all(ids.map((id) => files.find(id)));
    return found.flatMap((file) => (file === undefined ? [] : [fileRowOf(file, null)]));
  };
  const tus = (seat: Seat, request: Request, begins?: TusAsked['begins']): Promise<Response> =>
    parts.answer({
      request,
      ...(begins === undefined ? {} : { begins }),
      onWhole: async (id) => JSON.stringify({ files: await tell(seat, await receiveOnce(seat, id)) }),
    });
  const tidy = (now = new Date()) =>
    tidyUploads({ parts, keeping, seatFor, receive: receiveOnce, onRemoved: unfinished.over }, now);
  const timer = setInterval(() => void tidy().catch(() => undefined), TIDY_EVERY_MS).unref();

  return {
    ...{ limits, tidy },
    begin: async (seat, { caseId, name, relativePath, sizeBytes }, request) => {
      await caseInScope(seat, caseId);
      if (sizeBytes > limits.fileBytes) throw new LiasseFailure('file-too-large');
      const { personId } = seat.principal;
      if ((await unfinished.of(personId)).size >= mostUnfinished) throw new LiasseFailure('too-many-uploads');
      const answer = await tus(seat, request, { personId, caseId, label: uploadLabel(name, relativePath), sizeBytes });
      const id = answer.headers.get('location')?.split('/').at(-1);
      if (id !== undefined && sizeBytes > 0) unfinished.begun(personId, id);
      return answer;
    },
    goOn: async (seat, id, request) => {
      const { fileIds, sizeBytes } = await ownUpload(parts, seat, id);
      if (fileIds === null) {
        const answer = await tus(seat, request);
        if (request.method === 'DELETE') unfinished.over(id);
        return answer;
      }
      if (request.method === 'HEAD') return receivedAnswer(sizeBytes);
      if (request.method === 'DELETE') return new Response(null, { status: 204, headers: TUS });
      throw new LiasseFailure('upload-offset-wrong');
    },
    receipt: async (seat, id) => {
      const { fileIds, sizeBytes } = await ownUpload(parts, seat, id);
      if (fileIds !== null) return tell(seat, fileIds);
      if ((await parts.look(id))?.bytes !== sizeBytes) throw new LiasseFailure('upload-unfinished');
      return tell(seat, await receiveOnce(seat, id));
    },
    check: async (seat, caseId) => {
      await caseInScope(seat, caseId);
    },
    receive: async (seat, caseId, whole) => {
      const kept = await caseInScope(seat, caseId);
      const receipts = await receiveUpload(whole, { keeping: seat.keeping, kept, source });
      return tell(
        seat,
        receipts.map(({ fileId }) => fileId),
      );
    },
    close: async () => {
      clearInterval(timer);
      await Promise.allSettled(receiving.values());
      await source.close();
    },
  };
}

const TUS = { 'tus-resumable': '1.0.0', 'cache-control': 'no-store' };

/** All is there already; the receipt is asked for. */
function receivedAnswer(sizeBytes: number): Response {
  const size = String(sizeBytes);
  return new Response(null, { status: 200, headers: { ...TUS, 'upload-offset': size, 'upload-length': size } });
}

/** Whose key is looked at before anything of it is opened. Throws `not-found`. */
async function ownUpload(parts: UploadParts, seat: Seat, id: string) {
  const owner = await parts.notes.owner(id);
  if (owner === undefined || owner.personId !== seat.principal.personId) throw new LiasseFailure('not-found');
  await caseInScope(seat, owner.caseId);
  const note = await parts.notes.find(id);
  if (note === undefined) throw new LiasseFailure('not-found');
  return note;
}

/** Hands a whole part to reception, notes what it became, and lets the part go. */
async function receivePart(
  { parts, source }: { readonly parts: UploadParts; readonly source: ReturnType<typeof createIntakeSource> },
  seat: Seat,
  id: string,
): Promise<string[]> {
  const note = await ownUpload(parts, seat, id);
  if (note.fileIds !== null) return note.fileIds;
  const kept = await caseInScope(seat, note.caseId);
  const { keeping } = seat;
  if (note.receivingSince === null)
    await parts.notes.keep(id, { ...note, receivingSince: await keeping.files.moment() });
  const receipts = await receiveUpload({ label: note.label, bytes: await parts.read(id) }, { keeping, kept, source });
  const fileIds = await filesOfReceipts(receipts, keeping, note);
  await parts.notes.keep(id, { ...note, fileIds });
  await parts.drop(id);
  return fileIds;
}
