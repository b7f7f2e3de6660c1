import { kit } from '../dialect.ts';
import { panelMembers } from './panel.ts';
import { ofAuthority, ofProgramme } from './owned.ts';
import { people } from './people.ts';
import { interests } from './recruitment.ts';

const { table, text, whole, bool, instant, json, index, uniqueIndex } = kit;

/**
 * The outbox: that somebody is to be told something. It holds no address, no name and no answer: the
 * words are made, and the address is looked up, when the message is sent, so that erasure and leaving
 * take effect on what waits.
 */
export const messages = table(
  'messages',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** A template of app/panel/post/templates. */
    kind: text('kind').notNull(),
    /** To whom: exactly one of the three is set. */
    memberId: text('member_id').references(() => panelMembers.id, { onDelete: 'cascade' }),
    interestId: text('interest_id').references(() => interests.id, { onDelete: 'cascade' }),
    personId: text('person_id').references(() => people.id, { onDelete: 'cascade' }),
    about: json<{ kind: string; id: string }>('about'),
    /** What the template needs besides: days, titles of our own things. Nothing that families said. */
    data: json<Record<string, string>>('data').notNull(),
    /** email, text, letter, phone or none: as the person wished when it was last looked up. */
    channel: text('channel').notNull(),
    /** waiting, sent, failed or cancelled. */
    state: text('state').notNull(),
    queuedAt: instant('queued_at').notNull(),
    /** Not before this moment: asked for, or the next try after one that failed. */
    sendAfter: instant('send_after').notNull(),
    attempts: whole('attempts').notNull(),
    /** The sender that has it in hand, and until when nobody else takes it. */
    lease: text('lease'),
    leasedUntil: instant('leased_until'),
    settledAt: instant('settled_at'),
    /** A code of app/panel/post/reasons.ts: never what a mail server wrote, which may hold an address. */
    reason: text('reason').notNull(),
    /** The number that the carrier gave it, to ask after it. */
    carrierRef: text('carrier_ref').notNull(),
    /** What is queued under one key is queued once. */
    onceKey: text('once_key'),
  },
  (t) => [
    index('messages_programme').on(t.authorityId, t.programmeId, t.queuedAt),
    index('messages_waiting').on(t.authorityId, t.state, t.sendAfter),
    index('messages_member').on(t.authorityId, t.memberId),
    index('messages_interest').on(t.authorityId, t.interestId),
    index('messages_of').on(t.interestId),
    uniqueIndex('messages_once').on(t.authorityId, t.onceKey),
  ],
);

/**
 * Personal links that are for one thing only and sign nobody in: to answer an invitation, to stop a
 * notice. Links to sign in with are in personal_links. Only the SHA-256 of the token is kept.
 */
export const purposeLinks = table(
  'purpose_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    ...ofAuthority(),
    /** As in app/panel/post/purposes.ts: a link of one purpose opens nothing else. */
    purpose: text('purpose').notNull(),
    /** Whose it is: exactly one of the three is set. */
    memberId: text('member_id').references(() => panelMembers.id, { onDelete: 'cascade' }),
    interestId: text('interest_id').references(() => interests.id, { onDelete: 'cascade' }),
    personId: text('person_id').references(() => people.id, { onDelete: 'cascade' }),
    about: json<{ kind: string; id: string }>('about'),
    /** Whether it ends when it is used. */
    once: bool('once').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Set when it was ended or a newer one replaced it. */
    replacedAt: instant('replaced_at'),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('purpose_links_member').on(t.authorityId, t.memberId),
    index('purpose_links_interest').on(t.authorityId, t.interestId),
  ],
);
