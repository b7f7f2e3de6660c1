import type { ThreadEnd } from '#app/thread/kinds.ts';
import { sayValue } from '../fields.ts';
import type { MoreField, Piece } from '../graph.ts';

/** What is known for and against a box or a link of a theory. */

/** What evidence can be tied to on the golden thread: then it is read from there. */
const TIED_KINDS = ['need', 'theme', 'evidence'] as const;
export type TiedKind = (typeof TIED_KINDS)[number];

/** What a piece of evidence says, in the order of the form. */
export const EVIDENCE_MORE: readonly MoreField[] = [
  {
    key: 'direction',
    label: 'Does it speak for or against?',
    hint: '',
    kind: 'choice',
    options: [
      { value: 'for', label: 'For' },
      { value: 'against', label: 'Against' },
    ],
  },
  {
    key: 'strength',
    label: 'How strong it is',
    hint: 'A trial with a comparison is strong; one story is weak',
    kind: 'choice',
    options: [
      { value: 'weak', label: 'Weak' },
      { value: 'moderate', label: 'Moderate' },
      { value: 'strong', label: 'Strong' },
    ],
  },
  {
    key: 'basis',
    label: 'Where it comes from',
    hint: '',
    kind: 'choice',
    options: [
      { value: 'research', label: 'Research' },
      { value: 'data', label: 'Data' },
      { value: 'families', label: 'What families said' },
      { value: 'practice', label: 'What staff have seen' },
    ],
  },
  {
    key: 'source',
    label: 'Source',
    hint: 'Words, or the address of a page',
    kind: 'text',
  },
  { key: 'year', label: 'Year', hint: 'For example, 2024', kind: 'number' },
];

/** Something on the golden thread that evidence is tied to, as it is called now. */
export interface TiedTo {
  kind: TiedKind;
  id: string;
  title: string;
  /** What it is, in one or two words. */
  what: string;
}

/** A piece of evidence as a page shows it. */
export interface SeenEvidence {
  id: string;
  on: string | null;
  what: string;
  against: boolean;
  /** Strength, basis, source and year in words. */
  facts: string[];
  source: string;
  /** What it is tied to; `null` when it is not tied, `gone` when that is not there any more. */
  tied: TiedTo | 'gone' | null;
}

/** The value that ties a piece of evidence to something, such as `need:7`. */
export function tieValue({ kind, id }: ThreadEnd): string {
  return `${kind}:${id}`;
}

/** What evidence is tied to; null when it is tied to nothing or to what cannot be. */
export function tiedEnd({ more }: Pick<Piece, 'more'>): { kind: TiedKind; id: string } | null {
  return tiedEndOf(more['thread'] ?? '');
}

/** The same from the value. */
export function tiedEndOf(value: string): { kind: TiedKind; id: string } | null {
  const at = value.indexOf(':');
  const kind = TIED_KINDS.find((each) => each === value.slice(0, at));
  const id = value.slice(at + 1);
  return at === -1 || kind === undefined || id === '' ? null : { kind, id };
}

const WEIGHT: Readonly<Record<string, number>> = { strong: 3, moderate: 2, weak: 1 };

/** Evidence as it is read: the strongest first, what speaks for before what speaks against. */
export function seenEvidence(
  pieces: readonly Piece[],
  tied: ReadonlyMap<string, TiedTo> = new Map(),
): SeenEvidence[] {
  return pieces
    .filter(({ kind }) => kind === 'evidence')
    .map((piece) => ({ piece, seen: seenOf(piece, tied) }))
    .sort(
      (a, b) =>
        Number(a.seen.against) - Number(b.seen.against) ||
        (WEIGHT[b.piece.more['strength'] ?? ''] ?? 0) -
          (WEIGHT[a.piece.more['strength'] ?? ''] ?? 0) ||
        (a.piece.id < b.piece.id ? -1 : 1),
    )
    .map(({ seen }) => seen);
}

function seenOf(piece: Piece, tied: ReadonlyMap<string, TiedTo>): SeenEvidence {
  const { more } = piece;
  const end = tiedEnd(piece);
  const there = end === null ? null : (tied.get(tieValue(end)) ?? 'gone');
  return {
    id: piece.id,
    on: piece.on,
    what: more['what'] ?? '',
    against: more['direction'] === 'against',
    facts: EVIDENCE_MORE.filter(({ key }) => key === 'strength' || key === 'basis').flatMap(
      (field) => sayValue(field, more[field.key] ?? '') || [],
    ),
    source: [more['source'] ?? '', more['year'] ?? ''].filter((each) => each !== '').join(', '),
    tied: there,
  };
}

/** What evidence says in one line: its own words, or those of what it is tied to. */
export function evidenceWords({ what, tied }: Pick<SeenEvidence, 'what' | 'tied'>): string {
  if (what !== '') return what;
  if (tied === null) return 'No words yet';
  return tied === 'gone' ? 'What this was tied to is not there any more' : tied.title;
}

/** Evidence in a line of text: what it says, how much it weighs and where it is from. */
export function evidenceLine(seen: SeenEvidence): string {
  const facts = [...seen.facts, seen.source].filter((each) => each !== '').join(', ');
  const said = `${seen.against ? 'Against' : 'For'}: ${evidenceWords(seen)}`;
  return facts === '' ? said : `${said} (${facts})`;
}
