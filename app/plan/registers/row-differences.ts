import { sayField, type RegisterRow } from '#app/needs/registers/row.ts';
import type { ListsByName, RowSpec } from '#app/needs/registers/spec.ts';
import type { Difference } from '#app/plan/lines/differences.ts';
import { sayShortDay } from '#app/ui/words.ts';

/** A field in words, for reading: days as people say them. */
export function sayInWords(
  spec: RowSpec,
  key: string,
  { fields }: RegisterRow,
  lists: ListsByName,
): string {
  const field = spec.fields.find((one) => one.key === key);
  if (!field) return '';
  const words = sayField(field, fields, lists);
  if (words === '') return '';
  if (field.kind === 'day') return sayShortDay(words);
  return field.kind === 'number' ? Number(words).toLocaleString('en-GB') : words;
}

/** The fields in which two people's words for a row differ, in the order of the form. */
export function rowDifferences(
  spec: RowSpec,
  yours: RegisterRow,
  theirs: RegisterRow,
  lists: ListsByName,
): Difference[] {
  const rows = [
    { field: spec.nameLabel, yours: yours.name, theirs: theirs.name },
    ...spec.fields.map(({ key, label }) => ({
      field: label,
      yours: sayInWords(spec, key, yours, lists),
      theirs: sayInWords(spec, key, theirs, lists),
    })),
  ];
  return rows
    .filter((row) => row.yours !== row.theirs)
    .map((row) => ({ ...row, yours: row.yours || 'Nothing', theirs: row.theirs || 'Nothing' }));
}
