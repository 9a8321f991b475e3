import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { unfinishedQuery } from '../api/files.ts';
import { useMe } from '../api/me.ts';
import { meantFiles } from '../upload/dropped-files.ts';
import type { DroppedFile } from '../upload/upload-queue.ts';
import { uploadQueue } from '../upload/use-uploads.ts';

/** Takes dropped files into a case. What the server has of an earlier try is gone on with; when it can't be asked, they are sent anew. */
export function useAddFiles(caseId: string): (files: readonly DroppedFile[]) => void {
  const client = useQueryClient();
  const { id } = useMe();
  useEffect(() => uploadQueue.keepFor(id), [id]);
  return (files) => {
    const meant = meantFiles(files);
    if (meant.length === 0) return;
    void client
      .fetchQuery({ ...unfinishedQuery(caseId), staleTime: 0 })
      .catch(() => [])
      .then((unfinished) => uploadQueue.add(caseId, meant, unfinished));
  };
}
