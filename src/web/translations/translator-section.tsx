import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { TranslatorRow } from '#http/contract/translations.ts';
import { useMe } from '../api/me.ts';
import { Label } from '../parts/label.tsx';
import { Section } from '../parts/section.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import { ProfileDialog } from './profile-dialog.tsx';
import styles from './translations.module.css';

/** A translator: languages, oath, load, and figures by pair of languages. */
export function TranslatorSection({ translator }: { readonly translator: TranslatorRow }): ReactNode {
  const { t, format } = useWords();
  const { may } = useMe();
  const [isEditing, setIsEditing] = useState(false);
  const { name, profile } = translator;
  const languages = profile?.pairs.map(({ from }) => format.languageName(from)).join(', ') ?? '';
  return (
    <Section
      title={name}
      text={profile === null ? t('translations.people.noProfile') : languages}
      actions={
        may.includes('change-translators') ? (
          <Button variant={profile === null ? 'filled' : 'default'} size="sm" onClick={() => setIsEditing(true)}>
            {t(profile === null ? 'translations.people.fill' : 'translations.people.edit')}
            <span className={styles['hidden']}>{` – ${name}`}</span>
          </Button>
        ) : undefined
      }
    >
      {profile === null ? null : <Standing translator={translator} />}
      {translator.figures.length === 0 ? null : <Figures translator={translator} />}
      <ProfileDialog translator={translator} isOpen={isEditing} onClose={() => setIsEditing(false)} />
    </Section>
  );
}

function Standing({ translator }: { readonly translator: TranslatorRow }): ReactNode {
  const words = useWords();
  const { t, format } = words;
  const { profile, isSworn, isAbsent, isBlocked, open } = translator;
  if (profile === null) return null;
  const isFull = open >= profile.most;
  return (
    <span className={styles['terms']}>
      <Label tone={isSworn ? 'good' : 'neutral'} {...(isSworn ? { icon: 'check' } : {})}>
        {oathOf(translator, words)}
      </Label>
      <Label tone={isFull ? 'weak' : 'neutral'} icon="translate">
        {t('translations.people.load', { open, most: profile.most })}
      </Label>
      {isAbsent && profile.absentUntil !== null ? (
        <Label tone="weak" icon="calendar">
          {t('translations.people.absentUntil', { day: format.day(profile.absentUntil) })}
        </Label>
      ) : null}
      {isBlocked ? <Label tone="bad">{t('translations.people.blocked')}</Label> : null}
    </span>
  );
}

function oathOf({ profile, isSworn }: TranslatorRow, { t, format }: Words): string {
  const sworn = profile?.sworn ?? null;
  if (sworn === null) return t('translations.people.notSworn');
  if (!isSworn) return t('translations.people.lapsed');
  const { court, until } = sworn;
  return until === null
    ? t('translations.people.sworn', { court })
    : t('translations.people.swornUntil', { court, day: format.day(until) });
}

/** Less than a day is not nothing. */
function meanTime(days: number | null, t: Words['t']): string {
  if (days === null) return '–';
  return days < 1 ? t('translations.people.underDay') : t('translations.people.daysValue', { count: days });
}

const COUNTS = ['open', 'late', 'accepted', 'sentBack'] as const;

function Figures({ translator: { name, figures } }: { readonly translator: TranslatorRow }): ReactNode {
  const { t, say, format } = useWords();
  const title = t('translations.people.figures', { name });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles['scroll']} aria-label={title} tabIndex={0} style={{ marginTop: '1rem' }}>
      <table className={styles['figures']}>
        <thead>
          <tr>
            <th scope="col">{t('translations.people.pair')}</th>
            {COUNTS.map((count) => (
              <th key={count} scope="col">
                {t(`translations.people.${count}`)}
              </th>
            ))}
            <th scope="col">{t('translations.people.days')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((row) => (
            <tr key={`${row.from?.code ?? ''} ${row.into.code}`}>
              <th scope="row">
                {row.from === null ? t('translations.unknownLanguage') : say(row.from.label)} → {say(row.into.label)}
              </th>
              {COUNTS.map((count) => (
                <td key={count}>{format.number(row[count])}</td>
              ))}
              <td>{meanTime(row.meanDays, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
