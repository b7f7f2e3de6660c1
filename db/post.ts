import { and, eq, gt, isNull, lte, ne } from 'drizzle-orm';
import { channelFor, type Reachable } from '#app/panel/post/channel.ts';
import type { Whose } from '#app/panel/post/purposes.ts';
import type { MessageKind } from '#app/panel/post/templates/index.ts';
import type { Person } from '#app/people/can.ts';
import { newId } from './ids.ts';
import { memberOfContact, personOfMember } from './joins.ts';
import { asPerson, firstOf } from './people.ts';
import {
  interestContacts,
  messages,
  panelContacts,
  panelMembers,
  people,
  personalLinks,
  purposeLinks,
} from './schema/index.ts';
import { itsAuthority } from './scope.server.ts';
import type { Reader, Writer } from './store.server.ts';

export type MessageRow = typeof messages.$inferSelect;
export type PurposeLinkRow = typeof purposeLinks.$inferSelect;

/** The three columns that say whose something is. */
export function columnsOf(whose: Whose): {
  memberId: string | null;
  interestId: string | null;
  personId: string | null;
} {
  return {
    memberId: 'member' in whose ? whose.member : null,
    interestId: 'interest' in whose ? whose.interest : null,
    personId: 'staff' in whose ? whose.staff : null,
  };
}

/** The name and how to reach somebody, looked up where a message is about to go. */
export type Recipient = Reachable & { name: string; language: string };

/** To whom a message goes; undefined when they left, were erased, or closed their account. */
export async function recipientOf(
  db: Reader,
  authorityId: string,
  to: Pick<MessageRow, 'memberId' | 'interestId' | 'personId'>,
): Promise<Recipient | undefined> {
  if (to.memberId !== null) return memberContact(db, authorityId, to.memberId);
  if (to.interestId !== null) return interestContact(db, authorityId, to.interestId);
  const rows = await db
    .select({ name: people.name, email: people.email, closedAt: people.closedAt })
    .from(people)
    .where(and(eq(people.authorityId, authorityId), eq(people.id, to.personId ?? '')));
  const row = firstOf(rows);
  if (!row || row.closedAt !== null) return undefined;
  return { name: row.name, email: row.email ?? '', phone: '', preferred: 'email', language: '' };
}

async function memberContact(db: Reader, authorityId: string, memberId: string) {
  const rows = await db
    .select({
      name: people.name,
      email: panelContacts.email,
      phone: panelContacts.phone,
      preferred: panelContacts.preferred,
      language: panelContacts.language,
      leftOn: panelMembers.leftOn,
    })
    .from(panelContacts)
    .innerJoin(panelMembers, memberOfContact)
    .innerJoin(people, personOfMember)
    .where(and(eq(panelContacts.authorityId, authorityId), eq(panelContacts.memberId, memberId)));
  const row = firstOf(rows);
  return row?.leftOn === null ? row : undefined;
}

async function interestContact(db: Reader, authorityId: string, interestId: string) {
  const { name, email, phone, preferred, language } = interestContacts;
  const rows = await db
    .select({ name, email, phone, preferred, language })
    .from(interestContacts)
    .where(
      and(
        eq(interestContacts.authorityId, authorityId),
        eq(interestContacts.interestId, interestId),
      ),
    );
  return firstOf(rows);
}

export interface NewMessage {
  authorityId: string;
  programmeId: string;
  to: Whose;
  kind: MessageKind;
  about?: { kind: string; id: string } | null;
  /**
   * Days and titles of our own things; never a name, an address or anything that families said. `by`
   * may be email or text where this message shall go that way, whatever the person prefers.
   */
  data?: Record<string, string>;
  /** Not before this moment. */
  sendAfter?: Date;
  /** What is queued under one key of an authority is queued once: a reminder of one day, say. */
  onceKey?: string;
  at?: Date;
}

/**
 * Puts a message into the outbox, in the same write as what it tells of: both happen or neither. It is
 * sent later, by the server's own loop, so no page waits for a mail server. Gives its id, or null when
 * one of the same key is there already.
 */
