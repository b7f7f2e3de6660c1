/**
 * A theory of change as a graph: boxes in columns by type, and links that each say why the one
 * leads to the other. Everything else in this room works on these types.
 */

export { BOX_MORE, LINK_MORE, type MoreField } from './fields.ts';
export { nameKey, TYPE_WORDS, typeName } from './type-words.ts';

/** Every type of box, in the order of the columns; the last three stand beneath them. */
export const BOX_TYPES = [
  'need',
  'rootCause',
  'input',
  'activity',
  'output',
  'mechanism',
  'earlyOutcome',
  'intermediateOutcome',
  'longTermOutcome',
  'laterOutcome',
  'impact',
  'aim',
  'assumption',
  'externalFactor',
  'risk',
] as const;

export type BoxType = (typeof BOX_TYPES)[number];

/** Types that stand in a band beneath the columns, because they hold for the whole chain. */
export const BAND_TYPES = [
  'assumption',
  'externalFactor',
  'risk',
] as const satisfies readonly BoxType[];

/** The tiers of outcomes, from what families notice first to what lasts. The impact comes after them. */
export const OUTCOME_TYPES = [
  'earlyOutcome',
  'intermediateOutcome',
  'longTermOutcome',
  'laterOutcome',
] as const satisfies readonly BoxType[];

/** Whether a type is one of the tiers of outcomes. */
export function isOutcomeType(type: BoxType): boolean {
  return (OUTCOME_TYPES as readonly BoxType[]).includes(type);
}

/** What a link says; it follows from the types of its ends (see linkKindBetween). */
export const LINK_KINDS = ['leadsTo', 'addresses', 'explains', 'assumes', 'threatens'] as const;

export type LinkKind = (typeof LINK_KINDS)[number];

/** Further facts by key, such as `lead` or `benefits`; a key that is not there has no value. */
export type More = Readonly<Record<string, string>>;

export interface Box {
  readonly id: string;
  readonly type: BoxType;
  /** What the box says, in a few words. */
  readonly label: string;
  /** The longer explanation; may be empty. */
  readonly detail: string;
  readonly more: More;
  /** Place on the canvas in CSS pixels; null while the box stands where its column puts it. */
  readonly x: number | null;
  readonly y: number | null;
  /** Order within its column; a fraction goes between two others. */
  readonly position: number;
}

export interface Link {
  readonly id: string;
  readonly kind: LinkKind;
  readonly source: string;
  readonly target: string;
  /** Why the one leads to the other; may be empty, and then the coach asks. */
  readonly reason: string;
  readonly more: More;
}

/** What belongs to a theory and is no box or link. */
export const PIECE_KINDS = ['evidence', 'measure', 'part'] as const;

export type PieceKind = (typeof PIECE_KINDS)[number];

export interface Piece {
  readonly id: string;
  readonly kind: PieceKind;
  /** The box or link that it is about; null when it is about the whole theory. */
  readonly on: string | null;
  readonly more: More;
}

export interface Theory {
  readonly id: string;
  readonly title: string;
  /** How many operations have been applied. */
  readonly sequence: number;
  /** Facts of the whole theory by key, such as `ceiling` or `afterwards`. */
  readonly more: More;
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
  readonly pieces: readonly Piece[];
}

/** What a theory holds, apart from its name: what a file or a starter brings. */
export type Content = Pick<Theory, 'boxes' | 'links'> & Partial<Pick<Theory, 'more' | 'pieces'>>;

/**
 * Longest texts that are kept, in characters (printed theories have boxes of about 500), and how many
 * boxes, links and pieces a theory holds at most.
 */
export const LIMITS = {
  label: 1_000,
  detail: 5_000,
  reason: 2_000,
  more: 1_000,
  boxes: 1_000,
  links: 3_000,
  pieces: 3_000,
} as const;

const BEHIND: ReadonlySet<BoxType> = new Set(['need', 'rootCause']);

/**
 * What a link between two types says: a risk threatens, an assumption is assumed; a need and what
 * lies behind it explain one another; what we do addresses a need or its cause; all else leads to what it points at.
 */
export function linkKindBetween(source: BoxType, target: BoxType): LinkKind {
  if (source === 'risk' || target === 'risk') return 'threatens';
  if (source === 'assumption' || target === 'assumption') return 'assumes';
  const behind = Number(BEHIND.has(source)) + Number(BEHIND.has(target));
  if (behind === 2) return 'explains';
  if (behind === 1) {
    return source === 'externalFactor' || target === 'externalFactor' ? 'explains' : 'addresses';
  }
  return 'leadsTo';
}

/**
 * The ends of a link in the direction in which it is drawn, whichever way somebody drew it: from the
 * need to what addresses it, from an assumption to what relies on it, and from a risk to what it
 * threatens.
 */
export function drawn(link: Link, byId: ReadonlyMap<string, Box>): { from: string; to: string } {
  const target = byId.get(link.target)?.type;
  const turned =
    (link.kind === 'addresses' && target !== undefined && BEHIND.has(target)) ||
    (link.kind === 'assumes' && target === 'assumption') ||
    (link.kind === 'threatens' && target === 'risk');
  return turned ? { from: link.target, to: link.source } : { from: link.source, to: link.target };
}

/** Where a type stands in the chain from causes to the aim; null for what stands outside it. */
export function tierOf(type: BoxType): number | null {
  if ((BAND_TYPES as readonly BoxType[]).includes(type)) return null;
  return BOX_TYPES.indexOf(type);
}

/** Boxes by id. */
export function boxesById(theory: Theory): Map<string, Box> {
  return new Map(theory.boxes.map((box) => [box.id, box]));
}

/** Boxes of a type in the order of their column: by position, then by id. */
export function column(theory: Pick<Theory, 'boxes'>, type: BoxType): Box[] {
  return theory.boxes.filter((box) => box.type === type).sort(byPosition);
}

/** The order of boxes within a column. */
export function byPosition(a: Box, b: Box): number {
  return a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The position that puts a box last in its column. */
export function lastPosition(theory: Pick<Theory, 'boxes'>, type: BoxType): number {
  const positions = theory.boxes.filter((box) => box.type === type).map((box) => box.position);
  return positions.length === 0 ? 1 : Math.floor(Math.max(...positions)) + 1;
}

/** How many boxes of each type there are; a type without boxes counts 0. */
export function countsByType(theory: Pick<Theory, 'boxes'>): Record<BoxType, number> {
  const counts = Object.fromEntries(BOX_TYPES.map((type) => [type, 0])) as Record<BoxType, number>;
  for (const box of theory.boxes) counts[box.type] += 1;
  return counts;
}

/** The pieces of one kind, in the order in which they were added; about one box or link, or about all. */
export function piecesOf(
  { pieces }: Pick<Theory, 'pieces'>,
  kind: PieceKind,
  on?: string | null,
): Piece[] {
  return pieces.filter((piece) => piece.kind === kind && (on === undefined || piece.on === on));
}

/** A theory with nothing in it yet. */
export function emptyTheory(id: string, title: string): Theory {
  return { id, title, sequence: 0, more: {}, boxes: [], links: [], pieces: [] };
}
