import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { newToken, hashOf } from '#app/people/tokens.server.ts';

/**
 * A second authority that has one of everything: every row of the demonstration borough again, with
 * other ids. So for each id of ours there is the same kind of thing of theirs, and for each page of
 * ours it can be asked for. All its words are marked: where the mark is seen, something leaked.
 */

type Row = Record<string, unknown>;
type File = ReturnType<typeof Database>;

export interface Twin {
  /** The id of theirs in the place of each of ours. */
  ids: ReadonlyMap<string, string>;
  /** What stands in every sentence of theirs, and nowhere else. */
  mark: string;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{32}\b/g;

/** Rows of people and of what happened, which a programme does not own. */
const NOT_OF_A_PROGRAMME = [
  'authorities',
  'people',
  'sessions',
  'personal_links',
  'audit_rows',
  'messages',
  'presses',
  'purpose_links',
];

/** Columns whose values are one of a kind in the whole database, besides ids. */
const ALONE: Readonly<Record<string, readonly string[]>> = {
  people: ['email'],
  responses: ['reference'],
  surveys: ['code'],
  outreach_tablets: ['token_hash'],
  interests: ['reference'],
  open_calls: ['code'],
  polls: ['code'],
  personal_links: ['token_hash'],
  purpose_links: ['token_hash'],
};

/** The tables whose rows are somebody's. */
export function tablesOf(db: File): string[] {
  return db
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '\\_\\_%' escape '\\'",
    )
    .all()
    .map(({ name }) => name)
    .filter(
      (name) =>
        name === 'authorities' || columnsOf(db, name).some((one) => one.name === 'authority_id'),
    );
}

export function columnsOf(db: File, table: string): { name: string; pk: number }[] {
  return db.prepare<[], { name: string; pk: number }>(`pragma table_info("${table}")`).all();
}

const rowsOf = (db: File, table: string, authorityId: string) =>
  db
    .prepare<[string], Row>(
      `select * from "${table}" where ${table === 'authorities' ? 'id' : 'authority_id'} = ?`,
    )
    .all(authorityId);

/** Everything of an authority again, as another authority. */
export function twinAuthority(db: File, authorityId: string, mark: string): Twin {
  const rows = new Map(tablesOf(db).map((table) => [table, rowsOf(db, table, authorityId)]));
  rows.delete('sessions');
  return copied(db, rows, mark, 'another authority');
}

/** Everything of a programme again, as another programme of the same authority. */
export function twinProgramme(
  db: File,
  authorityId: string,
  programmeId: string,
  mark: string,
): Twin {
  const rows = new Map<string, Row[]>();
  const owned = new Set([programmeId]);
  const tables = tablesOf(db).filter((table) => !NOT_OF_A_PROGRAMME.includes(table));
  const refers = (row: Row) =>
    Object.entries(row).some(
      ([name, value]) => name !== 'authority_id' && owned.has(String(value)),
    );
  rows.set(
    'programmes',
    rowsOf(db, 'programmes', authorityId).filter(({ id }) => id === programmeId),
  );
  // Until nothing more is found: what points at something of the programme is of the programme.
  for (let before = -1; before !== owned.size;) {
    before = owned.size;
    for (const table of tables.filter((one) => one !== 'programmes')) {
      const mine = rowsOf(db, table, authorityId).filter(refers);
      rows.set(table, mine);
      for (const { id } of mine) if (typeof id === 'string') owned.add(id);
    }
  }
  return copied(db, rows, mark, 'another programme', owned);
}

