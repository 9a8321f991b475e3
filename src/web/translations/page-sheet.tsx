import type { ReactNode } from 'react';
import type { Box } from '#domain/geometry.ts';
import type { ShownPage } from '#http/contract/translations.ts';
import { directionOf } from '../parts/language-tag.tsx';
import { PageImage } from '../parts/page-image.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './both-sides.module.css';

/** A place that differs. */
export interface MarkedPlace {
  readonly id: string;
  readonly page: number;
  readonly text: string;
  readonly box: Box;
  readonly label: string;
}

interface PageSheetProps {
  readonly page: ShownPage;
  readonly src: string;
  readonly places: readonly MarkedPlace[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Of the paper; null when it is not known. */
  readonly language: string | null;
}

/** A page with what differs marked on it: its picture, or its text where it has none. */
export function PageSheet(props: PageSheetProps): ReactNode {
  const { page, src, places, chosen, onChoose } = props;
  if (!page.hasPicture) return <TextSheet {...props} />;
  const boxes = places.map(({ id, box, label }) => ({ id, box, label, kind: 'flag' as const }));
  return (
    <div data-page={page.page}>
      <PageImage src={src} page={page.page} ratio={page.ratio} boxes={boxes} chosen={chosen} onChoose={onChoose} />
    </div>
  );
}

function TextSheet({ page: { page, lines }, places, chosen, language }: PageSheetProps): ReactNode {
  const { t } = useWords();
  return (
    <section
      className={styles['sheet']}
      data-page={page}
      aria-label={`${t('translations.sides.text')} ${page}`}
      {...(language === null ? {} : { lang: language, dir: directionOf(language) })}
    >
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a page have no other name
        <p key={index}>{markedLine(line, places, chosen)}</p>
      ))}
    </section>
  );
}

/** The line with the places in it marked. */
function markedLine(line: string, places: readonly MarkedPlace[], chosen: string | null): ReactNode {
  const found = places.find(({ text }) => text !== '' && line.includes(text));
  if (found === undefined) return line;
  const at = line.indexOf(found.text);
  return (
    <>
      {line.slice(0, at)}
      <mark data-place={found.id} data-chosen={found.id === chosen}>
        {found.text}
      </mark>
      {markedLine(line.slice(at + found.text.length), places, chosen)}
    </>
  );
}
