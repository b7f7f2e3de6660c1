import Papa from 'papaparse';

/** Gives the next hostile words, and remembers where they went. */
type Word = (where: string) => string;

/** What is brought in where: the text of a file, full of hostile words and otherwise sound. */
export interface Brought {
  at: RegExp;
  field?: RegExp;
  ending: string;
  made: (word: Word) => string;
}

export const csv = (rows: readonly (readonly string[])[]) => Papa.unparse(rows as string[][]);

/** Files of needs and of surveys. */
export const OF_NEEDS: readonly Brought[] = [
  {
    at: /\/needs\/areas\/import$/,
    ending: 'csv',
    made: (word) =>
      csv([
        ['LSOA code', word('area heading'), 'How many'],
        ['E01999001', word('area name'), '40'],
        ['E01999002', word('area name'), '52'],
      ]),
  },
  {
    at: /\/needs\/listening\/import$/,
    ending: 'csv',
    made: (word) =>
      csv([
        [
          'Date',
          'Kind',
          'Title',
          'Place',
          'Facilitator',
          'Languages',
          'How many came',
          'Delete after',
        ],
        [
          '2026-05-04',
          'Focus group',
          word('listening title'),
          word('listening place'),
          word('facilitator'),
          word('languages'),
          '',
          '2028-05-04',
        ],
      ]),
  },
  {
    at: /\/needs\/register\/import$/,
    ending: 'csv',
    made: (word) =>
      csv([
        ['Need', 'Why it matters', word('heading')],
        [word('need'), word('why'), word('cell')],
      ]),
  },
  {
    at: /\/needs\/registers\/barriers\/import$/,
    ending: 'csv',
    made: (word) =>
      csv([
        ['What stands in the way', word('heading')],
        [word('barrier'), word('cell')],
      ]),
  },
  {
    at: /\/needs\/registers\/[\w-]+\/import$/,
    ending: 'csv',
    made: (word) =>
      csv([
        ['Name of the site', 'Name of the organisation or service', 'What stands in the way'],
        [word('site'), word('service'), word('barrier')],
      ]),
  },
  {
    at: /\/needs\/tables\/import$/,
    ending: 'csv',
    made: (word) =>
      csv([
        [word('table heading'), 'Families', 'Children'],
        [word('row'), '12', '20'],
        [word('row'), '8', '10'],
        ['Total', '20', '31'],
      ]),
  },
  {
    at: /\/needs\/themes\/import$/,
    ending: 'csv',
    made: (word) =>
      csv([
        ['Number', 'Theme', 'What belongs here', 'Example', 'What does not belong here', 'Notes'],
        ['1', word('theme'), word('belongs'), word('example'), word('not'), word('notes')],
        ['1.1', word('theme below'), '', '', '', ''],
      ]),
  },
  {
    at: /\/questions\/file$/,
    ending: 'json',
    made: (word) =>
      JSON.stringify({
        title: word('survey title'),
        pages: [
          {
            name: 'one',
            title: word('page title'),
            elements: [
              {
                type: 'text',
                name: 'own',
                title: word('question'),
                description: word('description'),
              },
              {
                type: 'radiogroup',
                name: 'chosen',
                title: word('question'),
                choices: [
                  { value: 'a', text: word('choice') },
                  { value: 'b', text: word('choice') },
                ],
              },
              { type: 'comment', name: 'more', title: word('question') },
            ],
          },
        ],
      }),
  },
  {
    at: /\/needs\/surveys\/(?:import|[\w-]+\/import)$/,
    ending: 'csv',
    made: (word) =>
      csv([
        [word('column'), 'Where do you live?', word('column')],
        [word('answer'), 'Aldermere', word('answer')],
        [word('answer'), 'Brookside', word('answer')],
        [word('answer'), word('place'), 'no'],
      ]),
  },
  {
    at: /\/languages\/[\w-]+$/,
    ending: 'csv',
    made: (word) =>
      csv([
        ['key', 'English', 'Translation'],
        [word('key'), word('English'), word('translation')],
      ]),
  },
  {
    at: /\/population$/,
    ending: 'csv',
    made: (word) =>
      csv([
        ['question', 'group', 'answers', 'figure', 'unit', 'source', 'as_at'],
        [
          word('question'),
          word('group'),
          word('answers'),
          '100',
          'families',
          word('source'),
          '2026-01-01',
        ],
      ]),
  },
];
