import {
  lines,
  type Block,
  type DocumentModel,
  type DocumentSection,
  type DocumentTable,
} from '#app/documents/blocks.ts';
import { many, sayDay } from '#app/ui/words.ts';
import { theorySvg } from '../draw.ts';
import { EVIDENCE_MORE } from '../evidence/evidence.ts';
import { sayValue } from '../fields.ts';
import {
  boxesById,
  column,
  LINK_MORE,
  typeName,
  TYPE_WORDS,
  type Box,
  type Link,
  type More,
  type MoreField,
  type Piece,
  type Theory,
} from '../graph.ts';
import { MEASURE_MORE } from '../measures/measure-form.ts';
import { partsOf } from '../parts.ts';
import { altText, countsInWords, factsOf, linkSentence, relationsOf, usedTypes } from '../words.ts';

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
      ...measuredSection(theory),
    ],
  };
}

function pictureSection(theory: Theory): DocumentSection {
  const aims = column(theory, 'aim').map(({ label }) => label);
  const parts = partsOf(theory).map(({ name }) => name);
  const said: readonly (readonly [string, string])[] = [
    ['What stays when the money ends', theory.more['afterwards'] ?? ''],
    ['Unintended effects that were thought of', theory.more['unintended'] ?? ''],
    ['What we answer for ourselves', ceilingOf(theory)],
    ['Parts', parts.join(', ')],
    ['Looked at last', reviewed(theory.more)],
  ];
  const facts = said.filter(([, value]) => value !== '');
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
    blocks: [
      ...aims.map((text): Block => ({ type: 'paragraph', tone: 'lead', text })),
      ...blocks,
      { type: 'paragraph', tone: 'note', text: `It has ${countsInWords(theory)}.` },
      ...(facts.length === 0
        ? []
        : [{ type: 'facts' as const, caption: 'What holds for the whole theory', facts }]),
    ],
  };
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
        : blocks,
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

/** What has to hold, on boxes and on links, and what could go wrong. */
function holdsSection(theory: Theory): DocumentSection[] {
  const byId = boxesById(theory);
  const boxes = ['assumption', 'risk'] as const;
  const rows = [
    ...boxes.flatMap((type) =>
      column(theory, type).map((box) => {
        const bears = relationsOf(theory, box.id, byId).map(({ other }) => other.label);
        return holdRow(typeName(theory, type).one, box.label, bears, box.more);
      }),
    ),
    ...theory.links.flatMap((link) => {
      const assumes = link.more['assumes'] ?? '';
      if (assumes === '') return [];
      const { from, to } = endsOf(link, byId);
      return [holdRow('Of a link', assumes, [`${from} → ${to}`], link.more)];
    }),
  ];
  if (rows.length === 0) return [];
  return [
    section('holds', 'What has to hold', {
      type: 'table',
      caption: 'Assumptions and risks, and who watches them',
      columns: [
        { title: 'What', share: 2 },
        { title: 'It says', share: 5 },
        { title: 'For', share: 5 },
        { title: 'Who watches it, and when', share: 3 },
        { title: 'What would show it, and the answer', share: 4 },
      ],
      rows,
    }),
  ];
}

function holdRow(what: string, says: string, bearsOn: readonly string[], more: More): string[] {
  const { critical, likelihood, owner, reviewOn, signal, response } = more;
  const day = reviewOn !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(reviewOn);
  const given = (...words: (string | undefined)[]) =>
    lines(words.filter((each): each is string => each !== undefined && each !== ''));
  return [
    what,
    given(
      says,
      critical === 'yes' ? 'Without it the theory fails' : '',
      likelihood === undefined ? '' : `Likelihood: ${likelihood}`,
    ),
    lines(bearsOn),
    given(owner, day ? `Looked at again on ${sayDay(reviewOn)}` : reviewOn),
    given(signal, response),
  ];
}

const endsOf = (link: Link, byId: ReadonlyMap<string, Box>) => ({
  from: byId.get(link.source)?.label ?? 'a missing box',
  to: byId.get(link.target)?.label ?? 'a missing box',
});

/** What a piece is about, in words. */
function aboutOf(theory: Theory, { on }: Piece, byId: Map<string, Box>): string {
  if (on === null) return 'The whole theory';
  const link = theory.links.find(({ id }) => id === on);
  return link === undefined
    ? (byId.get(on)?.label ?? 'A box that is not there')
    : linkSentence(theory, { ...link, reason: '' }, byId);
}

function knownSection(theory: Theory): DocumentSection[] {
  const byId = boxesById(theory);
  const pieces = theory.pieces.filter(({ kind }) => kind === 'evidence');
  if (pieces.length === 0) return [];
  const said = (more: More, key: string) => {
    const field = EVIDENCE_MORE.find((each) => each.key === key);
    return field === undefined ? (more[key] ?? '') : sayValue(field, more[key] ?? '');
  };
  return [
    section('evidence', 'What is known', {
      type: 'table',
      caption: 'Evidence for and against',
      columns: [
        { title: 'About', share: 5 },
        { title: 'What it says', share: 6 },
        { title: 'For or against', share: 2 },
        { title: 'Strength and kind', share: 3 },
        { title: 'Source', share: 4 },
      ],
      rows: pieces.map((piece) => [
        aboutOf(theory, piece, byId),
        piece.more['what'] ??
          (piece.more['thread'] === undefined ? '' : 'As the golden thread has it'),
        said(piece.more, 'direction'),
        lines([said(piece.more, 'strength'), said(piece.more, 'basis')].filter(Boolean)),
        lines([piece.more['source'] ?? '', piece.more['year'] ?? ''].filter(Boolean)),
      ]),
    }),
  ];
}

function measuredSection(theory: Theory): DocumentSection[] {
  const byId = boxesById(theory);
  const pieces = theory.pieces.filter(({ kind }) => kind === 'measure');
  if (pieces.length === 0) return [];
  const shown = new Set(['baseline', 'baselineOn', 'target', 'targetOn']);
  const at = (value: string | undefined, day: string | undefined, unit: string | undefined) => {
    if (value === undefined) return '–';
    const when = day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day) ? (day ?? '') : sayDay(day);
    return lines([[value, unit ?? ''].join(' ').trim(), when].filter((each) => each !== ''));
  };
  return [
    section('measures', 'What is measured', {
      type: 'table',
      caption: 'Measures, where they start and what they should reach',
      columns: [
        { title: 'Of', share: 4 },
        { title: 'Measure', share: 5 },
        { title: 'Baseline', share: 3 },
        { title: 'Target', share: 3 },
        { title: 'Source and how often', share: 5 },
      ],
      rows: pieces.map((piece) => {
        const { label = '', baseline, baselineOn, target, targetOn, unit } = piece.more;
        const others = MEASURE_MORE.filter(({ key }) => !shown.has(key) && key !== 'unit').flatMap(
          (field) => {
            const value = piece.more[field.key] ?? '';
            return value === '' ? [] : [`${field.label}: ${sayValue(field, value)}`];
          },
        );
        return [
          aboutOf(theory, piece, byId),
          label,
          at(baseline, baselineOn, unit),
          at(target, targetOn, unit),
          lines(others),
        ];
      }),
    }),
  ];
}

function section(id: string, title: string, table: DocumentTable): DocumentSection {
  return { id, title, landscape: true, blocks: [table] };
}
