import { getTableColumns, getTableName, isTable, type Column, type Table } from 'drizzle-orm';
import { ownedTables } from '#db/row-security.server.ts';
import * as schema from '#db/schema/index.ts';

/** How large a nation is. */
export interface Nation {
  authorities: number;
  /** Of each authority, besides those of the demonstration. */
  surveys: number;
  /** To each of these surveys. */
  answers: number;
}

/** Who is signed in, and what a server says of itself: of the one that is asked for only. */
const OF_ONE = new Set(['sessions', 'presses']);

/** Columns whose values are one of a kind in the database, besides ids: each copy gets its own. */
const ALONE = new Set([
  'id',
  'code',
  'email',
  'reference',
  'submission_key',
  'token_hash',
  'digest',
]);

const isAlone = ({ name, dataType }: Column) =>
  dataType === 'string' && (ALONE.has(name) || name.endsWith('_id'));

const quoted = (name: string) => `"${name}"`;

/** Every table whose rows are somebody's, but the authorities themselves. */
function tables(): Table[] {
  const owned = new Set(ownedTables().map(({ table }) => table));
  return Object.values(schema)
    .filter((one) => isTable(one))
    .filter((table) => owned.has(getTableName(table)) && getTableName(table) !== 'authorities');
}

/**
 * The statements that give the one authority of a database as many surveys more, each with as many
 * answers: those that the most answered survey of the demonstration has, over and over.
 */
export function manySurveys({ surveys, answers }: Nation): string[] {
  const model = `(select survey_id from responses where channel = 'web' group by 1 order by count(*) desc limit 1)`;
  return [
    again('surveys', surveys, `id = ${model}`, {
      id: `'survey-' || n.k`,
      code: `'nation' || n.k`,
      title: `t.title || ' ' || n.k`,
    }),
    again(
      'survey_versions',
      surveys,
      `id = (select version_id from responses where survey_id = ${model} limit 1)`,
      { id: `'version-' || n.k`, survey_id: `'survey-' || n.k` },
    ),
    `create temp table said as select row_number() over () - 1 as at, * from responses where survey_id = ${model}`,
    again('responses', surveys * answers, 'at = (n.k - 1) % (select count(*) from said)', {
      id: `'answer-' || n.k`,
      survey_id: `'survey-' || (1 + (n.k - 1) % ${surveys})`,
      version_id: `'version-' || (1 + (n.k - 1) % ${surveys})`,
      reference: `'answer-' || n.k`,
      submission_key: `'answer-' || n.k`,
    }).replace('from "responses" as t', 'from said as t'),
    // As the work of each night leaves them: nothing waits to be mixed.
    again('mixed_answers', surveys, `survey_id = ${model}`, { survey_id: `'survey-' || n.k` }),
    `insert into mixed_answers (survey_id, authority_id, mixed_to) select id, authority_id, (current_date - 1)::text from surveys on conflict (survey_id) do update set mixed_to = excluded.mixed_to`,
  ];
}

/** A row, or several, `times` times, with values of its own for each. `n.k` counts from 1. */
function again(
  name: string,
  times: number,
  which: string,
  own: Readonly<Record<string, string>>,
): string {
  const table = tables().find((one) => getTableName(one) === name);
  if (table === undefined) throw new Error(`There is no table ${name}.`);
  const columns = columnsOf(table);
  const values = columns.map((column) => own[column.name] ?? `t.${quoted(column.name)}`);
  return `insert into ${quoted(name)} (${columns.map((column) => quoted(column.name)).join(', ')}) select ${values.join(', ')} from ${quoted(name)} as t, generate_series(1, ${times}) as n(k) where t.${which}`;
}

/**
 * The statements that put a nation around the one authority of a database: each other has all that this
 * one has. Rows of all lie between one another, as they would after years of being written at the same
 * time; a copy put behind would leave the rows of the one that is measured side by side. Foreign keys are
 * to be off meanwhile.
 */
export function nationAround(authorityId: string, { authorities }: Nation): string[] {
  const names = tables().map((table) => quoted(getTableName(table)));
  return [
    ...names.map((name) => `create temp table ${name.replace('"', '"was_')} as table ${name}`),
    `truncate ${names.join(', ')}`,
    ...tables().map((table) => among(table, OF_ONE.has(getTableName(table)) ? 1 : authorities)),
    `insert into authorities (id, name, colour, is_demonstration, created_at) select id || '-' || n.k, 'Authority ' || n.k, colour, false, created_at from authorities, generate_series(1, ${authorities - 1}) as n(k) where id = '${authorityId}'`,
  ];
}

/**
 * Each row of a table for all authorities, and then the next row: number 0 is the one that was there. The
 * counting stands in the list of what is selected, because there PostgreSQL cannot turn the order round.
 */
function among(table: Table, authorities: number): string {
  const name = getTableName(table);
  const columns = columnsOf(table);
  const values = columns.map((column) =>
    isAlone(column)
      ? `case t.nth when 0 then t.${quoted(column.name)} else ${copyOf(column)} end`
      : `t.${quoted(column.name)}`,
  );
  return `insert into ${quoted(name)} (${columns.map((column) => quoted(column.name)).join(', ')}) select ${values.join(', ')} from (select was.*, generate_series(0, ${authorities - 1}) as nth from ${quoted(`was_${name}`)} as was) as t`;
}

/** The value that a copy has. A digest is asked for by how it begins: each copy's begins differently. */
function copyOf({ name }: Column): string {
  const was = `t.${quoted(name)}`;
  return name === 'digest'
    ? `md5(t.nth || ${was}) || md5(${was} || t.nth)`
    : `${was} || '-' || t.nth`;
}

const columnsOf = (table: Table) => Object.values(getTableColumns(table) as Record<string, Column>);
