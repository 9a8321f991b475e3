import { Upload } from 'tus-js-client';

/** What is there of it goes. */
export function giveUpUpload(id: string): Promise<void> {
  return Upload.terminate(`/api/uploads/${encodeURIComponent(id)}`);
}
