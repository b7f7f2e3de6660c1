import path from 'node:path';
import { z } from 'zod';

/**
 * Everything that can be set from outside, read once. This is the only reader of process.env.
 * Nothing is required: an authority on one machine starts with no settings at all.
 */
const Settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** Where the database file, the secrets and the backups are kept. */
  THROUGHLINE_DATA: z.string().min(1).default('data'),
  /** postgres://… moves the store to PostgreSQL; left out, it is one SQLite file in the data folder. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'Give DATABASE_URL as postgres://user:password@host/database')
    .optional(),
  /** The owner of the tables, who migrates: DATABASE_URL is then a role under row-level security. */
  DATABASE_OWNER_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'Give DATABASE_OWNER_URL as postgres://user:password@host/database',
    )
    .optional(),
  /** For tests and for generating migrations: the engine without an address. */
  THROUGHLINE_ENGINE: z.enum(['sqlite', 'postgres']).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The address that families see, for links in letters, when a proxy stands in front. */
  PUBLIC_URL: z.url().optional(),
  /** 32 or more characters; made at first start and kept in the data folder when left out. */
  SESSION_SECRET: z.string().min(32).optional(),
  /** The directory by which the staff of the one authority here sign in: see docs/sign-in.md. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Domains of their e-mail addresses, with commas between. */
  OIDC_EMAIL_DOMAINS: z.string().default(''),
  /** Whether the e-mail address that the directory tells is known to be the person's own. */
  OIDC_TRUST_EMAIL: z.enum(['yes', 'no']).default('no'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Who sends it may read the metrics at /metrics; left out, there are none. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** How long, at SIGTERM, people are still served while a proxy learns to send them elsewhere. */
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(300).default(0),
  /** How many proxies in front may set X-Forwarded-For and X-Forwarded-Proto. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(8).default(0),
  /** The mail server that e-mails go by: smtp://user:password@host:587, or smtps:// on port 465. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, 'Give SMTP_URL as smtp://user:password@host:587')
    .optional(),
  /** Who the e-mails come from: an address, or a name with the address in <>. */
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>@\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'Give MAIL_FROM as an address, or as: Family Hubs <hubs@example.gov.uk>',
    )
    .optional(),
  /** The key of a service of GOV.UK Notify, and its templates: their ids stand on their pages. */
  NOTIFY_API_KEY: z
    .string()
    .regex(
      /^.+-[0-9a-f-]{36}-[0-9a-f-]{36}$/,
      'Copy NOTIFY_API_KEY whole from Notify: a name, then two long numbers with dashes between',
    )
    .optional(),
  NOTIFY_EMAIL_TEMPLATE: z.uuid('Copy the template ID from Notify').optional(),
  NOTIFY_TEXT_TEMPLATE: z.uuid('Copy the template ID from Notify').optional(),
  /** Another address of Notify, for a test of the set-up. */
  NOTIFY_BASE_URL: z.url().optional(),
  /** For how many days backups in the data folder are kept. */
  BACKUP_KEEP_DAYS: z.coerce.number().int().min(1).max(3650).default(35),
  /** How many messages go out a minute at most. */
  MAIL_PER_MINUTE: z.coerce.number().int().min(1).max(3000).default(60),
});

/** Settings that are worth nothing without another: named at start, not at the first message. */
const TOGETHER: readonly { with: Setting; needs: Setting; because: string }[] = [
  { with: 'OIDC_ISSUER', needs: 'OIDC_CLIENT_ID', because: 'the directory asks who we are' },
  {
    with: 'OIDC_CLIENT_SECRET',
    needs: 'OIDC_ISSUER',
    because: 'a secret is of one directory',
  },
  { with: 'SMTP_URL', needs: 'MAIL_FROM', because: 'e-mails must say who they come from' },
  { with: 'SMTP_URL', needs: 'PUBLIC_URL', because: 'e-mails carry links, which must lead here' },
  {
    with: 'DATABASE_OWNER_URL',
    needs: 'DATABASE_URL',
    because: 'the application connects as another role than the owner',
  },
  {
    with: 'NOTIFY_API_KEY',
    needs: 'PUBLIC_URL',
    because: 'messages carry links, which must lead here',
  },
  {
    with: 'NOTIFY_EMAIL_TEMPLATE',
    needs: 'NOTIFY_API_KEY',
    because: 'Notify lets nobody in without',
  },
  {
    with: 'NOTIFY_TEXT_TEMPLATE',
    needs: 'NOTIFY_API_KEY',
    because: 'Notify lets nobody in without',
  },
];
type Setting = keyof z.infer<typeof Settings>;

