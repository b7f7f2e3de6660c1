import { ownedTables } from '#db/row-security.server.ts';

// Whether a statement is for one authority: what a database spread over several machines by
// `authority_id` needs to send it to one of them, and what keeps one authority from another's rows.
// It reads what drizzle writes, not SQL at large: quoted names, joins in words, conditions in brackets.

const owners = new Map(ownedTables().map(({ table, column }) => [table, column]));

/**
 * The tables of a statement whose rows are not held to one authority, by a parameter or through a
 * table that is; empty when all of them are.
 */
export function looseTables(statement: string): string[] {
  return loose(
    statement
      .replace(/;\s*$/, '')
      .replace(/'(?:[^']|'')*'/g, "''")
      .toLowerCase(),
    [],
  );
}

interface Table {
  name: string;
  alias: string;
}

/** One level: a statement without the statements in brackets inside it, which follow on their own. */
function loose(text: string, outer: readonly string[]): string[] {
  const { own, inner } = withoutInner(text);
  return splitAt(own, / (?:union all|union|intersect|except) /y).flatMap((part) => {
    const held = new Set(outer);
    const tables = tablesOf(part);
    const conditions = conditionsOf(part);
    hold(held, tables, conditions);
    const bad = tables.filter(({ alias }) => !held.has(alias)).map(({ name }) => name);
    const below = [...part.matchAll(/@(\d+)@/g)].flatMap((match) =>
      loose(inner[Number(match[1])] ?? '', [...held]),
    );
    return [...bad, ...below];
  });
}

/** Takes out each `(select …)`, and leaves its number in its place. */
function withoutInner(text: string): { own: string; inner: string[] } {
  const inner: string[] = [];
  let own = '';
  for (let at = 0; at < text.length; at += 1) {
    const end =
      text[at] === '(' && /^\(\s*(select|with)\b/.test(text.slice(at, at + 12))
        ? closing(text, at)
        : -1;
    if (end < 0) own += text[at];
    else {
      own += `@${inner.length}@`;
      inner.push(text.slice(at + 1, end));
      at = end;
    }
  }
  return { own, inner };
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

function tablesOf(part: string): Table[] {
  // A row that is put in carries its authority: the column is never null.
  const named = part.matchAll(/\b(?:from|join|update) "(\w+)"(?: (?:as )?"(\w+)")?/g);
  return [...named]
    .map(([, name = '', alias]) => ({ name, alias: alias ?? name }))
    .filter(({ name }) => owners.has(name));
}

const ENDS =
  / (?:inner join|left join|right join|full join|cross join|where|group by|order by|having|limit|offset|returning|on conflict|set|for update) /;

/** The conditions of joins and of where that must all be true, one by one. */
function conditionsOf(part: string): string[] {
  const found: string[] = [];
  for (const match of part.matchAll(/ (?:on|where) (?!conflict)/g)) {
    const rest = part.slice(match.index + match[0].length);
    const end = ENDS.exec(`${rest} `);
    found.push(...allTrue(end ? rest.slice(0, end.index) : rest));
  }
  return found;
}

/** What an expression says outright: nothing of it where one of several may be true. */
function allTrue(expression: string): string[] {
  const bare = unbracketed(expression.trim());
  if (splitAt(bare, / or /y).length > 1) return [];
  const parts = splitAt(bare, / and /y);
  return parts.length > 1 ? parts.flatMap(allTrue) : [bare];
}

function unbracketed(text: string): string {
  return text.startsWith('(') && closing(text, 0) === text.length - 1
    ? unbracketed(text.slice(1, -1).trim())
    : text;
}

/** Parts between what a sticky pattern finds outside of brackets. */
function splitAt(text: string, between: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth > 0 || text[at] !== ' ') continue;
    between.lastIndex = at;
    const met = between.exec(text);
    if (!met) continue;
    parts.push(text.slice(from, at));
    from = at + met[0].length;
    at = from - 1;
  }
  return [...parts, text.slice(from)];
}

const PARAMETER = String.raw`(?:\$\d+|\?|'')`;
const COLUMN = String.raw`(?:"(\w+)"\.)?"(\w+)"`;
const FIXED = new RegExp(`^${COLUMN} (?:= ${PARAMETER}|in \\(${PARAMETER}\\))$`);
const SAME = new RegExp(`^${COLUMN} = ${COLUMN}$`);

/** Adds to `held` each table that a condition holds to one authority, also through one that is held. */
function hold(held: Set<string>, tables: readonly Table[], conditions: readonly string[]): void {
  const only = tables.length === 1 ? tables[0]?.alias : undefined;
  const tableOf = new Map(tables.map(({ name, alias }) => [alias, name]));
  const says = (alias: string, column: string) => {
    const name = tableOf.get(alias) ?? alias;
    return owners.get(name) === column;
  };
  for (const condition of conditions) {
    const [, alias = only, column = ''] = FIXED.exec(condition) ?? [];
    if (alias === undefined) continue;
    if (says(alias, column)) held.add(alias);
  }
  const same = conditions.flatMap((condition) => {
    const [, a, left = '', b, right = ''] = SAME.exec(condition) ?? [];
    return a && b && says(a, left) && says(b, right) ? [[a, b] as const] : [];
  });
  for (let before = -1; before !== held.size;) {
    before = held.size;
    for (const [a, b] of same) {
      if (held.has(a)) held.add(b);
      if (held.has(b)) held.add(a);
    }
  }
}
