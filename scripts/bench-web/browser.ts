import { z } from 'zod';
import { PASSWORD } from './make-home.ts';

/** How long answers took, by route, in milliseconds; and what was answered instead. */
export interface Times {
  readonly ms: Map<string, number[]>;
  readonly failed: Map<string, number>;
}

/** Somebody with a browser: keeps the cookie, measures from the request to the last byte. */
export interface VirtualPerson {
  readonly headers: Readonly<Record<string, string>>;
  ask(route: string, path: string, body?: unknown): Promise<unknown>;
}

export async function signIn(url: string, email: string, times: Times): Promise<VirtualPerson> {
  let cookie = '';
  const person: VirtualPerson = {
    get headers() {
      return { origin: url, cookie };
    },
    ask: async (route, path, body) => {
      const startedAt = performance.now();
      const response = await fetch(`${url}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { origin: url, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      times.ms.set(route, [...(times.ms.get(route) ?? []), performance.now() - startedAt]);
      if (!response.ok) times.failed.set(route, (times.failed.get(route) ?? 0) + 1);
      const set = response.headers.getSetCookie().map((one) => one.split(';', 1)[0] ?? '');
      if (set.length > 0) cookie = set.join('; ');
      const parsed: unknown = JSON.parse(text);
      return parsed;
    },
  };
  await person.ask('sign-in', '/api/auth/sign-in', { email, password: PASSWORD });
  return person;
}

const casesSchema = z.object({ cases: z.array(z.object({ id: z.string() })) });
const WORDS = ['bulletin', 'attestation', 'marseille', 'loyer', 'contrat'];
const pick = <One>(all: readonly One[]): One | undefined => all[Math.floor(Math.random() * all.length)];

/** Looks around as advisers do, with a moment to think after each look, until it is over; listens to events all the while. */
export async function workOn(url: string, person: VirtualPerson, until: AbortSignal): Promise<number> {
  let events = 0;
  const listening = fetch(`${url}/api/events`, { headers: person.headers, signal: until })
    .then(async ({ body }) => {
      for await (const chunk of body ?? []) events += Buffer.from(chunk).toString().split('event: change').length - 1;
    })
    .catch(() => undefined);
  while (!until.aborted) {
    const { cases } = casesSchema.parse(await person.ask('list of cases', '/api/cases'));
    const id = pick(cases)?.id;
    await think(until);
    if (id === undefined || until.aborted) continue;
    for (const [route, path, body] of [
      ['case', ''],
      ['documents', '/documents'],
      // As the page asks.
      ['judgement', '/judgement?mayBeFormer=true'],
      ['files', '/files'],
      ['search', '/search', { words: pick(WORDS) }],
    ] as const) {
      if (until.aborted) break;
      await person.ask(route, `/api/cases/${id}${path}`, body);
      await think(until);
    }
  }
  await listening;
  return events;
}

const LEAST_MS = 500;
const MOST_MS = 2_500;

function think(until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LEAST_MS + Math.random() * (MOST_MS - LEAST_MS));
    until.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
