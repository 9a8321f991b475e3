import { useSyncExternalStore } from 'react';
import type { UploadItem } from './upload-item.ts';
import { isOver, UploadQueue } from './upload-queue.ts';

/** One for all pages: who goes to another page does not stop what is being sent. */
export const uploadQueue = new UploadQueue();

window.addEventListener('beforeunload', (event) => {
  if (!uploadQueue.items().every(isOver)) event.preventDefault();
});

/** The files that were dropped into a case since the page was opened, as they stand. */
export function useUploads(caseId: string): readonly UploadItem[] {
  const items = useSyncExternalStore(uploadQueue.subscribe, uploadQueue.items);
  return items.filter((item) => item.caseId === caseId);
}
