import { Combobox, useCombobox, VisuallyHidden } from '@mantine/core';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import styles from './choice-field.module.css';
import { Icon, type IconName } from './icon.tsx';

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Said at its right: how sure, where from. */
  readonly hint?: string;
}

/** Opens the choices from elsewhere: a key. */
export interface ChoiceHandle {
  open(): void;
}

interface ChoiceFieldProps {
  /** What a click does, for those who do not see it; said before what stands there. */
  readonly label: string;
  /** What stands there now. */
  readonly children: ReactNode;
  readonly groups: readonly { readonly title: string | null; readonly choices: readonly Choice[] }[];
  readonly onChoose: (id: string) => void;
  /** In the field above the choices. */
  readonly placeholder: string;
  /** What was written, as something to choose; null when it is nothing yet. */
  readonly custom?: (written: string) => Choice | null;
  /** Said when nothing fits what was written. */
  readonly nothing: string;
  readonly icon?: IconName;
  readonly className?: string;
  readonly isBusy?: boolean;
  readonly handle?: Ref<ChoiceHandle>;
}

/** Shows what is, and on a click what it could be instead: a second click, or a few letters and Enter, and it is chosen. */
export function ChoiceField(props: ChoiceFieldProps): ReactNode {
  const { label, children, groups, onChoose, placeholder, custom, nothing, handle, isBusy = false } = props;
  const { icon = 'edit', className = styles['button'] ?? '' } = props;
  const [written, setWritten] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      setWritten('');
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const button = useRef<HTMLButtonElement>(null);
  useImperativeHandle(handle, () => ({ open: () => button.current?.click() }), []);
  // Only once the options of what was written stand there can Enter mean the first of them.
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (written.trim() !== '') selectFirstOption();
  }, [written, selectFirstOption]);
  const shown = fitting(groups, written);
  const own = written.trim() === '' ? null : (custom?.(written.trim()) ?? null);
  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      shadow="md"
      width={320}
      // Where the page does not grow for it: no second scrollbar.
      floatingStrategy="fixed"
      onOptionSubmit={(id) => {
        combobox.closeDropdown();
        onChoose(id);
      }}
    >
      <Combobox.Target targetType="button">
        <button
          ref={button}
          type="button"
          className={className}
          disabled={isBusy}
          onClick={() => combobox.toggleDropdown()}
        >
          <span className={styles['value']}>
            <VisuallyHidden>{label} – </VisuallyHidden>
            {children}
          </span>
          <span className={styles['pen']}>
            <Icon name={icon} size={15} />
          </span>
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
          placeholder={placeholder}
          aria-label={placeholder}
        />
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label={label}>
          {own === null ? null : <Option choice={own} />}
          {shown.map(({ title, choices }) =>
            title === null ? (
              choices.map((choice) => <Option key={choice.id} choice={choice} />)
            ) : (
              <Combobox.Group key={title} label={title}>
                {choices.map((choice) => (
                  <Option key={choice.id} choice={choice} />
                ))}
              </Combobox.Group>
            ),
          )}
          {own === null && shown.length === 0 ? <Combobox.Empty>{nothing}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Option({ choice: { id, label, hint } }: { readonly choice: Choice }): ReactNode {
  return (
    <Combobox.Option value={id}>
      <span className={styles['option']}>
        <span>{label}</span>
        {hint === undefined ? null : <span className={styles['hint']}>{hint}</span>}
      </span>
    </Combobox.Option>
  );
}

/** Those that hold what was written, whatever the accents. */
function fitting(groups: ChoiceFieldProps['groups'], written: string): ChoiceFieldProps['groups'] {
  const wanted = folded(written);
  return groups
    .map(({ title, choices }) => ({ title, choices: choices.filter(({ label }) => folded(label).includes(wanted)) }))
    .filter(({ choices }) => choices.length > 0);
}

function folded(text: string): string {
  return text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
