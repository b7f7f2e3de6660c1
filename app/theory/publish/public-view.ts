import { BOX_MORE, LINK_MORE, sayValue } from '../fields.ts';
import {
  boxesById,
  typeName,
  type Box,
  type Link,
  type More,
  type Piece,
  type Theory,
} from '../graph.ts';
import { hasSmallBaseline, measureOf } from '../measures/measure.ts';
import { linkSentence } from '../words.ts';
import { fewIn } from './few.ts';

/**
 * What everybody may see of a theory: what it says and why, and nothing that names a person, comes from
 * a few, or was never meant to leave the building. What is not named here is left out.
 */

/** What somebody has decided to show besides the theory itself. */
export interface Shown {
  /** Ids of the evidence whose words are shown. */
  evidence: readonly string[];
  /** Whether it says who leads and who watches: only where these are roles or organisations. */
  leads: boolean;
}

/** Facts that are about who does something. */
const WHO: ReadonlySet<string> = new Set(['lead', 'owner', 'reviewedBy']);
const OF_THEORY = /^(ceiling|afterwards|unintended|reviewedOn|reviewedBy|name[A-Z][A-Za-z]*)$/;
const OF_PIECES: Readonly<Record<Piece['kind'], ReadonlySet<string>>> = {
  evidence: new Set(['what', 'direction', 'strength', 'basis', 'source', 'year']),
  measure: new Set([
    ...['label', 'source', 'unit', 'counts', 'baseline', 'baselineOn', 'target', 'targetOn'],
    // By what it was taken from, others can see that they measure the same.
    ...['frequency', 'owner', 'library', 'shared'],
  ]),
  part: new Set(['name', 'kind', 'within']),
};

/** The theory as everybody sees it. */
export function publicView(theory: Theory, shown: Shown): Theory {
  const chosen = new Set(shown.evidence);
  const small = new Set(theory.pieces.filter((piece) => fewIn(piece) !== null).map(({ id }) => id));
  const only = (more: More, allowed: (key: string) => boolean): More =>
    Object.fromEntries(
      Object.entries(more).filter(([key]) => allowed(key) && (shown.leads || !WHO.has(key))),
    );
  const linkKeys = new Set(LINK_MORE.map(({ key }) => key));
  return withoutFewBaselines({
    ...theory,
    more: only(theory.more, (key) => OF_THEORY.test(key)),
    boxes: theory.boxes.map((box) => {
      const keys = new Set(['part', ...BOX_MORE[box.type].map(({ key }) => key)]);
      return { ...box, more: only(box.more, (key) => keys.has(key)) };
    }),
    links: theory.links.map((link) => ({
      ...link,
      more: only(link.more, (key) => linkKeys.has(key)),
    })),
    pieces: theory.pieces
      .filter(({ id, kind }) => kind !== 'evidence' || (chosen.has(id) && !small.has(id)))
      .map((piece) => ({
        ...piece,
        more: only(piece.more, (key) => OF_PIECES[piece.kind].has(key)),
      })),
  });
}

/** A theory without the baselines that tell of fewer than five people. */
export function withoutFewBaselines(theory: Theory): Theory {
  return {
    ...theory,
    pieces: theory.pieces.map((piece) =>
      piece.kind === 'measure' && hasSmallBaseline(measureOf(piece))
        ? {
            ...piece,
            more: Object.fromEntries(
              Object.entries(piece.more).filter(([key]) => key !== 'baseline'),
            ),
          }
        : piece,
    ),
  };
}

/** What was decided when this was published, to begin with when it is published again. */
export function decidedIn(seen: Theory): Shown {
  const things = [seen, ...seen.boxes, ...seen.links, ...seen.pieces];
  return {
    evidence: seen.pieces.flatMap(({ id, kind }) => (kind === 'evidence' ? [id] : [])),
    leads: things.some(({ more }) => Object.keys(more).some((key) => WHO.has(key))),
  };
}

/** Evidence as somebody decides about it. */
export interface EvidenceChoice {
  id: string;
  what: string;
  /** What it is about, in words. */
  on: string;
  basis: string;
  /** Set when it may not be shown, with the reason. */
  never: string | null;
  /** Research stands in print already; the rest is shown only where somebody says so. */
  usually: boolean;
}

const EVIDENCE_BASIS: Readonly<Record<string, string>> = {
  research: 'Research',
  data: 'Data',
  families: 'What families said',
  practice: 'What staff have seen',
};

