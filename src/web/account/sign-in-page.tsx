import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { CodeStep } from './code-step.tsx';
import { PasswordStep } from './password-step.tsx';

/** Where everybody arrives who was on no page before. */
const START = '/';

/** Signs in, with a second step where the account has one; back to where one was afterwards. */
export function SignInPage(): ReactNode {
  const { back } = useSearch({ from: '/signed-out/sign-in' });
  const navigate = useNavigate();
  const [isSecondStep, setIsSecondStep] = useState(false);
  const enter = (): void => void navigate({ href: back ?? START, replace: true });
  if (isSecondStep) return <CodeStep onDone={enter} onBack={() => setIsSecondStep(false)} />;
  return (
    <PasswordStep
      wasHere={back !== undefined && back !== START}
      onDone={enter}
      onSecondStep={() => setIsSecondStep(true)}
    />
  );
}
