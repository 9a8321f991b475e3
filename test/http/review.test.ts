import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewList } from '#http/contract/review.ts';
import { type SignedIn, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';
import { type KeptScan, keptScan } from '../support/kept-scan.ts';

let server: TestWebServer;
let adviser: SignedIn;
let files: Record<'sure' | 'unsure' | 'missing' | 'theirs', string>;

const paper = (name: string, text: string): KeptScan => ({
  ...{ name, bytes: Buffer.from(text), mediaType: 'text/plain', text },
});
const SURE = `Caisse d'allocations familiales
BULLETIN DE PAIE
Employeur : Association Les Rives
Période : mars 2026
Salaire brut 1 812,00
Cotisations 399,45
Net à payer 1 412,55
Date de paiement : 31/03/2026`;
const UNSURE = 'Bonjour\nVoici ce que nous avons vu\nle 3 mai 2025 ou le 4 mai 2025';

beforeAll(async () => {
  server = await startTestServer();
  adviser = await server.as('adviser');
  const { keeping } = server;
  const team = await keeping.teams.add('Nantes');
  await keeping.caseFigures.open('theirs', team.id);
  files = {
    sure: await keptScan(keeping, 'one', paper('sure.txt', SURE)),
    unsure: await keptScan(keeping, 'one', paper('unsure.txt', UNSURE)),
    missing: await keptScan(keeping, 'two', paper('missing.txt', `${UNSURE}\nPage 1/4`)),
    theirs: await keptScan(keeping, 'theirs', paper('theirs.txt', `${UNSURE} .`)),
  };
});
afterAll(() => server?.close());

const list = async (query = '', client = adviser): Promise<ReviewList> =>
  (await client.get(`/api/review${query}`)).body;
const keysOf = ({ papers }: ReviewList) => papers.map(({ key }) => key);

describe('what a person should look at', () => {
  it('is of my teams and open cases only, the worst first, with what is asked', async () => {
    const review = await list();
    expect(keysOf(review)).not.toContain(`${files.theirs}:1`);
    expect(keysOf(review)).not.toContain(`${files.sure}:1`);
    // A blocking flag goes before.
    expect(keysOf(review)).toEqual([`${files.missing}:1`, `${files.unsure}:1`]);
    expect(review.papers[0]?.flags.map(({ severity }) => severity)).toContain('blocking');
    expect(review.papers[1]?.questions).toContainEqual({ kind: 'type' });
    expect([review.count, (await list('?limit=1')).papers.length]).toEqual([2, 1]);
    expect((await list('', await server.as('administrator', []))).count).toBe(3);

    const of = (name: string) => server.keeping.cases.open(name);
    expect(keysOf(await list(`?caseId=${(await of('one')).id}`))).toEqual([`${files.unsure}:1`]);
    expect((await adviser.get(`/api/review?caseId=${(await of('theirs')).id}`)).status).toBe(404);
    await server.keeping.cases.setState((await of('two')).id, 'closed');
    expect(keysOf(await list())).toEqual([`${files.unsure}:1`]);
    await server.keeping.cases.setState((await of('two')).id, 'open');
  });

  it('is done with once it is answered, and back when that is taken back', async () => {
    const key = `${files.unsure}:1`;
    const answer = {
      decisions: [
        { kind: 'correct', field: 'type', value: 'ngo-statement' },
        { kind: 'correct', field: 'issueDate', value: '2025-05-04' },
        { kind: 'dismiss', flag: 'needs-review', reason: 'Vérifié.' },
      ],
    };
    const { body } = await adviser.post(`/api/documents/${key}/decisions`, answer);
    expect(body.document).toMatchObject({ record: { status: 'done' }, questions: [] });
    expect(keysOf(await list())).not.toContain(key);
    await adviser.delete(`/api/documents/${key}/decisions/${body.decisionIds}`);
    expect(keysOf(await list())).toContain(key);
  });

  it('says from how many papers could be learned; with too few nothing is', async () => {
    await adviser.post(`/api/documents/${files.sure}:1/decisions`, {
      decisions: [{ kind: 'correct', field: 'type', value: 'pay-slip' }],
    });
    const { learning } = await list();
    expect(learning).toMatchObject({ lastAt: null, newPapers: learning.papers });
    expect(learning.papers).toBeLessThan(learning.fewestPapers);
    const { body } = await adviser.post('/api/review/learn', {});
    expect(body).toMatchObject({ outcome: 'too-few', gain: null });
  });
});

it('failed in no way that nobody foresaw', () => {
  expect(server.failures).toEqual([]);
});
