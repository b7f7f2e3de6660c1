import { Measure, type CopiedTable, type Measured, type Row } from './tables.ts';

/** How many rows are read and written at a time: memory stays flat however large a table is. */
export const BATCH = 1_000;

/** A database that is read from, as it was at one moment. */
export interface Source {
  engine: 'sqlite' | 'postgres';
  /** The rows of a table that come after one, in the order of its key; all when there is none. */
  rows: (table: CopiedTable, after: Row | null, most: number) => Promise<Row[]>;
  close: () => Promise<void>;
}

/** How far a table has been copied. */
export interface Progress {
  /** The last row that was written: its key columns only. */
  last: Row | null;
  done: boolean;
}

/** A database that is written to. What is begun and not finished can be gone on with. */
export interface Target extends Source {
  /** Takes down what stands in the way of rows coming table by table. Says whether it goes on. */
  begin: () => Promise<'new' | 'going on'>;
  progress: (table: CopiedTable) => Promise<Progress>;
  /** Writes rows and how far it came, both or neither. */
  write: (table: CopiedTable, rows: readonly Row[], progress: Progress) => Promise<void>;
  /** Empties a table, to copy it again from its beginning. */
  empty: (table: CopiedTable) => Promise<void>;
  /** Puts everything back up, and checks that every row has its parent. */
  finish: () => Promise<void>;
}

/** The key columns of a row. */
export const keyOf = (table: CopiedTable, row: Row): Row => table.key.map((at) => row[at] ?? null);

/** All rows of a table in batches. */
export async function* batches(
  source: Source,
  table: CopiedTable,
  from: Row | null = null,
): AsyncGenerator<Row[]> {
  let after = from;
  for (;;) {
    const rows = await source.rows(table, after, BATCH);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = keyOf(table, last);
  }
}

/** Counts and digests a table. */
export async function measured(source: Source, table: CopiedTable): Promise<Measured> {
  const measure = new Measure();
  for await (const rows of batches(source, table)) measure.add(rows);
  return measure.result();
}
