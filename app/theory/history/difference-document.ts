import type { Block, DocumentModel, DocumentTable } from '#app/documents/blocks.ts';
import { sayDay } from '#app/ui/words.ts';
import type { Theory } from '../graph.ts';
import type { Difference } from './difference.ts';
import { differenceSvg } from './difference-picture.ts';
import {
  BECAME_WORDS,
  differenceInWords,
  differenceTables,
  stretchesAsText,
  type DifferenceRow,
} from './difference-rows.ts';

/** What is compared, and how each state is called. */
export interface ToldDifference {
  from: { words: string; theory: Theory };
  to: { words: string; theory: Theory };
  difference: Difference;
}

/** The difference of two states as a document: the picture, and tables with every word. */
export function differenceDocument(
  told: ToldDifference,
  about: { authority: DocumentModel['authority']; programme: string; madeOn: string },
): DocumentModel {
  const { from, to, difference } = told;
  const summary = differenceInWords(difference);
  return {
    title: 'What changed in the theory of change',
    subtitle: to.theory.title,
    cover: [
      about.programme,
      `From ${from.words} to ${to.words}`,
      `Made on ${sayDay(about.madeOn)}`,
    ],
    authority: about.authority,
    language: 'en-GB',
    sections: [
      {
        id: 'picture',
        title: 'In one picture',
        landscape: true,
        blocks: [
          { type: 'paragraph', text: summary, tone: 'lead' },
          {
            type: 'picture',
            svg: differenceSvg(from.theory, to.theory, difference),
            alt: `${summary} The tables that follow say each of them.`,
            caption: `What changed from ${from.words} to ${to.words}`,
          },
        ],
      },
      { id: 'words', title: 'In words', landscape: true, blocks: wordBlocks(told) },
    ],
  };
}

function wordBlocks({ from, to, difference }: ToldDifference): Block[] {
  const tables = tablesOf({ from, to, difference });
  if (tables.length === 0) return [{ type: 'paragraph', text: 'Nothing differs.' }];
  const key = 'In the last column, [−words−] are gone and [+words+] are new.';
  return [{ type: 'paragraph', text: key, tone: 'note' }, ...tables];
}

const NAMES = [
  ['facts', 'The theory as a whole'],
  ['boxes', 'Boxes'],
  ['links', 'Links'],
  ['pieces', 'Evidence, measures and parts'],
] as const;

function tablesOf({ from, to, difference }: ToldDifference): DocumentTable[] {
  const tables = differenceTables(from.theory, to.theory, difference);
  return NAMES.flatMap(([key, caption]): DocumentTable[] => {
    const rows = tables[key];
    if (rows.length === 0) return [];
    return [
      {
        type: 'table',
        caption,
        columns: [
          { title: 'What happened', share: 12 },
          { title: 'What', share: 14 },
          { title: 'Which', share: 34 },
          { title: 'Words', share: 40 },
        ],
        rows: rows.map((row) => [
          BECAME_WORDS[row.became],
          row.what,
          row.label,
          fieldsOf(row).join('\n') || '–',
        ]),
      },
    ];
  });
}

const fieldsOf = ({ fields }: DifferenceRow) =>
  fields.map(({ name, stretches }) => `${name}: ${stretchesAsText(stretches)}`);

/** The difference as plain text: a line a thing, and under it what became of its words. */
export function differenceText(told: ToldDifference): string {
  const { from, to, difference } = told;
  const tables = differenceTables(from.theory, to.theory, difference);
  const sections = NAMES.flatMap(([key, caption]) => {
    const rows = tables[key];
    if (rows.length === 0) return [];
    const lines = rows.flatMap((row) => [
      `- ${BECAME_WORDS[row.became]}: ${row.what.toLowerCase()} ${quoted(row.label)}`,
      ...fieldsOf(row).map((line) => `    ${oneLine(line)}`),
    ]);
    return [[caption, ...lines].join('\n')];
  });
  const head = `${to.theory.title}\nWhat changed from ${from.words} to ${to.words}: ${differenceInWords(difference)}`;
  return `${[head, ...sections].join('\n\n')}\n`;
}

/** A link is a sentence with quotation marks of its own. */
function quoted(label: string): string {
  const line = oneLine(label);
  return line.startsWith('“') ? line : `“${line}”`;
}

const oneLine = (text: string) => text.trim().replace(/\s+/gu, ' ');
