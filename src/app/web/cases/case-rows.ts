import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findCaseName, isCaseId } from '#domain/case-name.ts';
import type { CaseState } from '#domain/case-state.ts';
import { type DocumentRecord, recordStatusSchema } from '#domain/document-record.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { LedgerCounts } from '#domain/ledger.ts';
import { isOfTeam } from '#domain/principal.ts';
import type { CaseFigures, CaseListQuery } from '#ports/case-figures.ts';
import type { Web } from '../open-web.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';

const countsSchema = z.record(recordStatusSchema, z.number());
const NONE = Object.fromEntries(recordStatusSchema.options.map((status) => [status, 0]));

/** A case as it is shown in a list and above its papers. */
export interface CaseRow {
  readonly id: string;
  readonly name: string;
  readonly state: CaseState;
  readonly teamId: string;
  readonly openedAt: string;
  readonly stateSince: string;
  /** When its papers were last judged together; null until they were. */
  readonly judgedAt: string | null;
  readonly files: LedgerCounts;
  /** Papers by status. */
  readonly documents: Record<DocumentRecord['status'], number>;
}

export interface CaseListInput {
  readonly state?: CaseState | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Cases of their teams, the newest first. `next`: what to give as `after` for more, if there are any. */
export async function listCases(
  web: Pick<Web, 'caseLists'>,
  { keeping, principal }: Seat,
  { state, after, limit }: CaseListInput,
): Promise<{ readonly cases: CaseRow[]; readonly next: string | null }> {
  const teamIds = principal.role === 'administrator' ? 'all' : principal.teamIds;
  const query: CaseListQuery = { teamIds, state, after, limit: limit + 1 };
  // Nobody knows whether a list has changed: each asks for one that is not begun yet.
  const found = await web.caseLists.current({ key: JSON.stringify(query), version: randomUUID() }, () =>
    keeping.caseFigures.list(query),
  );
  const cases = found.slice(0, limit).map(asRow);
  return { cases, next: found.length > limit ? (cases.at(-1)?.id ?? null) : null };
}

/** Throws `not-found`. */
export async function readCase(seat: Seat, caseId: string): Promise<CaseRow> {
  const { id } = await caseInScope(seat, caseId);
  const found = await seat.keeping.caseFigures.of(id);
  if (found === undefined) throw new LiasseFailure('not-found');
  return asRow(found);
}

/** A new case of one of their teams: the one that is named, else their first. Throws `case-name-wrong`, `case-name-taken` (within that team only), `team-needed`, `not-found`. */
export async function openCase(
  seat: Seat,
  input: { readonly name: string; readonly teamId?: string | undefined },
): Promise<CaseRow> {
  const name = findCaseName(input.name.trim());
  // What looks like an id names no case.
  if (name === undefined || isCaseId(name)) throw new LiasseFailure('case-name-wrong');
  const teamId = await teamFor(seat, input.teamId);
  const { id } = await seat.keeping.caseFigures.open(name, teamId);
  return readCase(seat, id);
}

export interface CaseChanges {
  readonly state?: CaseState | undefined;
  readonly teamId?: string | undefined;
}

/** Open, close or archive; give to another team, one of theirs. Throws `not-found`, also for the team; `case-name-taken` when that team has one of the name. */
export async function changeCase(seat: Seat, caseId: string, { state, teamId }: CaseChanges): Promise<CaseRow> {
  const { keeping } = seat;
  const { id } = await caseInScope(seat, caseId);
  const team = teamId === undefined ? undefined : await teamFor(seat, teamId);
  if (state !== undefined) {
    await keeping.files.noteReceipts(id);
    await keeping.cases.setState(id, state);
  }
  if (team !== undefined) await keeping.caseFigures.move(id, team);
  return readCase(seat, id);
}

async function teamFor({ keeping, principal }: Seat, asked: string | undefined): Promise<string> {
  const teamId = asked ?? principal.teamIds[0];
  if (teamId === undefined) throw new LiasseFailure('team-needed');
  const isThere = (await keeping.teams.all()).some(({ id }) => id === teamId);
  if (!isThere || !isOfTeam(principal, teamId)) throw new LiasseFailure('not-found');
  return teamId;
}

function asRow(one: CaseFigures): CaseRow {
  const { id, name, state, teamId, files, documents } = one;
  return {
    ...{ id, name, state, teamId, files },
    openedAt: one.openedAt.toISOString(),
    stateSince: one.stateSince.toISOString(),
    judgedAt: one.judgedAt?.toISOString() ?? null,
    documents: countsSchema.parse({ ...NONE, ...documents }),
  };
}
