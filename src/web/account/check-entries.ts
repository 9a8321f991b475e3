import type { TFunction } from 'i18next';
import { SHORTEST_PASSWORD } from '../parts/password-field.tsx';

/** What is wrong with an address, in words; null when nothing is. The server decides. */
export function emailProblem(t: TFunction, email: string): string | null {
  return /^\S+@\S+\.\S+$/.test(email.trim()) ? null : t('account.emailWrong');
}

export function newPasswordProblem(t: TFunction, password: string): string | null {
  return password.length >= SHORTEST_PASSWORD ? null : t('account.password.tooShort');
}

export function nameProblem(t: TFunction, name: string): string | null {
  return name.trim() === '' ? t('account.nameMissing') : null;
}

export function codeProblem(t: TFunction, code: string): string | null {
  return /^\d{6}$/.test(code.replaceAll(' ', '')) ? null : t('account.codeWrong');
}
