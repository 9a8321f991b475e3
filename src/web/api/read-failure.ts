import type { Bilingual } from '#domain/findings.ts';
import { ApiFailure, unexpectedAnswer } from './api-failure.ts';

/** The failure that an answer tells of: `{ error: { code, message, next } }`, or that it is none of the API's. */
export function readFailure(status: number, body: unknown): ApiFailure {
  const error = isObject(body) ? body['error'] : undefined;
  if (!isObject(error) || typeof error['code'] !== 'string') return unexpectedAnswer(status);
  const message = readBilingual(error['message']);
  if (message === null) return unexpectedAnswer(status);
  return new ApiFailure(status, { code: error['code'], message, next: readBilingual(error['next']) });
}

function readBilingual(value: unknown): Bilingual | null {
  if (!isObject(value) || typeof value['fr'] !== 'string' || typeof value['en'] !== 'string') return null;
  return { fr: value['fr'], en: value['en'] };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
