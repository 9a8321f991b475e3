import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Request as PaperRequest } from '#domain/case-judgement.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './letter-text.module.css';
import { saveText } from './save-text.ts';

interface LetterTextProps {
  readonly letter: NonNullable<PaperRequest['letter']>;
  /** What the file is called. */
  readonly name: string;
}

/** A letter that is ready but for what stands in double braces: to read, copy or save. It is in French, as it is sent. */
export function LetterText({ letter: { to, subject, body, fields }, name }: LetterTextProps): ReactNode {
  const { t } = useWords();
  const whole = `${to}\n\n${subject}\n\n${body}\n`;
  return (
    <details className={styles['letter']}>
      <summary>{t('caseView.steps.letter')}</summary>
      <div className={styles['tools']}>
        <CopyButton text={whole} />
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Icon name="download" size={14} />}
          onClick={() => saveText(`${name}.txt`, whole)}
        >
          {t('caseView.steps.download')}
        </Button>
      </div>
      <div className={styles['sheet']} lang="fr">
        <p>{to}</p>
        <p>
          <strong>{withFields(subject)}</strong>
        </p>
        <p className={styles['body']}>{withFields(body)}</p>
      </div>
      {fields.length === 0 ? null : (
        <p className={styles['fields']}>
          {t('caseView.steps.fields')} : {fields.join(', ')}
        </p>
      )}
    </details>
  );
}

/** What is to be filled in stands out. */
function withFields(body: string): ReactNode[] {
  return body.split(/(\{\{[^}]*\}\})/).map((part, index) =>
    part.startsWith('{{') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name
      <mark key={index} className={styles['field']}>
        {part.slice(2, -2)}
      </mark>
    ) : (
      part
    ),
  );
}
