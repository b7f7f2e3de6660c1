import { data } from '@remix-run/node';
import type { z } from 'zod';
import { thisAsking } from './asking.server.ts';
import { checkCsrf, CSRF_FIELD } from './csrf.server.ts';
import { plainText } from './plain-text.ts';
import { ONCE_FIELD, pressed } from './press.server.ts';
import type { Problem, Typed } from './problems.ts';

/** The parsed form, or what is wrong with it and what was typed. */
export type Parsed<T> =
  | { ok: true; value: T; typed: Typed; form: FormData }
  | { ok: false; problems: Problem[]; typed: Typed; form: FormData };

/**
 * Reads a posted form: checks that it came from our own page, then the values. Text is trimmed,
 * what a database or a document refuses is dropped (see plainText). A field that is sent several times
 * comes as a list. Every action goes through here.
 *
 * @param schema messages are instructions: "Enter the closing date"
 */
export async function parseForm<T>(request: Request, schema: z.ZodType<T>): Promise<Parsed<T>> {
  return parseFields(await checkedForm(request), schema);
}

/** The same for a form that has been read and checked already. */
export function parseFields<T>(form: FormData, schema: z.ZodType<T>): Parsed<T> {
  const fields: Record<string, unknown> = {};
  const typed: Typed = {};
  for (const [name, values] of valuesOf(form)) {
    if (name === CSRF_FIELD || name === ONCE_FIELD) continue;
    fields[name] = values.length > 1 ? values : values[0];
    const words = values.filter((value) => typeof value === 'string');
    if (words.length > 0) typed[name] = words.length > 1 ? words : (words[0] ?? '');
  }
  const read = schema.safeParse(fields);
  if (read.success) return { ok: true, value: read.data, typed, form };
  const problems = read.error.issues.map((issue) => ({
    field: issue.path.map(String).join('.') || 'form',
    message: issue.message,
  }));
  return { ok: false, problems: firstOfEach(problems), typed, form };
}

/** What came under each name, cleaned. In one pass: looking each name up takes the square of their number. */
function valuesOf(form: FormData): Map<string, FormDataEntryValue[]> {
  const found = new Map<string, FormDataEntryValue[]>();
  for (const [name, value] of form) {
    const one = typeof value === 'string' ? clean(value) : value;
    const there = found.get(name);
    if (there) there.push(one);
    else found.set(name, [one]);
  }
  return found;
}

/** Reads a posted form with no fields of interest beyond the token: a single button. */
export async function checkedForm(request: Request): Promise<FormData> {
  const form = await readForm(request);
  checkCsrf(request, form.get(CSRF_FIELD));
  const asking = thisAsking();
  if (asking) asking.form = form;
  pressed(request, form);
  return form;
}

/** The fields that came; what no browser sends is refused. How many there are, remix.server.ts counted. */
async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response('What you sent did not arrive whole. Go back and send it again.', {
      status: 400,
      statusText: 'The form did not arrive whole',
    });
  }
}

/** Shows the page again with what is wrong and what was typed. */
export function badInput(problems: Problem[], typed: Typed = {}) {
  return data({ problems, typed }, { status: 422 });
}

const clean = (value: string) => plainText(value).trim();

function firstOfEach(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ field }) => !seen.has(field) && seen.add(field));
}
