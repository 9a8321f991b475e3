// The process in which the doctor looks around. Folders that never answer and libraries that crash take down no more than this: whoever started it
// counts the time, and ends it.
import { asFailure } from '#domain/failure.ts';
import { CHECKS } from './checks.ts';
import { createDoctorEnvironment } from './create-doctor-environment.ts';
import { type Finding, finding } from './findings.ts';

const { environment, close } = createDoctorEnvironment();

const looking = CHECKS.map(async ({ name, look }) => {
  const found = await look(environment).catch((error: unknown): Finding => {
    return finding('broken', 'check-failed', { code: asFailure(error).code });
  });
  process.send?.({ name, finding: found });
});
await Promise.all(looking);
await close();
process.disconnect();
