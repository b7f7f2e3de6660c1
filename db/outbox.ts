import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import { channelFor, type Reachable } from '#app/panel/post/channel.ts';
import type { Whose } from '#app/panel/post/purposes.ts';
import { firstOf } from './people.ts';
import { columnsOf, type MessageRow } from './post.ts';
import { interestContacts, messages, panelMembers, people } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

/**
 * Marks what a server had in hand when it stopped: whether it went, nobody knows. Gives how many.
 */
export async function settleInterrupted(
  tx: Writer,
  authorityId: string,
  now: Date,
): Promise<number> {
  const rows = await tx
    .update(messages)
    .set({ state: 'failed', reason: 'interrupted', settledAt: now, lease: null, leasedUntil: null })
    .where(
      and(
        eq(messages.authorityId, authorityId),
        eq(messages.state, 'waiting'),
        isNotNull(messages.lease),
        lt(messages.leasedUntil, now),
      ),
    )
    .returning({ id: messages.id });
  return rows.length;
}

/** The message that has waited longest for one of these channels and is due; nobody has it in hand. */
export async function nextDue(
  db: Reader,
  authorityId: string,
  channels: readonly string[],
  now: Date,
): Promise<MessageRow | undefined> {
  const rows = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.authorityId, authorityId),
        eq(messages.state, 'waiting'),
        lte(messages.sendAfter, now),
        isNull(messages.lease),
        inArray(messages.channel, [...channels]),
      ),
    )
    .orderBy(asc(messages.sendAfter), asc(messages.id))
    .limit(1);
  return firstOf(rows);
}

/** Changes a message that is in this state, and in nobody's hand but `lease`. Says whether it did. */
export async function changeMessage(
  tx: Writer,
  at: { authorityId: string; id: string; state: readonly string[]; lease: string | null },
  change: Partial<Omit<MessageRow, 'id' | 'authorityId'>>,
): Promise<boolean> {
  const rows = await tx
    .update(messages)
    .set(change)
    .where(
      and(
        eq(messages.authorityId, at.authorityId),
        eq(messages.id, at.id),
        inArray(messages.state, [...at.state]),
        at.lease === null ? isNull(messages.lease) : eq(messages.lease, at.lease),
      ),
    )
    .returning({ id: messages.id });
  return rows.length === 1;
}

export async function messageById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<MessageRow | undefined> {
  const rows = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.authorityId, authorityId),
        eq(messages.programmeId, programmeId),
        eq(messages.id, id),
      ),
    );
  return firstOf(rows);
}

export interface OutboxFilter {
  kind: string;
  state: string;
}

const chosen = (authorityId: string, programmeId: string, { kind, state }: OutboxFilter) =>
  and(
    eq(messages.authorityId, authorityId),
    eq(messages.programmeId, programmeId),
    kind === '' ? undefined : eq(messages.kind, kind),
    state === '' ? undefined : eq(messages.state, state),
  );

/** A page of the outbox, newest first, each with the name of whom it is for (null when gone). */
export async function outboxOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
  filter: OutboxFilter,
  page: { number: number; size: number },
): Promise<{ message: MessageRow; name: string | null }[]> {
  const rows = await db
    .select({ message: messages, interest: interestContacts.name, person: people.name })
    .from(messages)
    .leftJoin(
      panelMembers,
      and(
        eq(panelMembers.authorityId, messages.authorityId),
        eq(panelMembers.id, messages.memberId),
      ),
    )
    .leftJoin(
      people,
      and(
        eq(people.authorityId, messages.authorityId),
        sql`${people.id} = coalesce(${messages.personId}, ${panelMembers.personId})`,
      ),
    )
    .leftJoin(
      interestContacts,
      and(
        eq(interestContacts.authorityId, messages.authorityId),
        eq(interestContacts.interestId, messages.interestId),
      ),
    )
    .where(chosen(authorityId, programmeId, filter))
    .orderBy(desc(messages.queuedAt), desc(messages.id))
    .limit(page.size)
    .offset(page.number * page.size);
  return rows.map(({ message, interest, person }) => ({ message, name: interest ?? person }));
}

export async function howManyMessages(
  db: Reader,
  authorityId: string,
  programmeId: string,
  filter: OutboxFilter,
): Promise<number> {
  return db.$count(messages, chosen(authorityId, programmeId, filter));
}

/** How many messages there are of each state and channel, and of which kinds. */
export async function outboxCounts(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<{ kind: string; state: string; channel: string; n: number }[]> {
  const { kind, state, channel } = messages;
  return db
    .select({ kind, state, channel, n: sql`count(*)`.mapWith(Number) })
    .from(messages)
    .where(and(eq(messages.authorityId, authorityId), eq(messages.programmeId, programmeId)))
    .groupBy(kind, state, channel);
}

/** What waits to be printed. */
export async function waitingLetters(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<MessageRow[]> {
  return db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.authorityId, authorityId),
        eq(messages.programmeId, programmeId),
        eq(messages.state, 'waiting'),
        eq(messages.channel, 'letter'),
      ),
    )
    .orderBy(asc(messages.queuedAt), asc(messages.id));
}

/** Settles these letters, as far as they wait: they are posted. Gives how many that were. */
export async function settleLetters(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  ids: readonly string[],
  at: Date,
): Promise<number> {
  const rows = await tx
    .update(messages)
    .set({ state: 'sent', reason: 'by-hand', settledAt: at })
    .where(
      and(
        eq(messages.authorityId, authorityId),
        eq(messages.programmeId, programmeId),
        inArray(messages.id, [...ids]),
        eq(messages.state, 'waiting'),
        eq(messages.channel, 'letter'),
        isNull(messages.lease),
      ),
    )
    .returning({ id: messages.id });
  return rows.length;
}

/** Looks anew at how whatever waits for a member goes: they changed how they want to hear from us. */
export async function rerouteWaiting(
  tx: Writer,
  authorityId: string,
  memberId: string,
  contact: Reachable,
): Promise<void> {
  const { id, data } = messages;
  const waiting = and(
    eq(messages.authorityId, authorityId),
    eq(messages.memberId, memberId),
    eq(messages.state, 'waiting'),
    isNull(messages.lease),
  );
  for (const row of await tx.select({ id, data }).from(messages).where(waiting)) {
    const channel = channelFor(contact, row.data['by']);
    await tx
      .update(messages)
      .set({ channel })
      .where(and(waiting, eq(messages.id, row.id)));
  }
}

/** What waits for somebody is not sent: they left, or have answered what it asks. */
export async function cancelWaiting(
  tx: Writer,
  authorityId: string,
  whose: Whose,
  at: Date,
): Promise<void> {
  const { memberId, interestId, personId } = columnsOf(whose);
  const theirs =
    memberId !== null
      ? eq(messages.memberId, memberId)
      : interestId !== null
        ? eq(messages.interestId, interestId)
        : eq(messages.personId, personId ?? '');
  await tx
    .update(messages)
    .set({ state: 'cancelled', reason: 'gone', settledAt: at })
    .where(
      and(
        eq(messages.authorityId, authorityId),
        theirs,
        eq(messages.state, 'waiting'),
        isNull(messages.lease),
      ),
    );
}
