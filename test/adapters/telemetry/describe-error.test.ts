import { describe, expect, it } from 'vitest';
import { describeError } from '#adapters/telemetry/describe-error.ts';
import { unlessLate } from '#adapters/unless-late.ts';
import { LiasseFailure } from '#domain/failure.ts';

const TEXT = 'Mme Zéphyrine Ouldcanari, née le 12.03.1985, souffre de stress post-traumatique';

/** Thrown by one of our own files. */
async function lateError(): Promise<unknown> {
  return unlessLate(1, new Promise(() => undefined)).catch((error: unknown) => error);
}

describe('what is told of an error', () => {
  it('of ours: its code and category, not its detail', () => {
    expect(describeError(new LiasseFailure('encrypted-pdf', TEXT))).toMatchObject({
      kind: 'LiasseFailure',
      code: 'encrypted-pdf',
      category: 'rejected',
    });
  });

  it('of the system or of the database: its code', () => {
    class DatabaseError extends Error {
      readonly code = '53100';
    }
    expect(describeError(Object.assign(new Error(TEXT), { code: 'ENOSPC' })).code).toBe('ENOSPC');
    expect(describeError(new DatabaseError(TEXT)).code).toBe('53100');
  });

  it('where in our own files it was thrown, without columns, names or files of others', async () => {
    const { kind, at } = describeError(await lateError());
    expect(kind).toBe('TooLate');
    expect(at[0]).toMatch(/^src\/adapters\/unless-late\.ts:\d+$/);
    expect(at.every((frame) => /^src\/[a-z/-]+\.ts:\d+$/.test(frame))).toBe(true);
  });

  it('its causes alike, three deep', async () => {
    const root = await lateError();
    const facts = describeError(new Error(TEXT, { cause: new RangeError(TEXT, { cause: root }) }));
    expect(facts.cause?.kind).toBe('RangeError');
    expect(facts.cause?.cause?.kind).toBe('TooLate');
  });

  const named = Object.assign(new Error(TEXT), { name: TEXT });
  const framed = new Error(
    `${TEXT}\n    at Ouldcanari (${new URL('../../../src/ouldcanari.ts', import.meta.url)}:19:85)`,
  );
  const coded = Object.assign(new Error('x'), { code: 'OULDCANARI', path: TEXT, [TEXT]: TEXT });
  const postcode = Object.assign(new Error('x'), { code: '75116' });
  const disguised = Object.assign(new Error('x'), { constructor: { name: 'Ouldcanari' } });
  const trapped = new Proxy(new Error('x'), {
    get: () => {
      throw new Error(TEXT);
    },
  });
  const endless = new Error(TEXT);
  endless.cause = endless;
  it.each([
    ['in its message', new Error(TEXT)],
    ['in its name', named],
    ['in lines of its message that look like frames', framed],
    ['in its code and other properties', coded],
    ['as a postcode where SQL states stand', postcode],
    ['as the name of its constructor', disguised],
    ['in several errors at once', new AggregateError([new Error(TEXT)], TEXT)],
    ['thrown bare', TEXT],
    ['thrown as an object', { message: TEXT, constructor: { name: 'Ouldcanari' } }],
    ['behind properties that can’t be read', trapped],
    ['going round in circles', endless],
  ])('nothing that was quoted %s', (_, thrown) => {
    expect(JSON.stringify(describeError(thrown))).not.toMatch(/ouldcanari|1985|75116|stress/i);
  });
});
