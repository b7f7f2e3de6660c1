import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { memberOfContact } from './joins.ts';
import type { MessageRow } from './post.ts';
import { interestContacts, messages, panelContacts, panelMembers } from './schema/index.ts';
import type { Reader } from './store.server.ts';

/** A telephone number without what people put between the digits. */
const digits = sql`replace(replace(replace(replace(${panelContacts.phone}, ' ', ''), '-', ''), '(', ''), ')', '')`;

/** The members, of whatever authority, whose address or number this is. */
export async function membersReachedBy(
  db: Reader,
  reach: { email: string } | { phones: readonly string[] },
): Promise<{ authorityId: string; programmeId: string; memberId: string; personId: string }[]> {
  const theirs =
    'email' in reach
      ? and(ne(panelContacts.email, ''), eq(panelContacts.email, reach.email))
      : and(ne(panelContacts.phone, ''), inArray(digits, [...reach.phones]));
  return db
    .select({
      authorityId: panelMembers.authorityId,
      programmeId: panelMembers.programmeId,
      memberId: panelMembers.id,
      personId: panelMembers.personId,
    })
    .from(panelContacts)
    .innerJoin(panelMembers, memberOfContact)
    .where(and(isNull(panelMembers.leftOn), theirs))
    .orderBy(asc(panelMembers.id));
}

const interestDigits = sql`replace(replace(replace(replace(${interestContacts.phone}, ' ', ''), '-', ''), '(', ''), ')', '')`;

/** The newest message that was sent to each who would like to be on a panel, by address or number. */
export async function lastToldByInterest(
  db: Reader,
  reach: { email: string } | { phones: readonly string[] },
  kinds: readonly string[],
): Promise<MessageRow[]> {
  if (kinds.length === 0) return [];
  const theirs =
    'email' in reach
      ? and(ne(interestContacts.email, ''), eq(interestContacts.email, reach.email))
      : and(ne(interestContacts.phone, ''), inArray(interestDigits, [...reach.phones]));
  const rows = await db
    .select({ message: messages })
    .from(interestContacts)
    .innerJoin(
      messages,
      and(
        eq(messages.authorityId, interestContacts.authorityId),
        eq(messages.interestId, interestContacts.interestId),
      ),
    )
    .where(and(theirs, inArray(messages.kind, [...kinds]), ne(messages.state, 'cancelled')))
    .orderBy(desc(messages.queuedAt), desc(messages.id))
    .limit(20);
  const newest = new Map<string, MessageRow>();
  for (const { message } of rows) {
    if (!newest.has(message.interestId ?? '')) newest.set(message.interestId ?? '', message);
  }
  return [...newest.values()];
}
