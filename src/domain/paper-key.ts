/** How a paper of a case is named everywhere: by its file and its first page. */
export function paperKey(fileId: string, pageFrom: number): string {
  return `${fileId}:${pageFrom}`;
}

/** File and page that a key names; whatever else it is names no file and no page (`''`, `NaN`). */
export function readPaperKey(key: string): { readonly fileId: string; readonly page: number } {
  const [fileId = '', page] = key.split(':');
  return { fileId, page: Number(page) };
}
