import { asFailure } from '#domain/failure.ts';
import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

const NEEDED_VERSION = 15;
/** SQLSTATE: wrong user or password, no such database, no right to use it. */
const REFUSALS = /^(28|3D|42501)/;

type Surroundings = Pick<DoctorEnvironment, 'database' | 'isDatabaseServer' | 'home'>;

/** Does the database answer, and is it one that this Liasse can work with? */
export async function checkDatabase({ database, isDatabaseServer, home }: Surroundings): Promise<Finding> {
  try {
    const found = await database();
    if (found === undefined) return finding('ok', 'database-not-yet', { path: home });
    const { version, pending, unknown, isSafe } = found;
    if (unknown.length > 0) return finding('broken', 'database-newer', { migrations: [...unknown] });
    if (version < NEEDED_VERSION) return finding('broken', 'database-old', { version, needed: NEEDED_VERSION });
    if (!isSafe) return finding('warning', 'database-unsafe', {});
    if (pending.length > 0) return finding('warning', 'database-behind', { migrations: [...pending] });
    return finding('ok', isDatabaseServer ? 'database-server' : 'database-embedded', { version });
  } catch (error) {
    return failed(error, home);
  }
}

function failed(error: unknown, home: string): Finding {
  const { code } = asFailure(error);
  const state = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (REFUSALS.test(state)) return finding('broken', 'database-refused', { code: state });
  if (code === 'database-in-use') return finding('broken', 'database-in-use', { path: home });
  return finding('broken', 'database-away', { code });
}
