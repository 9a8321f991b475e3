import type { ReactNode } from 'react';
import type { Coverage } from '#domain/case-judgement.ts';
import type { IconName } from '../parts/icon.tsx';
import { Label, type Tone } from '../parts/label.tsx';
import { useWords } from '../words/use-words.ts';

const LOOKS = {
  met: { tone: 'good', icon: 'check' },
  weak: { tone: 'weak', icon: 'weak' },
  missing: { tone: 'neutral', icon: 'cross' },
  unclear: { tone: 'neutral', icon: 'info' },
} as const satisfies Record<Coverage, { readonly tone: Tone; readonly icon: IconName }>;

/** Whether a criterion is carried: a word, a sign and a colour that say the same. */
export function CoverageLabel({ coverage }: { readonly coverage: Coverage }): ReactNode {
  const { t } = useWords();
  return <Label {...LOOKS[coverage]}>{t(`caseView.coverage.${coverage}`)}</Label>;
}
