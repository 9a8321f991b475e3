import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { CodeStep } from './code-step.tsx';
import { PasswordStep } from './password-step.tsx';

/** Signs in, with a second step where the account has one; back to where one was afterwards. */
export function SignInPage(): ReactNode {
  const { back } = useSearch({ from: '/signed-out/sign-in' });
  const navigate = useNavigate();
  const [isSecondStep, setIsSecondStep] = useState(false);
  const enter = (): void => void navigate({ href: back ?? '/', replace: true });
  if (isSecondStep) return <CodeStep onDone={enter} onBack={() => setIsSecondStep(false)} />;
  return <PasswordStep wasHere={back !== undefined} onDone={enter} onSecondStep={() => setIsSecondStep(true)} />;
}
