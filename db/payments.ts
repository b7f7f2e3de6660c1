import { and, asc, desc, eq } from 'drizzle-orm';
import { personOfMember } from './joins.ts';
import { firstOf } from './people.ts';
import { panelMembers, panelPayments, people } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type PaymentRow = typeof panelPayments.$inferSelect;

/** A payment with the member whom it is for. */
export type PaymentOf = PaymentRow & { name: string; memberKind: string };

/** Payments with the members whom they are for; which of them, whoever asks says. */
const withNames = (db: Reader) =>
  db
    .select({ payment: panelPayments, name: people.name, memberKind: panelMembers.kind })
    .from(panelPayments)
    .innerJoin(
      panelMembers,
      and(
        eq(panelMembers.authorityId, panelPayments.authorityId),
        eq(panelMembers.id, panelPayments.memberId),
      ),
    )
    .innerJoin(people, personOfMember);

/** Every payment of a panel, newest day first; those withdrawn too. */
export async function paymentsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<PaymentOf[]> {
  const rows = await withNames(db)
    .where(
      and(eq(panelPayments.authorityId, authorityId), eq(panelPayments.programmeId, programmeId)),
    )
    .orderBy(desc(panelPayments.forDay), desc(panelPayments.id));
  return rows.map(({ payment, name, memberKind }) => ({ ...payment, name, memberKind }));
}

export async function paymentsOfMember(
  db: Reader,
  authorityId: string,
  memberId: string,
): Promise<PaymentRow[]> {
  return db
    .select()
    .from(panelPayments)
    .where(and(eq(panelPayments.authorityId, authorityId), eq(panelPayments.memberId, memberId)))
    .orderBy(asc(panelPayments.forDay), asc(panelPayments.id));
}

export async function paymentById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<PaymentOf | undefined> {
  const rows = await withNames(db).where(
    and(
      eq(panelPayments.authorityId, authorityId),
      eq(panelPayments.programmeId, programmeId),
      eq(panelPayments.id, id),
    ),
  );
  const row = firstOf(rows);
  return row && { ...row.payment, name: row.name, memberKind: row.memberKind };
}

export async function insertPayments(tx: Writer, rows: PaymentRow[]): Promise<void> {
  await inChunks(rows, (some) => tx.insert(panelPayments).values(some));
}

/** Settles a payment that was offered; false where somebody did meanwhile. */
export async function settleOffered(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<Pick<PaymentRow, 'state' | 'paidOn' | 'evidence' | 'how' | 'reason'>>,
  from: string,
): Promise<boolean> {
  const rows = await tx
    .update(panelPayments)
    .set(change)
    .where(
      and(
        eq(panelPayments.authorityId, authorityId),
        eq(panelPayments.id, id),
        eq(panelPayments.state, from),
      ),
    )
    .returning({ id: panelPayments.id });
  return rows.length === 1;
}
