/** A paper of the annexed dossier, as it is named and listed; every text is in the dossier's language. */
export interface Annex {
  /** Key of the paper. */
  readonly paper: string;
  /** Id of the document, by which people name it. */
  readonly id: string;
  /** "3", "3 bis"; the name of its section for a paper that has no number. */
  readonly number: string;
  /** What stands in the margin before the page: "Annexe 3". */
  readonly name: string;
  readonly title: string;
  /** What kind of paper it is; empty for a file that could not be read. */
  readonly type: string;
  /** ISO 8601, shortened to what is printed; empty when it has none. */
  readonly date: string;
  readonly issuer: string;
  /** Languages but French, by their names. */
  readonly languages: readonly string[];
  /** Criteria it speaks to, the one it carries best first. */
  readonly criteria: readonly string[];
  /** Heading under which it is listed; null where a person set the order. */
  readonly group: string | null;
  readonly file: string;
  /** Pages of the file, 1-based; null when it could not be read. */
  readonly pages: { readonly from: number; readonly to: number } | null;
  /** What is weak about it: for the adviser's list, never for the dossier itself. */
  readonly flags: readonly string[];
  /** Whether a person should look at it before it is handed in: what it is, or a date, is not sure. */
  readonly needsReview: boolean;
  /** "traduction de l’annexe 3"; null when it translates none. */
  readonly translates: string | null;
  /** Why it is not inside and has to be joined separately; null when it is inside. */
  readonly apart: string | null;
}

/** A paper that is no annex, and why. */
export interface LeftOutPaper {
  readonly paper: string;
  readonly id: string;
  readonly file: string;
  readonly type: string;
  readonly because: string;
}

/** What the dossier holds, in order. */
export interface DossierPlan {
  readonly language: 'fr' | 'en';
  /** What stands on the cover about the case, as the organisation writes it. */
  readonly case: string;
  readonly client: string | null;
  readonly permit: string;
  readonly article: string;
  /** ISO 8601. */
  readonly asOf: string;
  readonly annexes: readonly Annex[];
  readonly leftOut: readonly LeftOutPaper[];
}

/** Pages of one part on which an annex stands. `page` counts over all parts, from 1. */
export interface AnnexSpan {
  /** From 0. */
  readonly part: number;
  readonly page: number;
  readonly count: number;
}

/** An annex of the finished dossier; without spans it is to be joined separately. */
export interface PlacedAnnex {
  readonly annex: Annex;
  readonly spans: readonly AnnexSpan[];
}

/** A line that says one thing. */
export interface LabelledLine {
  readonly label: string;
  readonly value: string;
}

/** The first page of a part. */
export interface CoverContent {
  readonly heading: string;
  readonly facts: readonly LabelledLine[];
  readonly holdsHeading: string;
  readonly holds: readonly LabelledLine[];
  /** "Partie 1/3"; empty for a dossier in one piece. */
  readonly part: string;
}

/** A line of the list of annexes. */
export interface ListRow {
  /** The annex that it leads to. */
  readonly paper: string;
  readonly number: string;
  readonly title: string;
  /** In smaller print below the title. */
  readonly details: readonly string[];
  readonly date: string;
  readonly pages: string;
  readonly at: string;
}

/** The list of annexes of a part. */
export interface ListContent {
  readonly heading: string;
  readonly columns: { readonly [Column in 'number' | 'title' | 'date' | 'pages' | 'at']: string };
  readonly groups: readonly { readonly label: string | null; readonly rows: readonly ListRow[] }[];
}

/** A bookmark: to the cover, to the list, or to the first page of an annex in this part; null only holds others. */
export interface Bookmark {
  readonly title: string;
  readonly to: 'cover' | 'list' | { readonly paper: string } | null;
  readonly inside: readonly Bookmark[];
}

/** All that stands before the annexes of a part, and its bookmarks. */
export interface PartFront {
  readonly cover: CoverContent;
  readonly list: ListContent;
  readonly bookmarks: readonly Bookmark[];
}

/** What stands in the margin of a page. */
export interface PageStamp {
  /** "Annexe 3 – 2/5"; empty on pages before the annexes. */
  readonly annex: string;
  /** "p. 17/120". */
  readonly page: string;
}
