import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { forgetWords } from './coding.ts';
import { firstOf } from './people.ts';
import { interestContacts, interests, openCalls, panelDraws } from './schema/index.ts';
import { authorities, programmes } from './schema/people.ts';
import { itsAuthority } from './scope.server.ts';
import type { Reader, Writer } from './store.server.ts';

export type CallRow = typeof openCalls.$inferSelect;
export type InterestRow = typeof interests.$inferSelect;
export type InterestContactRow = typeof interestContacts.$inferSelect;
export type DrawRow = typeof panelDraws.$inferSelect;

/** The calls of a programme, newest first. */
export async function callsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<CallRow[]> {
  return db
    .select()
    .from(openCalls)
    .where(and(eq(openCalls.authorityId, authorityId), eq(openCalls.programmeId, programmeId)))
    .orderBy(desc(openCalls.createdAt), desc(openCalls.id));
}

export async function callById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<CallRow | undefined> {
  const rows = await db
    .select()
    .from(openCalls)
    .where(
      and(
        eq(openCalls.authorityId, authorityId),
        eq(openCalls.programmeId, programmeId),
        eq(openCalls.id, id),
      ),
    );
  return firstOf(rows);
}

/** A call by its id, with the programme and the authority in whose name it is: for a link's page. */
export async function callAnywhere(db: Reader, authorityId: string, id: string) {
  const rows = await db
    .select({ call: openCalls, authority: authorities, programme: programmes })
    .from(openCalls)
    .innerJoin(authorities, eq(authorities.id, openCalls.authorityId))
    .innerJoin(
      programmes,
      and(
        eq(programmes.authorityId, openCalls.authorityId),
        eq(programmes.id, openCalls.programmeId),
      ),
    )
    .where(and(eq(openCalls.authorityId, authorityId), eq(openCalls.id, id)));
  return firstOf(rows);
}

/** The call of a public address, with the authority in whose name it is: nobody is signed in here. */
export async function callByCode(db: Reader, code: string) {
  return itsAuthority(
    'a public address',
    () =>
      db
        .select({ call: openCalls, authority: authorities })
        .from(openCalls)
        .innerJoin(authorities, eq(authorities.id, openCalls.authorityId))
        .where(eq(openCalls.code, code)),
    ({ call }) => call.authorityId,
  );
}

export async function insertCall(tx: Writer, call: CallRow): Promise<void> {
  await tx.insert(openCalls).values(call);
}

/** Changes a call that nobody changed meanwhile; false where somebody did. */
export async function updateCall(
  tx: Writer,
  call: Pick<CallRow, 'id' | 'authorityId' | 'version'>,
  set: Partial<CallRow>,
): Promise<boolean> {
  const rows = await tx
    .update(openCalls)
    .set({ ...set, version: call.version + 1 })
    .where(
      and(
        eq(openCalls.authorityId, call.authorityId),
        eq(openCalls.id, call.id),
        eq(openCalls.version, call.version),
      ),
    )
    .returning({ id: openCalls.id });
  return rows.length > 0;
}

export async function insertInterest(
  tx: Writer,
  interest: InterestRow,
  contact: InterestContactRow,
): Promise<void> {
  await tx.insert(interests).values(interest);
  await tx.insert(interestContacts).values(contact);
}

/** Everybody who answered a call, without names. */
export async function interestsOf(
  db: Reader,
  authorityId: string,
  callId: string,
): Promise<InterestRow[]> {
  const rows = await db
    .select()
    .from(interests)
    .where(and(eq(interests.authorityId, authorityId), eq(interests.callId, callId)));
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export async function interestById(
  db: Reader,
  authorityId: string,
  callId: string,
  id: string,
): Promise<InterestRow | undefined> {
  const rows = await db
    .select()
    .from(interests)
    .where(
      and(
        eq(interests.authorityId, authorityId),
        eq(interests.callId, callId),
        eq(interests.id, id),
      ),
    );
  return firstOf(rows);
}

/** Names and ways to reach people, by their interest: read only where somebody is about to. */
export async function contactsOfInterests(
  db: Reader,
  authorityId: string,
  ids: readonly string[],
): Promise<Map<string, InterestContactRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(interestContacts)
    .where(
      and(
        eq(interestContacts.authorityId, authorityId),
        inArray(interestContacts.interestId, [...ids]),
      ),
    );
  return new Map(rows.map((row) => [row.interestId, row]));
}

export async function setOutcome(
  tx: Writer,
  authorityId: string,
  id: string,
  outcome: string,
): Promise<void> {
  await tx
    .update(interests)
    .set({ outcome })
    .where(and(eq(interests.authorityId, authorityId), eq(interests.id, id)));
}

/** Takes back what somebody said, by the reference that they kept; false where there is none. */
export async function deleteInterest(
  tx: Writer,
  authorityId: string,
  callId: string,
  reference: string,
): Promise<boolean> {
  const [found] = await tx
    .select({ id: interests.id })
    .from(interests)
    .where(
      and(
        eq(interests.authorityId, authorityId),
        eq(interests.callId, callId),
        eq(interests.reference, reference),
      ),
    );
  if (!found) return false;
  await forgetWords(tx, authorityId, 'interest', [found.id]);
  await tx
    .delete(interestContacts)
    .where(
      and(eq(interestContacts.authorityId, authorityId), eq(interestContacts.interestId, found.id)),
    );
  await tx
    .delete(interests)
    .where(and(eq(interests.authorityId, authorityId), eq(interests.id, found.id)));
  return true;
}

/** Deletes everybody of calls whose day has come, of every authority; gives how many. */
export async function forgetOldInterests(tx: Writer, today: string): Promise<number> {
  const calls = await tx
    .select({ id: openCalls.id, authorityId: openCalls.authorityId })
    .from(openCalls)
    .where(lt(openCalls.keepUntil, today));
  let gone = 0;
  for (const { id, authorityId } of calls) {
    const rows = await tx
      .delete(interests)
      .where(and(eq(interests.authorityId, authorityId), eq(interests.callId, id)))
      .returning({ id: interests.id });
    const ids = rows.map((row) => row.id);
    await forgetWords(tx, authorityId, 'interest', ids);
    gone += rows.length;
  }
  return gone;
}

/** The draws of a call, newest first. */
export async function drawsOf(db: Reader, authorityId: string, callId: string): Promise<DrawRow[]> {
  return db
    .select()
    .from(panelDraws)
    .where(and(eq(panelDraws.authorityId, authorityId), eq(panelDraws.callId, callId)))
    .orderBy(desc(panelDraws.drawnAt), desc(panelDraws.id));
}

export async function insertDraw(tx: Writer, draw: DrawRow): Promise<void> {
  await tx.insert(panelDraws).values(draw);
}
