import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { S3Place } from '#adapters/blob-s3/connect-s3.ts';
import { createS3BlobStore } from '#adapters/blob-s3/create-s3-blob-store.ts';
import { blobStoreContract } from '../../contracts/blob-store.contract.ts';
import { S3_KEYS, startS3 } from '../../support/servers/s3.ts';
import type { TestServer } from '../../support/servers/server-process.ts';

const BUCKET = 'liasse-test';
let server: TestServer;
let stores = 0;

function place(changed: Partial<S3Place> = {}): S3Place {
  stores += 1;
  const prefix = `home/${stores}`;
  return { bucket: BUCKET, prefix, endpoint: server.url, region: 'us-east-1', ...S3_KEYS, ...changed };
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const away = (detail: unknown = expect.any(String)): unknown => expect.objectContaining({ code: 'blobs-away', detail });

beforeAll(async () => {
  server = await startS3(BUCKET);
});
afterAll(() => server?.stop());

blobStoreContract('S3', async () => createS3BlobStore(place()));

describe('blobs in S3', () => {
  it('sees nothing outside its prefix, also where another begins alike', async () => {
    const outer = createS3BlobStore(place({ prefix: '' }));
    const inner = createS3BlobStore(place({ prefix: 'alike' }));
    await outer.put('alike-too/x', Buffer.from('not mine'));
    await inner.put('x', Buffer.from('mine'));
    expect(await Array.fromAsync(inner.list(''))).toEqual([{ name: 'x', sizeBytes: 4 }]);
    expect(await outer.find('alike/x')).toEqual(bytes('mine'));
  });

  it('lists more than one page of a thousand', async () => {
    const store = createS3BlobStore(place());
    const names = Array.from({ length: 1010 }, (_, index) => `many/${String(index).padStart(5, '0')}`);
    for (let at = 0; at < names.length; at += 50)
      await Promise.all(names.slice(at, at + 50).map((name) => store.put(name, Buffer.from('x'))));
    expect((await Array.fromAsync(store.list('many/'))).map(({ name }) => name)).toEqual(names);
  });

  it('says that blobs are away, not that they are absent, when the bucket is not there or the key is unknown', async () => {
    const elsewhere = createS3BlobStore(place({ bucket: 'no-such-bucket' }));
    await expect(elsewhere.has('x')).rejects.toEqual(away());
    await expect(elsewhere.find('x')).rejects.toEqual(away());
    await expect(createS3BlobStore(place({ accessKey: 'nobody' })).put('x', Buffer.of(1))).rejects.toEqual(away());
  });

  it('says so when the server is gone, and goes on by itself when it is back', async () => {
    const store = createS3BlobStore(place());
    await store.put('kept', Buffer.from('x'));
    await server.kill();
    await expect(store.put('more', Buffer.from('x'))).rejects.toEqual(away('ECONNREFUSED'));
    await expect(store.find('kept')).rejects.toEqual(away('ECONNREFUSED'));
    await expect(createS3BlobStore(place()).has('kept')).rejects.toEqual(away('ECONNREFUSED'));
    await expect(Array.fromAsync(store.list(''))).rejects.toEqual(away('ECONNREFUSED'));
    await server.restart();
    expect(await store.find('kept')).toEqual(bytes('x'));
    await store.put('more', Buffer.from('x'));
  });

  it('does not wait for ever for a server that takes connections and is silent', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const store = createS3BlobStore(place({ endpoint: `http://127.0.0.1:${port}`, idleTimeoutMs: 200 }));
    const started = performance.now();
    await expect(store.find('x')).rejects.toEqual(away('TimeoutError'));
    expect(performance.now() - started).toBeLessThan(5000);
    silent.close();
  });
});
