// Makes the passwords and keys that docker-compose.yml needs, each in a file under ./secrets that only you can read.
// What is there already stays: run it as often as you like. Run: node scripts/make-secrets.ts [folder]
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { masterKeyText } from '../src/adapters/master-key/parse-master-key.ts';
import { KEY_BYTES } from '../src/adapters/vault/create-master-key.ts';

const folder = process.argv[2] ?? 'secrets';
await mkdir(folder, { recursive: true, mode: 0o700 });

/** The secret of that name, made if it is not there yet. */
async function secret(name: string, make: () => string): Promise<string> {
  const path = join(folder, name);
  try {
    await writeFile(path, make(), { flag: 'wx', mode: 0o600 });
    console.log(`made   ${path}`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    console.log(`stays  ${path}`);
  }
  return (await readFile(path, 'utf8')).trim();
}
const hex = (bytes: number) => (): string => randomBytes(bytes).toString('hex');

const postgres = await secret('postgres_password', hex(24));
await secret('database_url', () => `postgres://liasse:${postgres}@postgres:5432/liasse`);
const redis = await secret('redis_password', hex(24));
await secret('redis_url', () => `redis://:${redis}@redis:6379`);
await secret('garage_rpc_secret', hex(32));
// The form that Garage asks for.
const accessKey = await secret('s3_access_key', () => `GK${randomBytes(12).toString('hex')}`);
const secretKey = await secret('s3_secret_key', hex(32));
await secret('garage.env', () => `GARAGE_DEFAULT_ACCESS_KEY=${accessKey}\nGARAGE_DEFAULT_SECRET_KEY=${secretKey}\n`);
await secret('master_key', () => masterKeyText(randomBytes(KEY_BYTES)));
console.log(`
Keep a copy of ${join(folder, 'master_key')} somewhere else: without it nothing that is kept can ever be read again.`);
