import { type FailureCode, LiasseFailure } from '#domain/failure.ts';
import type { Receipt, Reception, WayIn } from '#ports/received-files.ts';

interface MemoryReception extends Reception {
  /** Every receipt that was given out, with its case. */
  readonly rows: (Receipt & { readonly caseName: string; readonly via: WayIn })[];
  /** Papers only: what is to be read. */
  papers(): string[];
  /** From now on every file fails so, or none any more. */
  failWith(code: FailureCode | undefined): void;
}

/** Receives into memory, by the same rules as the real one: the same bytes of the same name come into a case once. */
export function createMemoryReception(): MemoryReception {
  const rows: MemoryReception['rows'] = [];
  let failure: FailureCode | undefined;
  return {
    rows,
    papers: () =>
      rows
        .filter(({ state, isContainer }) => state === 'waiting' && !isContainer)
        .map(({ caseName, name }) => `${caseName}: ${name}`),
    failWith: (code) => {
      failure = code;
    },
    receive: async function* (parts, { caseName, via }) {
      for await (const part of parts) {
        if (failure !== undefined) throw new LiasseFailure(failure);
        const isRefused = 'failure' in part;
        const isContainer = !isRefused && part.isContainer === true;
        const twin = isRefused
          ? undefined
          : rows.find(
              (row) =>
                row.caseName === caseName &&
                row.sha256 === part.sha256 &&
                row.name === part.name &&
                row.twinOf === null,
            );
        const row = {
          fileId: String(rows.length + 1),
          name: part.name,
          sha256: part.sha256 ?? null,
          state: stateOf(isRefused, twin !== undefined),
          failure: isRefused ? part.failure : null,
          isContainer,
          twinOf: twin?.fileId ?? null,
          caseName,
          via,
        };
        rows.push(row);
        yield row;
      }
    },
  };
}

function stateOf(isRefused: boolean, isThere: boolean): Receipt['state'] {
  if (isRefused) return 'rejected';
  return isThere ? 'duplicate' : 'waiting';
}
