import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { createAuditHeadFile } from '#adapters/audit-head/create-audit-head-file.ts';
import { itemIdOf } from '#adapters/bullmq-queue/job-of.ts';
import { decodingReplySchema } from '#adapters/decoding/decoding-reply.schema.ts';
import { openJson, sealJson } from '#adapters/sql/json-seal.ts';
import { openJudgement } from '#adapters/sql/judgements/open-judgement.ts';
import { createUploadNotes } from '#adapters/uploads/upload-notes.ts';
import { createSealer } from '#adapters/vault/create-sealer.ts';
import { openArrivalMemory } from '#adapters/watched-folder/open-arrival-memory.ts';
import { newsSchema, orderSchema } from '#app/web/work/work-messages.ts';
import { learnedModelSchema } from '#definitions/learned-model.schema.ts';
import { readPaperKey } from '#domain/paper-key.ts';
import { webhookDataSchema } from '#domain/webhooks.ts';
import { aRecord } from '../../a-record.ts';
import { type FuzzTarget, fuzzTarget } from '../fuzz-target.ts';
import { hostileText } from '../hostile-text.ts';
import { mutated, mutatedText } from '../mutated.ts';
import { onlyFailures } from '../only-failures.ts';

const sealer = createSealer(Buffer.alloc(32, 3), 'file:a');
const UPLOAD = '22222222-2222-4222-8222-222222222222';
const anything = fc.anything({ withBigInt: true, withNullPrototype: true, withTypedArray: true });
const STORED = [
  { record: aRecord(), artifacts: null },
  { kind: 'answer', id: 1, answer: { pageCount: 3 } },
  { kind: 'failed', id: 1, code: 'damaged-pdf', detail: '', isBroken: false },
  { order: 'stop' },
  { news: 'trouble', code: 'disk-full' },
  { id: UPLOAD },
  { caseId: UPLOAD, count: 3 },
].map((one) => JSON.stringify(one));
const storedText = mutatedText(STORED[0] ?? '', ...STORED.slice(1));
/** A good message in which something is another thing. */
const messages = fc.oneof(storedText.map(jsonOf), anything);
const schemas = [decodingReplySchema, orderSchema, newsSchema, webhookDataSchema, learnedModelSchema];

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What was kept, or comes from a process or a queue beside: it may be damaged, or another's. */
export const keptTargets: readonly FuzzTarget[] = [
  fuzzTarget('sealed bytes', () => {
    const whole = Buffer.from(sealer.seal(Buffer.from('a paper '.repeat(40))));
    return {
      input: mutated(
        whole,
        Buffer.from(sealer.seal(new Uint8Array())),
        Buffer.from(sealer.seal(Buffer.alloc(140_000, 1))),
      ),
      take: (bytes) => onlyFailures(() => sealer.open(bytes)),
    };
  }),
  fuzzTarget('stored judgement', () => ({
    input: storedText,
    take: (text) => {
      const content = sealJson(sealer, jsonOf(text));
      const row = { keys: sealJson(sealer, {}), content, as_of: '2026-11-26', pipeline_version: '1' };
      try {
        openJudgement(row, sealer);
      } catch (error) {
        // Rightly sealed and of another shape: only a program of ours wrote it.
        if (!(error instanceof z.ZodError)) throw error;
      }
      return onlyFailures(() => openJson(sealer, content.subarray(1)));
    },
  })),
  fuzzTarget('messages of processes and queues', () => ({
    input: messages,
    take: (message) => {
      for (const schema of schemas) schema.safeParse(message);
      const id = itemIdOf(message);
      if (id !== undefined && !z.uuid().safeParse(id).success) throw new Error('an id that is none');
    },
  })),
  fuzzTarget('key of a paper', () => ({
    input: fc.oneof(hostileText, mutatedText(`${UPLOAD}:3`)),
    take: (text) => readPaperKey(text),
  })),
  fuzzTarget('notes of uploads, memory of arrivals, head of the log', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'liasse-fuzz-'));
    const notes = createUploadNotes(folder, { sealer: () => Promise.resolve(sealer) });
    const note = { personId: 'p', caseId: 'c', sizeBytes: 3, createdAt: new Date(0).toISOString() };
    const secret = { label: 'a.pdf', fingerprint: null, key: '', receivingSince: null, fileIds: null };
    const sealed = Buffer.from(sealer.seal(Buffer.from(JSON.stringify(secret)))).toString('base64');
    const arrival = JSON.stringify({ place: 'a', version: '1', sha256: 'b', isRejected: false });
    return {
      input: fc.oneof(
        mutatedText(JSON.stringify({ ...note, sealed }), `${arrival}\n${arrival}\n`, `12 ${'a'.repeat(64)}\n`),
        hostileText,
      ),
      take: async (text) => {
        const files = [`${UPLOAD}.note`, 'arrivals', 'audit-head'];
        await Promise.all(files.map((name) => writeFile(join(folder, name), text)));
        await onlyFailures(() => notes.find(UPLOAD));
        await openArrivalMemory(join(folder, 'arrivals'));
        await createAuditHeadFile(folder).read();
      },
      close: () => rm(folder, { recursive: true }),
    };
  }),
];
