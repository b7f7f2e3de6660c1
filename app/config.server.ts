import path from 'node:path';
import { z } from 'zod';

/**
 * Everything that can be set from outside, read once. This is the only reader of process.env.
 * Nothing is required: an authority on one machine starts with no settings at all.
 */
const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** Where the database file, the secrets and the backups are kept. */
  THROUGHLINE_DATA: z.string().min(1).default('data'),
  /** postgres://… moves the store to PostgreSQL; left out, it is one SQLite file in the data folder. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'Give DATABASE_URL as postgres://user:password@host/database')
    .optional(),
  /** For tests and for generating migrations: the engine without an address. */
  THROUGHLINE_ENGINE: z.enum(['sqlite', 'postgres']).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The address that families see, for links in letters, when a proxy stands in front. */
  PUBLIC_URL: z.url().optional(),
  /** 32 or more characters; made at first start and kept in the data folder when left out. */
  SESSION_SECRET: z.string().min(32).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** How many proxies in front may set X-Forwarded-For and X-Forwarded-Proto. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(8).default(0),
});

function readEnvironment() {
  const read = Environment.safeParse(process.env);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These settings cannot be used:\n${wrong.join('\n')}`);
}

const environment = readEnvironment();

export const config = {
  production: environment.NODE_ENV === 'production',
  dataFolder: path.resolve(environment.THROUGHLINE_DATA),
  databaseUrl: environment.DATABASE_URL,
  engine:
    environment.THROUGHLINE_ENGINE ??
    (environment.DATABASE_URL === undefined ? 'sqlite' : 'postgres'),
  port: environment.PORT,
  host: environment.HOST,
  publicUrl: environment.PUBLIC_URL,
  sessionSecret: environment.SESSION_SECRET,
  logLevel: environment.LOG_LEVEL,
  trustedProxies: environment.TRUSTED_PROXIES,
} as const;

/** The password for the first administrator, given to the command line and to nothing else. */
export function passwordFromEnvironment(): string | undefined {
  return process.env.THROUGHLINE_PASSWORD;
}
