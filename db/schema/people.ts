import { kit } from '../dialect.ts';

const { table, text, whole, bool, instant, json, index, uniqueIndex } = kit;

/** An authority is a tenant: every other row belongs to exactly one. */
export const authorities = table('authorities', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** The colour of the authority's own header, as #rrggbb. */
  colour: text('colour').notNull(),
  /** True for the fictional borough only: named on every page, and its sign-in links work. */
  isDemonstration: bool('is_demonstration').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** People who sign in with e-mail and password, and panel members, who have neither. */
export const people = table(
  'people',
  {
    id: text('id').primaryKey(),
    authorityId: text('authority_id')
      .notNull()
      .references(() => authorities.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Folded to lower case, NFC; null for a panel member. One address, one account, everywhere. */
    email: text('email'),
    role: text('role').notNull(),
    /** argon2id; null until a password is set, and always for a panel member. */
    passwordHash: text('password_hash'),
    createdAt: instant('created_at').notNull(),
    /** Set when the account is closed: kept, because the audit trail names it. */
    closedAt: instant('closed_at'),
  },
  (t) => [
    uniqueIndex('people_email').on(t.email),
    index('people_authority').on(t.authorityId, t.role),
  ],
);

/** Signed-in browsers. The cookie holds a random token; here is only its SHA-256. */
export const sessions = table(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    authorityId: text('authority_id')
      .notNull()
      .references(() => authorities.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** "Chrome on Windows": all that is kept of the browser; never an address. */
    device: text('device'),
    /** How it began: password, account (of the authority's directory), door or link. */
    way: text('way'),
    /** When somebody last proved who they are in this session; null: when it began. */
    confirmedAt: instant('confirmed_at'),
  },
  (t) => [index('sessions_person').on(t.authorityId, t.personId)],
);

/** A link that lets one person in without a password; only the SHA-256 of its token is kept. */
export const personalLinks = table(
  'personal_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    authorityId: text('authority_id')
      .notNull()
      .references(() => authorities.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Set when a newer link replaces it. */
    replacedAt: instant('replaced_at'),
    lastUsedAt: instant('last_used_at'),
    /** Where it leads once somebody is in; their own page where nothing is said. */
    about: json<{ kind: string; id: string }>('about'),
    /** Sent because an earlier one was lost: the earlier ones end when it is first followed. */
    endsEarlier: bool('ends_earlier').notNull().default(false),
  },
  (t) => [index('personal_links_person').on(t.authorityId, t.personId)],
);

/** One row a change: who, what, when. Turned into sentences in app/people/audit.ts. */
export const auditRows = table(
  'audit_rows',
  {
    id: text('id').primaryKey(),
    authorityId: text('authority_id')
      .notNull()
      .references(() => authorities.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    /** Null when the change came from a member of the public or from the command line. */
    personId: text('person_id'),
    personName: text('person_name').notNull(),
    action: text('action').notNull(),
    thingKind: text('thing_kind').notNull(),
    thingId: text('thing_id').notNull(),
    /** Names and counts that the sentence needs; never an answer, never contact details. */
    details: json<Record<string, string | number>>('details').notNull(),
  },
  (t) => [
    index('audit_rows_newest').on(t.authorityId, t.at),
    index('audit_rows_thing').on(t.authorityId, t.thingKind, t.thingId),
  ],
);

/** What the authority is planning, over which years and places, under which guidance. */
export const programmes = table(
  'programmes',
  {
    id: text('id').primaryKey(),
    authorityId: text('authority_id')
      .notNull()
      .references(() => authorities.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    /** Calendar days, YYYY-MM-DD. */
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on').notNull(),
    places: json<string[]>('places').notNull(),
    /** Ids of requirement packs in templates/frameworks. */
    packs: json<string[]>('packs').notNull(),
    /** draft, consult, approve or live. */
    stage: text('stage').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('programmes_authority').on(t.authorityId)],
);
