import { kit } from '../dialect.ts';
import { ofAuthority } from './owned.ts';
import { authorities, people } from './people.ts';

const { table, text, whole, bool, instant, json, index, uniqueIndex } = kit;

const ofPerson = () => ({
  personId: text('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' }),
});

/** How the staff of an authority sign in: one row each; without one, by password. */
export const signInSettings = table('sign_in_settings', {
  authorityId: text('authority_id')
    .primaryKey()
    .references(() => authorities.id, { onDelete: 'cascade' }),
  /** The OpenID Connect issuer, exactly as its discovery document names it; null: none. */
  issuer: text('issuer'),
  clientId: text('client_id'),
  /** Encrypted with a key made of the server's secret: see app/people/boxes.server.ts. */
  clientSecret: text('client_secret'),
  /** Domains of e-mail addresses whose people are sent to that issuer, in lower case. */
  domains: json<string[]>('domains').notNull(),
  /** An administrator said that the e-mail address which the issuer tells is the person's own. */
  trustsEmail: bool('trusts_email').notNull().default(false),
  passwordsAllowed: bool('passwords_allowed').notNull().default(true),
  /** Somebody whom the issuer knows and we do not may ask for an account. */
  mayAsk: bool('may_ask').notNull().default(false),
  /** What a role of the issuer's directory would be here: proposed when somebody asks. */
  roles: json<Record<string, string>>('roles').notNull(),
  codeRequired: bool('code_required').notNull().default(false),
  changedAt: instant('changed_at').notNull(),
});

/** Which account a subject of an issuer is. */
export const signInIdentities = table(
  'sign_in_identities',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    ...ofPerson(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    linkedAt: instant('linked_at').notNull(),
  },
  (t) => [
    uniqueIndex('sign_in_identities_subject').on(t.authorityId, t.issuer, t.subject),
    index('sign_in_identities_person').on(t.authorityId, t.personId),
  ],
);

/** Somebody of the authority's directory who would like an account: until it is decided, or 30 days. */
export const accessRequests = table(
  'access_requests',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    name: text('name').notNull(),
    /** As the issuer told it; null where it told none. */
    email: text('email'),
    /** The role that the authority's list gives for the directory's. */
    role: text('role'),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [uniqueIndex('access_requests_subject').on(t.authorityId, t.issuer, t.subject)],
);

/** The key of somebody's one-time codes (RFC 6238), encrypted. */
export const secondFactors = table(
  'second_factors',
  {
    personId: text('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    ...ofAuthority(),
    key: text('key').notNull(),
    /** The step of the last code that was taken: neither it nor an earlier one works again. */
    lastStep: whole('last_step').notNull(),
    setUpAt: instant('set_up_at').notNull(),
  },
  (t) => [index('second_factors_authority').on(t.authorityId)],
);

/** Codes for a day without the phone: each works once, and only its SHA-256 is kept. */
export const recoveryCodes = table(
  'recovery_codes',
  {
    codeHash: text('code_hash').primaryKey(),
    ...ofAuthority(),
    ...ofPerson(),
    usedAt: instant('used_at'),
  },
  (t) => [index('recovery_codes_person').on(t.authorityId, t.personId)],
);
