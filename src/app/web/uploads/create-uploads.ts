import { join } from 'node:path';
import { createUploadParts, type TusAsked } from '#adapters/uploads/create-upload-parts.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { DEFAULT_LIMITS, type Limits, MOST_UNFINISHED_UPLOADS } from '#domain/limits.ts';
import { uploadLabel } from '#domain/upload-label.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { liasseHome } from '../../config.ts';
import { createIntakeSource } from '../../keeping/intake-source.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { type FileRow, fileRowOf } from '../cases/list-files.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';
import { createPartReceiver } from './create-part-receiver.ts';
import { describeUnfinished, type UnfinishedUpload } from './describe-unfinished.ts';
import { ownUpload } from './own-upload.ts';
import type { WholeUpload } from './receive-upload.ts';
import { createUploadTeller } from './tell-of-uploads.ts';
import { tidyUploads } from './tidy-uploads.ts';
import { createUnfinishedUploads } from './unfinished-uploads.ts';

/** Where parts lie and how large a file may be. */
export interface UploadSettings {
  readonly folder: string;
  readonly limits: Limits;
  /** Of one person, begun and not finished. */
  readonly mostUnfinished: number;
  /** Is told how much comes in, and what is refused. */
  readonly telemetry?: Telemetry | undefined;
}

/** What a browser says of a file before it sends it. */
export interface AnnouncedUpload {
  readonly caseId: string;
  readonly name: string;
  readonly relativePath?: string | undefined;
  readonly fingerprint?: string | undefined;
  readonly sizeBytes: number;
}

/** Files that come in over the web. Every request is looked at anew: whose upload it is, and whether the case is still theirs (`not-found` else). */
export interface Uploads {
  /** Begins one. Throws `not-found` for another team's case, `file-too-large`, `too-many-uploads`. */
  begin(seat: Seat, announced: AnnouncedUpload, request: Request): Promise<Response>;
  /** HEAD, PATCH and DELETE of the protocol. The answer to the last byte holds the receipt. */
  goOn(seat: Seat, id: string, request: Request): Promise<Response>;
  /** Mine into a case that are begun and not received, so that the same files can go on after the page was closed. Throws `not-found`. */
  unfinished(seat: Seat, caseId: string): Promise<UnfinishedUpload[]>;
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
  { folder, limits, mostUnfinished, telemetry }: UploadSettings,
  keeping: Keeping,
  seatFor: (personId: string) => Promise<Seat | undefined>,
): Uploads {
  const parts = createUploadParts({ folder, path: UPLOADS_PATH, mostBytes: limits.fileBytes }, keeping.vault);
  const source = createIntakeSource(limits);
  const unfinished = createUnfinishedUploads(parts);

  const reception = createUploadTeller(telemetry);
  const receiver = createPartReceiver({ parts, source, reception, onReceived: unfinished.over });
  const tell = async ({ keeping: { files } }: Seat, ids: readonly string[]): Promise<FileRow[]> => {
    const found = await Promise.all(ids.map((id) => files.find(id)));
    return found.flatMap((file) => (file === undefined ? [] : [fileRowOf(file, null)]));
  };
  const tus = (seat: Seat, request: Request, begins?: TusAsked['begins']): Promise<Response> =>
    parts.answer({
      request,
      ...(begins === undefined ? {} : { begins }),
      onWhole: async (id) => JSON.stringify({ files: await tell(seat, await receiver.receive(seat, id)) }),
    });
  const tidy = (now = new Date()) =>
    tidyUploads({ parts, keeping, seatFor, receive: receiver.receive, onRemoved: unfinished.over }, now);
  const timer = setInterval(() => void tidy().catch(() => undefined), TIDY_EVERY_MS).unref();

  return {
    ...{ limits, tidy },
    begin: (seat, { caseId, sizeBytes, ...announced }, request) =>
      reception.orTell(async () => {
        await caseInScope(seat, caseId);
        if (sizeBytes > limits.fileBytes) throw new LiasseFailure('file-too-large');
        const { personId } = seat.principal;
        if ((await unfinished.of(personId)).size >= mostUnfinished) throw new LiasseFailure('too-many-uploads');
        const label = uploadLabel(announced.name, announced.relativePath);
        const fingerprint = announced.fingerprint ?? null;
        const answer = await tus(seat, request, { personId, caseId, label, fingerprint, sizeBytes });
        const id = answer.headers.get('location')?.split('/').at(-1);
        if (id !== undefined && sizeBytes > 0) unfinished.begun(personId, id);
        return answer;
      }),
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
    unfinished: async (seat, caseId) => {
      await caseInScope(seat, caseId);
      const ids = [...(await unfinished.of(seat.principal.personId))];
      return (await Promise.all(ids.map((id) => describeUnfinished(parts, id, caseId)))).flat();
    },
    receipt: async (seat, id) => {
      const { fileIds, sizeBytes } = await ownUpload(parts, seat, id);
      if (fileIds !== null) return tell(seat, fileIds);
      if ((await parts.look(id))?.bytes !== sizeBytes) throw new LiasseFailure('upload-unfinished');
      return tell(seat, await receiver.receive(seat, id));
    },
    check: async (seat, caseId) => void (await caseInScope(seat, caseId)),
    receive: async (seat, caseId, whole) => {
      const kept = await caseInScope(seat, caseId);
      const receipts = await reception.receive(whole, { keeping: seat.keeping, kept, source });
      return tell(
        seat,
        receipts.map(({ fileId }) => fileId),
      );
    },
    close: async () => {
      clearInterval(timer);
      await receiver.settled();
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
