import { createStoreFigures } from '#adapters/sql/store-figures.ts';
import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

/** With a worker, waiting work is begun within seconds. */
const LONG_MINUTES = 10;

/** Is there work that nobody does, or that failed for good? */
export async function checkWork({ database }: Pick<DoctorEnvironment, 'database'>): Promise<Finding> {
  const found = await database().catch(() => null);
  if (found === null) return finding('warning', 'work-unknown', {});
  if (found === undefined || found.pending.length > 0) return finding('ok', 'work-good', { ready: 0, running: 0 });
  const figures = createStoreFigures(found.db);
  const dead = await figures.dead();
  const deadItems = dead.reduce((sum, { items }) => sum + items, 0);
  if (deadItems > 0) return finding('warning', 'work-dead', { items: deadItems, codes: dead.map(({ code }) => code) });
  const work = await figures.work();
  const of = (state: string) => work.filter((entry) => entry.state === state);
  const items = (state: string): number => of(state).reduce((sum, entry) => sum + entry.items, 0);
  const minutes = Math.floor(Math.max(0, ...of('ready').map(({ waitingMs }) => waitingMs)) / 60_000);
  if (minutes >= LONG_MINUTES && items('running') === 0)
    return finding('warning', 'work-waiting', { ready: items('ready'), minutes });
  return finding('ok', 'work-good', { ready: items('ready'), running: items('running') });
}
