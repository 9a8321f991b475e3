import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Bilingual, Flag } from '#domain/findings.ts';
import { useWords } from '../words/use-words.ts';
import { Label, type Tone } from './label.tsx';

const TONES = { blocking: 'bad', weak: 'weak', info: 'neutral' } as const satisfies Record<Flag['severity'], Tone>;

interface FlagChipProps {
  readonly severity: Flag['severity'];
  /** The flag's short name by the pipeline. */
  readonly label: Bilingual;
  /** The whole sentence, shown on pointing. */
  readonly message?: Bilingual;
}

/** A weak point of a paper: its severity as sign, colour and word (heard before the name). */
export function FlagChip({ severity, label, message }: FlagChipProps): ReactNode {
  const { t, say } = useWords();
  const severityWord = t(`shell.severity.${severity}`);
  const whole = message === undefined ? say(label) : say(message);
  return (
    <Label tone={TONES[severity]} icon={severity} title={`${severityWord} – ${whole}`}>
      <VisuallyHidden>{severityWord} : </VisuallyHidden>
      {say(label)}
    </Label>
  );
}
