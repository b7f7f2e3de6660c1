import { customType as postgresType } from 'drizzle-orm/pg-core';
import { customType as sqliteType } from 'drizzle-orm/sqlite-core';
import { engine, kit } from '../dialect.ts';
import { ofAuthority } from './owned.ts';

const { table, text, whole, instant, index, primaryKey } = kit;

/** Bytes as they are. */
const bytes = (name: string) =>
  engine === 'postgres'
    ? postgresType<{ data: Buffer }>({ dataType: () => 'bytea' })(name)
    : (sqliteType<{ data: Buffer }>({ dataType: () => 'blob' })(name) as unknown as ReturnType<
        ReturnType<typeof postgresType<{ data: Buffer }>>
      >);

/**
 * A piece of a file of answers on its way in, where several servers share one database: whichever of
 * them answers next has the file. Sealed with a key that the database does not hold, so that a backup
 * says nothing of it.
 */
export const waitingPieces = table(
  'waiting_pieces',
  {
    ...ofAuthority(),
    /** The id of the row in answer_files. */
    fileId: text('file_id').notNull(),
    /** From 0. */
    n: whole('n').notNull(),
    /** How many bytes of the file it holds. */
    size: whole('size').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (t) => [primaryKey({ name: 'waiting_pieces_piece', columns: [t.authorityId, t.fileId, t.n] })],
);

// What follows is about the installation and about no authority.

/** A server that runs on this database, and when it last said so. */
export const runningServers = table('running_servers', {
  id: text('id').primaryKey(),
  /** A keyed hash of a fixed word: servers whose SESSION_SECRET differs differ in it. */
  secretPrint: text('secret_print').notNull(),
  startedAt: instant('started_at').notNull(),
  seenAt: instant('seen_at').notNull(),
});

/** How often something was tried, over all servers; counted by a keyed hash of who tried. */
export const rateCounts = table(
  'rate_counts',
  {
    key: text('key').primaryKey(),
    points: whole('points').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('rate_counts_age').on(t.expiresAt)],
);

/** Work that one server does for all: who has it in hand, and until when nobody else may. */
export const jobLeases = table('job_leases', {
  job: text('job').primaryKey(),
  holder: text('holder').notNull(),
  until: instant('until').notNull(),
});
