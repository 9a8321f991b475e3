import type { Keeping } from '#app/keeping/open-keeping.ts';
import { receiveLetters } from './receive-letters.ts';

/** An order of a paper that nobody has read yet, asked of somebody. */
export async function anOrder(keeping: Keeping, caseName: string, translatorId: string): Promise<string> {
  const { id: caseId } = await keeping.cases.open(caseName);
  await receiveLetters(keeping, 1, caseName);
  const file = (await keeping.files.ofCase(caseId)).at(-1);
  const order = await keeping.translations.add({
    ...{
      caseId,
      fileId: file?.id ?? '',
      pages: { from: 1, to: 1 },
      document: 'a-document',
      type: null,
      language: 'es',
    },
    ...{ into: 'fr', isSworn: false, isUrgent: false, rule: null, dueOn: '2999-01-01', madeBy: null },
    assignment: { personId: translatorId },
  });
  if (order === undefined) throw new Error('there is one already');
  return order.id;
}
