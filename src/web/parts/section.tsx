import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly text?: string;
  /** At the right of the title. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of a page with a title of its own, as a card. */
export function Section({ title, text, actions, children }: SectionProps): ReactNode {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles['section']}>
      <div className={styles['head']}>
        <div>
          <h2 id={titleId} className={styles['title']}>
            {title}
          </h2>
          {text === undefined ? null : <p className={styles['text']}>{text}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