/**
 * Every piece of evidence with words of its own, to choose what of it is shown. What only points at
 * answers or figures within has nothing that could be published.
 */
export function evidenceChoices(theory: Theory): EvidenceChoice[] {
  return theory.pieces.flatMap((piece): EvidenceChoice[] => {
    if (piece.kind !== 'evidence' || (piece.more['what'] ?? '').trim() === '') return [];
    const { id, more, on } = piece;
    const few = fewIn(piece);
    const basis = more['basis'] ?? '';
    return [
      {
        id,
        what: more['what'] ?? '',
        on: placeOf(theory, on),
        basis: EVIDENCE_BASIS[basis] ?? '',
        never:
          few === null
            ? null
            : `“${few}” may tell of fewer than ten people, who may be known. It is not shown.`,
        usually: basis === 'research' && few === null && more['thread'] === undefined,
      },
    ];
  });
}

function placeOf(theory: Theory, on: string | null): string {
  const byId = boxesById(theory);
  const box = on === null ? undefined : byId.get(on);
  if (box !== undefined) return box.label;
  const link = theory.links.find(({ id }) => id === on);
  return link === undefined
    ? 'The whole theory'
    : linkSentence(theory, { ...link, reason: '' }, byId);
}

/** Something in a theory that says who does it. */
export interface Who {
  where: string;
  name: string;
  value: string;
}

/** Everybody who is said to lead or to watch something, for somebody to see that these are roles. */
export function whoIn(theory: Theory): Who[] {
  const labelOf = new Map([...LINK_MORE, ...Object.values(BOX_MORE).flat()].map((f) => [f.key, f]));
  const of = (where: string, more: More): Who[] =>
    Object.entries(more).flatMap(([key, value]) => {
      const field = labelOf.get(key);
      return WHO.has(key) && value.trim() !== ''
        ? [
            {
              where,
              name: field?.label ?? 'Looked at by',
              value: field ? sayValue(field, value) : value,
            },
          ]
        : [];
    });
  return [
    ...of('The whole theory', theory.more),
    ...theory.boxes.flatMap((box) => of(box.label, box.more)),
    ...theory.links.flatMap((link) => of(placeOf(theory, link.id), link.more)),
    ...theory.pieces.flatMap((piece) =>
      of(piece.more['label'] ?? placeOf(theory, piece.on), piece.more),
    ),
  ];
}

/** What stands on the public page besides fixed words. */
export interface PublicPage {
  theory: Theory;
  /** Of the version. */
  name: string;
  comment: string;
  /** The title of the programme. */
  programme: string;
}

/** Where a public page names one of these people by their whole name; empty when nowhere. */
export function peopleNamed(page: PublicPage, names: readonly string[]): string[] {
  const { theory: seen, name, comment, programme } = page;
  const texts: { where: string; text: string }[] = [
    { where: 'the name of the version', text: name },
    { where: 'how to comment on it', text: comment },
    { where: 'the title of the programme', text: programme },
    { where: 'the title', text: seen.title },
    ...said('what is said about the whole theory', seen.more),
    ...seen.boxes.flatMap((box: Box) => [
      ...said(`the ${typeName(seen, box.type).one.toLowerCase()} “${box.label}”`, {
        ...box.more,
        label: box.label,
        detail: box.detail,
      }),
    ]),
    ...seen.links.flatMap((link: Link) =>
      said(placeOf(seen, link.id), { ...link.more, reason: link.reason }),
    ),
    ...seen.pieces.flatMap(({ kind, more }) =>
      said(`a ${kind === 'evidence' ? 'piece of evidence' : kind}`, more),
    ),
  ];
  return namedAmong(texts, names);
}

/** Where one of these texts names one of these people by their whole name; empty when nowhere. */
export function namedAmong(
  texts: readonly { where: string; text: string }[],
  names: readonly string[],
): string[] {
  const patterns = [...new Set(names)].filter(isWhole).map(patternOf);
  const found = texts.filter(({ text }) => patterns.some((pattern) => pattern.test(text)));
  return [...new Set(found.map(({ where }) => where))];
}

const said = (where: string, more: More) => [{ where, text: Object.values(more).join('\n') }];
/** A first name alone is a word like others. */
const isWhole = (name: string) => /\S\s+\S/.test(name.trim());

function patternOf(name: string): RegExp {
  const parts = name
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('\\s+')}(?![\\p{L}\\p{N}])`, 'iu');
}
