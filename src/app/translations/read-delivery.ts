import { createForgetfulArtifactStore } from '#adapters/artifact-stores/create-forgetful-artifact-store.ts';
import { compareLanguages } from '#casework/checking/compare-languages.ts';
import { compareTranslation } from '#casework/checking/compare-translation.ts';
import { peopleOfPaper } from '#casework/checking/people-of-paper.ts';
import { createLanguageFinder } from '#casework/relations/translations/translation-context.ts';
import { clearLanguage } from '#casework/routing/route-paper.ts';
import { decisionsInForce } from '#domain/decisions-in-force.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { asFailure } from '#domain/failure.ts';
import type { FoundDate } from '#domain/findings.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { Delivery, DeliveryContent, TranslationOrder } from '#ports/translations.ts';
import { foldText } from '#text/fold-text.ts';
import { documentText } from '#text/line-text.ts';
import { loadCasework } from '../casework/load-casework.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import type { PageSlots } from '../keeping/process-received.ts';
import { processFile } from '../process-file.ts';
import type { Reader } from '../reader.ts';
import { today } from '../today.ts';
import { loadRouting } from './load-routing.ts';
import { originalOf } from './original-of.ts';

interface Readers {
  readonly reader: Reader;
  readonly keeping: Keeping;
  readonly slots: PageSlots;
}

/**
 * Reads what a translator uploaded and compares it with its original. Nothing of it is remembered but what the upload itself keeps, so that it goes with
 * its case. A file that can't be read is noted as such. Throws transient failures: it is then tried again.
 */
export async function readDelivery(
  deliveryId: string,
  { reader, keeping, slots }: Readers,
  signal: AbortSignal,
): Promise<undefined> {
  const { translations } = keeping;
  const delivery = await translations.deliveryById(deliveryId);
  const order = delivery === undefined ? undefined : await translations.find(delivery.orderId);
  if (delivery === undefined || order === undefined || delivery.state !== 'waiting') return;
  try {
    const read = await readPages(delivery, { reader, keeping, slots }, signal);
    const differences = await compare(keeping, order, read);
    await translations.keepReading(deliveryId, { pages: read.pages, dates: read.dates, differences });
  } catch (error) {
    const failure = asFailure(error);
    if (failure.category === 'transient' || signal.aborted) throw failure;
    await translations.keepReading(deliveryId, { failure: failure.code });
  }
}

/** What was read of an upload; it may hold more than one paper. */
interface ReadUpload extends Pick<DeliveryContent, 'pages' | 'dates'> {
  readonly records: readonly DocumentRecord[];
}

async function readPages(
  { id, name, sha256, mediaType, sizeBytes }: Delivery,
  { reader, keeping, slots }: Readers,
  signal: AbortSignal,
): Promise<ReadUpload> {
  const bytes = async () => (await keeping.translations.deliveryBytes(id)) ?? new Uint8Array();
  const opened = await reader.opener.open({ name, sha256, mediaType, sizeBytes, bytes }, signal);
  const [pages, dates, records]: [DocumentPage[], FoundDate[], DocumentRecord[]] = [[], [], []];
  try {
    const store = createForgetfulArtifactStore();
    const judged = processFile(
      opened,
      { name, sha256, duplicateOf: null, asOf: today() },
      {
        environment: { ...reader.environment(store), signal },
        decisions: decisionsInForce([]),
        onPaper: async (paper) => {
          pages.push(...paper.pages);
        },
        language: 'fr',
        advice: reader.advice,
        onPageSlot: slots,
        pagesAhead: reader.workers + 2,
        onPage: () => undefined,
      },
    );
    for await (const { record } of judged) {
      dates.push(...record.dates);
      records.push(record);
    }
  } finally {
    await opened.close();
  }
  return { pages, dates, records };
}

async function compare(
  keeping: Keeping,
  order: TranslationOrder,
  translation: ReadUpload,
): Promise<DeliveryContent['differences']> {
  const { document, pages } = await originalOf(keeping, order);
  const { record } = document.judgement;
  const [{ people, translations }, routing] = await Promise.all([
    loadCasework(record.pipeline.id),
    loadRouting(record.pipeline.id),
  ]);
  const original = { pages, dates: record.dates, people: peopleOfPaper({ record }, people) };
  const languages = {
    writtenIn: translation.records.flatMap((one) => (routing && clearLanguage(one, routing)) ?? []),
    madeFrom: translations === undefined ? new Set<string>() : createLanguageFinder(translations)(textOf(translation)),
  };
  return [
    ...compareLanguages(order, languages),
    ...compareTranslation(original, translation, { leastConfidence: translations?.leastConfidence ?? LEAST }),
  ];
}

/** As phrases are looked for in it: folded, one over a line's end too. */
function textOf(pages: Pick<DeliveryContent, 'pages'>): string {
  return foldText(documentText(pages).replaceAll('\n', ' '));
}

/** Where a pipeline does not say how sure a date has to be. */
const LEAST = 0.7;
