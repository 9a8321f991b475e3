import type { DossierRules } from '#definitions/casework/dossier.schema.ts';
import type { CaseJudgement } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { Annex, DossierPlan } from '#domain/dossier.ts';
import type { Bilingual } from '#domain/findings.ts';
import { chooseAnnexes, isAnnexedOnTrust } from './choose-annexes.ts';
import type { CitedAnnexes } from './cited-annexes.ts';
import { DOSSIER_WORDS, type DossierWords, repeatedNumber } from './dossier-words.ts';
import { criteriaOf, groupOf, type PaperGroup } from './group-papers.ts';
import { headingOf } from './heading-of.ts';
import { type OrderedPaper, orderAnnexes } from './order-annexes.ts';
import type { PaperOrder } from './paper-order.ts';

/** Languages that the list does not name: that of the authorities, and none. */
const NOT_TOLD: readonly string[] = ['fr', 'und'];
/** A language of less of the paper than this is a name or a heading, and may be another's. */
const LEAST_SHARE = 0.2;

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
  /** How the statement among these papers numbers them; undefined when it does not. */
  cited?(annexes: readonly CasePaper[]): CitedAnnexes | undefined;
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
  const { language, rules, permit, article, client } = options;
  const choice = { judgement, rules, language, order: options.order };
  const { annexes, leftOut } = chooseAnnexes(papers, choice);
  const originals = originalsOf(judgement, annexes);
  const cited = options.order === null ? options.cited?.(annexes.filter(({ key }) => !originals.has(key))) : undefined;
  const order = cited === undefined ? options.order : orderOfStatement(cited);
  const context = { ...choice, order };
  const ordered = orderAnnexes(annexes, { ...context, originals });
  const number = createNumbering(options, cited);
  return {
    language,
    ...{ case: judgement.case, client, permit: permit[language], article, asOf: judgement.asOf },
    annexes: ordered.map((one) => {
      const group = groupOf(one.paper, context);
      const criteria = criteriaOf(one.paper, context).map(({ label }) => label[language]);
      const described = describe(one.paper, options);
      const needsReview = described.needsReview || isAnnexedOnTrust(one.paper, choice);
      return { ...described, needsReview, ...number(one, group), criteria, group: listedUnder(one, group) };
    }),
    leftOut: papers.flatMap(({ key, record }) => {
      const because = leftOut.get(key);
      if (because === undefined) return [];
      return [{ paper: key, id: record.id, file: record.file, type: typeOf(record, options), because }];
    }),
  };

  /** Where a person set the order, criteria are no headings: they would come again and again. */
  function listedUnder({ original }: OrderedPaper, group: PaperGroup): string | null {
    if (order !== null) return null;
    return original === null ? group.label : groupOf(original, context).label;
  }
}

/** The statement, then what it cites by number; the rest follows. */
function orderOfStatement({ statement, numbers }: CitedAnnexes): PaperOrder {
  const byNumber = [...numbers].toSorted(([, a], [, b]) => a - b).map(([paper]) => paper);
  return { papers: [statement, ...byNumber].map((paper) => ({ paper, title: null })), refused: [], isOnly: false };
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

/** Numbers annexes as the statement does, the others as they come; a translation behind its original gets the same number, and "bis". */
function createNumbering(
  { language }: DossierOptions,
  cited: CitedAnnexes | undefined,
): (one: OrderedPaper, group: PaperGroup) => Numbering {
  const words = DOSSIER_WORDS[language];
  const given = new Map<string, { readonly own: Numbering; translations: number }>();
  const times = new Map<number, number>();
  let last = cited?.last ?? 0;
  const numberOf = (key: string): string => {
    const wanted = cited?.numbers.get(key);
    if (wanted === undefined) return String(++last);
    const before = times.get(wanted) ?? 0;
    times.set(wanted, before + 1);
    return before === 0 ? String(wanted) : repeatedNumber(String(wanted), before - 1);
  };
  return ({ paper, original }, group) => {
    const its = original === null ? undefined : given.get(original.key);
    if (its !== undefined) {
      its.translations += 1;
      return numberOfTranslation(its.own, its.translations - 1, words);
    }
    const number = group.name ?? numberOf(paper.key);
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
  paper: CasePaper,
  options: DossierOptions,
): Omit<Annex, 'number' | 'name' | 'group' | 'translates' | 'criteria'> {
  const { key, record } = paper;
  const type = typeOf(record, options);
  const words = DOSSIER_WORDS[options.language];
  const own = options.order?.papers.find(({ paper }) => paper === key)?.title ?? null;
  return {
    paper: key,
    id: record.id,
    title:
      own ??
      (isOfNoKind(paper, options) ? headingOf(paper) : undefined) ??
      (type === '' ? words.unreadFile(record.file) : type),
    type,
    date: record.issueDate?.iso ?? '',
    issuer: record.letterhead?.issuer ?? '',
    languages: record.languages.flatMap(({ code, share }) =>
      NOT_TOLD.includes(code) || share < LEAST_SHARE ? [] : [options.languageName(code)],
    ),
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

/** Whether the paper's type says nothing of what it is: such types are left out but for what looks like an annex. */
function isOfNoKind({ record }: CasePaper, { rules }: DossierOptions): boolean {
  return rules.leftOut.some(({ types, unless }) => unless.length > 0 && types.includes(record.type?.id ?? ''));
}
