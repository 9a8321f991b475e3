/** One paper that was found. */
export interface SearchHit {
  readonly fileId: string;
  readonly caseName: string;
  readonly documentId: string;
  /** The better the more of the words stand close to each other, and the more often. */
  readonly rank: number;
}

/** Finds documents by the words that were read in them; the database holds no word that can be read. */
export interface SearchIndex {
  /** What a document is found by, as the database keeps it; null when nothing was read. French words are kept by their stems too. */
  wordsOf(text: string, language: string | undefined): Promise<string | null>;
  /** Papers in which all words stand; words in quotation marks one after the other. The best first. */
  find(query: string, options: { readonly caseId?: string | undefined; readonly limit: number }): Promise<SearchHit[]>;
}
