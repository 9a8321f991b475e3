import type { Web } from '../open-web.ts';
import { makeToken } from '../secret-token.ts';

/** The address at which the first administrator is made, good for a day and for once; undefined when there is one. The code never reaches a log: it stands after the `#`. */
export async function offerSetupCode(web: Pick<Web, 'keeping' | 'settings' | 'isSetUp'>): Promise<string | undefined> {
  if (await web.isSetUp()) return undefined;
  const { token, hash } = makeToken();
  await web.keeping.people.addSetupCode(hash);
  return `${web.settings.publicUrl}/setup#${token}`;
}
