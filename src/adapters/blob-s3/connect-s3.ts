import type { S3Client } from '@aws-sdk/client-s3';

/** An S3-compatible store, and who may use it. */
export interface S3Place {
  readonly bucket: string;
  /** What all names begin with there; empty, or parts joined by `/` without one at the ends. */
  readonly prefix: string;
  /** Undefined for Amazon's own. */
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** How long to wait for a connection, and how long for anything to happen on it; for tests. */
  readonly connectTimeoutMs?: number;
  readonly idleTimeoutMs?: number;
}

export type S3 = { readonly client: S3Client } & typeof import('@aws-sdk/client-s3') &
  typeof import('@aws-sdk/lib-storage');

const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_TIMEOUT_MS = 30_000;
/** The SDK's pauses in between are short: whoever called tries again later with longer ones. */
const ATTEMPTS = 3;

/**
 * A connection to the store, checked to have the bucket: without that, an absent bucket would look like absent blobs. The SDK (some 0.3 s)
 * is loaded by the first use. After a failure the next use tries anew.
 */
export function createS3Connection(place: S3Place): () => Promise<S3> {
  let connection: Promise<S3> | undefined;
  return () => {
    connection ??= connect(place).catch((error: unknown) => {
      connection = undefined;
      throw error;
    });
    return connection;
  };
}

async function connect(place: S3Place): Promise<S3> {
  const [sdk, storage] = await Promise.all([import('@aws-sdk/client-s3'), import('@aws-sdk/lib-storage')]);
  const client = new sdk.S3Client({
    region: place.region,
    ...(place.endpoint === undefined ? {} : { endpoint: place.endpoint, forcePathStyle: true }),
    credentials: { accessKeyId: place.accessKey, secretAccessKey: place.secretKey },
    maxAttempts: ATTEMPTS,
    requestHandler: {
      connectionTimeout: place.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
      socketTimeout: place.idleTimeoutMs ?? IDLE_TIMEOUT_MS,
    },
  });
  await client.send(new sdk.HeadBucketCommand({ Bucket: place.bucket }));
  return { client, ...sdk, ...storage };
}
