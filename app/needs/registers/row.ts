import type { Problem } from '#app/http/problems.ts';
import { readFigure } from '#app/needs/figure.ts';
import { readDay } from './day.ts';
import { readHours, sayHours } from './hours.ts';
import { readPosition, sayPosition } from './position.ts';
import { choicesOf, type Choice, type Field, type ListsByName, type RowSpec } from './spec.ts';

/** What is kept of one field: words, or several values. */
export type FieldValue = string | string[];
export type RowFields = Record<string, FieldValue>;

export interface RegisterRow {
  name: string;
  fields: RowFields;
}

export type ReadRow = { ok: true; row: RegisterRow } | { ok: false; problems: Problem[] };

const MOST_NAME = 200;

/**
 * Reads what was typed about one row of a register. Choices are taken by their value, or by their words
 * (from a file). Messages are instructions, and name the field.
 */
export function readRow(
  spec: RowSpec,
  typed: Readonly<Record<string, unknown>>,
  lists: ListsByName,
): ReadRow {
  const problems: Problem[] = [];
  const name = wordsIn(typed['name']);
  if (name === '') {
    problems.push({ field: 'name', message: `Enter the ${lower(spec.nameLabel)}` });
  }
  if (name.length > MOST_NAME) problems.push(tooLong('name', spec.nameLabel, MOST_NAME));
  const fields: RowFields = {};
  for (const field of spec.fields) {
    const read = readField(field, typed[field.key], choicesOf(field, lists));
    if ('message' in read) problems.push({ field: field.key, message: read.message });
    else if (read.value.length > 0) fields[field.key] = read.value;
    else if (field.required) problems.push({ field: field.key, message: field.required });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, row: { name, fields } };
}

const lower = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

const wordsIn = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

const tooLong = (field: string, label: string, most: number): Problem => ({
  field,
  message: `${label} must be ${most.toLocaleString('en-GB')} characters or fewer`,
});

type ReadField = { value: FieldValue } | { message: string };

function readField(field: Field, typed: unknown, choices: readonly Choice[]): ReadField {
  const words = wordsIn(typed);
  switch (field.kind) {
    case 'text':
    case 'words': {
      const most = field.most ?? 200;
      return words.length > most
        ? { message: tooLong(field.key, field.label, most).message }
        : { value: words };
    }
    case 'number':
      return readNumber(field, words);
    case 'day': {
      const day = words === '' ? '' : readDay(words);
      return day === null
        ? { message: `${field.label}: enter a day, such as 1 April 2026` }
        : { value: day };
    }
    case 'one':
      return readChoices(field, words === '' ? [] : [words], choices, 1);
    case 'several': {
      const list = Array.isArray(typed)
        ? typed.map(wordsIn)
        : words.split(/[;\n]/).map((each) => each.trim());
      return readChoices(
        field,
        list.filter((each) => each !== ''),
        choices,
        Infinity,
      );
    }
    case 'hours': {
      const read = readHours(words);
      return read === null
        ? {
            message: `${field.label}: enter the hours as 09:00-17:00, or leave it empty when closed`,
          }
        : { value: sayHours(read) };
    }
    case 'position': {
      if (words === '') return { value: '' };
      const read = readPosition(words);
      return read === null
        ? {
            message: `${field.label}: enter latitude and longitude, easting and northing, or a grid reference`,
          }
        : { value: sayPosition(read) };
    }
  }
}

function readNumber(field: Field, words: string): ReadField {
  if (words === '') return { value: '' };
  const figure = readFigure(words);
  const isCount = figure.kind === 'number' && Number.isInteger(figure.value) && figure.value >= 0;
  return isCount && figure.value <= 10_000_000
    ? { value: String(figure.value) }
    : { message: `${field.label}: enter a whole number, such as 20` };
}

function readChoices(
  field: Field,
  wanted: readonly string[],
  choices: readonly Choice[],
  most: number,
): ReadField {
  const found: string[] = [];
  for (const each of wanted) {
    const key = each.toLowerCase();
    const choice =
      choices.find(({ value }) => value.toLowerCase() === key) ??
      choices.find(({ label }) => inAList(label).toLowerCase() === inAList(key));
    if (!choice) {
      const some = choices.slice(0, 4).map(({ label }) => `“${label}”`);
      const such =
        some.length === 0
          ? ''
          : ` It is one of those that the form offers, such as ${some.join(', ')}.`;
      return { message: `${field.label}: “${each}” is not known.${such}` };
    }
    if (!found.includes(choice.value)) found.push(choice.value);
  }
  return { value: most === 1 ? (found[0] ?? '') : found };
}

/** Several choices are parted by semicolons, so a choice with one in its words is written with a comma. */
const inAList = (label: string) => label.replaceAll(';', ',');

/** The values of a field as a list. */
export function valuesOf(fields: RowFields, key: string): string[] {
  const value = fields[key];
  return value === undefined || value === '' ? [] : [value].flat();
}

/** A field in the words of its choices, for reading and for files: several parted by "; ". */
export function sayField(field: Field, fields: RowFields, lists: ListsByName): string {
  const values = valuesOf(fields, field.key);
  if (field.choices === undefined) return values.join('; ');
  const choices = choicesOf(field, lists);
  return values
    .flatMap((value) => {
      // A need or a site that is gone by now is no longer said.
      const choice = choices.find((each) => each.value === value);
      return choice ? [inAList(choice.label)] : [];
    })
    .join('; ');
}

/** The rows that a search and the chosen filters leave, by name. */
export function filtered<Row extends RegisterRow>(
  spec: RowSpec,
  rows: readonly Row[],
  asked: { search: string; by: Readonly<Record<string, string>> },
): Row[] {
  const wanted = asked.search.trim().toLowerCase();
  const filters = spec.fields.filter(({ filter, key }) => filter && asked.by[key]);
  const byName = new Intl.Collator('en-GB', { numeric: true });
  return rows
    .filter(({ name, fields }) => {
      const all = [name, ...Object.values(fields).flat()].join(' ').toLowerCase();
      return (
        all.includes(wanted) &&
        filters.every(({ key }) => valuesOf(fields, key).includes(asked.by[key] ?? ''))
      );
    })
    .sort((a, b) => byName.compare(a.name, b.name));
}

/** How many rows have each choice of a field, choices that none has left out. */
export function countedBy(
  field: Field,
  rows: readonly RegisterRow[],
  lists: ListsByName,
): { value: string; label: string; rows: number }[] {
  return choicesOf(field, lists)
    .map(({ value, label }) => ({
      value,
      label,
      rows: rows.filter(({ fields }) => valuesOf(fields, field.key).includes(value)).length,
    }))
    .filter((each) => each.rows > 0);
}
