import { describe, expect, it } from 'vitest';
import { readFailure } from '#web/api/read-failure.ts';

const message = { fr: 'Non.', en: 'No.' };

describe('what the API answers when it refuses', () => {
  it('keeps code, sentence and next step', () => {
    const failure = readFailure(409, { error: { code: 'case-name-taken', message, next: message } });
    expect(failure).toMatchObject({ status: 409, code: 'case-name-taken', text: { message, next: message } });
  });

  it('is told as unexpected when it is none of the API’s: a proxy’s page, half an answer', () => {
    for (const body of [null, 'Bad gateway', {}, { error: 'x' }, { error: { code: 'x', message: 'text' } }])
      expect(readFailure(502, body).code).toBe('unexpected-answer');
  });
});
