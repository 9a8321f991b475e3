import { createFolderBlobStore } from '#adapters/blob-folder/create-folder-blob-store.ts';
import { createS3BlobStore } from '#adapters/blob-s3/create-s3-blob-store.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import { type BlobsPlace, s3PlaceOf } from '../config.ts';

/** The blob store of an installation. Throws `s3-misconfigured`. */
export function openBlobs(place: BlobsPlace): BlobStore {
  return 'folder' in place ? createFolderBlobStore(place.folder) : createS3BlobStore(s3PlaceOf(place.s3));
}
