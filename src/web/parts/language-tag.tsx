import type { ReactNode } from 'react';
import type { Bilingual } from '#domain/findings.ts';
import { useWords } from '../words/use-words.ts';
import { Label } from './label.tsx';

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'ku-arab', 'dv', 'yi', 'sd', 'ug']);

/** The direction that a language is written in. */
export function directionOf(code: string): 'rtl' | 'ltr' {
  return RIGHT_TO_LEFT.has(code.toLowerCase()) ? 'rtl' : 'ltr';
}

interface LanguageTagProps {
  readonly code: string;
  /** By the API; else the browser's own name for it. */
  readonly label?: Bilingual;
}

/** The name of a paper's language, with an arrow where it is written from right to left. */
export function LanguageTag({ code, label }: LanguageTagProps): ReactNode {
  const { say, format } = useWords();
  const name = label === undefined ? format.languageName(code) : say(label);
  return (
    <Label title={code}>
      {name}
      {directionOf(code) === 'rtl' ? <span aria-hidden="true"> ←</span> : null}
    </Label>
  );
}
