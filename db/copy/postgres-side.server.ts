import pg from 'pg';
import { migratePostgres, mustBeWhole } from '../postgres.server.ts';
import type { Progress, Source, Target } from './side.ts';
import { copiedTables, type CopiedTable, type Kind, type Row, type Value } from './tables.ts';

const named = (name: string) => `"${name}"`;
const list = (names: readonly string[]) => names.map(named).join(', ');
const keyNames = ({ columns, key }: CopiedTable) => key.map((at) => columns[at]?.name ?? '');

/** How a column is read: as text, so that no driver's setting changes it. */
function asText({ name, kind }: { name: string; kind: Kind }): string {
  if (kind === 'instant') return `round(extract(epoch from ${named(name)}) * 1000)::bigint::text`;
  if (kind === 'boolean') return `(${named(name)}::int)::text`;
  return `${named(name)}::text`;
}

/** How a column is written, out of a list in JSON. */
function outOfJson(kind: Kind, at: number): string {
  const value = `(value ->> ${at})`;
  switch (kind) {
    case 'text':
      return value;
    case 'number':
      // The column takes it as its own kind of number.
      return `${value}::numeric`;
    case 'boolean':
      return `(${value} = '1')`;
    case 'instant':
      return `to_timestamp(${value}::numeric / 1000)`;
    case 'json':
      return `${value}::json`;
  }
}

const asValue = (kind: Kind, text: string | null): Value =>
  text === null || kind === 'text' || kind === 'json' ? text : Number(text);

function rowsOf(client: pg.ClientBase) {
  return async (table: CopiedTable, after: Row | null, most: number): Promise<Row[]> => {
    const key = list(keyNames(table));
    const beyond =
      after === null
        ? ''
        : `where (${key}) > (${after.map((_one, at) => `$${at + 2}`).join(', ')})`;
    const { rows } = await client.query<(string | null)[]>({
      text:
        `select ${table.columns.map(asText).join(', ')} from ${named(table.name)} ${beyond} ` +
        `order by ${key} limit $1`,
      values: [most, ...(after ?? [])],
      rowMode: 'array',
    });
    return rows.map((row) =>
      row.map((text, at) => asValue(table.columns[at]?.kind ?? 'text', text)),
    );
  };
}

/**
 * Reads a PostgreSQL database as it is now, in one snapshot, whatever is written meanwhile. With
 * row_security off, a role that is shown only some rows gets an error, never a part of the database.
 */
export async function fromPostgres(url: string): Promise<Source> {
  const client = new pg.Client({ connectionString: url, application_name: 'throughline copy' });
  await client.connect();
  await mustBeWhole(client);
  await client.query('SET row_security = off');
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return { engine: 'postgres', rows: rowsOf(client), close: () => client.end() };
}

/**
 * Brings a PostgreSQL database up to this program's schema, unless a copy into it is under way.
 *
 * @returns whether a copy was begun and cut off, or somebody's data are in it, or nothing is
 */
export async function preparePostgres(url: string): Promise<'begun' | 'in use' | 'empty'> {
  return connected(url, async (client) => {
    const begun = await client.query("select to_regclass('throughline_move') as it");
    if ((begun.rows[0] as { it: unknown }).it !== null) return 'begun';
    await migratePostgres(client);
    const { rows } = await client.query('select 1 from authorities limit 1');
    return rows.length > 0 ? 'in use' : 'empty';
  });
}

/** A server that has said nothing for so long does not run any more; each says so every minute. */
const SILENT = '3 minutes';

/**
 * Whether a server runs on this database: somebody else is connected as the owner of the tables or as
 * the role of the servers, or a server said within three minutes that it runs.
 *
 * @param url as the owner of the tables
 * @param serversUrl as the servers connect, which under row-level security is another role
 */
