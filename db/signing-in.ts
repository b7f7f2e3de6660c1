import { asc, eq, isNotNull } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { authorities, signInSettings } from './schema/index.ts';
import { acrossAuthorities } from './scope.server.ts';
import type { Reader, Writer } from './store.server.ts';

export type SignInSettings = typeof signInSettings.$inferSelect;

export async function signInSettingsOf(
  db: Reader,
  authorityId: string,
): Promise<SignInSettings | undefined> {
  return firstOf(
    await db.select().from(signInSettings).where(eq(signInSettings.authorityId, authorityId)),
  );
}

/** Every authority whose staff may sign in with an account of its directory: few, and never secret. */
export async function directoriesHere(db: Reader) {
  return acrossAuthorities('signing in', () =>
    db
      .select({
        authorityId: authorities.id,
        name: authorities.name,
        domains: signInSettings.domains,
      })
      .from(signInSettings)
      .innerJoin(authorities, eq(authorities.id, signInSettings.authorityId))
      .where(isNotNull(signInSettings.issuer))
      .orderBy(asc(authorities.name), asc(authorities.id)),
  );
}

export async function saveSignInSettings(tx: Writer, row: SignInSettings): Promise<void> {
  await tx
    .insert(signInSettings)
    .values(row)
    .onConflictDoUpdate({ target: signInSettings.authorityId, set: row });
}
