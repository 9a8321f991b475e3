import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AuditHeadFile, createAuditHeadFile } from '#adapters/audit-head/create-audit-head-file.ts';
import { createKeptPages } from '#adapters/kept-bytes/create-kept-pages.ts';
import { createOriginals } from '#adapters/kept-bytes/create-originals.ts';
import { createMasterKeyFiles } from '#adapters/master-key/create-master-key-files.ts';
import { createAuditLog } from '#adapters/sql/audit/audit-log.ts';
import { createAuditTrail } from '#adapters/sql/audit/audit-trail.ts';
import { createCaseFigures } from '#adapters/sql/case-figures.ts';
import { createCaseStore } from '#adapters/sql/case-store.ts';
import { createChangeLog } from '#adapters/sql/changes/change-log.ts';
import { createDecisionStore } from '#adapters/sql/decision-store.ts';
import { createFileStore } from '#adapters/sql/file-store.ts';
import { createJudgedVersions } from '#adapters/sql/judged-versions.ts';
import { createKeyStore } from '#adapters/sql/key-store.ts';
import { createLearnedModels } from '#adapters/sql/learned-models.ts';
import { type Database, type OpenedDatabase, openDatabase } from '#adapters/sql/open-database.ts';
import { createApiKeyStore } from '#adapters/sql/people/api-key-store.ts';
import { createInvitationStore } from '#adapters/sql/people/invitation-store.ts';
import { createPeopleStore } from '#adapters/sql/people/people-store.ts';
import { createTeamStore } from '#adapters/sql/people/team-store.ts';
import { createTryCounter } from '#adapters/sql/people/try-counter.ts';
import { createPurgeStore } from '#adapters/sql/purge/purge-store.ts';
import { createResultStore } from '#adapters/sql/result-store.ts';
import { createReviewList } from '#adapters/sql/review-list.ts';
import { createRunStore } from '#adapters/sql/runs/create-run-store.ts';
import { createSearchIndex } from '#adapters/sql/search-index.ts';
import { createTranslationStore } from '#adapters/sql/translations/translation-store.ts';
import { createWebhookStore } from '#adapters/sql/webhooks/webhook-store.ts';
import { createWorkStore } from '#adapters/sql/work/create-work-store.ts';
import { createVault } from '#adapters/vault/create-vault.ts';
import type { LearnedModel } from '#definitions/learned-model.schema.ts';
import { type DecisionsInForce, decisionsInForce } from '#domain/decisions-in-force.ts';
import type { AuditLog } from '#ports/audit-log.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { CaseFiguresStore } from '#ports/case-figures.ts';
import type { ChangeLog } from '#ports/changes.ts';
import type { DecisionStore } from '#ports/decision-store.ts';
import type { JudgedVersions } from '#ports/judged-versions.ts';
import type { CaseStore, FileStore } from '#ports/kept-files.ts';
import type { KeptPages } from '#ports/kept-pages.ts';
import type { ResultStore } from '#ports/kept-results.ts';
import type { LearnedModels } from '#ports/learned-models.ts';
import type { Originals } from '#ports/originals.ts';
import type { ApiKeyStore, InvitationStore, PeopleStore, TeamStore, TryCounter } from '#ports/people.ts';
import type { PurgeStore } from '#ports/purge-store.ts';
import type { ReviewList } from '#ports/review-list.ts';
import type { RunStore } from '#ports/runs.ts';
import type { SearchIndex } from '#ports/search-index.ts';
import type { TranslationStore } from '#ports/translations.ts';
import type { Vault } from '#ports/vault.ts';
import type { WebhookStore } from '#ports/webhooks.ts';
import type { WorkStore } from '#ports/work-queue.ts';
import { actorOf, type KeepingPlaces, keepingPlaces } from '../config.ts';
import { refuseHalfRestored } from '../trust/backup/restore-marks.ts';
import { checkInstallation } from './check-installation.ts';
import { tellOfMasterKey } from './keys/master-key-notice.ts';
import { openBlobs } from './open-blobs.ts';