function copied(
  db: File,
  rows: ReadonlyMap<string, readonly Row[]>,
  mark: string,
  salt: string,
  only?: ReadonlySet<string>,
): Twin {
  const ids = new Map<string, string>();
  for (const [table, all] of rows) {
    const keys = columnsOf(db, table).filter(({ pk }) => pk > 0);
    for (const row of all) {
      for (const { name } of keys) {
        const id = String(row[name]);
        if (new RegExp(`^(?:${ID.source})$`).test(id) && (only?.has(id) ?? true))
          ids.set(id, anotherId(id, salt));
      }
    }
  }
  const text = (value: string) =>
    marked(
      value.replace(ID, (id) => ids.get(id) ?? id),
      mark,
    );
  const write = db.transaction(() => {
    for (const [table, all] of rows) {
      for (const row of all) insert(db, table, changed(table, row, text, salt));
    }
  });
  db.pragma('foreign_keys = OFF');
  write();
  return { ids, mark };
}

function changed(table: string, row: Row, text: (value: string) => string, salt: string): Row {
  const alone = ALONE[table] ?? [];
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value !== 'string') return [name, name === 'is_demonstration' ? 0 : value];
      if (alone.includes(name)) return [name, anotherWord(value, salt)];
      if (name === 'submission_key') return [name, anotherId(value, salt)];
      return [name, /^[[{]/.test(value) ? inJson(value, text) : text(value)];
    }),
  );
}

/** Words within JSON, values and names of values, each marked by itself. */
function inJson(value: string, text: (value: string) => string): string {
  const walk = (each: unknown): unknown => {
    if (typeof each === 'string') return /^[[{]/.test(each) ? inJson(each, text) : text(each);
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([name, one]) => [text(name), walk(one)]));
  };
  try {
    return JSON.stringify(walk(JSON.parse(value)));
  } catch {
    return text(value);
  }
}

/**
 * A sentence with the mark in it. A word that stands alone may be one that the code knows, and the condition
 * of a question is to be read by a program.
 */
const marked = (value: string, mark: string) =>
  ID.test(value) || /^\{\w+\} (?:[=<>]|(?:any|all)of|(?:not)?(?:empty|contains))/.test(value)
    ? value
    : value.replace(' ', ` ${mark} `);

function anotherId(id: string, salt: string): string {
  const hash = createHash('sha256').update(`${salt} ${id}`).digest('hex');
  return id.length === 36 ? id.slice(0, 24) + hash.slice(0, 12) : hash.slice(0, id.length);
}

const SIGNS = '34679bcdfghjkmnpqrtvwxyz';

/** A code, a reference or an address of the same shape. */
function anotherWord(value: string, salt: string): string {
  const hash = createHash('sha256').update(`${salt} ${value}`).digest();
  if (value.includes('@')) return `${hash.toString('hex').slice(0, 12)}@elsewhere.example`;
  return [...value]
    .map((sign, at) => {
      const other = SIGNS[(hash[at % 32] ?? 0) % SIGNS.length] ?? 'x';
      return /[a-z0-9]/.test(sign) ? other : /[A-Z]/.test(sign) ? other.toUpperCase() : sign;
    })
    .join('');
}

function insert(db: File, table: string, row: Row): void {
  const names = Object.keys(row);
  db.prepare(
    `insert or ignore into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
  ).run(...Object.values(row));
}

/** Signs somebody in behind the server's back, and gives the cookie. */
export function sessionOf(db: File, person: { id: string; authorityId: string }): string {
  const token = newToken();
  const now = Date.now();
  insert(db, 'sessions', {
    token_hash: hashOf(token),
    authority_id: person.authorityId,
    person_id: person.id,
    created_at: now,
    seen_at: now,
    expires_at: now + 3_600_000,
  });
  return `tl_visitor=${'0'.repeat(32)}; tl_session=${token}`;
}

/** A digest of each table's rows for which `of` holds: any change of any of them shows. */
export function digests(db: File, of: (row: Row) => boolean): Map<string, string> {
  const all = tablesOf(db).map((table): [string, string] => {
    const rows = db.prepare<[], Row>(`select * from "${table}"`).all().filter(of);
    const lines = rows.map((row) => JSON.stringify(row)).sort();
    return [table, `${rows.length} ${createHash('sha256').update(lines.join('\n')).digest('hex')}`];
  });
  return new Map(all);
}
