import type { OutputLanguage } from './messages.ts';

const EN = {
  done: (path: string): string => `Export: ${path}`,
  holds: (files: number, originals: number, documents: number): string =>
    `${files} files (${originals} originals, each compared with its hash), ${documents} papers. Open index.html: it explains the rest, in French and English.`,
  damaged: (count: number): string =>
    `BUT ${count} ${count === 1 ? 'original is' : 'originals are'} missing or damaged and not in it (liasse verify):`,
  controller:
    'Write into the page who is responsible (or give it with --controller), and hand the export over safely: it is not encrypted.',
};

const FR: typeof EN = {
  done: (path) => `Export : ${path}`,
  holds: (files, originals, documents) =>
    `${files} fichiers (${originals} originaux, chacun comparé à son empreinte), ${documents} documents. Ouvrez index.html : il explique le reste, en français et en anglais.`,
  damaged: (count) =>
    `MAIS ${count} ${count === 1 ? 'original manque ou est abîmé et n’y est pas' : 'originaux manquent ou sont abîmés et n’y sont pas'} (liasse verify) :`,
  controller:
    'Écrivez dans la page qui est responsable (ou donnez-le avec --controller), et remettez l’export avec soin : il n’est pas chiffré.',
};

/** What `liasse export-person` says. */
export const EXPORT_MESSAGES: Readonly<Record<OutputLanguage, typeof EN>> = { en: EN, fr: FR };
