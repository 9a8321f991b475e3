import { join } from 'node:path';
import { createPagePictures } from '#adapters/page-pictures/create-page-pictures.ts';
import { createSignIn } from '#adapters/sign-in/create-sign-in.ts';
import type { CaseJudgement } from '#domain/case-judgement.ts';
import { mayDo } from '#domain/permissions.ts';
import type { Principal } from '#domain/principal.ts';
import type { CaseFigures } from '#ports/case-figures.ts';
import type { SignIn } from '#ports/sign-in.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { liasseHome } from '../config.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { createKnowledge, type Knowledge } from './cache/knowledge.ts';
import { createLatestOfCases, type LatestOfCases } from './cache/latest-of-cases.ts';
import { onceIn } from './cache/once-in.ts';
import type { DocumentRow } from './cases/document-row.ts';
import { createPictureShelf, type PictureShelf } from './documents/picture-shelf.ts';
import { type ChangeFeed, createChangeFeed } from './events/change-feed.ts';
import { createDossierExports, type DossierExports } from './exports/dossier-exports.ts';
import { createJudging, type Judging } from './judging/create-judging.ts';
import type { Seat } from './seat.ts';
import { createUploads, defaultUploads, type UploadSettings, type Uploads } from './uploads/create-uploads.ts';
import { createViewLog } from './view-log.ts';
import { type Deliveries, type DeliverOptions, startDeliveries } from './webhooks/deliver-webhooks.ts';

export interface WebSettings {
  /** Where browsers find the page, without a slash at the end. */
  readonly publicUrl: string;
  /** Knowledge to judge by. */
  readonly pipelineId: string;
  /** Default: below Liasse's home, with the limits of every run. */
  readonly uploads?: UploadSettings;
  /** Where dossiers lie until they are fetched, for an hour; default: below Liasse's home. */
  readonly exportsFolder?: string;
  /** Is told how much comes in. */
  readonly telemetry?: Telemetry;
}

/** What the web app stands on, once a server. */
export interface Web {
  readonly keeping: Keeping;
  readonly signIn: SignIn;
  readonly feed: ChangeFeed;
  readonly uploads: Uploads;
  readonly dossiers: DossierExports;
  readonly pictures: PictureShelf;
  readonly deliveries: Deliveries;
  readonly settings: WebSettings;
  /** Given when it is closed: what goes on behind answers ends. */
  readonly ending: AbortSignal;
  /** Rules, types, casework of the pipeline; read again now and then. */
  readonly knowledge: () => Promise<Knowledge>;
  /** Of `caseFigures.clientsVersion`, as it was half a minute ago at most: it looks at every case there is. */
  readonly clientsVersion: () => Promise<string>;
  /** Each list by what is asked for: whoever asks while one is counted gets the next, together with all who wait for it. */
  readonly caseLists: LatestOfCases<readonly CaseFigures[]>;
  /** Opening hundreds of papers for each of fifty people would hold up all of them. */
  readonly documentRows: LatestOfCases<readonly DocumentRow[]>;
  readonly judgements: LatestOfCases<CaseJudgement>;
  readonly judging: Judging;
  /** Whether there is an administrator: nothing else is answered before. */
  isSetUp(): Promise<boolean>;
  /** What they work with. */
  seatOf(principal: Principal): Seat;
  close(): Promise<void>;
}

const CLIENTS_FRESH_MS = 30_000;
const SECRET_PARTS = [1, 2, 3, 4];

/** Opens the web app upon what is kept; closing it leaves the keeping open. Throws `master-key-missing`. */
export async function openWeb(keeping: Keeping, settings: WebSettings, delivering: DeliverOptions = {}): Promise<Web> {
  const blind = await keeping.vault.blind();
  // The same on every machine that shares the installation, and on no other.
  const secret = SECRET_PARTS.map((part) => blind(`liasse sign-in ${part}`)).join('');
  const signIn = createSignIn({ db: keeping.db, secret, publicUrl: settings.publicUrl });
  const feed = createChangeFeed(keeping.changes);
  const pictures = createPictureShelf(createPagePictures());
  const judging = createJudging({ places: keeping.places, pipelineId: settings.pipelineId });
  const deliveries = startDeliveries(keeping.webhooks, delivering);
  const views = createViewLog();
  const seats = new Map<string, Keeping>();
  const ending = new AbortController();
  let isDone = false;

  // The stores of a person are made once: with them, the keys they have opened.
  const keepingAs = (personId: string): Keeping => {
    const own = seats.get(personId) ?? keeping.as(personId);
    seats.set(personId, own);
    return own;
  };

  const seatOf = (principal: Principal): Seat => {
    const { personId } = principal;
    const own = keepingAs(personId);
    return { keeping: own, principal, noteView: (action, subject) => views.note(own, { personId, action, subject }) };
  };
  const uploads = createUploads(
    { ...(settings.uploads ?? defaultUploads()), telemetry: settings.telemetry },
    keeping,
    async (personId) => {
      const person = await keeping.people.find(personId);
      if (person === undefined || person.blockedAt !== null || !mayDo(person.role, 'change-cases')) return undefined;
      const { role, teamIds, language } = person;
      return seatOf({ personId, role, teamIds, language, by: { sessionId: '' } });
    },
  );
  const dossiers = createDossierExports(settings.exportsFolder ?? join(liasseHome(), 'exports'), settings.pipelineId);

  return {
    ...{ keeping, signIn, feed, deliveries, uploads, dossiers, pictures, settings, seatOf },
    ending: ending.signal,
    knowledge: createKnowledge(settings.pipelineId),
    clientsVersion: onceIn(CLIENTS_FRESH_MS, () => keeping.caseFigures.clientsVersion()),
    caseLists: createLatestOfCases(),
    documentRows: createLatestOfCases(),
    judgements: createLatestOfCases(),
    judging,
    isSetUp: async () => {
      isDone ||= await keeping.people.hasAdministrator();
      return isDone;
    },
    close: async () => {
      ending.abort();
      await Promise.all([uploads.close(), dossiers.close(), pictures.close(), judging.close(), deliveries.close()]);
      await feed.close();
    },
  };
}
