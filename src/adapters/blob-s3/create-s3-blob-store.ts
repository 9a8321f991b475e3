import type { BlobStore } from '#ports/blob-store.ts';
import { checkBlobName, checkBlobPrefix } from '../check-blob-name.ts';
import { createS3Connection, type S3, type S3Place } from './connect-s3.ts';
import { isAbsent, s3Failure } from './s3-failure.ts';

/** Larger blobs go up in parts, a few at a time. */
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 3;

/** Blobs in a bucket of Amazon S3 or a store that speaks like it (Garage, MinIO, Ceph …). Nothing is sent before the first use. */
export function createS3BlobStore(place: S3Place): BlobStore {
  const connect = createS3Connection(place);
  const before = place.prefix === '' ? '' : `${place.prefix}/`;

  /** Asks the store about one blob. */
  async function about<Answer>(
    name: string,
    ask: (s3: S3, blob: { readonly Bucket: string; readonly Key: string }) => Promise<Answer>,
  ): Promise<Answer> {
    checkBlobName(name);
    try {
      return await ask(await connect(), { Bucket: place.bucket, Key: `${before}${name}` });
    } catch (error) {
      throw s3Failure(error);
    }
  }

  const put: BlobStore['put'] = (name, content) =>
    about(name, async ({ client, Upload }, blob) => {
      const params = { ...blob, Body: content };
      await new Upload({ client, params, partSize: PART_BYTES, queueSize: PARTS_AT_ONCE }).done();
    });

  return {
    isShared: true,
    put,
    putMemo: put,
    find: (name) =>
      about(name, async ({ client, GetObjectCommand }, blob) => {
        const answer = await unlessAbsent(client.send(new GetObjectCommand(blob)));
        return await answer?.Body?.transformToByteArray();
      }),
    has: (name) =>
      about(name, async ({ client, HeadObjectCommand }, blob) => {
        return (await unlessAbsent(client.send(new HeadObjectCommand(blob)))) !== undefined;
      }),
    remove: (name) =>
      about(name, async ({ client, DeleteObjectCommand }, blob) => {
        await client.send(new DeleteObjectCommand(blob));
      }),
    list: async function* (prefix) {
      checkBlobPrefix(prefix);
      try {
        const { client, paginateListObjectsV2 } = await connect();
        const asked = { Bucket: place.bucket, Prefix: `${before}${prefix}` };
        for await (const { Contents: found = [] } of paginateListObjectsV2({ client }, asked))
          for (const { Key: key, Size: sizeBytes } of found)
            if (key !== undefined && sizeBytes !== undefined) yield { name: key.slice(before.length), sizeBytes };
      } catch (error) {
        throw s3Failure(error);
      }
    },
  };
}

async function unlessAbsent<Answer>(asking: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
