import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asFailure, FAILURES, LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import { today } from '../../today.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';
import { type DossierFile, type MadeDossier, makeDossier } from './make-dossier.ts';
import { noteExport } from './note-export.ts';

/** A dossier that is being made, or was. */
export interface DossierRow {
  readonly id: string;
  readonly state: 'making' | 'ready' | 'failed';
  readonly begunAt: string;
  readonly pages: { readonly done: number; readonly of: number | null };
  readonly files: readonly (Pick<DossierFile, 'kind' | 'name' | 'sizeBytes'> & { readonly index: number })[];
  readonly apart: number;
  readonly leftOut: number;
  readonly waiting: number;
  readonly failure: { readonly code: string; readonly message: Bilingual } | null;
}

export interface DossierOptions {
  readonly language?: keyof Bilingual | undefined;
  readonly asOf?: string | undefined;
  readonly maxMb?: number | undefined;
  readonly isLight: boolean;
}

/** Annexed dossiers, made one after the other while the server answers others. Each is its maker's alone, for an hour. */
export interface DossierExports {
  /** Throws `not-found`, `export-under-way`. */
  begin(seat: Seat, caseId: string, options: DossierOptions): Promise<DossierRow>;
  /** Mine of a case, the latest first. Throws `not-found`. */
  ofCase(seat: Seat, caseId: string): Promise<DossierRow[]>;
  look(seat: Seat, caseId: string, exportId: string): Promise<DossierRow>;
  /** Throws `not-found`, `export-not-ready`. */
  open(
    seat: Seat,
    ids: { readonly caseId: string; readonly exportId: string; readonly index: number },
  ): Promise<OpenedFile>;
  close(): Promise<void>;
}

/** A file of a dossier, to be handed out. */
export interface OpenedFile extends DossierFile {
  stream(): NodeJS.ReadableStream;
}

interface Job {
  readonly id: string;
  readonly personId: string;
  readonly caseId: string;
  readonly begunAt: Date;
  done: number;
  of: number | null;
  made: MadeDossier | undefined;
  failure: LiasseFailure | undefined;
}

const KEPT_MS = 3_600_000;

/** Dossiers into a folder of this server alone; what an earlier one left there is taken away. */
export function createDossierExports(folder: string, pipelineId: string): DossierExports {
  const jobs = new Map<string, Job>();
  const stop = new AbortController();
  let last: Promise<unknown> = rm(folder, { recursive: true, force: true });

  const forget = async (id: string): Promise<void> => {
    jobs.delete(id);
    await rm(join(folder, id), { recursive: true, force: true });
  };
  const make = async (job: Job, seat: Seat, { language, asOf, maxMb, isLight }: DossierOptions): Promise<void> => {
    try {
      const { name: caseName } = await caseInScope(seat, job.caseId);
      const place = join(folder, job.id);
      await mkdir(place, { recursive: true, mode: 0o700 });
      job.made = await makeDossier(seat.keeping, {
        ...{ caseId: job.caseId, caseName, pipelineId, maxMb, isLight, folder: place, signal: stop.signal },
        ...{ language: language ?? seat.principal.language, asOf: asOf ?? today() },
        onPages: (done, of) => Object.assign(job, { done, of }),
      });
      await noteExport(seat, job.caseId, { what: 'dossier', format: 'pdf' });
    } catch (error) {
      job.failure = asFailure(error);
    }
    setTimeout(() => void forget(job.id), KEPT_MS).unref();
  };
  const find = async (seat: Seat, caseId: string, exportId: string): Promise<Job> => {
    await caseInScope(seat, caseId);
    const job = jobs.get(exportId);
    if (job === undefined || job.caseId !== caseId || job.personId !== seat.principal.personId)
      throw new LiasseFailure('not-found');
    return job;
  };
  const mine = (seat: Seat, caseId: string): Job[] =>
    [...jobs.values()].filter((job) => job.caseId === caseId && job.personId === seat.principal.personId);

  return {
    begin: async (seat, caseId, options) => {
      await caseInScope(seat, caseId);
      if (mine(seat, caseId).some(isUnderWay)) throw new LiasseFailure('export-under-way');
      const { personId } = seat.principal;
      const job: Job = {
        ...{ id: randomUUID(), personId, caseId, begunAt: new Date() },
        ...{ done: 0, of: null, made: undefined, failure: undefined },
      };
      jobs.set(job.id, job);
      // One after the other: each takes a processor and the memory of a part.
      last = last.then(() => make(job, seat, options));
      return asRow(job);
    },
    ofCase: async (seat, caseId) => {
      await caseInScope(seat, caseId);
      return mine(seat, caseId).reverse().map(asRow);
    },
    look: async (seat, caseId, exportId) => asRow(await find(seat, caseId, exportId)),
    open: async (seat, { caseId, exportId, index }) => {
      const job = await find(seat, caseId, exportId);
      if (job.made === undefined) throw new LiasseFailure('export-not-ready');
      const file = job.made.files[index];
      if (file === undefined) throw new LiasseFailure('not-found');
      return { ...file, stream: () => createReadStream(file.path) };
    },
    close: async () => {
      stop.abort();
      await last;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isUnderWay({ made, failure }: Job): boolean {
  return made === undefined && failure === undefined;
}

function asRow(job: Job): DossierRow {
  const { id, begunAt, done, of, made, failure } = job;
  return {
    ...{ id, begunAt: begunAt.toISOString(), pages: { done, of } },
    state: stateOf(job),
    files: (made?.files ?? []).map(({ kind, name, sizeBytes }, index) => ({ index, kind, name, sizeBytes })),
    apart: made?.made.apart.length ?? 0,
    leftOut: made?.made.leftOut.length ?? 0,
    waiting: made?.made.waiting ?? 0,
    failure: failure === undefined ? null : { code: failure.code, message: FAILURES[failure.code].message },
  };
}

function stateOf({ made, failure }: Job): DossierRow['state'] {
  if (failure !== undefined) return 'failed';
  return made === undefined ? 'making' : 'ready';
}
