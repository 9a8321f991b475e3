import { join } from 'node:path';
import { createPagePictures } from '#adapters/page-pictures/create-page-pictures.ts';
import { createSignIn } from '#adapters/sign-in/create-sign-in.ts';
import { mayDo } from '#domain/permissions.ts';
import type { Principal } from '#domain/principal.ts';
import type { SignIn } from '#ports/sign-in.ts';
import { liasseHome } from '../config.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { createPictureShelf, type PictureShelf } from './documents/picture-shelf.ts';
import { type ChangeFeed, createChangeFeed } from './events/change-feed.ts';
import { createDossierExports, type DossierExports } from './exports/dossier-exports.ts';
import type { Seat } from './seat.ts';
import { createUploads, defaultUploads, type UploadSettings, type Uploads } from './uploads/create-uploads.ts';
import { createViewLog } from './view-log.ts';

export interface WebSettings {
  /** Where browsers find the page, without a slash at the end. */
  readonly publicUrl: string;
  /** Knowledge to judge by. */
  readonly pipelineId: string;
  /** Default: below Liasse's home, with the limits of every run. */
  readonly uploads?: UploadSettings;
  /** Where dossiers lie until they are fetched, for an hour; default: below Liasse's home. */
  readonly exportsFolder?: string;
}

/** What the web app stands on, once a server. */
export interface Web {
  readonly keeping: Keeping;
  readonly signIn: SignIn;
  readonly feed: ChangeFeed;
  readonly uploads: Uploads;
  readonly dossiers: DossierExports;
  readonly pictures: PictureShelf;
  readonly settings: WebSettings;
  /** Whether there is an administrator: nothing else is answered before. */
  isSetUp(): Promise<boolean>;
  /** What they work with. */
  seatOf(principal: Principal): Seat;
  close(): Promise<void>;
}

const SECRET_PARTS = [1, 2, 3, 4];

/** Opens the web app upon what is kept; closing it leaves the keeping open. Throws `master-key-missing`. */
export async function openWeb(keeping: Keeping, settings: WebSettings): Promise<Web> {
  const blind = await keeping.vault.blind();
  // The same on every machine that shares the installation, and on no other.
  const secret = SECRET_PARTS.map((part) => blind(`liasse sign-in ${part}`)).join('');
  const signIn = createSignIn({ db: keeping.db, secret, publicUrl: settings.publicUrl });
  const feed = createChangeFeed(keeping.changes);
  const pictures = createPictureShelf(createPagePictures());
  const views = createViewLog();
  const seats = new Map<string, Keeping>();
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
  const uploads = createUploads(settings.uploads ?? defaultUploads(), keeping, async (personId) => {
    const person = await keeping.people.find(personId);
    if (person === undefined || person.blockedAt !== null || !mayDo(person.role, 'change-cases')) return undefined;
    const { role, teamIds, language } = person;
    return seatOf({ personId, role, teamIds, language, by: { sessionId: '' } });
  });
  const dossiers = createDossierExports(settings.exportsFolder ?? join(liasseHome(), 'exports'), settings.pipelineId);

  return {
    ...{ keeping, signIn, feed, uploads, dossiers, pictures, settings, seatOf },
    isSetUp: async () => {
      isDone ||= await keeping.people.hasAdministrator();
      return isDone;
    },
    close: async () => {
      await Promise.all([uploads.close(), dossiers.close(), pictures.close()]);
      await feed.close();
    },
  };
}
