import { type DossierPlace, describeFront } from '#casework/dossier/describe-front.ts';
import { DOSSIER_WORDS } from '#casework/dossier/dossier-words.ts';
import { placeAnnexes, stampsOf } from '#casework/dossier/place-annexes.ts';
import type { Annex, DossierPlan } from '#domain/dossier.ts';
import type { OpenPart } from './fill-parts.ts';

/** A finished file. */
export interface PartSize {
  readonly pages: number;
  readonly sizeBytes: number;
}

/** Writes covers, lists, stamps and bookmarks into filled parts, now that it is known where everything stands, and closes them. */
export async function finishParts(
  plan: DossierPlan,
  parts: readonly OpenPart[],
): Promise<{ readonly place: DossierPlace; readonly sizes: readonly PartSize[] }> {
  const filled = parts.map(({ pages }) => filledPart(pages));
  const fronts: number[] = [];
  const place = placeAnnexes(plan, filled, (rough, index) => {
    const pages = parts[index]?.part.frontPages(describeFront(rough, index)) ?? 0;
    fronts.push(pages);
    return pages;
  });
  const sizes: PartSize[] = [];
  let before = 0;
  for (const [index, { part, pages: annexes }] of parts.entries()) {
    const front = fronts[index] ?? 0;
    const sizeBytes = await part.finish({
      front: describeFront(place, index),
      stamps: stampsOf(place, { part: index, front, ...filledPart(annexes) }, before),
      papers: annexes.map(({ paper }) => paper),
      firstPage: before + 1,
      title: titleOf(plan, index, parts.length),
      language: plan.language,
      asOf: plan.asOf,
    });
    sizes.push({ pages: front + annexes.length, sizeBytes });
    before += front + annexes.length;
  }
  return { place, sizes };
}

/** The pages of a part as placing counts them. */
export function filledPart(annexes: readonly Annex[]): { readonly pages: readonly { readonly annex: Annex }[] } {
  return { pages: annexes.map((annex) => ({ annex })) };
}

function titleOf(plan: DossierPlan, part: number, of: number): string {
  const words = DOSSIER_WORDS[plan.language];
  const title = `${words.heading} – ${plan.case}`;
  return of === 1 ? title : `${title} (${words.partHeading(part + 1, of)})`;
}
