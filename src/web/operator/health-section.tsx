import { Button, Code } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Diagnosis } from '#http/contract/operator.ts';
import { useDoctor } from '../api/operator.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import type { IconName } from '../parts/icon.tsx';
import { Label, type Tone } from '../parts/label.tsx';
import { Line, Lines } from '../parts/lines.tsx';
import { LoadingLines } from '../parts/loading-lines.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';

const LOOKS: Readonly<Record<Diagnosis['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  ok: { tone: 'good', icon: 'check' },
  warning: { tone: 'weak', icon: 'weak' },
  broken: { tone: 'bad', icon: 'blocking' },
};
const ORDER = ['broken', 'warning', 'ok'] as const;

/** What the doctor finds on this machine, the worst first, and the command that mends it. */
export function HealthSection(): ReactNode {
  const { t } = useWords();
  const doctor = useDoctor();
  const findings = ORDER.flatMap((state) => (doctor.data?.findings ?? []).filter((one) => one.state === state));
  return (
    <Section
      title={t('operator.health.title')}
      text={t('operator.health.text')}
      actions={
        <Button variant="default" size="sm" loading={doctor.isPending} onClick={() => doctor.mutate()}>
          {t(doctor.data === undefined ? 'operator.health.look' : 'operator.health.again')}
        </Button>
      }
    >
      {doctor.isPending ? <LoadingLines lines={4} /> : null}
      {doctor.error === null ? null : <FailureNotice error={doctor.error} />}
      {doctor.isPending || findings.length === 0 ? null : (
        <div role="status">
          <Lines>
            {findings.map((finding) => (
              <Finding key={finding.check} finding={finding} />
            ))}
          </Lines>
        </div>
      )}
    </Section>
  );
}

function Finding({ finding: { state, message, mend } }: { readonly finding: Diagnosis }): ReactNode {
  const { t, say } = useWords();
  const look = LOOKS[state];
  return (
    <Line
      icon={look.icon}
      title={say(message)}
      text={
        mend === null || state === 'ok' ? null : (
          <>
            {t('operator.health.mend')} : <Code>{mend}</Code>
          </>
        )
      }
      action={<Label tone={look.tone}>{t(`operator.health.state.${state}`)}</Label>}
    />
  );
}
