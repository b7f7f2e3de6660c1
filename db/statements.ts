import { and, asc, count, eq, gte, inArray } from 'drizzle-orm';
import { consultations, statements } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type Statement = typeof statements.$inferSelect;

/** What everybody is asked in a consultation, in order. */
export async function statementsOf(
  db: Reader,
  authorityId: string,
  consultationId: string,
): Promise<Statement[]> {
  return statementsIn(db, authorityId, consultationId, ['asked']);
}

/** What members proposed and nobody has decided on, or has refused, in the order it came. */
export async function proposalsOf(
  db: Reader,
  authorityId: string,
  consultationId: string,
): Promise<Statement[]> {
  return statementsIn(db, authorityId, consultationId, ['proposed', 'refused']);
}

async function statementsIn(
  db: Reader,
  authorityId: string,
  consultationId: string,
  states: string[],
): Promise<Statement[]> {
  return db
    .select()
    .from(statements)
    .where(
      and(
        eq(statements.authorityId, authorityId),
        eq(statements.consultationId, consultationId),
        inArray(statements.state, states),
      ),
    )
    .orderBy(asc(statements.position), asc(statements.id));
}

/** The open consultations of a programme in which proposals wait to be read, with how many. */
export async function waitingProposals(
  db: Reader,
  authorityId: string,
  programmeId: string,
  today: string,
): Promise<{ id: string; title: string; waiting: number }[]> {
  return db
    .select({
      id: consultations.id,
      title: consultations.title,
      waiting: count(statements.id).mapWith(Number),
    })
    .from(consultations)
    .innerJoin(
      statements,
      and(
        eq(statements.authorityId, consultations.authorityId),
        eq(statements.consultationId, consultations.id),
      ),
    )
    .where(
      and(
        eq(consultations.authorityId, authorityId),
        eq(consultations.programmeId, programmeId),
        eq(consultations.status, 'open'),
        gte(consultations.closesOn, today),
        eq(statements.state, 'proposed'),
      ),
    )
    .groupBy(consultations.id, consultations.title);
}

/** What a member proposed in a consultation, whatever became of it. */
export async function proposedBy(
  db: Reader,
  authorityId: string,
  consultationId: string,
  memberId: string,
): Promise<Statement[]> {
  return db
    .select()
    .from(statements)
    .where(
      and(
        eq(statements.authorityId, authorityId),
        eq(statements.consultationId, consultationId),
        eq(statements.proposedBy, memberId),
      ),
    )
    .orderBy(asc(statements.id));
}

export async function insertStatement(
  tx: Writer,
  row: typeof statements.$inferInsert,
): Promise<void> {
  await tx.insert(statements).values(row);
}

export async function updateStatement(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<
    Pick<
      Statement,
      'text' | 'position' | 'method' | 'hint' | 'options' | 'state' | 'reason' | 'askedAt'
    >
  >,
): Promise<void> {
  await tx
    .update(statements)
    .set(change)
    .where(and(eq(statements.authorityId, authorityId), eq(statements.id, id)));
}

export async function deleteStatement(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(statements)
    .where(and(eq(statements.authorityId, authorityId), eq(statements.id, id)));
}
