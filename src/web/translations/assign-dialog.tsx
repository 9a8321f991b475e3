import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { OrderRow } from '#http/contract/translations.ts';
import { translatorsQuery, useAssign } from '../api/translations.ts';
import { Dialog } from '../parts/dialog.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { firstTerms, problemsOf, type Terms, TermsFields, withTranslator } from './terms-fields.tsx';

interface AssignDialogProps {
  readonly order: OrderRow;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Says who translates, or somebody else, until when. */
export function AssignDialog({ order, isOpen, onClose }: AssignDialogProps): ReactNode {
  const { t } = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('translations.order.assignTitle')}>
      <AssignForm order={order} onDone={onClose} />
    </Dialog>
  );
}

function AssignForm({ order, onDone }: { readonly order: OrderRow; readonly onDone: () => void }): ReactNode {
  const { t } = useWords();
  const { data } = useQuery(translatorsQuery);
  const assign = useAssign(order.id);
  const [said, setTerms] = useState<Terms>(() => firstTerms(order));
  const translators = data?.translators ?? [];
  const terms = withTranslator(said, translators, order.language?.code ?? said.language);
  const [isChecked, setIsChecked] = useState(false);
  const needsLanguage = order.language === null;
  const problems = problemsOf(terms, needsLanguage, t);
  const check = (): boolean => {
    setIsChecked(true);
    return Object.values(problems).every((problem) => problem === null);
  };
  const done = {
    onSuccess: () => {
      onDone();
      toast(t('translations.order.assigned'));
    },
  };
  const { translatorId, dueOn, isSworn, language } = terms;
  return (
    <EntryForm
      submit={t('translations.order.submit')}
      isBusy={assign.isPending}
      error={assign.error}
      check={check}
      onSubmit={() => assign.mutate({ translatorId, dueOn, isSworn, ...(needsLanguage ? { language } : {}) }, done)}
    >
      <Text size="sm">{t('translations.order.assignText')}</Text>
      <TermsFields
        terms={terms}
        onChange={setTerms}
        translators={translators}
        language={order.language?.code ?? null}
        problems={isChecked ? problems : null}
      />
      {needsLanguage ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => assign.mutate({}, done)}
        >
          {t('translations.order.byRules')}
        </Button>
      )}
    </EntryForm>
  );
}
