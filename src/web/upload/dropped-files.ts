import type { DroppedFile } from './upload-queue.ts';

/** Files that systems put into folders by themselves. */
const SYSTEM_FILES = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

/** A file with the folders it lay in, as far as the browser says. */
export function asDropped(file: File): DroppedFile {
  return { file, path: pathOf(file).replace(/^(\.?\/)+/, '') };
}

/** Those a person means: no empty files of the system. */
export function meantFiles(files: readonly DroppedFile[]): DroppedFile[] {
  return files.filter(({ file }) => !SYSTEM_FILES.has(file.name.toLowerCase()));
}

function pathOf(file: File & { readonly path?: unknown }): string {
  if (file.webkitRelativePath !== '') return file.webkitRelativePath;
  return typeof file.path === 'string' && file.path !== '' ? file.path : file.name;
}
