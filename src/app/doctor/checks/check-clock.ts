import { unlessLate } from '#adapters/unless-late.ts';
import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

const DAY_MS = 86_400_000;
/** Leases of work last half a minute. */
const TOLERATED_SECONDS = 10;
/** For the database, whose silence another check tells of. */
const PATIENCE_MS = 5_000;
const UTC = /^(Etc\/)?(UTC|GMT|UCT|Universal|Zulu)$/;

/** Does the clock go right, and are days those of the people here? Papers are judged by the day. */
export async function checkClock({ clock, database }: Pick<DoctorEnvironment, 'clock' | 'database'>): Promise<Finding> {
  const { now, installedAt, zoneAsked, zoneUsed } = clock;
  if (now.getTime() < installedAt.getTime() - DAY_MS)
    return finding('broken', 'clock-behind', { now: now.toISOString() });
  const seconds = await secondsFromDatabase(database);
  if (Math.abs(seconds) > TOLERATED_SECONDS) return finding('broken', 'clock-differs', { seconds });
  if (UTC.test(zoneUsed) && zoneAsked === undefined) return finding('warning', 'zone-not-set', {});
  if (UTC.test(zoneUsed) && zoneAsked !== undefined && !UTC.test(zoneAsked))
    return finding('broken', 'zone-unknown', { asked: zoneAsked });
  return finding('ok', 'clock-good', { zone: zoneUsed });
}

/** By how much the database's clock is ahead; 0 where there is none to ask: another check tells of that. */
async function secondsFromDatabase(database: DoctorEnvironment['database']): Promise<number> {
  const inspection = await unlessLate(PATIENCE_MS, database()).catch(() => undefined);
  return inspection === undefined ? 0 : Math.round(inspection.aheadMs / 1000);
}
