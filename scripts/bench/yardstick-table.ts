import { calibrationError, scriptOf, share, wrongWhenReviewed } from './figures.ts';
import { medianError, megabytes } from './judgement-tables.ts';
import { number, percent, table } from './markdown.ts';
import { type PageUse, pagesOf, perPage, type YardstickResult } from './results.ts';
import type { YardstickScore } from './score-yardstick.ts';

/** What both Liasse and the yardstick tell of a document. */
type Common = Pick<YardstickScore, 'language' | 'typeRight' | 'confidence' | 'issueDateRight' | 'characterErrorRate'>;

interface Column {
  readonly title: string;
  readonly documents: readonly Common[];
  readonly failed: number;
  readonly use: PageUse;
  /** Processor seconds to learn types and judge all files, apart from reading them. */
  readonly judging: string;
}

const TITLES = { all: 'OCRmyPDF with all languages', right: 'OCRmyPDF told the right language' } as const;

/** Liasse and the yardstick side by side on the same files. */
export function yardstickTable({ files, liasse, liasseUse, runs }: YardstickResult): string {
  const columns: readonly Column[] = [
    {
      title: 'Liasse, told nothing',
      documents: liasse,
      failed: liasse.filter(({ foundType }) => foundType === null).length,
      use: liasseUse,
      judging: 'counted above',
    },
    ...runs.map(({ telling, scores, reading, judging }) => ({
      title: TITLES[telling],
      documents: scores,
      failed: scores.filter(({ failed }) => failed).length,
      use: perPage([reading], pagesOf(files)),
      judging: number(judging.cpuSeconds, 0),
    })),
  ];
  const reviewShare = share(liasse.map(({ review }) => review)) ?? 0;
  const of = (name: string, figure: (column: Column) => string): string[] => [name, ...columns.map(figure)];
  const errors = ({ documents }: Column, isLatin: boolean): string =>
    percent(medianError(documents.filter(({ language }) => (scriptOf(language) === 'Latn') === isLatin)));
  return table(
    ['', ...columns.map(({ title }) => title)],
    [
      of('documents', ({ documents }) => String(documents.length)),
      of('not read at all', ({ failed }) => String(failed)),
      of('letters wrong, median, Latin script', (column) => errors(column, true)),
      of('letters wrong, median, other scripts', (column) => errors(column, false)),
      of('type right', ({ documents }) => percent(share(documents.map(({ typeRight }) => typeRight)))),
      of(`wrong left when the least sure ${percent(reviewShare)} go to a person`, ({ documents }) =>
        percent(wrongWhenReviewed(documents, reviewShare)),
      ),
      of('calibration error (ECE)', ({ documents }) => number(calibrationError(documents), 3)),
      of('issue date exact, or rightly none', ({ documents }) =>
        percent(share(documents.map(({ issueDateRight }) => issueDateRight))),
      ),
      of('processor seconds a page', ({ use }) => number(use.cpuSeconds)),
      of('seconds a page on the clock', ({ use }) => number(use.seconds)),
      of('processor seconds to learn types and judge all files', ({ judging }) => judging),
      of('peak memory, all processes (what they share counts once)', ({ use }) => megabytes(use.peakMegabytes)),
    ],
  );
}
