import type { Annex, AnnexSpan, DossierPlan, PageStamp, PlacedAnnex } from '#domain/dossier.ts';
import type { DossierPlace } from './describe-front.ts';
import { DOSSIER_WORDS } from './dossier-words.ts';

/** A page behind the cover and the list: of which annex. */
export interface PartPage {
  readonly annex: Annex;
}

/** A part as it was filled. */
export interface FilledPart {
  readonly pages: readonly PartPage[];
}

/**
 * Where everything stands once all parts are filled. `frontPages` tells how many pages a cover and a list take; figures in them do not change their length.
 */
export function placeAnnexes(
  plan: DossierPlan,
  parts: readonly FilledPart[],
  frontPages: (place: DossierPlace, part: number) => number,
): DossierPlace {
  const rough = placeFrom(
    plan,
    parts,
    parts.map(() => 1),
  );
  return placeFrom(
    plan,
    parts,
    parts.map((_, part) => frontPages(rough, part)),
  );
}

function placeFrom(plan: DossierPlan, parts: readonly FilledPart[], fronts: readonly number[]): DossierPlace {
  const spans = new Map<string, AnnexSpan[]>();
  let page = 0;
  for (const [part, { pages }] of parts.entries()) {
    page += fronts[part] ?? 0;
    for (const { annex } of pages) {
      page += 1;
      const own = spans.get(annex.paper) ?? [];
      const last = own.at(-1);
      if (last?.part === part) own[own.length - 1] = { ...last, count: last.count + 1 };
      else own.push({ part, page, count: 1 });
      spans.set(annex.paper, own);
    }
  }
  const placed = plan.annexes.map((annex): PlacedAnnex => ({ annex, spans: spans.get(annex.paper) ?? [] }));
  return { plan, placed, parts: parts.length, pages: page };
}

/** What stands in the margins of a part: first those of its cover and list, then those of its annexes. */
export function stampsOf(
  place: DossierPlace,
  { part, front, pages }: { readonly part: number; readonly front: number } & FilledPart,
  pagesBefore: number,
): PageStamp[] {
  const words = DOSSIER_WORDS[place.plan.language];
  const seen = new Map<string, number>();
  const stamp = (index: number, annex: string): PageStamp => ({
    annex,
    page: words.pageStamp(pagesBefore + index + 1, place.pages),
  });
  return [
    ...Array.from({ length: front }, (_, index) => stamp(index, '')),
    ...pages.map(({ annex }, index) => {
      const { spans = [] } = place.placed.find((one) => one.annex.paper === annex.paper) ?? {};
      const count = spans.reduce((sum, span) => sum + span.count, 0);
      const before = spans.filter((span) => span.part < part).reduce((sum, span) => sum + span.count, 0);
      const own = (seen.get(annex.paper) ?? before) + 1;
      seen.set(annex.paper, own);
      return stamp(front + index, `${annex.name} – ${own}/${count}`);
    }),
  ];
}