export async function queueMessage(tx: Writer, message: NewMessage): Promise<string | null> {
  const { authorityId, programmeId, to, kind, about, data, onceKey } = message;
  const at = message.at ?? new Date();
  const whose = columnsOf(to);
  const contact = await recipientOf(tx, authorityId, whose);
  const rows = await tx
    .insert(messages)
    .values({
      id: newId(at),
      authorityId,
      programmeId,
      kind,
      ...whose,
      about: about ?? null,
      data: data ?? {},
      channel: channelFor(contact, data?.['by']),
      state: 'waiting',
      queuedAt: at,
      sendAfter: message.sendAfter ?? at,
      attempts: 0,
      lease: null,
      leasedUntil: null,
      settledAt: null,
      reason: '',
      carrierRef: '',
      onceKey: onceKey ?? null,
    })
    .onConflictDoNothing()
    .returning({ id: messages.id });
  return firstOf(rows)?.id ?? null;
}

// ── links for one thing only ────────────────────────────────────────────────────────────────────

export async function insertPurposeLink(tx: Writer, row: PurposeLinkRow): Promise<void> {
  await tx.insert(purposeLinks).values(row);
}

/** The link of a hash in whatever authority it is, while it works and is for this purpose. */
export async function purposeLinkOf(
  db: Reader,
  tokenHash: string,
  purpose: string,
  now: Date,
): Promise<PurposeLinkRow | undefined> {
  const row = await itsAuthority(
    'a secret address',
    () =>
      db
        .select()
        .from(purposeLinks)
        .where(
          and(
            eq(purposeLinks.tokenHash, tokenHash),
            eq(purposeLinks.purpose, purpose),
            gt(purposeLinks.expiresAt, now),
            isNull(purposeLinks.replacedAt),
          ),
        ),
    ({ authorityId }) => authorityId,
  );
  return row?.once === true && row.usedAt !== null ? undefined : row;
}

/** Notes that a link was used. False when it works once and somebody was quicker. */
export async function spendPurposeLink(
  tx: Writer,
  link: Pick<PurposeLinkRow, 'authorityId' | 'tokenHash' | 'once'>,
  at: Date,
): Promise<boolean> {
  const thisOne = and(
    eq(purposeLinks.authorityId, link.authorityId),
    eq(purposeLinks.tokenHash, link.tokenHash),
  );
  const used = await tx
    .update(purposeLinks)
    .set({ usedAt: at })
    .where(link.once ? and(thisOne, isNull(purposeLinks.usedAt)) : thisOne)
    .returning({ tokenHash: purposeLinks.tokenHash });
  return used.length === 1;
}

/** Ends every link of somebody that still works. */
export async function endPurposeLinks(
  tx: Writer,
  authorityId: string,
  whose: Whose,
  at: Date,
): Promise<void> {
  const { memberId, interestId, personId } = columnsOf(whose);
  const theirs =
    memberId !== null
      ? eq(purposeLinks.memberId, memberId)
      : interestId !== null
        ? eq(purposeLinks.interestId, interestId)
        : eq(purposeLinks.personId, personId ?? '');
  await tx
    .update(purposeLinks)
    .set({ replacedAt: at })
    .where(and(eq(purposeLinks.authorityId, authorityId), theirs, isNull(purposeLinks.replacedAt)));
}

// ── links to sign in with ───────────────────────────────────────────────────────────────────────

export type SignInLink = typeof personalLinks.$inferSelect & { person: Person };

/** A link to sign in with and whose it is, while it works. */
export async function signInLinkOf(
  db: Reader,
  tokenHash: string,
  now: Date,
): Promise<SignInLink | undefined> {
  const row = await itsAuthority(
    'a secret address',
    () =>
      db
        .select({ link: personalLinks, person: people })
        .from(personalLinks)
        .innerJoin(
          people,
          and(
            eq(people.authorityId, personalLinks.authorityId),
            eq(people.id, personalLinks.personId),
          ),
        )
        .where(
          and(
            eq(personalLinks.tokenHash, tokenHash),
            gt(personalLinks.expiresAt, now),
            isNull(personalLinks.replacedAt),
            isNull(people.closedAt),
            eq(people.authorityId, personalLinks.authorityId),
          ),
        ),
    ({ link }) => link.authorityId,
  );
  return row && { ...row.link, person: asPerson(row.person) };
}

/** Ends the links that a person was sent before this one. */
export async function endEarlierLinks(
  tx: Writer,
  link: Pick<SignInLink, 'authorityId' | 'personId' | 'tokenHash' | 'createdAt'>,
  at: Date,
): Promise<void> {
  await tx
    .update(personalLinks)
    .set({ replacedAt: at })
    .where(
      and(
        eq(personalLinks.authorityId, link.authorityId),
        eq(personalLinks.personId, link.personId),
        ne(personalLinks.tokenHash, link.tokenHash),
        lte(personalLinks.createdAt, link.createdAt),
        isNull(personalLinks.replacedAt),
      ),
    );
}
