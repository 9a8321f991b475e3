import { type Keeping, openKeeping } from './open-keeping.ts';

/** Does something with what is kept and closes it afterwards. */
export async function withKeeping<Result>(use: (keeping: Keeping) => Promise<Result>): Promise<Result> {
  const keeping = await openKeeping();
  try {
    return await use(keeping);
  } finally {
    await keeping.close();
  }
}