const Environment = Settings.superRefine((given, check) => {
  const wrong = (path: Setting, message: string) =>
    check.addIssue({ code: 'custom', path: [path], message });
  for (const { with: one, needs, because } of TOGETHER) {
    if (given[one] !== undefined && given[needs] === undefined) {
      wrong(needs, `Set this too, because ${one} is set: ${because}`);
    }
  }
  const { NOTIFY_API_KEY: key, NOTIFY_EMAIL_TEMPLATE: email, NOTIFY_TEXT_TEMPLATE: text } = given;
  if (key !== undefined && email === undefined && text === undefined) {
    wrong('NOTIFY_API_KEY', 'Set NOTIFY_EMAIL_TEMPLATE or NOTIFY_TEXT_TEMPLATE too, or both');
  }
});

/**
 * The settings of an environment.
 *
 * @throws with a line for each that cannot be used; it names settings, never their values
 */
export function settingsFrom(given: Readonly<Record<string, string | undefined>>) {
  const read = Environment.safeParse(given);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These settings cannot be used:\n${wrong.join('\n')}`);
}

const environment = settingsFrom(process.env);

export const config = {
  production: environment.NODE_ENV === 'production',
  dataFolder: path.resolve(environment.THROUGHLINE_DATA),
  databaseUrl: environment.DATABASE_URL,
  databaseOwnerUrl: environment.DATABASE_OWNER_URL,
  engine:
    environment.THROUGHLINE_ENGINE ??
    (environment.DATABASE_URL === undefined ? 'sqlite' : 'postgres'),
  port: environment.PORT,
  host: environment.HOST,
  publicUrl: environment.PUBLIC_URL,
  sessionSecret: environment.SESSION_SECRET,
  /** The directory of the one authority here, where the environment names it. */
  directory:
    environment.OIDC_ISSUER === undefined || environment.OIDC_CLIENT_ID === undefined
      ? undefined
      : {
          issuer: environment.OIDC_ISSUER,
          clientId: environment.OIDC_CLIENT_ID,
          clientSecret: environment.OIDC_CLIENT_SECRET ?? null,
          domains: environment.OIDC_EMAIL_DOMAINS,
          trustsEmail: environment.OIDC_TRUST_EMAIL === 'yes',
        },
  logLevel: environment.LOG_LEVEL,
  metricsToken: environment.METRICS_TOKEN,
  drainSeconds: environment.DRAIN_SECONDS,
  trustedProxies: environment.TRUSTED_PROXIES,
  backupKeepDays: environment.BACKUP_KEEP_DAYS,
  /** How messages leave; each is undefined where it is not set up. */
  mail: {
    smtp:
      environment.SMTP_URL === undefined || environment.MAIL_FROM === undefined
        ? undefined
        : { url: environment.SMTP_URL, from: environment.MAIL_FROM },
    notify:
      environment.NOTIFY_API_KEY === undefined
        ? undefined
        : {
            apiKey: environment.NOTIFY_API_KEY,
            baseUrl: environment.NOTIFY_BASE_URL,
            emailTemplate: environment.NOTIFY_EMAIL_TEMPLATE,
            textTemplate: environment.NOTIFY_TEXT_TEMPLATE,
          },
    perMinute: environment.MAIL_PER_MINUTE,
  },
} as const;

/** The password for the first administrator, given to the command line and to nothing else. */
export function passwordFromEnvironment(): string | undefined {
  return process.env.THROUGHLINE_PASSWORD;
}
