import { lines, type DocumentSection, type DocumentTable } from '#app/documents/blocks.ts';
import { sayDay } from '#app/ui/words.ts';
import { EVIDENCE_MORE } from '../evidence/evidence.ts';
import { sayValue } from '../fields.ts';
import {
  boxesById,
  column,
  typeName,
  type Box,
  type Link,
  type More,
  type Piece,
  type Theory,
} from '../graph.ts';
import { MEASURE_MORE } from '../measures/measure-form.ts';
import { shownBaseline } from '../measures/measure.ts';
import { linkSentence, relationsOf } from '../words.ts';

/** What belongs to a theory besides its boxes and links, as sections of a document: none where empty. */

/** What has to hold, on boxes and on links, and what could go wrong. */
export function holdsSection(theory: Theory): DocumentSection[] {
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

export function knownSection(theory: Theory): DocumentSection[] {
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

export function measuredSection(
  theory: Theory,
  figures: ReadonlyMap<string, string> = new Map(),
): DocumentSection[] {
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
          lines([label, ...newestIn(figures, piece.id)]),
          at(baseline && shownBaseline({ baseline, unit: unit ?? '' }), baselineOn, unit),
          at(target, targetOn, unit),
          lines(others),
        ];
      }),
    }),
  ];
}

function newestIn(figures: ReadonlyMap<string, string>, id: string): string[] {
  const newest = figures.get(id);
  return newest === undefined ? [] : [`Newest figure: ${newest}`];
}

function section(id: string, title: string, table: DocumentTable): DocumentSection {
  return { id, title, landscape: true, blocks: [table] };
}
