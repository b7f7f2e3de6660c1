import { and, desc, eq } from 'drizzle-orm';
import { panelTerms, termsAgreements } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

/** One version of a panel's terms of reference, and that somebody agreed to one. */
export type TermsRow = typeof panelTerms.$inferSelect;
export type AgreementRow = typeof termsAgreements.$inferSelect;

/** Every version of a panel's terms of reference, newest first. */
export async function termsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<TermsRow[]> {
  return db
    .select()
    .from(panelTerms)
    .where(and(eq(panelTerms.authorityId, authorityId), eq(panelTerms.programmeId, programmeId)))
    .orderBy(desc(panelTerms.number));
}

export async function insertTerms(tx: Writer, row: TermsRow): Promise<void> {
  await tx.insert(panelTerms).values(row);
}

/** Notes that a member agreed; once for each version, however often it is sent. */
export async function insertAgreement(tx: Writer, row: AgreementRow): Promise<boolean> {
  const made = await tx
    .insert(termsAgreements)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: termsAgreements.id });
  return made.length === 1;
}

/** What a member agreed to, newest version first. */
export async function agreementsOf(
  db: Reader,
  authorityId: string,
  memberId: string,
): Promise<{ number: number; agreedOn: string; how: string; termsId: string }[]> {
  return db
    .select({
      number: panelTerms.number,
      agreedOn: termsAgreements.agreedOn,
      how: termsAgreements.how,
      termsId: termsAgreements.termsId,
    })
    .from(termsAgreements)
    .innerJoin(
      panelTerms,
      and(
        eq(panelTerms.authorityId, termsAgreements.authorityId),
        eq(panelTerms.id, termsAgreements.termsId),
      ),
    )
    .where(
      and(eq(termsAgreements.authorityId, authorityId), eq(termsAgreements.memberId, memberId)),
    )
    .orderBy(desc(panelTerms.number));
}

/** The members who agreed to one version. */
export async function whoAgreed(
  db: Reader,
  authorityId: string,
  termsId: string,
): Promise<Set<string>> {
  const rows = await db
    .select({ memberId: termsAgreements.memberId })
    .from(termsAgreements)
    .where(and(eq(termsAgreements.authorityId, authorityId), eq(termsAgreements.termsId, termsId)));
  return new Set(rows.map(({ memberId }) => memberId));
}
