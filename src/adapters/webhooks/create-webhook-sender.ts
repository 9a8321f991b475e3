import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { isIP } from 'node:net';
import type { DeliveryProblem } from '#domain/webhooks.ts';
import type { ClaimedDelivery } from '#ports/webhooks.ts';
import { InnerAddress, isPublicAddress, publicLookup } from './public-address.ts';
import { signDelivery } from './sign-delivery.ts';

/** How one try went; `problem` null: it answered 2xx. */
export interface SentDelivery {
  readonly status: number | null;
  readonly problem: DeliveryProblem | null;
  readonly tookMs: number;
}

export interface WebhookSenderOptions {
  /** Names and addresses of inner networks that may be reached all the same. */
  readonly allowedHosts: readonly string[];
  readonly version: string;
  /** From the look-up to the answer. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** What it answers is looked at by nobody. */
const ANSWER_BYTES = 64 * 1024;

/** Posts deliveries: signed, never redirected, never to an inner network that was not allowed, never for long. Never throws. */
export function createWebhookSender(
  options: WebhookSenderOptions,
): (delivery: Omit<ClaimedDelivery, 'attempts'>, signal: AbortSignal) => Promise<SentDelivery> {
  return async (delivery, signal) => {
    const startedAt = performance.now();
    const tookMs = (): number => performance.now() - startedAt;
    const late = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
    try {
      const status = await post(delivery, { ...options, signal: AbortSignal.any([signal, late]) });
      return { status, problem: status >= 200 && status < 300 ? null : 'status', tookMs: tookMs() };
    } catch (error) {
      return { status: null, problem: late.aborted ? 'late' : problemOf(error), tookMs: tookMs() };
    }
  };
}

/** Whether it is an address that may be registered: http or https, without a password in it. What it points at is checked at each delivery. */
export function isWebhookUrl(text: string, allowedHosts: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  const isPlain = protocol === 'http:' && allowedHosts.includes(hostname);
  if (!(protocol === 'https:' || isPlain) || username !== '' || password !== '') return false;
  return allowedHosts.includes(hostname) || !isInner(hostname);
}

function isInner(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) !== 0 ? !isPublicAddress(bare) : /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(bare);
}

interface Post extends WebhookSenderOptions {
  readonly signal: AbortSignal;
}

/** The status it answered. */
function post(
  { id, event, data, madeAt, url, secret }: Omit<ClaimedDelivery, 'attempts'>,
  { allowedHosts, version, signal }: Post,
): Promise<number> {
  const to = new URL(url);
  const isAllowed = allowedHosts.includes(to.hostname);
  if (!isAllowed && isInner(to.hostname)) return Promise.reject(new InnerAddress());
  const body = JSON.stringify({ type: event, timestamp: madeAt.toISOString(), data });
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': `Liasse/${version}`,
    ...signDelivery(secret, { id, body, at: new Date() }),
  };
  const request = to.protocol === 'https:' ? requestTls : requestPlain;
  return new Promise((resolve, reject) => {
    const sent = request(
      to,
      { method: 'POST', headers, agent: false, signal, ...(isAllowed ? {} : { lookup: publicLookup }) },
      (answer) => {
        let bytes = 0;
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > ANSWER_BYTES) answer.destroy();
        });
        answer.once('error', reject);
        answer.once('close', () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

function problemOf(error: unknown): DeliveryProblem {
  if (error instanceof InnerAddress) return 'private';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /CERT|SELF_SIGNED|TLS|SSL|ERR_TLS/.test(code) ? 'certificate' : 'unreachable';
}
