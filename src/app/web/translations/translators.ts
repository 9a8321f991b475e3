import { LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import { isSwornOn, type TranslatorProfile } from '#domain/translator.ts';
import type { TranslationFigures } from '#ports/translations.ts';
import { bothNames } from '#text/language-name.ts';
import { today } from '../../today.ts';
import { assignWaiting } from '../../translations/assign-waiting.ts';
import type { Web } from '../open-web.ts';
import type { Seat } from '../seat.ts';

/** A translator, what they translate, and how it goes by pair of languages. */
export interface TranslatorView {
  readonly id: string;
  readonly name: string;
  readonly isBlocked: boolean;
  readonly profile: TranslatorProfile | null;
  /** Orders they have and have not delivered. */
  readonly open: number;
  readonly isSworn: boolean;
  readonly isAbsent: boolean;
  readonly figures: readonly (Omit<TranslationFigures, 'personId' | 'language' | 'into'> & {
    readonly from: { readonly code: string; readonly label: Bilingual } | null;
    readonly into: { readonly code: string; readonly label: Bilingual };
  })[];
}

/** All translators with the figures of the cases that whoever asks sees. */
export async function listTranslators({ keeping, principal }: Seat): Promise<TranslatorView[]> {
  const day = today();
  const teamIds = principal.role === 'administrator' ? 'all' : principal.teamIds;
  const [rows, figures] = await Promise.all([
    keeping.translations.translators(),
    keeping.translations.figures(teamIds, day),
  ]);
  return rows.map(({ personId, name, isBlocked, profile, open }) => ({
    ...{ id: personId, name, isBlocked, profile, open },
    isSworn: profile !== null && isSwornOn(profile, day),
    isAbsent: profile?.absentUntil != null && profile.absentUntil >= day,
    figures: figures
      .filter((one) => one.personId === personId)
      .map(({ personId: _, language, into, ...counts }) => ({
        ...counts,
        from: language === null ? null : { code: language, label: bothNames(language) },
        into: { code: into, label: bothNames(into) },
      })),
  }));
}

/** Throws `not-found` for whoever is no translator. */
export async function setProfile(
  web: Pick<Web, 'knowledge'>,
  seat: Seat,
  { personId, profile }: { readonly personId: string; readonly profile: TranslatorProfile },
): Promise<void> {
  if (!(await seat.keeping.translations.setProfile(personId, profile))) throw new LiasseFailure('not-found');
  await assignWhatWaits(web, seat);
}

/** Orders that waited for such a translator are given to somebody; by the rules, so not in the name of whoever changed the profile. */
async function assignWhatWaits({ knowledge }: Pick<Web, 'knowledge'>, { keeping }: Seat): Promise<void> {
  await assignWaiting(keeping.as('liasse'), (await knowledge()).routing, today());
}

/** What translators may say of themselves: until when they are away, and how much they take on. Throws `not-found` before they have a profile. */
export async function changeOwnTerms(
  web: Pick<Web, 'knowledge'>,
  seat: Seat,
  terms: Pick<TranslatorProfile, 'absentUntil' | 'most'>,
): Promise<TranslatorProfile> {
  const { keeping, principal } = seat;
  const profile = await ownProfile(keeping, principal.personId);
  const changed = { ...profile, ...terms };
  await keeping.translations.setProfile(principal.personId, changed);
  await assignWhatWaits(web, seat);
  return changed;
}

/** Throws `not-found` before there is one. */
export async function readOwnProfile({ keeping, principal }: Seat): Promise<TranslatorProfile> {
  return ownProfile(keeping, principal.personId);
}

async function ownProfile({ translations }: Seat['keeping'], personId: string): Promise<TranslatorProfile> {
  const profile = (await translations.translators()).find((one) => one.personId === personId)?.profile;
  if (profile == null) throw new LiasseFailure('not-found');
  return profile;
}
