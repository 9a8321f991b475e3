import { unexpectedAnswer, unreachable } from './api-failure.ts';
import { readFailure } from './read-failure.ts';

export interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly signal?: AbortSignal;
}

/**
 * Asks the API. The answer has the shape of the route's contract: server and page are of one build, and the server strips what it answers to that
 * contract, so it is not parsed a second time here. Throws `ApiFailure`.
 */
export async function call<Answer>(path: string, options: CallOptions = {}): Promise<Answer> {
  const response = await send(path, options);
  if (response.status === 204) return JSON.parse('null');
  const body = await readBody(response);
  if (!response.ok) throw readFailure(response.status, body);
  return body;
}

async function send(path: string, { method = 'GET', body, query, signal }: CallOptions): Promise<Response> {
  try {
    return await fetch(addressOf(path, query), {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      credentials: 'same-origin',
      redirect: 'error',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw unreachable();
  }
}

function addressOf(path: string, query: CallOptions['query']): string {
  const asked = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`;
}

async function readBody(response: Response) {
  try {
    return await response.json();
  } catch {
    throw unexpectedAnswer(response.status);
  }
}
