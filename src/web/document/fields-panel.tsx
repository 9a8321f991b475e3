import type { ReactNode } from 'react';
import type { DocumentView } from '#http/contract/documents.ts';
import { Label } from '../parts/label.tsx';
import { ScoreMeter } from '../parts/score-meter.tsx';
import { useWords } from '../words/use-words.ts';
import { fieldName } from './boxes-of.ts';
import { FieldRow } from './field-row.tsx';
import styles from './fields-panel.module.css';
import { FlagsSection } from './flags-section.tsx';
import { MainFields } from './main-fields.tsx';
import type { PanelProps } from './panel-props.ts';
import { useDeciding, useUndoLast } from './use-deciding.ts';

/** All that is said of a paper: what it is worth, what it is, what weakens it, what was read. */
export function FieldsPanel(props: PanelProps): ReactNode {
  const { view } = props;
  const { t } = useWords();
  const deciding = useDeciding(view);
  useUndoLast(view, deciding);
  return (
    <>
      <Worth view={view} />
      <MainFields {...props} deciding={deciding} />
      <FlagsSection {...props} deciding={deciding} />
      <h2 className={styles['heading']}>{t('document.readFields')}</h2>
      <ReadFields {...props} />
    </>
  );
}

function Worth({ view: { record, labels } }: Pick<PanelProps, 'view'>): ReactNode {
  const { t, say } = useWords();
  return (
    <div className={styles['worth']}>
      <ScoreMeter score={record.score} />
      {record.status === 'needs-review' ? (
        <Label tone="weak" icon="eye">
          {t('document.needsReview')}
        </Label>
      ) : null}
      {record.criteria.map(({ id }) => (
        <Label key={id}>{say(labels.criteria[id] ?? { fr: id, en: id })}</Label>
      ))}
      {record.error === null ? null : <p className={styles['small']}>{record.error.message}</p>}
    </div>
  );
}

/** What else was read, field by field. */
function ReadFields({ view: { record, marks }, lit, onPoint }: PanelProps): ReactNode {
  const { t } = useWords();
  const fields = Object.entries(record.fields);
  const shared = { lit, onPoint };
  return (
    <dl className={styles['rows']}>
      {marks.map(({ kind }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks have no name, and their box is named by their place
        <FieldRow key={at} {...shared} label={t(`document.mark.${kind}`)} confidence={null} boxId={`mark-${at}`}>
          <span className={styles['plain']}>{t('document.seen')}</span>
        </FieldRow>
      ))}
      {fields.map(([name, value]) => {
        const place = record.fieldPlaces[name];
        const boxId = place === undefined ? {} : { boxId: `field-${name}` };
        return (
          <FieldRow key={name} {...shared} {...boxId} label={fieldName(t, name)} confidence={place?.confidence ?? null}>
            <bdi className={styles['plain']}>{shownValue(value, t)}</bdi>
          </FieldRow>
        );
      })}
      {fields.length + marks.length === 0 ? <p className={styles['small']}>{t('document.noFields')}</p> : null}
    </dl>
  );
}

function shownValue(value: DocumentView['record']['fields'][string], t: ReturnType<typeof useWords>['t']): string {
  if (typeof value === 'boolean') return value ? t('document.yes') : t('document.no');
  return typeof value === 'object' ? value.join(', ') : String(value);
}
