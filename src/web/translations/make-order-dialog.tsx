import { NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { DocumentRow } from '#http/contract/cases.ts';
import { documentsQuery } from '../api/documents.ts';
import { translatorsQuery, useMakeOrder } from '../api/translations.ts';
import { Dialog } from '../parts/dialog.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { toast } from '../parts/toasts.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import { firstTerms, problemsOf, TermsFields, withTranslator } from './terms-fields.tsx';

interface MakeOrderDialogProps {
  readonly caseId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const USUAL_DAYS = 14;

/** Orders a translation that the rules did not. */
export function MakeOrderDialog({ caseId, isOpen, onClose }: MakeOrderDialogProps): ReactNode {
  const { t } = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('translations.order.new')}>
      <MakeOrderForm caseId={caseId} onDone={onClose} />
    </Dialog>
  );
}

function MakeOrderForm({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }): ReactNode {
  const words = useWords();
  const { t } = words;
  const papers = useQuery(documentsQuery(caseId)).data?.documents ?? [];
  const translators = useQuery(translatorsQuery).data?.translators ?? [];
  const make = useMakeOrder();
  const [paper, setPaper] = useState('');
  const [said, setTerms] = useState(() =>
    firstTerms({ translator: null, language: null, isSworn: true, dueOn: dayFromNow(USUAL_DAYS) }),
  );
  const [isChecked, setIsChecked] = useState(false);
  const chosen = papers.find(({ key }) => key === paper);
  const known = chosen?.language?.code ?? null;
  const needsLanguage = chosen !== undefined && known === null;
  const terms = withTranslator(said, translators, known ?? said.language);
  const problems = problemsOf(terms, needsLanguage, t);
  const paperProblem = chosen === undefined ? t('translations.order.paperMissing') : null;
  const check = (): boolean => {
    setIsChecked(true);
    return paperProblem === null && Object.values(problems).every((problem) => problem === null);
  };
  const { language, ...sent } = terms;
  return (
    <EntryForm
      submit={t('translations.order.submit')}
      isBusy={make.isPending}
      error={make.error}
      check={check}
      onSubmit={() =>
        make.mutate(
          { caseId, paper, ...sent, ...(needsLanguage ? { language } : {}) },
          {
            onSuccess: () => {
              onDone();
              toast(t('translations.order.assigned'));
            },
          },
        )
      }
    >
      <Text size="sm">{t('translations.order.newText')}</Text>
      <NativeSelect
        label={t('translations.order.paper')}
        value={paper}
        onChange={(event) => setPaper(event.currentTarget.value)}
        error={isChecked ? paperProblem : null}
        data={[{ value: '', label: '' }, ...papers.map((one) => ({ value: one.key, label: nameOf(one, words) }))]}
        data-autofocus
      />
      <TermsFields
        terms={terms}
        onChange={setTerms}
        translators={translators}
        language={needsLanguage ? null : (known ?? '')}
        problems={isChecked ? problems : null}
      />
    </EntryForm>
  );
}

function nameOf({ type, file, language }: DocumentRow, { say }: Pick<Words, 'say'>): string {
  const said = language === null ? '' : ` (${say(language.label)})`;
  return `${type === null ? file : say(type.label)} · ${file}${said}`;
}

/** The ISO day so many days from now. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
