import { hostile, type Hostile } from '../hostile-words.ts';
import type { FormButton, FormField, FoundForm } from './forms.ts';

/** What is sent of a field: words, or a file. */
export type Filled = string | File;

/** A form as it is to be sent: which values each field has, and which hostile value stands in it. */
export interface Filling {
  values: Map<string, Filled[]>;
  hostiles: Map<string, Hostile>;
}

/** The kinds of field that take any words. */
const WORDS = new Set(['text', 'textarea', 'search', 'url', 'tel', 'email', 'password']);

const OURS = new Set(['csrf', 'once']);

/** A day from now, as a field of a date takes it. */
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export type FileFor = (field: FormField, next: () => number) => File | undefined;

/**
 * Fills a form as somebody who means harm and wants it taken: hostile words in every field for words,
 * something that fits everywhere else.
 *
 * @param next the number of the next hostile value
 */
export function fill(form: FoundForm, next: () => number, fileFor: FileFor): Filling {
  const filling: Filling = { values: new Map(), hostiles: new Map() };
  const seen = new Set<string>();
  for (const field of form.fields) {
    const { name, kind } = field;
    if (kind === 'radio' || kind === 'checkbox') {
      fillChoice(form, field, filling);
    } else if (kind === 'file') {
      const file = fileFor(field, next);
      filling.values.set(name, [file ?? new File([], '')]);
    } else if (WORDS.has(kind) && !isNumber(field)) {
      const words = hostile(next());
      filling.hostiles.set(name, words);
      const before = seen.has(name) ? (filling.values.get(name) ?? []) : [];
      filling.values.set(name, [...before, first(field, words)]);
    } else {
      const before = seen.has(name) ? (filling.values.get(name) ?? []) : [];
      filling.values.set(name, [...before, otherwise(field)]);
    }
    seen.add(name);
  }
  return filling;
}

/** What a field for words is given first. */
function first(field: FormField, words: Hostile): string {
  if (field.kind === 'email') return words.email;
  if (field.kind === 'url' || /web address|link to/i.test(field.label)) return words.address;
  return words.whole;
}

const isNumber = ({ inputMode }: FormField) => inputMode === 'numeric' || inputMode === 'decimal';

function otherwise(field: FormField): string {
  switch (field.kind) {
    case 'select':
      return field.value !== '' ? field.value : (field.options.find((one) => one !== '') ?? '');
    case 'date':
      return field.value !== '' ? field.value : inDays(14);
    case 'month':
      return field.value !== '' ? field.value : inDays(14).slice(0, 7);
    case 'time':
      return field.value !== '' ? field.value : '10:00';
    case 'color':
      return field.value !== '' ? field.value : '#00703c';
    case 'hidden':
      return field.value;
    default:
      return field.value !== '' ? field.value : '3';
  }
}

/** One of the radios; every box that is ticked, and the first if none is. */
function fillChoice(form: FoundForm, { name, kind }: FormField, filling: Filling): void {
  if (filling.values.has(name)) return;
  const all = form.fields.filter((one) => one.name === name);
  const chosen = all.filter((one) => one.chosen).map(({ value }) => value);
  const values = chosen.length > 0 ? chosen : all.slice(0, 1).map(({ value }) => value);
  filling.values.set(name, kind === 'radio' ? values.slice(0, 1) : values);
}

/**
 * Mends a filling by what the page said is wrong, so that the next try may be taken.
 *
 * @param tries how often this form was refused already, from 1
 * @returns whether anything was changed
 */
export function mend(
  form: FoundForm,
  filling: Filling,
  problems: ReadonlyMap<string, string>,
  tries: number,
): boolean {
  let changed = false;
  for (const [name, message] of problems) {
    const fields = form.fields.filter((field) => field.name === name && !OURS.has(name));
    const [field] = fields;
    if (!field) continue;
    const value = better(fields, filling, message, tries);
    if (value === undefined) continue;
    const before = filling.values.get(name) ?? [];
    filling.values.set(name, [value, ...before.slice(1)]);
    changed = true;
  }
  return changed;
}

function better(
  fields: readonly FormField[],
  filling: Filling,
  message: string,
  tries: number,
): Filled | undefined {
  const [field] = fields;
  if (!field || field.kind === 'file' || field.kind === 'hidden') return undefined;
  if (field.kind === 'radio' || field.kind === 'checkbox')
    return fields[tries % fields.length]?.value;
  if (field.kind === 'select') {
    const options = field.options.filter((one) => one !== '');
    return options[tries % Math.max(1, options.length)];
  }
  if (/\bdate\b|\bday\b|YYYY|\bmonth\b|20\d\d/i.test(message))
    return inDays([14, 60, -30, 1, 400][tries - 1] ?? 14);
  const words = filling.hostiles.get(field.name);
  if (words === undefined) return ['1', '50', '2026', '0.5', '12'][tries - 1];
  return betterWords(field, words, message, tries);
}

function betterWords(field: FormField, words: Hostile, message: string, tries: number): string {
  if (/e-mail/i.test(message)) return `tlx${words.number}q@example.org`;
  if (/web address|https?:/i.test(message))
    return `https://elsewhere.example/"><tl-x${words.number}>?tlx${words.number}q`;
  if (/phone/i.test(message)) return '01632 960 001';
  if (/postcode/i.test(message)) return 'LA1 1AA';
  if (/password/i.test(message)) return 'three random words';
  if (/number|whole|£|amount|per cent|percentage|how many/i.test(message))
    return ['3', '50', '1', '2026', '0.5'][tries - 1] ?? '3';
  if (/characters|shorter|too long|fewer/i.test(message) || tries > 1) {
    return (
      [words.short, words.short, words.tiny, field.value, field.value][tries - 1] ?? field.value
    );
  }
  return field.value !== '' ? field.value : words.short;
}

/** The body that a browser would send for it. */
export function bodyOf(
  form: FoundForm,
  { values }: Filling,
  button: FormButton | undefined,
): FormData | URLSearchParams {
  const body = form.upload ? new FormData() : new URLSearchParams();
  const add = (name: string, value: Filled) => {
    if (body instanceof FormData) body.append(name, value);
    else if (typeof value === 'string') body.append(name, value);
  };
  for (const [name, all] of values) for (const value of all) add(name, value);
  if (button && button.name !== '') add(button.name, button.value);
  return body;
}
