import { useNavigate } from '@tanstack/react-router';
import { useMe } from '../api/me.ts';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';

/** `g` and then a letter leads to a place, for whoever sees that place. */
export function useGoShortcuts(): void {
  const { t } = useWords();
  const { may } = useMe();
  const navigate = useNavigate();
  const isOn = may.includes('see-cases');
  const everywhere = 'everywhere' as const;
  useShortcut(
    isOn ? { keys: 'g d', what: t('shell.keys.goCases'), scope: everywhere } : null,
    () => void navigate({ to: '/cases' }),
  );
  useShortcut(
    isOn ? { keys: 'g v', what: t('shell.keys.goReview'), scope: everywhere } : null,
    () => void navigate({ to: '/review' }),
  );
  useShortcut(
    isOn ? { keys: 'g t', what: t('shell.keys.goTranslations'), scope: everywhere } : null,
    () => void navigate({ to: '/translations' }),
  );
}
