import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ShownPage, ShownUpload } from '#http/contract/translations.ts';
import { useWords } from '../words/use-words.ts';
import styles from './both-sides.module.css';
import { type MarkedPlace, PageSheet } from './page-sheet.tsx';
import type { ShownDifference } from './shown-differences.ts';

interface BothSidesProps {
  readonly original: readonly ShownPage[];
  readonly upload: ShownUpload | null;
  readonly pictures: { original(page: number): string; upload(page: number): string };
  readonly differences: readonly ShownDifference[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly language: string | null;
  readonly into: string;
}

const SIDES = ['original', 'translation'] as const;
type Side = (typeof SIDES)[number];

/** Original and translation beside each other; on narrow screens one of them. What is chosen is scrolled to on both. */
export function BothSides(props: BothSidesProps): ReactNode {
  const { original, upload, pictures, differences, chosen, onChoose, language, into } = props;
  const { t } = useWords();
  const [shown, setShown] = useState<Side>('original');
  const frame = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      scrollToPlaces(
        frame.current,
        differences.find(({ id }) => id === chosen),
      ),
    [chosen, differences],
  );
  const places = (side: 'originalPlace' | 'translationPlace'): MarkedPlace[] =>
    differences.flatMap(({ id, label, [side]: place }) => (place === null ? [] : [{ id, label, ...place }]));
  const shared = { chosen, onChoose };
  return (
    <div ref={frame}>
      <SegmentedControl
        className={styles['switch'] ?? ''}
        fullWidth
        aria-label={t('translations.sides.choose')}
        value={shown}
        onChange={(value) => setShown(SIDES.find((side) => side === value) ?? 'original')}
        data={SIDES.map((side) => ({ value: side, label: t(`translations.sides.${side}`) }))}
      />
      <div className={styles['sides']}>
        <SideOfPages title={t('translations.sides.original')} isShown={shown === 'original'} side="original">
          {original.length === 0 ? <p className={styles['nothing']}>{t('translations.sides.gone')}</p> : null}
          {original.map((page) => (
            <PageSheet
              key={page.page}
              page={page}
              src={pictures.original(page.page)}
              places={places('originalPlace').filter((place) => place.page === page.page)}
              language={language}
              {...shared}
            />
          ))}
        </SideOfPages>
        <SideOfPages title={t('translations.sides.translation')} isShown={shown === 'translation'} side="translation">
          {(upload?.pages.length ?? 0) === 0 ? (
            <p className={styles['nothing']}>{t('translations.sides.nothing')}</p>
          ) : null}
          {upload?.pages.map((page) => (
            <PageSheet
              key={page.page}
              page={page}
              src={`${pictures.upload(page.page)}?of=${encodeURIComponent(upload.uploadedAt)}`}
              places={places('translationPlace').filter((place) => place.page === page.page)}
              language={into}
              {...shared}
            />
          ))}
        </SideOfPages>
      </div>
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly isShown: boolean;
  readonly side: Side;
  readonly children: ReactNode;
}

function SideOfPages({ title, isShown, side, children }: SideProps): ReactNode {
  return (
    <div className={styles['side']} data-shown={isShown}>
      <h2 className={styles['sideTitle']}>{title}</h2>
      <section
        className={styles['pages']}
        aria-label={title}
        data-side={side}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
      >
        {children}
      </section>
    </div>
  );
}

/** Each side scrolls by itself: the page of the place comes into view, and its box on it. */
function scrollToPlaces(frame: HTMLElement | null, difference: ShownDifference | undefined): void {
  if (frame === null || difference === undefined) return;
  const sides = { original: difference.originalPlace, translation: difference.translationPlace };
  for (const side of SIDES) {
    const place = sides[side];
    const pages = frame.querySelector<HTMLElement>(`[data-side="${side}"]`);
    const sheet = pages?.querySelector<HTMLElement>(`[data-page="${place?.page ?? 0}"]`);
    if (place === null || pages === null || sheet === null || sheet === undefined) continue;
    const mark = sheet.querySelector<HTMLElement>(`[data-place="${difference.id}"]`);
    const top = mark === null ? sheet.offsetTop + sheet.offsetHeight * place.box[1] : mark.offsetTop;
    pages.scrollTo({ top: top - pages.offsetTop - pages.clientHeight / 3, behavior: 'smooth' });
  }
}
