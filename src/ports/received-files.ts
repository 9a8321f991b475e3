import { z } from 'zod';
import type { FailureCode } from '#domain/failure.ts';
import type { FilePart, RefusedPart } from './file-opener.ts';

/** The way by which a file came in. */
export const wayInSchema = z.enum(['intake', 'watch', 'mail', 'upload']);
export type WayIn = z.infer<typeof wayInSchema>;

/** What is said of a stream of bytes once it can't be lost any more. */
export interface Receipt {
  readonly fileId: string;
  readonly name: string;
  readonly sha256: string | null;
  /** `waiting`: it will be read. `duplicate`: the same bytes came into this case before. `rejected`: it never will be, `failure` says why. */
  readonly state: 'waiting' | 'duplicate' | 'rejected';
  readonly failure: FailureCode | null;
  /** An archive or e-mail: nothing to read itself, the receipts of its files come before this one. */
  readonly isContainer: boolean;
  /** The file that these very bytes came in as before, under the same name: this one is no paper of its own. */
  readonly twinOf: string | null;
}

/** Takes files in. A receipt is given out only when the original and its row are durable. Throws `disk-full`, `blobs-away`, `database-away`. */
export interface Reception {
  receive(
    parts: AsyncIterable<FilePart | RefusedPart>,
    into: { readonly caseName: string; readonly via: WayIn; readonly asOf: string },
  ): AsyncGenerator<Receipt>;
}
