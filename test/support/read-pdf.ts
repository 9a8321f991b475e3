import { execFileSync } from 'node:child_process';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Opens a finished PDF in pdf.js: another library than the one that wrote it. */
export async function openInPdfJs(bytes: Uint8Array) {
  return getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise;
}

/** The text of a page (from 1), as a reader of PDF searches it. */
export async function textOfPage(document: Awaited<ReturnType<typeof openInPdfJs>>, number: number): Promise<string> {
  const { items } = await (await document.getPage(number)).getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

/** Whether a program is there. */
export function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
