import type { Bilingual } from '#domain/findings.ts';

/** What went wrong and what to do next, in the reader's two languages: as the API says it, or as the page does when the API could not be asked. */
export interface FailureText {
  readonly code: string;
  readonly message: Bilingual;
  readonly next: Bilingual | null;
}

/** A call that did not do what it was asked. `status` 0: no answer came. */
export class ApiFailure extends Error {
  readonly status: number;
  readonly text: FailureText;

  constructor(status: number, text: FailureText) {
    super(text.code);
    this.name = 'ApiFailure';
    this.status = status;
    this.text = text;
  }

  get code(): string {
    return this.text.code;
  }
}

/** The code of the failure, whatever was thrown; undefined for what is none of the API's. */
export function failureCode(error: unknown): string | undefined {
  return error instanceof ApiFailure ? error.code : undefined;
}

/** No answer: offline, or the server is down. */
export function unreachable(): ApiFailure {
  return new ApiFailure(0, {
    code: 'unreachable',
    message: { fr: 'Le serveur ne répond pas.', en: 'The server does not answer.' },
    next: { fr: 'Vérifiez votre connexion, puis réessayez.', en: 'Check your connection, then try again.' },
  });
}

/** An answer that is none of the API's: a proxy's page, half an answer. */
export function unexpectedAnswer(status: number): ApiFailure {
  return new ApiFailure(status, {
    code: 'unexpected-answer',
    message: { fr: 'La réponse du serveur est inattendue.', en: 'The server’s answer is not what was expected.' },
    next: {
      fr: 'Réessayez ; si cela continue, prévenez la personne qui administre Liasse.',
      en: 'Try again; if it goes on, tell whoever administers Liasse.',
    },
  });
}