/** All that is kept of an organisation's papers. Close it, or its database keeps the process alive. */
export interface Keeping {
  readonly db: Database;
  readonly blobs: BlobStore;
  readonly vault: Vault;
  readonly cases: CaseStore;
  readonly caseFigures: CaseFiguresStore;
  readonly files: FileStore;
  readonly results: ResultStore;
  readonly judgedVersions: JudgedVersions;
  readonly reviewList: ReviewList;
  readonly originals: Originals;
  readonly pages: KeptPages;
  readonly decisions: DecisionStore;
  readonly learnedModels: LearnedModels<LearnedModel>;
  readonly work: WorkStore;
  readonly search: SearchIndex;
  readonly audit: AuditLog;
  readonly auditHead: AuditHeadFile;
  readonly purges: PurgeStore;
  readonly runs: RunStore;
  readonly people: PeopleStore;
  readonly teams: TeamStore;
  readonly invitations: InvitationStore;
  readonly apiKeys: ApiKeyStore;
  readonly tries: TryCounter;
  readonly changes: ChangeLog;
  readonly translations: TranslationStore;
  readonly webhooks: WebhookStore;
  /** Where it lies, for a thread that opens it once more. */
  readonly places: KeepingPlaces;
  /** Whether other machines that are set up alike share all of it. */
  readonly isShared: boolean;
  /** What holds after all decisions that were made until now. */
  decisionsInForce(): Promise<DecisionsInForce>;
  /** The same, used by somebody else: the audit log names that person. Closing one closes both. */
  as(actor: string): Keeping;
  close(): Promise<void>;
}

/**
 * Opens what is kept, made at first use. Throws `database-away`, `database-in-use`, `home-not-writable`, `master-key-missing`, `stores-not-shared`,
 * `restore-unfinished`.
 */
export async function openKeeping(places: KeepingPlaces = keepingPlaces()): Promise<Keeping> {
  const opened = { ...(await openDatabase(places.database)), blobs: openBlobs(places.blobs), places };
  try {
    await refuseHalfRestored(opened);
    // Bytes that other machines never see must not be received into a database that they share.
    if ('url' in places.database || places.redisUrl !== undefined) await checkInstallation(opened, places);
  } catch (error) {
    await opened.close();
    throw error;
  }
  return keepingOf(opened, actorOf());
}

/** An installation whose stores are open. */
export interface Opened extends OpenedDatabase {
  readonly blobs: BlobStore;
  readonly places: KeepingPlaces;
}

/** All that is kept in open stores, as somebody uses it. */
export function keepingOf(opened: Opened, actor: string, openedVault?: Vault): Keeping {
  const { db, blobs, places, isShared, close } = opened;
  const auditHead = createAuditHeadFile(places.home);
  const trail = createAuditTrail(db, { actor, headFile: auditHead });
  const vault =
    openedVault ??
    createVault({
      keys: createKeyStore(db, trail),
      master: createMasterKeyFiles(places.masterKey, tellOfMasterKey),
    });
  const decisions = createDecisionStore(db, vault, trail);
  return {
    db,
    blobs,
    vault,
    cases: createCaseStore(db, vault, trail),
    caseFigures: createCaseFigures(db, trail),
    files: createFileStore(db, vault, trail),
    results: createResultStore(db, vault),
    judgedVersions: createJudgedVersions(db),
    reviewList: createReviewList(db, vault),
    originals: createOriginals(blobs, vault),
    pages: createKeptPages(blobs, vault),
    decisions,
    learnedModels: createLearnedModels(db, vault, trail),
    work: createWorkStore(db),
    search: createSearchIndex(db, vault),
    audit: createAuditLog(db, trail),
    auditHead,
    purges: createPurgeStore(db, trail),
    runs: createRunStore(db, vault, { trail }),
    people: createPeopleStore(db, trail),
    teams: createTeamStore(db, trail),
    invitations: createInvitationStore(db, trail),
    apiKeys: createApiKeyStore(db, trail),
    tries: createTryCounter(db),
    changes: createChangeLog(db),
    translations: createTranslationStore(db, vault, trail),
    webhooks: createWebhookStore(db, vault, trail),
    isShared: isShared && blobs.isShared,
    decisionsInForce: async () => decisionsInForce(await decisions.all()),
    as: (other) => keepingOf(opened, other, vault),
    places,
    close,
  };
}

/** What is kept, if anything ever was: looking leaves nothing behind. */
export async function findKeeping(places: KeepingPlaces = keepingPlaces()): Promise<Keeping | undefined> {
  const isThere = 'url' in places.database || existsSync(join(places.database.home, 'database'));
  return isThere ? openKeeping(places) : undefined;
}
