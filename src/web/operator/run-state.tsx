import type { ReactNode } from 'react';
import type { RunRow } from '#http/contract/operator.ts';
import type { IconName } from '../parts/icon.tsx';
import { Label, type Tone } from '../parts/label.tsx';
import { useWords } from '../words/use-words.ts';

const LOOKS: Readonly<Record<RunRow['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  computing: { tone: 'neutral', icon: 'clock' },
  proposed: { tone: 'weak', icon: 'eye' },
  accepting: { tone: 'neutral', icon: 'clock' },
  accepted: { tone: 'good', icon: 'check' },
  rejecting: { tone: 'neutral', icon: 'clock' },
  rejected: { tone: 'neutral', icon: 'cross' },
  'rolling-back': { tone: 'neutral', icon: 'clock' },
  'rolled-back': { tone: 'neutral', icon: 'undo' },
};

export function RunState({ state }: { readonly state: RunRow['state'] }): ReactNode {
  const { t } = useWords();
  return <Label {...LOOKS[state]}>{t(`operator.runs.states.${state}`)}</Label>;
}
