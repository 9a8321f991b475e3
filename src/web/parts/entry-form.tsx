import { Button, Stack } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { FailureNotice } from './failure-notice.tsx';

interface EntryFormProps {
  readonly submit: string;
  readonly isBusy: boolean;
  /** What the server said of the last try; null for nothing. */
  readonly error: unknown;
  /** Whether all may be sent; when not, the fields say what is missing and the first of them gets the focus. */
  readonly check: () => boolean;
  readonly onSubmit: () => void;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A form that says what is wrong beside the field and what the server said above the button. */
export function EntryForm(props: EntryFormProps): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (props.check()) props.onSubmit();
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Stack gap="md">
        {props.children}
        {props.error === null ? null : <FailureNotice error={props.error} />}
        <Button
          type="submit"
          loading={props.isBusy}
          {...(props.isWide === true ? { fullWidth: true, size: 'md' } : { style: { alignSelf: 'flex-start' } })}
        >
          {props.submit}
        </Button>
      </Stack>
    </form>
  );
}
