import type { Fields } from '#app/survey/posted.ts';

/** Longest text of one field that is looked at: far over every limit that a question sets. */
const LONGEST = 20_000;

/** The text fields of a form; files and overlong texts are not what a question asks for. */
export function fieldsOf(form: FormData): Fields {
  const fields: Record<string, string[]> = {};
  for (const name of new Set(form.keys())) {
    if (['csrf', 'once', 'intent', '__proto__'].includes(name)) continue;
    const values = form.getAll(name).filter((value) => typeof value === 'string');
    fields[name] = values.slice(0, 300).map((value) => value.slice(0, LONGEST));
  }
  return fields;
}
