import type { DossierRules } from '#definitions/casework/dossier.schema.ts';
import type { CaseJudgement } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { Annex, DossierPlan } from '#domain/dossier.ts';
import type { Bilingual } from '#domain/findings.ts';
import { chooseAnnexes, isAnnexedOnTrust } from './choose-annexes.ts';
import { DOSSIER_WORDS, type DossierWords, repeatedNumber } from './dossier-words.ts';
import { criteriaOf, groupOf, type PaperGroup } from './group-papers.ts';
import { type OrderedPaper, orderAnnexes } from './order-annexes.ts';
import type { PaperOrder } from './paper-order.ts';

/** Languages that the list does not name: that of the authorities, and none. */
const NOT_TOLD: readonly string[] = ['fr', 'und'];

/** How a dossier is wanted, and what things are called in its language. */
export interface DossierOptions {
  readonly language: keyof Bilingual;
  readonly rules: DossierRules;
  /** The order that a person set; null for Liasse's own. */
  readonly order: PaperOrder | null;
  /** Name and legal basis of the permit. */
  readonly permit: Bilingual;
  readonly article: string;
  readonly client: string | null;
  typeLabel(id: string): string;
  flagLabel(code: string): string;
  languageName(code: string): string;
}

/**
 * What the annexed dossier of a case holds, in order, numbered and named. Copies and types that are no annexes are left out with the reason; translations
 * stand behind their originals under the same number. Pure: the same judgement and papers give the same plan.
 */
export function planDossier(
  judgement: CaseJudgement,
  papers: readonly CasePaper[],
  options: DossierOptions,
): DossierPlan {
  const { language, rules, order, permit, article, client } = options;
  const context = { judgement, rules, language, order };
  const { annexes, leftOut } = chooseAnnexes(papers, context);
  const originals = originalsOf(judgement, annexes);
  const ordered = orderAnnexes(annexes, { ...context, originals });
  const number = createNumbering(options);
  return {
    language,
    ...{ case: judgement.case, client, permit: permit[language], article, asOf: judgement.asOf },
    annexes: ordered.map((one) => {
      const group = groupOf(one.paper, context);
      const criteria = criteriaOf(one.paper, context).map(({ label }) => label[language]);
      const described = describe(one.paper, options);
      const needsReview = described.needsReview || isAnnexedOnTrust(one.paper, context);
      return { ...described, needsReview, ...number(one, group), criteria, group: headingOf(one, group) };
    }),
    leftOut: papers.flatMap(({ key, record }) => {
      const because = leftOut.get(key);
      if (because === undefined) return [];
      return [{ paper: key, id: record.id, file: record.file, type: typeOf(record, options), because }];
    }),
  };

  /** Where a person set the order, criteria are no headings: they would come again and again. */
  function headingOf({ original }: OrderedPaper, group: PaperGroup): string | null {
    if (order !== null) return null;
    return original === null ? group.label : groupOf(original, context).label;
  }
}

/** Of a translation among the annexes: the annex that it translates. */
function originalsOf(
  { relations }: Pick<CaseJudgement, 'relations'>,
  annexes: readonly CasePaper[],
): ReadonlyMap<string, CasePaper> {
  const byKey = new Map(annexes.map((paper) => [paper.key, paper]));
  /** The paper itself, or the copy of it that was kept. */
  const kept = (key: string): CasePaper | undefined => {
    const copies = relations.copies.find((group) => group.papers.includes(key))?.papers ?? [];
    return byKey.get(key) ?? copies.flatMap((copy) => byKey.get(copy) ?? [])[0];
  };
  const originals = new Map<string, CasePaper>();
  for (const { original, translation } of relations.translations) {
    const [found, its] = [kept(original), kept(translation)];
    // A translation of a translation would never get its turn.
    if (found !== undefined && its !== undefined && found.key !== its.key && !originals.has(found.key))
      originals.set(its.key, found);
  }
  return originals;
}

type Numbering = Pick<Annex, 'number' | 'name' | 'translates'>;

/** Numbers annexes as they come; a translation behind its original gets the same number, and "bis". */
function createNumbering({ language }: DossierOptions): (one: OrderedPaper, group: PaperGroup) => Numbering {
  const words = DOSSIER_WORDS[language];
  const given = new Map<string, { readonly own: Numbering; translations: number }>();
  let last = 0;
  return ({ paper, original }, group) => {
    const its = original === null ? undefined : given.get(original.key);
    if (its !== undefined) {
      its.translations += 1;
      return numberOfTranslation(its.own, its.translations - 1, words);
    }
    if (group.name === undefined) last += 1;
    const number = group.name ?? String(last);
    const own = { number, name: group.name ?? `${words.annex} ${number}`, translates: null };
    given.set(paper.key, { own, translations: 0 });
    return own;
  };
}

function numberOfTranslation({ number, name }: Numbering, index: number, words: DossierWords): Numbering {
  // A paper without a number has the name of its section in both places.
  if (name === number) return { number, name, translates: words.translation };
  const repeated = repeatedNumber(number, index);
  return { number: repeated, name: `${words.annex} ${repeated}`, translates: words.translationOf(number) };
}

function describe(
  { key, record }: CasePaper,
  options: DossierOptions,
): Omit<Annex, 'number' | 'name' | 'group' | 'translates' | 'criteria'> {
  const type = typeOf(record, options);
  const words = DOSSIER_WORDS[options.language];
  const own = options.order?.papers.find(({ paper }) => paper === key)?.title ?? null;
  return {
    paper: key,
    id: record.id,
    title: own ?? (type === '' ? words.unreadFile(record.file) : type),
    type,
    date: record.issueDate?.iso ?? '',
    issuer: record.letterhead?.issuer ?? '',
    languages: record.languages.flatMap(({ code }) => (NOT_TOLD.includes(code) ? [] : [options.languageName(code)])),
    file: record.file,
    pages: record.pages === null ? null : { from: record.pages.from, to: record.pages.to },
    needsReview: record.pages !== null && record.status !== 'done',
    flags: record.flags.map(({ code }) => options.flagLabel(code)),
    apart: record.pages === null ? (record.error?.message ?? words.apart) : null,
  };
}

function typeOf(record: CasePaper['record'], { typeLabel }: DossierOptions): string {
  return record.type === null ? '' : typeLabel(record.type.id);
}
