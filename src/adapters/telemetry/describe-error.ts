import { fileURLToPath } from 'node:url';
import { getSystemErrorMap } from 'node:util';
import { type FailureCode, LiasseFailure } from '#domain/failure.ts';
import type { FailureCategory } from '#domain/failures/failure-kinds.ts';

/** What may be told of something that was thrown: nothing that its thrower wrote into it. */
export interface ErrorFacts {
  /** The class as the code names it; the type of what was thrown when that is no error. */
  readonly kind: string;
  /** A code of ours, of the operating system or of PostgreSQL; absent when it is none of them. */
  readonly code?: FailureCode | string;
  readonly category?: FailureCategory;
  /** Where in Liasse's own files, `src/app/x.ts:12`, the innermost first. */
  readonly at: readonly string[];
  readonly cause?: ErrorFacts;
}

const ROOT_URL = new URL('../../../', import.meta.url).href;
const ROOTS = [ROOT_URL, fileURLToPath(ROOT_URL)];
const FRAME = /^ {4}at (?:.*\()?(\S+):(\d{1,5}):\d{1,5}\)?$/;
/** As source, or as compiled into the package. */
const OWN_FILE = /^(?:src\/[a-z0-9/.-]+\.ts|dist\/[a-z0-9/.-]+\.js)$/;
const FRAMES_TOLD = 8;
const CAUSES_TOLD = 3;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const SYSTEM_CODES = new Set([...getSystemErrorMap().values()].map(([name]) => name));

/** Class, code and place of what was thrown. Its message is dropped, and with it whatever it quotes. Never throws. */
export function describeError(thrown: unknown, depth = 1): ErrorFacts {
  try {
    if (!(thrown instanceof Error)) return { kind: typeof thrown, at: [] };
    const cause: unknown = depth < CAUSES_TOLD ? thrown.cause : undefined;
    return {
      kind: classOf(thrown),
      ...codeOf(thrown),
      at: ownFrames(thrown),
      ...(cause instanceof Error && { cause: describeError(cause, depth + 1) }),
    };
  } catch {
    return { kind: 'unreadable', at: [] };
  }
}

/** From the prototype: `name` and an own `constructor` are properties that anybody can write a text into. */
function classOf(error: Error): string {
  const prototype: unknown = Object.getPrototypeOf(error);
  if (typeof prototype !== 'object' || prototype === null) return 'Error';
  return typeof prototype.constructor === 'function' ? prototype.constructor.name : 'Error';
}

function codeOf(error: Error): Pick<ErrorFacts, 'code' | 'category'> {
  if (error instanceof LiasseFailure) return { code: error.code, category: error.category };
  const code = 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return {};
  const isKnown = SYSTEM_CODES.has(code) || (classOf(error) === 'DatabaseError' && SQLSTATE.test(code));
  return isKnown ? { code } : {};
}

/** The frames V8 wrote behind the message: lines of the message itself that look like frames are none. */
function ownFrames({ stack = '', message }: Error): string[] {
  const messageAt = stack.indexOf(message);
  return stack
    .slice(messageAt < 0 ? 0 : messageAt + message.length)
    .split('\n')
    .flatMap((line) => {
      const [, place = '', number = ''] = FRAME.exec(line) ?? [];
      const root = ROOTS.find((one) => place.startsWith(one)) ?? '';
      const file = place.slice(root.length);
      return OWN_FILE.test(file) && root !== '' ? [`${file}:${number}`] : [];
    })
    .slice(0, FRAMES_TOLD);
}
