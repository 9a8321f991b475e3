import type { PageOutline } from '#domain/document-outline.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import type { KeptArtifacts } from '#domain/kept-judgement.ts';

/** What became of a document: pages that could not be read are for a person, until one has looked. */
export function recordStatus(
  pages: readonly PageOutline[],
  { needsReview, isLookedAt = false }: KeptArtifacts['assess-evidence'],
): DocumentRecord['status'] {
  if (pages.every((page) => page.state === 'failed')) return 'failed';
  const hasUnread = pages.some((page) => page.state === 'failed');
  return needsReview || (hasUnread && !isLookedAt) ? 'needs-review' : 'done';
}
