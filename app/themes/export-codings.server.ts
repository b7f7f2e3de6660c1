import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { writeCsv } from '#app/survey/csv.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { codebookRows } from './codebook.ts';
import { readCoding } from './read-coding.server.ts';

/** The tree of themes with its definitions, for a spreadsheet or another programme. */
export async function exportCodebook(by: Person, programme: Programme): Promise<string> {
  allow(by, 'programme.see', programme);
  const { tree } = await readCoding(programme);
  return writeCsv(codebookRows(tree), { forExcel: true });
}

/**
 * Every comment with a column of 1 and 0 for each theme, as analysis wants it: the words as they may
 * be read, never who said them. For those who may export single answers.
 */
export async function exportCodings(by: Person, programme: Programme): Promise<string> {
  allow(by, 'answers.read', programme);
  allow(by, 'answers.export', programme);
  const { tree, comments } = await readCoding(programme);
  const header = [
    'Asked',
    'Words',
    'Coded',
    'May be quoted',
    ...tree.map(({ number, name }) => `${number} ${name}`),
  ];
  const rows = comments.map(({ where, words, state, mayQuote, themes }) => [
    where,
    words,
    state === 'read' ? 'yes' : state === 'changed' ? 'changed since' : 'no',
    mayQuote ? 'yes' : 'no',
    ...tree.map(({ id }) => (state === 'new' ? null : Number(themes.includes(id)))),
  ]);
  await theStore().write(null, (tx) =>
    record(tx, by, 'codings.exported', { kind: 'programme', id: programme.id }),
  );
  return writeCsv([header, ...rows], { forExcel: true });
}
