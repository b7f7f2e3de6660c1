import type { Difference } from '#app/plan/lines/differences.ts';

interface Words {
  title: string;
  before: string;
  after: string;
}

/** In what two people's words of a section differ, in the order of the form. */
export function sectionDifferences(typed: Words, saved: Words): Difference[] {
  const rows: [string, string, string][] = [
    ['Heading', typed.title, saved.title],
    ['Words before', typed.before, saved.before],
    ['Words after', typed.after, saved.after],
  ];
  const orNothing = (words: string) => (words === '' ? 'Nothing' : words);
  return rows
    .filter(([, yours, theirs]) => yours !== theirs)
    .map(([field, yours, theirs]) => ({
      field,
      yours: orNothing(yours),
      theirs: orNothing(theirs),
    }));
}
