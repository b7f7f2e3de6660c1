import { and, asc, count, countDistinct, desc, eq, gte, inArray, isNull, ne } from 'drizzle-orm';
import type { MemberRow } from './panel.ts';
import { firstOf } from './people.ts';
import { devicesIn } from './polls.ts';
import { consultations, panelMembers, statements, votes } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

// What members answered stands in a file of its own, and is asked for here.
export * from './votes.ts';

export type Consultation = typeof consultations.$inferSelect;

/** A consultation with what is asked and how many answered; of a poll, telephones. */
export interface ConsultationCounted {
  consultation: Consultation;
  statements: number;
  /** Everybody, practitioners among them: for those who may read single answers. */
  people: number;
  /** Parents and carers alone: beside their results the sum would tell of the practitioners. */
  parents: number;
}

/** The consultations of a programme, newest first, with how much each asks and how many answered. */
export async function consultationsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<ConsultationCounted[]> {
  const rows = await db
    .select()
    .from(consultations)
    .where(
      and(eq(consultations.authorityId, authorityId), eq(consultations.programmeId, programmeId)),
    )
    .orderBy(desc(consultations.createdAt), desc(consultations.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const counted = await db
    .select({
      id: statements.consultationId,
      statements: countDistinct(statements.id).mapWith(Number),
      people: countDistinct(votes.memberId).mapWith(Number),
      parents: countDistinct(panelMembers.id).mapWith(Number),
    })
    .from(statements)
    .leftJoin(votes, and(eq(votes.statementId, statements.id), eq(votes.authorityId, authorityId)))
    .leftJoin(
      panelMembers,
      and(
        eq(panelMembers.authorityId, authorityId),
        eq(panelMembers.id, votes.memberId),
        eq(panelMembers.kind, 'parent-or-carer'),
      ),
    )
    .where(
      and(
        eq(statements.authorityId, authorityId),
        inArray(statements.consultationId, ids),
        eq(statements.state, 'asked'),
      ),
    )
    .groupBy(statements.consultationId);
  const byId = new Map(counted.map((row) => [row.id, row]));
  const polled = rows.filter(({ kind }) => kind === 'poll').map(({ id }) => id);
  const telephones = await devicesIn(db, authorityId, polled);
  return rows.map((consultation) => ({
    consultation,
    statements: byId.get(consultation.id)?.statements ?? 0,
    people: telephones.get(consultation.id) ?? byId.get(consultation.id)?.people ?? 0,
    parents: telephones.get(consultation.id) ?? byId.get(consultation.id)?.parents ?? 0,
  }));
}

export async function consultationById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<Consultation | undefined> {
  const rows = await db
    .select()
    .from(consultations)
    .where(
      and(
        eq(consultations.authorityId, authorityId),
        eq(consultations.programmeId, programmeId),
        eq(consultations.id, id),
      ),
    );
  return firstOf(rows);
}

/** A consultation that has been opened, and the membership by which a person may answer it. */
export async function consultationOfPerson(
  db: Reader,
  authorityId: string,
  personId: string,
  id: string,
): Promise<{ consultation: Consultation; member: MemberRow } | undefined> {
  const rows = await db
    .select({ consultation: consultations, member: panelMembers })
    .from(consultations)
    .innerJoin(
      panelMembers,
      and(
        eq(panelMembers.authorityId, consultations.authorityId),
        eq(panelMembers.programmeId, consultations.programmeId),
      ),
    )
    .where(
      and(
        eq(consultations.authorityId, authorityId),
        eq(consultations.id, id),
        ne(consultations.status, 'draft'),
        // Whoever is in the room answers a poll, at its own address.
        ne(consultations.kind, 'poll'),
        eq(panelMembers.authorityId, authorityId),
        eq(panelMembers.personId, personId),
        isNull(panelMembers.leftOn),
      ),
    );
  return firstOf(rows);
}

/** What a member can answer on a day, with how many of its statements they have answered. */
export async function openTo(
  db: Reader,
  member: Pick<MemberRow, 'id' | 'authorityId' | 'programmeId'>,
  today: string,
): Promise<{ consultation: Consultation; statements: number; answered: number }[]> {
  const rows = await db
    .select({
      consultation: consultations,
      statements: count(statements.id).mapWith(Number),
      answered: count(votes.id).mapWith(Number),
    })
    .from(consultations)
    .innerJoin(
      statements,
      and(
        eq(statements.authorityId, consultations.authorityId),
        eq(statements.consultationId, consultations.id),
        eq(statements.state, 'asked'),
      ),
    )
    .leftJoin(
      votes,
      and(
        eq(votes.authorityId, statements.authorityId),
        eq(votes.statementId, statements.id),
        eq(votes.memberId, member.id),
      ),
    )
    .where(
      and(
        ne(consultations.kind, 'poll'),
        eq(consultations.authorityId, member.authorityId),
        eq(consultations.programmeId, member.programmeId),
        eq(consultations.status, 'open'),
        gte(consultations.closesOn, today),
      ),
    )
    .groupBy(consultations.id)
    .orderBy(asc(consultations.closesOn), asc(consultations.id));
  return rows;
}

export async function insertConsultation(
  tx: Writer,
  row: typeof consultations.$inferInsert,
): Promise<void> {
  await tx.insert(consultations).values(row);
}

/** Saves a consultation if nobody changed it since `seen`; says whether it did. */
export async function updateConsultation(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<
    Pick<
      Consultation,
      'title' | 'purpose' | 'standing' | 'status' | 'opensOn' | 'closesOn' | 'settings'
    >
  >,
): Promise<boolean> {
  const changed = await tx
    .update(consultations)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(consultations.authorityId, authorityId),
        eq(consultations.id, id),
        eq(consultations.version, seen),
      ),
    )
    .returning({ id: consultations.id });
  return changed.length === 1;
}
