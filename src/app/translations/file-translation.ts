import { extname } from 'node:path';
import type { FilePart } from '#ports/file-opener.ts';
import type { TranslationOrder } from '#ports/translations.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { createReception } from '../keeping/receive.ts';
import { today } from '../today.ts';

const ID_LETTERS = 8;

/**
 * Puts an accepted translation into its case, beside its original, by the door of every file. Killed anywhere, it is done again and is the same file: known by
 * name and bytes. Nothing happens when it is there.
 */
export async function fileTranslation(keeping: Keeping, order: TranslationOrder): Promise<void> {
  const { translations, cases, files } = keeping;
  if (order.state !== 'accepted' || order.filedAt !== null || order.deliveryId === null) return;
  const [delivery, bytes, kept, original] = await Promise.all([
    translations.deliveryById(order.deliveryId),
    translations.deliveryBytes(order.deliveryId),
    cases.byId(order.caseId),
    files.find(order.fileId),
  ]);
  if (delivery === undefined || bytes === undefined || kept === undefined) return;
  const { sha256, mediaType, sizeBytes } = delivery;
  const name = nameFor(order, original?.name ?? '', delivery.name);
  async function* parts(): AsyncGenerator<FilePart> {
    yield { name, sha256, mediaType, sizeBytes, bytes: () => Promise.resolve(bytes ?? new Uint8Array()) };
  }
  const into = { caseName: kept.id, via: 'upload', asOf: today() } as const;
  for await (const receipt of createReception(keeping).receive(parts(), into))
    await translations.filed(order.id, receipt.twinOf ?? receipt.fileId);
}

/** Those that were accepted before a crash. One that can't be filed keeps no other from it. */
export async function fileAccepted(keeping: Keeping): Promise<void> {
  for (const order of await keeping.translations.toFile()) await fileTranslation(keeping, order).catch(() => undefined);
}

/** After the original, so that the two stand together in every list; the same whenever it is asked. */
function nameFor({ id, into, pages }: TranslationOrder, original: string, uploaded: string): string {
  const stem = original.slice(0, original.length - extname(original).length) || 'document';
  return `${stem} p.${pages.from} (${into}, ${id.slice(0, ID_LETTERS)})${extname(uploaded).toLowerCase()}`;
}
