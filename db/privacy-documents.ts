import { and, eq } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { privacyDocuments } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type PrivacyDocument = typeof privacyDocuments.$inferSelect;

/** What an authority wrote into one document; undefined before anybody did. */
export async function privacyDocument(
  db: Reader,
  authorityId: string,
  document: string,
  scope: string,
): Promise<PrivacyDocument | undefined> {
  return firstOf(
    await db
      .select()
      .from(privacyDocuments)
      .where(
        and(
          eq(privacyDocuments.authorityId, authorityId),
          eq(privacyDocuments.document, document),
          eq(privacyDocuments.scope, scope),
        ),
      ),
  );
}

export async function keepPrivacyDocument(tx: Writer, row: PrivacyDocument): Promise<void> {
  const { fields, version, changedBy, changedAt } = row;
  await tx
    .insert(privacyDocuments)
    .values(row)
    .onConflictDoUpdate({
      target: [privacyDocuments.authorityId, privacyDocuments.document, privacyDocuments.scope],
      set: { fields, version, changedBy, changedAt },
    });
}
