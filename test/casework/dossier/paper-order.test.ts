import { describe, expect, it } from 'vitest';
import { matchOrder } from '#casework/dossier/paper-order.ts';
import { aCasePaper, received } from '../../support/a-case-paper.ts';

const papers = received(
  aCasePaper('one', { id: '3f2a9c0000', file: 'Santé/Certificat.pdf' }),
  aCasePaper('two', { id: '3f2a77bbbb', file: 'scan.pdf' }),
  aCasePaper('three', { id: 'aaaabbbbcc', file: 'scan.pdf' }),
);
const line = (names: string, changes = {}) => ({ line: 7, names, file: null, title: null, isAnnex: true, ...changes });
const match = (...lines: Parameters<typeof matchOrder>[0]) => matchOrder(lines, papers, false);
const named = (names: string) => match(line(names)).order.papers.map(({ paper }) => paper);

describe('an order that a person wrote', () => {
  it('names papers by id, by its first letters, by the path or the bare name of the file, however it is spelled', () => {
    expect(named('3f2a9c0000')).toEqual(['one']);
    expect(named('3F2A9')).toEqual(['one']);
    expect(named('santé/certificat.PDF')).toEqual(['one']);
    expect(named(' Certificat.pdf')).toEqual(['one']);
    expect(named('Sante\u0301/Certificat.pdf')).toEqual(['one']);
  });

  it('means all papers of a file, in their order', () => {
    expect(named('scan.pdf')).toEqual(['two', 'three']);
  });

  it('tells of a line that names nothing, with what was meant perhaps', () => {
    expect(match(line('Certifcat.pdf')).problems).toEqual([
      { line: 7, names: 'Certifcat.pdf', problem: 'unknown', nearest: 'Certificat.pdf' },
    ]);
    expect(match(line('completely something else')).problems[0]?.nearest).toBeNull();
  });

  it('tells of first letters that several ids have', () => {
    expect(match(line('3f2a')).problems).toEqual([
      { line: 7, names: '3f2a', problem: 'ambiguous', nearest: '3f2a9c0000, 3f2a77bbbb' },
    ]);
  });

  it('gives a title to one paper, never to several at once', () => {
    expect(match(line('Certificat.pdf', { title: 'Mine' })).order.papers).toEqual([{ paper: 'one', title: 'Mine' }]);
    expect(match(line('scan.pdf', { title: 'Mine' })).order.papers.map(({ title }) => title)).toEqual([null, null]);
  });

  it('takes a paper where it is named first, and does not refuse what it takes', () => {
    const { order } = match(
      line('aaaabb'),
      line('scan.pdf'),
      line('aaaabb', { isAnnex: false }),
      line('Certificat.pdf', { isAnnex: false }),
    );
    expect(order.papers.map(({ paper }) => paper)).toEqual(['three', 'two']);
    expect(order.refused).toEqual(['one']);
  });
});
