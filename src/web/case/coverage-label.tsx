import type { ReactNode } from 'react';
import type { Coverage } from '#domain/case-judgement.ts';
import { Label } from '../parts/label.tsx';
import { useWords } from '../words/use-words.ts';
import { COVERAGE_LOOKS } from './coverage-looks.ts';

/** Whether a criterion is carried: a word, a sign and a colour that say the same. */
export function CoverageLabel({ coverage }: { readonly coverage: Coverage }): ReactNode {
  const { t } = useWords();
  const { tone, icon } = COVERAGE_LOOKS[coverage];
  return (
    <Label tone={tone} icon={icon}>
      {t(`caseView.coverage.${coverage}`)}
    </Label>
  );
}
