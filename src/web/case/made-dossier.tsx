import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DossierExport } from '#http/contract/exports.ts';
import { dossierFileAddress } from '../api/exports.ts';
import { Label } from '../parts/label.tsx';
import { useWords } from '../words/use-words.ts';
import { DownloadLink } from './download-link.tsx';
import styles from './exports-tab.module.css';

interface MadeDossierProps {
  readonly caseId: string;
  readonly dossier: DossierExport;
}

/** A dossier that is being made, or what came of it. */
export function MadeDossier({ caseId, dossier }: MadeDossierProps): ReactNode {
  const { t, say } = useWords();
  const { state, failure } = dossier;
  return (
    <div className={styles['made']} role="status">
      {state === 'making' ? <Making dossier={dossier} /> : null}
      {failure === null ? null : (
        <p className={styles['state']}>
          <Label tone="bad" icon="blocking">
            {t('shell.error.title')}
          </Label>{' '}
          {say(failure.message)}
        </p>
      )}
      {state === 'ready' ? <Ready caseId={caseId} dossier={dossier} /> : null}
    </div>
  );
}

function Making({ dossier: { pages } }: Pick<MadeDossierProps, 'dossier'>): ReactNode {
  const { t } = useWords();
  const { done, of } = pages;
  const sentence = of === null ? t('caseView.exports.makingFirst') : t('caseView.exports.making', { done, of });
  return (
    <>
      <p className={styles['state']}>{sentence}</p>
      <Progress value={of === null || of === 0 ? 5 : (100 * done) / of} size="sm" aria-label={sentence} />
    </>
  );
}

function Ready({ caseId, dossier }: MadeDossierProps): ReactNode {
  const { t, format } = useWords();
  const { id, files, apart, leftOut, waiting, begunAt } = dossier;
  const notes = [
    ...(apart > 0 ? [t('caseView.exports.apart', { count: apart })] : []),
    ...(leftOut > 0 ? [t('caseView.exports.leftOut', { count: leftOut })] : []),
    ...(waiting > 0 ? [t('caseView.exports.waiting', { count: waiting })] : []),
    t('caseView.exports.keep'),
  ];
  return (
    <>
      <p className={styles['state']}>
        <Label tone="good" icon="check">
          {t('caseView.exports.ready')}
        </Label>{' '}
        {format.moment(begunAt)}
      </p>
      <div className={styles['buttons']}>
        {files.map(({ index, kind, sizeBytes }) => (
          <DownloadLink key={index} href={dossierFileAddress(caseId, id, index)}>
            {nameOf(kind, index, files.filter((file) => file.kind === 'pdf').length, t)} · {format.bytes(sizeBytes)}
          </DownloadLink>
        ))}
      </div>
      <ul className={styles['notes']}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

function nameOf(
  kind: DossierExport['files'][number]['kind'],
  index: number,
  parts: number,
  t: ReturnType<typeof useWords>['t'],
): string {
  const name = t(`caseView.exports.kind.${kind}`);
  return kind === 'pdf' && parts > 1 ? `${name} ${index + 1}/${parts}` : name;
}