export async function othersConnected(url: string, serversUrl = url): Promise<boolean> {
  const role = new pg.Client({ connectionString: serversUrl }).user;
  return connected(url, async (client) => {
    const { rows } = await client.query(
      `select 1 from pg_stat_activity where datname = current_database()
       and pid <> pg_backend_pid() and (usename = current_user or usename = $1) limit 1`,
      [role],
    );
    if (rows.length > 0) return true;
    const known = await client.query("select to_regclass('running_servers') as it");
    if ((known.rows[0] as { it: unknown }).it === null) return false;
    const seen = await client.query(
      `select 1 from running_servers where seen_at > now() - interval '${SILENT}' limit 1`,
    );
    return seen.rows.length > 0;
  });
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Writes into a PostgreSQL database that is migrated and that nobody uses. */
export async function intoPostgres(url: string): Promise<Target> {
  const client = new pg.Client({ connectionString: url, application_name: 'throughline copy' });
  await client.connect();
  await client.query('SET row_security = off');
  const inOne = async (work: () => Promise<void>) => {
    await client.query('BEGIN');
    try {
      await work();
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  };
  return {
    engine: 'postgres',
    rows: rowsOf(client),
    begin: () => begin(client, inOne),
    progress: async ({ name }) => {
      const { rows } = await client.query<{ last: string | null; done: boolean }>(
        'select last, done from throughline_move where name = $1',
        [name],
      );
      const [row] = rows;
      if (!row) return { last: null, done: false };
      return { last: row.last === null ? null : (JSON.parse(row.last) as Row), done: row.done };
    },
    write: (table, rows, progress) => inOne(() => insertInto(client, table, rows, progress)),
    empty: ({ name }) =>
      inOne(async () => {
        await client.query(`delete from ${named(name)}`);
        await client.query('delete from throughline_move where name = $1', [name]);
      }),
    finish: () => inOne(() => finish(client)),
    close: () => client.end(),
  };
}

/** Foreign keys are taken down and written down in the same transaction: none can be forgotten. */
async function begin(
  client: pg.Client,
  inOne: (work: () => Promise<void>) => Promise<void>,
): Promise<'new' | 'going on'> {
  const { rows } = await client.query("select to_regclass('throughline_move') as it");
  if ((rows[0] as { it: unknown }).it !== null) return 'going on';
  await inOne(async () => {
    await client.query(
      'create table throughline_move (name text primary key, last text, done boolean not null)',
    );
    await client.query(
      `create table throughline_move_keys as
       select c.conrelid::regclass::text as on_table, c.conname::text as name,
              pg_get_constraintdef(c.oid) as definition
       from pg_constraint c join pg_class t on t.oid = c.conrelid
       where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
         and t.relname = any(${literal(copiedTables)})`,
    );
    const keys = await client.query<{ on_table: string; name: string }>(
      'select on_table, name from throughline_move_keys',
    );
    for (const { on_table, name } of keys.rows) {
      await client.query(`alter table ${on_table} drop constraint ${named(name)}`);
    }
    // The rows that come have not had today's work, whoever did it on those that go.
    await client.query('delete from job_leases');
  });
  return 'new';
}

/** Names of our own tables as a list that SQL reads: no parameter may stand in such a statement. */
const literal = (tables: readonly CopiedTable[]) =>
  `array[${tables.map(({ name }) => `'${name}'`).join(', ')}]`;

async function insertInto(
  client: pg.Client,
  table: CopiedTable,
  rows: readonly Row[],
  { last, done }: Progress,
): Promise<void> {
  if (rows.length > 0) {
    const values = table.columns.map(({ kind }, at) => outOfJson(kind, at)).join(', ');
    await client.query(
      `insert into ${named(table.name)} (${list(table.columns.map(({ name }) => name))}) ` +
        `select ${values} from json_array_elements($1::json)`,
      [JSON.stringify(rows)],
    );
  }
  await client.query(
    `insert into throughline_move values ($1, $2, $3)
     on conflict (name) do update set last = excluded.last, done = excluded.done`,
    [table.name, last === null ? null : JSON.stringify(last), done],
  );
}

/** The keys are put up again: PostgreSQL checks every row, and refuses if one is without its parent. */
async function finish(client: pg.Client): Promise<void> {
  const keys = await client.query<{ on_table: string; name: string; definition: string }>(
    'select on_table, name, definition from throughline_move_keys',
  );
  for (const { on_table, name, definition } of keys.rows) {
    await client.query(`alter table ${on_table} add constraint ${named(name)} ${definition}`);
  }
  await client.query('drop table throughline_move, throughline_move_keys');
}
