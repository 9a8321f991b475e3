import { fsyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Init = NodeFS['init'];

/**
 * The files of an embedded database, synced when PostgreSQL asks for it: PGlite by itself never syncs, and a power cut would lose what was
 * acknowledged. Leans on the internals of the pinned version; test/adapters/sql/durable-files.test.ts counts the syncs.
 */
export class DurableFiles extends NodeFS {
  override async init(...[pg, options]: Parameters<Init>): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(pg, options);
    const preRun = emscriptenOpts.preRun ?? [];
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(Array.isArray(preRun) ? preRun : [preRun]), syncForReal] },
    };
  }
}

/** What of an open file of the emulated system is used here. */
interface Stream {
  readonly nfd?: number;
}

interface HostFiles {
  stream_ops?: { fsync?: (stream: Stream) => number };
}

function syncForReal(module: { readonly NODEFS?: HostFiles }): void {
  const { stream_ops: operations } = module.NODEFS ?? {};
  if (operations === undefined) throw new Error('this version of PGlite keeps its files otherwise');
  operations.fsync = ({ nfd }) => {
    // Directories are opened without a descriptor of the host; a rename is durable with the next sync of its file system's journal.
    if (nfd !== undefined) fsyncSync(nfd);
    return 0;
  };
}
