import type { DossierPart } from '#adapters/dossier-pdf/create-dossier-part.ts';
import { type DossierPlace, describeFront } from '#casework/dossier/describe-front.ts';
import { placeAnnexes } from '#casework/dossier/place-annexes.ts';
import type { Annex, DossierPlan } from '#domain/dossier.ts';
import { asFailure, FAILURES } from '#domain/failure.ts';
import { createPartFiller, type OpenPart, type PartLimits } from './fill-parts.ts';
import { filledPart, finishParts, type PartSize } from './finish-parts.ts';
import type { AnnexPage, AnnexPages } from './open-annexes.ts';

/** What making the files of a dossier needs. */
export interface MakingTools {
  readonly annexes: AnnexPages;
  readonly limits: PartLimits;
  begin(index: number): Promise<DossierPart>;
  /** Told after each annex. */
  onPages(done: number): void;
}

/** The files of a dossier, written and without names yet. */
export interface MadeParts {
  readonly place: DossierPlace;
  readonly sizes: readonly PartSize[];
  /** Numbers, from 1, of files that are larger than allowed: one page alone is. */
  readonly tooLarge: readonly number[];
}

/** Writes the annexes of a plan into as many files as their size asks for. An annex that can't be had is to be joined separately, with the reason. */
export async function makeParts(plan: DossierPlan, tools: MakingTools): Promise<MadeParts> {
  const { limits, begin } = tools;
  const filler = createPartFiller({ limits, begin, frontOf: (parts) => roughFront(plan, parts) });
  try {
    const apart = await addAnnexes(plan, filler.add, tools);
    // A dossier of which all is joined separately still has its list.
    if (filler.parts.length === 0) await filler.add([]);
    const annexes = plan.annexes.map((annex) => ({ ...annex, apart: annex.apart ?? apart.get(annex.paper) ?? null }));
    const { place, sizes } = await finishParts({ ...plan, annexes }, filler.parts);
    const isTooLarge = ({ sizeBytes }: PartSize): boolean => sizeBytes > (limits.maxBytes ?? Number.POSITIVE_INFINITY);
    const tooLarge = sizes.flatMap((size, part) =>
      filler.tooLarge.has(part + 1) || isTooLarge(size) ? [part + 1] : [],
    );
    return { place, sizes, tooLarge };
  } catch (error) {
    for (const { part } of filler.parts) await part.abandon().catch(() => undefined);
    throw error;
  }
}

/** Cover and list of the last of some parts, about as long as they will be. */
function roughFront(plan: DossierPlan, parts: readonly OpenPart[]): ReturnType<typeof describeFront> {
  const place = placeAnnexes(
    plan,
    parts.map(({ pages }) => filledPart(pages)),
    () => 1,
  );
  return describeFront(place, parts.length - 1);
}

/** Adds all annexes; those that can't be had, with the reason. */
async function addAnnexes(
  plan: DossierPlan,
  add: (pages: readonly AnnexPage[]) => Promise<void>,
  { annexes, onPages }: MakingTools,
): Promise<ReadonlyMap<string, string>> {
  const apart = new Map<string, string>();
  let done = 0;
  for (const group of withTranslations(plan.annexes)) {
    const pages: AnnexPage[] = [];
    for (const annex of group) {
      const found = annex.apart === null ? await pagesOf(annex, annexes, plan.language) : [];
      if (typeof found === 'string') apart.set(annex.paper, found);
      else pages.push(...found);
    }
    if (pages.length > 0) await add(pages);
    await annexes.release();
    done += pages.length;
    onPages(done);
  }
  return apart;
}

/** The pages of an annex, or why they can't be had. Throws what may pass by itself. */
async function pagesOf(annex: Annex, annexes: AnnexPages, language: 'fr' | 'en'): Promise<AnnexPage[] | string> {
  try {
    return await annexes.of(annex);
  } catch (error) {
    const { code, category } = asFailure(error);
    if (category === 'transient' || code === 'internal-error') throw error;
    return FAILURES[code].message[language];
  }
}

/** Annexes with the translations that stand behind them. */
function withTranslations(annexes: readonly Annex[]): Annex[][] {
  const groups: Annex[][] = [];
  for (const annex of annexes) {
    const last = groups.at(-1);
    if (annex.translates !== null && last !== undefined) last.push(annex);
    else groups.push([annex]);
  }
  return groups;
}
