import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMasterKeyFiles } from '#adapters/master-key/create-master-key-files.ts';
import { masterKeyText } from '#adapters/master-key/parse-master-key.ts';
import { createMasterKey } from '#adapters/vault/create-master-key.ts';
import { aHome } from '../../support/liasse-home.ts';

const secret = (letter: string): Uint8Array => Buffer.alloc(32, letter);
const fingerprint = (letter: string): string => createMasterKey(secret(letter)).fingerprint;
const text = (letter: string): string => masterKeyText(secret(letter));
const untold = (): never => {
  throw new Error('no key should be made');
};
const failing = (code: string): unknown => expect.objectContaining({ code });

describe('master keys in files', () => {
  it('are made once, for their owner to read only, and the person is told', async () => {
    const home = await aHome();
    const told: unknown[] = [];
    const masters = createMasterKeyFiles({ home }, (made) => told.push(made));
    expect(await masters.chosen()).toBeUndefined();
    const made = await masters.make();
    expect((await stat(join(home, 'master.key'))).mode & 0o777).toBe(0o400);
    expect((await stat(home)).mode & 0o777).toBe(0o700);
    expect(await readdir(home)).toEqual(['master.key']);
    expect(told).toEqual([{ path: join(home, 'master.key'), fingerprint: made.fingerprint }]);
    const later = createMasterKeyFiles({ home }, untold);
    expect((await later.chosen())?.fingerprint).toBe(made.fingerprint);
    expect((await later.make()).fingerprint).toBe(made.fingerprint);
  });

  it('are one key when many processes make one at once, and one of them tells', async () => {
    const home = await aHome();
    const told: unknown[] = [];
    const all = Array.from({ length: 10 }, () => createMasterKeyFiles({ home }, (made) => told.push(made)));
    const made = await Promise.all(all.map((masters) => masters.make()));
    expect(new Set(made.map((key) => key.fingerprint)).size).toBe(1);
    expect(told).toHaveLength(1);
    expect(await readdir(home)).toEqual(['master.key']);
  });

  it('are taken from the file that is named, before the environment, before the home', async () => {
    const home = await aHome();
    await mkdir(home, { recursive: true });
    await writeFile(join(home, 'master.key'), text('h'));
    await writeFile(join(home, 'elsewhere'), text('f'));
    const chosen = async (places: object): Promise<string | undefined> =>
      (await createMasterKeyFiles({ home, ...places }, untold).chosen())?.fingerprint;
    const given = Buffer.from(secret('e')).toString('base64');
    expect(await chosen({ file: join(home, 'elsewhere'), text: given })).toBe(fingerprint('f'));
    expect(await chosen({ text: given })).toBe(fingerprint('e'));
    expect(await chosen({})).toBe(fingerprint('h'));
  });

  it('are not replaced by others when the named one is missing, unreadable or no key', async () => {
    const home = await aHome();
    await mkdir(home, { recursive: true });
    await writeFile(join(home, 'master.key'), text('h'));
    await writeFile(join(home, 'damaged'), text('f').slice(0, -20));
    const chosen = (places: object): Promise<unknown> => createMasterKeyFiles({ home, ...places }, untold).chosen();
    await expect(chosen({ file: join(home, 'nowhere') })).rejects.toEqual(failing('master-key-missing'));
    await expect(chosen({ file: home })).rejects.toEqual(failing('master-key-missing'));
    await expect(chosen({ file: join(home, 'damaged') })).rejects.toEqual(failing('master-key-malformed'));
    await expect(chosen({ text: 'hunter2' })).rejects.toEqual(failing('master-key-malformed'));
    await chmod(join(home, 'master.key'), 0o600);
    await writeFile(join(home, 'master.key'), '');
    await expect(chosen({})).rejects.toEqual(failing('master-key-malformed'));
  });

  it('are found by fingerprint while they are changed: the one before, the one to come, old ones; also when written later', async () => {
    const home = await aHome();
    await mkdir(home, { recursive: true });
    const previousFile = join(home, 'previous');
    await writeFile(join(home, 'master.key'), text('h'));
    await writeFile(previousFile, text('p'));
    await writeFile(join(home, `master.key.${fingerprint('o')}.old`), text('o'));
    await writeFile(join(home, `master.key.${'0'.repeat(16)}.old`), 'damaged');
    const masters = createMasterKeyFiles(
      { home, text: Buffer.from(secret('e')).toString('base64'), previousFile },
      untold,
    );
    for (const letter of ['e', 'h', 'p', 'o'])
      expect((await masters.find(fingerprint(letter)))?.fingerprint, letter).toBe(fingerprint(letter));
    expect(await masters.find(fingerprint('n'))).toBeUndefined();
    await writeFile(join(home, `master.key.${fingerprint('n')}.new`), text('n'));
    expect((await masters.find(fingerprint('n')))?.fingerprint).toBe(fingerprint('n'));
  });
});
