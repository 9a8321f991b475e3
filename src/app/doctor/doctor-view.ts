import { type Diagnosis, diagnose } from './diagnose.ts';
import { runDoctor } from './run-doctor.ts';

/** One look at a time, however many ask. */
export function createDoctorView(): () => Promise<Diagnosis[]> {
  let running: Promise<Diagnosis[]> | undefined;
  const look = async (): Promise<Diagnosis[]> => (await Array.fromAsync(runDoctor())).map(diagnose);
  return () => {
    running ??= look().finally(() => {
      running = undefined;
    });
    return running;
  };
}
