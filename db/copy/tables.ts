import { createHash } from 'node:crypto';
import { getTableName, is, isTable } from 'drizzle-orm';
import { getTableConfig as postgresConfig, PgTable, type AnyPgTable } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteConfig, type AnySQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from '../schema/index.ts';

/** What a column holds, said in the same way for both engines. */
export type Kind = 'text' | 'number' | 'boolean' | 'instant' | 'json';

/** A table as it is copied: its columns in one order, and the columns that order its rows. */
export interface CopiedTable {
  name: string;
  columns: { name: string; kind: Kind }[];
  /** Positions, in `columns`, of the primary key. */
  key: number[];
}

/**
 * A value as both engines agree on it: yes and no as 1 and 0, an instant as milliseconds since 1970,
 * json as the text that was stored.
 */
export type Value = string | number | null;
export type Row = Value[];

/** What was read of a table: how many rows, and a digest that does not depend on their order. */
export interface Measured {
  rows: number;
  digest: string;
}

const KINDS: Readonly<Record<string, Kind>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  date: 'instant',
  json: 'json',
};

interface Config {
  columns: { name: string; dataType: string; primary: boolean }[];
  primaryKeys: { columns: { name: string }[] }[];
}

/**
 * What servers that run keep for one another, for minutes: it means nothing to any other server, and a
 * file that waits to be imported may hold names. None of it is backed up or moved.
 */
export const OF_RUNNING_SERVERS: ReadonlySet<string> = new Set([
  'running_servers',
  'rate_counts',
  'job_leases',
  'waiting_pieces',
]);

/** Every table of the schema that is backed up, by name. */
export const copiedTables: readonly CopiedTable[] = Object.values(schema)
  .filter((one) => isTable(one))
  .filter((one) => !OF_RUNNING_SERVERS.has(getTableName(one)))
  .map((table) => {
    const config: Config = is(table, PgTable)
      ? postgresConfig(table as AnyPgTable)
      : sqliteConfig(table as unknown as AnySQLiteTable);
    return described(getTableName(table), config);
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

function described(name: string, config: Config): CopiedTable {
  const columns = config.columns.map((column) => {
    const kind = KINDS[column.dataType];
    if (kind === undefined) throw new Error(`${name}.${column.name} cannot be copied.`);
    return { name: column.name, kind };
  });
  const inKey = new Set([
    ...config.columns.filter(({ primary }) => primary).map((column) => column.name),
    ...config.primaryKeys.flatMap((key) => key.columns.map((column) => column.name)),
  ]);
  const key = columns.flatMap((column, at) => (inKey.has(column.name) ? [at] : []));
  const plain = key.every((at) => ['text', 'number'].includes(columns[at]?.kind ?? ''));
  if (key.length === 0 || !plain) throw new Error(`${name} has no key that it can be copied by.`);
  return { name, columns, key };
}

/** Adds up digests of rows: the same rows in any order, from either engine, give the same. */
export class Measure {
  #rows = 0;
  #high = 0n;
  #low = 0n;

  add(rows: readonly Row[]): void {
    for (const row of rows) {
      const hash = createHash('sha256').update(JSON.stringify(row)).digest();
      this.#high = BigInt.asUintN(64, this.#high + hash.readBigUInt64BE(0));
      this.#low = BigInt.asUintN(64, this.#low + hash.readBigUInt64BE(8));
    }
    this.#rows += rows.length;
  }

  result(): Measured {
    const hex = (part: bigint) => part.toString(16).padStart(16, '0');
    return { rows: this.#rows, digest: hex(this.#high) + hex(this.#low) };
  }
}
