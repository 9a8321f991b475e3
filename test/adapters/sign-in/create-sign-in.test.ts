import { expect, it } from 'vitest';
import { createSignIn } from '#adapters/sign-in/create-sign-in.ts';
import { connectDatabase } from '#adapters/sql/open-database.ts';

it('a database that is away is told as that, not as a fault of ours: whoever asks tries again', async () => {
  // Nobody listens there.
  const { db, close } = connectDatabase({ url: 'postgres://liasse@127.0.0.1:1/liasse' });
  const signIn = createSignIn({ db, secret: 'a'.repeat(32), publicUrl: 'http://127.0.0.1' });
  const given = { email: 'a@example.org', password: 'une phrase assez longue' };
  await expect(signIn.signIn(new Headers(), given)).rejects.toMatchObject({ code: 'database-away' });
  await close();
});
