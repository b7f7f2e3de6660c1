import {
  lines,
  type Block,
  type DocumentModel,
  type DocumentSection,
} from '#app/documents/blocks.ts';
import { many, sayDay } from '#app/ui/words.ts';
import { theorySvg } from '../draw.ts';
import { sayValue } from '../fields.ts';
import {
  boxesById,
  column,
  LINK_MORE,
  typeName,
  TYPE_WORDS,
  type Box,
  type More,
  type MoreField,
  type Theory,
} from '../graph.ts';
import { partsOf } from '../parts.ts';
import { altText, countsInWords, factsOf, relationsOf, usedTypes } from '../words.ts';
import { holdsSection, knownSection, measuredSection } from './document-tables.ts';

/** Whose theory it is and of when: what a document says besides the theory. */
export interface AboutTheory {
  authority: DocumentModel['authority'];
  programme: string;
  /** The day on which the document is made, YYYY-MM-DD. */
  madeOn: string;
  /** The part of the theory that is shown; null for the whole. */
  part: string | null;
  /** Which state of it is shown, where it is not that of now: `As approved by the board`. */
  state: string | null;
  /** The newest figure of each measure in words, by its id; measures without one are left out. */
  figures?: ReadonlyMap<string, string>;
}

/**
 * A theory as a document: the picture, every box and link in words, what has to hold, what is known and
 * what is measured. The same for Word and PDF.
 */
export function theoryDocument(theory: Theory, about: AboutTheory): DocumentModel {
  const { authority, programme, madeOn, part, state } = about;
  return {
    title: 'Theory of change',
    subtitle: theory.title,
    cover: [
      programme,
      ...(part === null ? [] : [`Part: ${part}`]),
      ...(state === null ? [] : [state]),
      `Made on ${sayDay(madeOn)}`,
    ],
    authority,
    language: 'en-GB',
    sections: [
      pictureSection(theory),
      wordsSection(theory),
      ...holdsSection(theory),
      ...knownSection(theory),
      ...measuredSection(theory, about.figures),
    ],
  };
}

function pictureSection(theory: Theory): DocumentSection {
  const aims = column(theory, 'aim').map(({ label }) => label);
  const blocks: Block[] =
    theory.boxes.length === 0
      ? [{ type: 'paragraph', text: 'There is nothing in the theory yet.' }]
      : [
          {
            type: 'picture',
            svg: theorySvg(theory),
            alt: `${altText(theory)} The tables in the next section say the same in words.`,
            caption: theory.title,
          },
        ];
  return {
    id: 'picture',
    title: 'The theory in one picture',
    landscape: true,
    blocks: [...aims.map((text): Block => ({ type: 'paragraph', tone: 'lead', text })), ...blocks],
  };
}

/** What is said of the whole theory, as a table; none where nothing is. */
function wholeBlocks(theory: Theory): Block[] {
  const parts = partsOf(theory).map(({ name }) => name);
  const said: readonly (readonly [string, string])[] = [
    ['What stays when the money ends', theory.more['afterwards'] ?? ''],
    ['Unintended effects that were thought of', theory.more['unintended'] ?? ''],
    ['What we answer for ourselves', ceilingOf(theory)],
    ['Parts', parts.join(', ')],
    ['Looked at last', reviewed(theory.more)],
  ];
  const facts = said.filter(([, value]) => value !== '');
  return facts.length === 0
    ? []
    : [{ type: 'facts', caption: 'What holds for the whole theory', facts }];
}

function ceilingOf(theory: Theory): string {
  const type = usedTypes(theory).find((each) => each === theory.more['ceiling']);
  return type === undefined
    ? ''
    : `Everything before ${typeName(theory, type).many.toLowerCase()}; to those we contribute`;
}

function reviewed({ reviewedOn = '', reviewedBy = '' }: More): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(reviewedOn) ? sayDay(reviewedOn) : reviewedOn;
  return [day, reviewedBy].filter((each) => each !== '').join(', by ');
}

/** Every box by type, with what is known of it and what it has to do with others. */
function wordsSection(theory: Theory): DocumentSection {
  const byId = boxesById(theory);
  const parts = new Map(partsOf(theory).map(({ id, name }) => [id, name]));
  const blocks = usedTypes(theory).flatMap((type): Block[] => {
    const { many: title } = typeName(theory, type);
    const boxes = column(theory, type);
    return [
      { type: 'heading', level: 2, text: title },
      { type: 'paragraph', text: TYPE_WORDS[type].about },
      {
        type: 'table',
        caption: `${title}: ${many(boxes.length, 'box', 'boxes')}, where each leads, and why`,
        columns: [
          { title: typeName(theory, type).one, share: 5 },
          { title: 'What is known of it', share: 4 },
          { title: 'Where it leads, and why', share: 7 },
        ],
        rows: boxes.map((box) => [
          box.label,
          lines(knownOf(box, parts)),
          lines(leadsOf(theory, box, byId)),
        ]),
      },
    ];
  });
  return {
    id: 'words',
    title: 'The theory in words',
    landscape: true,
    blocks:
      blocks.length === 0
        ? [{ type: 'paragraph', text: 'There is nothing in the theory yet.' }]
        : [
            // Here and not under the picture, which fills its page.
            { type: 'paragraph', tone: 'note', text: `It has ${countsInWords(theory)}.` },
            ...wholeBlocks(theory),
            ...blocks,
          ],
  };
}

function knownOf(box: Box, parts: ReadonlyMap<string, string>): string[] {
  const part = parts.get(box.more['part'] ?? '');
  return [
    ...(box.detail.trim() === '' ? [] : [box.detail.trim()]),
    ...factsOf(box).map(({ label, value }) => `${label}: ${value}`),
    ...(part === undefined ? [] : [`Part: ${part}`]),
  ];
}

function leadsOf(theory: Theory, box: Box, byId: Map<string, Box>): string[] {
  return relationsOf(theory, box.id, byId)
    .filter(({ outgoing, says }) => outgoing || says === 'is addressed by')
    .map(({ says, other, link }) => {
      const because = link.reason.trim() === '' ? '' : `: ${link.reason.trim()}`;
      const facts = sayings(LINK_MORE, link.more).map((each) => ` (${each})`);
      return `${says.charAt(0).toUpperCase()}${says.slice(1)} “${other.label}”${because}${facts.join('')}`;
    });
}

/** Facts in words, without those that stand in a table of their own. */
function sayings(fields: readonly MoreField[], more: More): string[] {
  return fields.flatMap((field) => {
    const value = more[field.key] ?? '';
    const elsewhere = ['assumes', 'critical', 'owner', 'signal', 'reviewOn'].includes(field.key);
    return value === '' || elsewhere ? [] : [`${field.label}: ${sayValue(field, value)}`];
  });
}
