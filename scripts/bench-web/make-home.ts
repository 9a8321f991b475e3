import { keepingPlaces } from '../../src/app/config.ts';
import { type Keeping, openKeeping } from '../../src/app/keeping/open-keeping.ts';
import { loadPipeline } from '../../src/app/load-pipeline.ts';
import { createReader } from '../../src/app/reader.ts';
import { openWeb } from '../../src/app/web/open-web.ts';
import { makeToken } from '../../src/app/web/secret-token.ts';
import { makeArchive } from '../bench-archive/make-archive.ts';

export const PASSWORD = 'une phrase assez longue';
const PIPELINE = 'humanitarian-permit';

export interface HomeSize {
  readonly documents: number;
  readonly people: number;
}

/** Adds cases (`dossier 0`, …) of papers whose readings are recorded. */
export async function addPapers(
  keeping: Keeping,
  { documents, filesInCase }: { readonly documents: number; readonly filesInCase: number },
): Promise<void> {
  const reader = await createReader(loadPipeline(PIPELINE), {
    ...{ engine: 'js', workers: 1, passwords: [], isStandingBy: true },
  });
  const size = { documents, basePapers: Math.min(documents, 60), filesInCase };
  await makeArchive(size, { keeping, reader, places: keeping.places });
  await reader.close();
}

/** A home with papers whose readings are recorded, and people who work on them; their addresses. */
export async function makeHome(home: string, { documents, people }: HomeSize): Promise<string[]> {
  const keeping = await openKeeping(keepingPlaces({ LIASSE_HOME: home }));
  try {
    await keeping.vault.sealer('organisation');
    await addPapers(keeping, { documents, filesInCase: 100 });
    const web = await openWeb(keeping, { publicUrl: 'http://127.0.0.1', pipelineId: PIPELINE });
    const passwordHash = await web.signIn.hashPassword(PASSWORD);
    await web.close();
    const code = makeToken();
    await keeping.people.addSetupCode(code.hash);
    const first = { name: 'First', email: 'first@example.org', language: 'fr', passwordHash } as const;
    await keeping.people.setUp(code.hash, first, undefined);
    const teamIds = (await keeping.teams.all()).map(({ id }) => id);
    const emails = Array.from({ length: people }, (_, at) => `person-${at}@example.org`);
    for (const email of emails) {
      const { hash } = makeToken();
      const expiresAt = new Date(Date.now() + 600_000);
      await keeping.invitations.add({ email, role: 'adviser', teamIds, language: 'fr', expiresAt }, hash);
      await keeping.invitations.accept(hash, { name: email, language: 'fr', passwordHash });
    }
    return emails;
  } finally {
    await keeping.close();
  }
}
