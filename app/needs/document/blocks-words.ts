import type { Block } from '#app/documents/blocks.ts';
import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import type { AssessedWords } from './assessment.ts';
import { nothing } from './nothing.ts';

const shown = (count: Shown) => (count === HIDDEN ? HIDDEN : count.toLocaleString('en-GB'));

/** The columns that fit beside a theme on a landscape page. */
const MOST_COLUMNS = 5;

/** What people wrote and said, by theme, with the words that may be quoted. */
export function wordBlocks(words: AssessedWords): Block[] {
  const { progress, wheres, rows, agreement } = words;
  if (rows.length === 0) {
    return [nothing(`What people wrote has not been read for themes yet. ${progress}`)];
  }
  // What nothing was coded of needs no column.
  const spoken = wheres
    .map((title, at) => ({ title, at }))
    .filter(({ at }) => rows.some(({ cells }) => (cells[at] ?? 0) !== 0));
  const columns = spoken.slice(0, MOST_COLUMNS);
  const quoted = rows.filter(({ quotes }) => quotes.length > 0);
  return [
    { type: 'paragraph', text: progress },
    {
      type: 'table',
      caption: 'People who raised each theme, by what was asked',
      columns: [
        { title: 'Theme', share: 4 },
        ...columns.map(({ title }) => ({ title, share: 2, numeric: true })),
        { title: 'People in all', share: 1, numeric: true },
      ],
      rows: rows.map(({ number, name, cells, people }) => [
        `${number} ${name}`,
        ...columns.map(({ at }) => shown(cells[at] ?? 0)),
        shown(people),
      ]),
    },
    ...(spoken.length > columns.length
      ? [
          nothing(
            `What was said to ${spoken.length - columns.length} more is counted in the last column.`,
          ),
        ]
      : []),
    {
      type: 'paragraph',
      tone: 'note',
      text: 'Each person counts once under a theme and everything below it. These people chose to write: a count says how many raised something, not how many have it.',
    },
    ...(quoted.length === 0
      ? [nothing('No words are quoted: none were chosen that may be published.')]
      : quotedBlocks(quoted)),
    ...(agreement === null ? [] : agreementBlocks(agreement)),
  ];
}

function quotedBlocks(rows: AssessedWords['rows']): Block[] {
  return [
    { type: 'heading', level: 2, text: 'In their own words' },
    ...rows.flatMap(({ name, definition, quotes }): Block[] => [
      { type: 'heading', level: 3, text: name },
      { type: 'paragraph', text: definition },
      { type: 'list', items: quotes.map((quote) => `“${quote}”`) },
    ]),
  ];
}

function agreementBlocks({ size, themes }: NonNullable<AssessedWords['agreement']>): Block[] {
  return [
    { type: 'heading', level: 2, text: 'Do two coders agree?' },
    {
      type: 'paragraph',
      text: `A second person coded a random sample of ${size} comments without seeing what the first had found.`,
    },
    {
      type: 'table',
      caption: 'Agreement of two coders by theme',
      columns: [
        { title: 'Theme', share: 5 },
        { title: 'Same judgement', share: 2, numeric: true },
        { title: 'Kappa', share: 2, numeric: true },
      ],
      rows: themes.map(({ name, observed, kappa }) => [
        name,
        `${Math.round(observed * 100)}%`,
        kappa === null ? '–' : kappa.toFixed(2),
      ]),
    },
    {
      type: 'paragraph',
      tone: 'note',
      text: 'Kappa: 1 is full agreement, 0 what chance gives. It is low for rare themes however well people agree.',
    },
  ];
}
