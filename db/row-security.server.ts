import { getTableColumns, getTableName, isTable } from 'drizzle-orm';
import pg from 'pg';
import * as schema from './schema/index.ts';
import { AUTHORITY_SETTING, EVERY_AUTHORITY, scopeSetting } from './scope.server.ts';

const POLICY = 'of_its_authority';

/** The column that says whose a row is, of every table that has one. */
export function ownedTables(): { table: string; column: string }[] {
  return Object.values(schema)
    .filter((one) => isTable(one))
    .flatMap((one) => {
      const table: string = getTableName(one);
      if (table === 'authorities') return [{ table, column: 'id' }];
      return 'authorityId' in getTableColumns(one) ? [{ table, column: 'authority_id' }] : [];
    });
}

/**
 * Puts the policies on every table and gives the application's role what it needs: run by the owner
 * of the tables after each migration, so that a new table cannot be forgotten. Whoever owns the tables
 * is not bound by them.
 *
 * @param role the role that the application connects as
 */
export async function alignRowSecurity(owner: pg.ClientBase, role: string): Promise<void> {
  const setting = `current_setting('${AUTHORITY_SETTING}', true)`;
  const has = await owner.query<{ name: string }>(
    'select tablename as name from pg_policies where schemaname = current_schema() and policyname = $1',
    [POLICY],
  );
  const there = new Set(has.rows.map(({ name }) => name));
  const statements = ownedTables()
    .filter(({ table }) => !there.has(table))
    .flatMap(({ table, column }) => {
      const fits = `(${column} = ${setting} or ${setting} = '${EVERY_AUTHORITY}')`;
      return [
        `alter table ${pg.escapeIdentifier(table)} enable row level security`,
        `create policy ${POLICY} on ${pg.escapeIdentifier(table)} using ${fits} with check ${fits}`,
      ];
    });
  const to = pg.escapeIdentifier(role);
  statements.push(
    `grant usage on schema public to ${to}`,
    `grant select, insert, update, delete on all tables in schema public to ${to}`,
  );
  await owner.query(statements.join(';\n'));
}

/** Throws unless the role of this connection is bound by the policies. */
export async function mustBeBound(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ bound: boolean }>(
    "select row_security_active('responses') as bound",
  );
  if (rows[0]?.bound === true) return;
  throw new Error(
    'DATABASE_OWNER_URL is set, so DATABASE_URL must name another role: one that does not own the ' +
      'tables, is no superuser and has not BYPASSRLS. docs/several-servers.md says how to make it.',
  );
}

/**
 * A pool whose every statement runs for the authority of the request that sent it. A connection that
 * was last used for the same one needs nothing said; otherwise one short statement goes before.
 */
export class ScopedPool extends pg.Pool {
  private readonly saidTo = new WeakMap<pg.PoolClient, string>();

  // What drizzle calls: one statement, with a promise. The overloads of pg know many more forms.
  override query = (async (statement: pg.QueryConfig, values?: unknown[]) => {
    const wanted = scopeSetting();
    const client = await this.connect();
    try {
      if (this.saidTo.get(client) !== wanted) {
        await client.query('select set_config($1, $2, false)', [AUTHORITY_SETTING, wanted]);
        this.saidTo.set(client, wanted);
      }
      const result = await client.query(statement, values);
      client.release();
      return result;
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  }) as pg.Pool['query'];
}
