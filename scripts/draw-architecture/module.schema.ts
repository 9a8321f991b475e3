import { z } from 'zod';

/** What is used of dependency-cruiser's output. */
export const cruiseSchema = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
});
export type Module = z.infer<typeof cruiseSchema>['modules'][number];

/** The first folder below src; undefined for what is not ours. */
export function folderOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}
