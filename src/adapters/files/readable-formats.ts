/** Word processors' papers, of which the text is read. */
export const OFFICE_PAPERS: readonly string[] = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
];

/** Media types that can be opened, beside images. */
export const READABLE: ReadonlySet<string> = new Set(['application/pdf', 'text/plain', ...OFFICE_PAPERS]);
