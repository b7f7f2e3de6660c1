/**
 * A theory of change as a graph: boxes in columns by type, and links that each say why the one
 * leads to the other. Everything else in this room works on these types.
 */

/** Every type of box, in the order of the columns; the last two stand beneath them. */
export const BOX_TYPES = [
  'need',
  'rootCause',
  'input',
  'activity',
  'output',
  'mechanism',
  'intermediateOutcome',
  'longTermOutcome',
  'impact',
  'aim',
  'assumption',
  'externalFactor',
] as const;

export type BoxType = (typeof BOX_TYPES)[number];

/** Types that stand in a band beneath the columns, because they hold for the whole chain. */
export const BAND_TYPES = ['assumption', 'externalFactor'] as const satisfies readonly BoxType[];

/** What a link says; it follows from the types of its ends (see linkKindBetween). */
export const LINK_KINDS = ['leadsTo', 'addresses', 'explains', 'assumes'] as const;

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

export interface Theory {
  readonly id: string;
  readonly title: string;
  /** How many operations have been applied. */
  readonly sequence: number;
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
}

/** How a type is called, one and many, and what belongs in it. */
export const TYPE_WORDS: Readonly<
  Record<BoxType, { one: string; many: string; about: string; example: string }>
> = {
  need: {
    one: 'Need',
    many: 'Needs',
    about: 'What families lack or ask for, as the register of needs has it.',
    example: 'Fathers who work cannot come before 6pm',
  },
  rootCause: {
    one: 'Root cause',
    many: 'Root causes',
    about: 'What lies behind a need and would have to change.',
    example: 'Groups run only in working hours',
  },
  input: {
    one: 'Input',
    many: 'Inputs',
    about: 'Money, people, buildings and agreements that the work rests on.',
    example: 'Two family workers for three years',
  },
  activity: {
    one: 'Activity',
    many: 'Activities',
    about: 'What we and our partners will do.',
    example: 'Open two hubs on Thursday evenings and Saturdays',
  },
  output: {
    one: 'Output',
    many: 'Outputs',
    about: 'What the activity directly produces and can be counted.',
    example: 'Forty evening sessions a quarter',
  },
  mechanism: {
    one: 'Mechanism',
    many: 'Mechanisms',
    about: 'What families see, feel or learn that makes them do something differently.',
    example: 'Fathers feel that the hub is for them too',
  },
  intermediateOutcome: {
    one: 'Intermediate outcome',
    many: 'Intermediate outcomes',
    about: 'A change for families within a year or two.',
    example: 'Fathers take part in their child’s early learning',
  },
  longTermOutcome: {
    one: 'Long-term outcome',
    many: 'Long-term outcomes',
    about: 'A lasting change for families, in three to five years.',
    example: 'Children start school ready to learn',
  },
  impact: {
    one: 'Impact',
    many: 'Impacts',
    about: 'The difference to the whole place that we contribute to.',
    example: 'The gap in school readiness closes',
  },
  aim: {
    one: 'Aim',
    many: 'Aims',
    about: 'What the whole programme is for, in one sentence.',
    example: 'Every family can get help early, close to home',
  },
  assumption: {
    one: 'Assumption',
    many: 'Assumptions',
    about: 'What has to hold for a step to follow, and is not certain.',
    example: 'Employers let fathers leave in time',
  },
  externalFactor: {
    one: 'External factor',
    many: 'External factors',
    about: 'What helps or hinders and is not in our hands.',
    example: 'Bus services in the evening',
  },
};

/** A further fact that boxes of some types, or links, can carry. */
export interface MoreField {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: 'text' | 'yes' | 'day';
}

const BENEFITS: MoreField = {
  key: 'benefits',
  label: 'Who it is for',
  hint: 'For example, fathers of children under two',
  kind: 'text',
};
const PARTNER_LED: MoreField = {
  key: 'partnerLed',
  label: 'A partner brings this about, not one of our activities',
  hint: '',
  kind: 'yes',
};

/** The further facts that can be given for each type of box, in the order of the form. */
export const BOX_MORE: Readonly<Record<BoxType, readonly MoreField[]>> = {
  need: [
    {
      key: 'notNow',
      label: 'Not now, because',
      hint: 'Only if this need will not be met in these years',
      kind: 'text',
    },
  ],
  rootCause: [],
  input: [],
  activity: [
    { key: 'lead', label: 'Who leads it', hint: 'An organisation or a role', kind: 'text' },
    BENEFITS,
  ],
  output: [],
  mechanism: [BENEFITS],
  intermediateOutcome: [BENEFITS, PARTNER_LED],
  longTermOutcome: [BENEFITS, PARTNER_LED],
  impact: [BENEFITS],
  aim: [],
  assumption: [
    { key: 'critical', label: 'Without it the theory fails', hint: '', kind: 'yes' },
    { key: 'owner', label: 'Who watches it', hint: 'A role or a name', kind: 'text' },
    { key: 'signal', label: 'What would show that it does not hold', hint: '', kind: 'text' },
    { key: 'reviewOn', label: 'When to look at it again', hint: '', kind: 'day' },
    { key: 'ours', label: 'We could bring this about ourselves', hint: '', kind: 'yes' },
  ],
  externalFactor: [],
};

/** The further facts that a link can carry. */
export const LINK_MORE: readonly MoreField[] = [
  {
    key: 'assumes',
    label: 'What has to hold for this step',
    hint: 'For example, employers let fathers leave in time',
    kind: 'text',
  },
  {
    key: 'mechanism',
    label: 'What happens in between',
    hint: 'Only for a link that jumps over a step',
    kind: 'text',
  },
  {
    key: 'feedback',
    label: 'This link is meant to run back (feedback)',
    hint: '',
    kind: 'yes',
  },
  {
    key: 'delay',
    label: 'How long it takes',
    hint: 'For example, about a year',
    kind: 'text',
  },
];

/** Longest texts that are kept, in characters (printed theories have boxes of about 500), and most boxes. */
export const LIMITS = {
  label: 1_000,
  detail: 5_000,
  reason: 2_000,
  more: 1_000,
  boxes: 1_000,
} as const;

const BEHIND: ReadonlySet<BoxType> = new Set(['need', 'rootCause']);

/**
 * What a link between two types says: an assumption is assumed; a need and what lies behind it
 * explain one another; what we do addresses a need or its cause; all else leads to what it points at.
 */
export function linkKindBetween(source: BoxType, target: BoxType): LinkKind {
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
 * need to what addresses it, and from an assumption to what relies on it.
 */
export function drawn(link: Link, byId: ReadonlyMap<string, Box>): { from: string; to: string } {
  const target = byId.get(link.target)?.type;
  const turned =
    (link.kind === 'addresses' && target !== undefined && BEHIND.has(target)) ||
    (link.kind === 'assumes' && target === 'assumption');
  return turned ? { from: link.target, to: link.source } : { from: link.source, to: link.target };
}

/** Where a type stands in the chain from causes to the aim; null for what stands outside it. */
export function tierOf(type: BoxType): number | null {
  if (type === 'assumption' || type === 'externalFactor') return null;
  return BOX_TYPES.indexOf(type);
}

/** Boxes by id. */
export function boxesById(theory: Theory): Map<string, Box> {
  return new Map(theory.boxes.map((box) => [box.id, box]));
}

/** Boxes of a type in the order of their column: by position, then by id. */
export function column(theory: Theory, type: BoxType): Box[] {
  return theory.boxes.filter((box) => box.type === type).sort(byPosition);
}

/** The order of boxes within a column. */
export function byPosition(a: Box, b: Box): number {
  return a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The position that puts a box last in its column. */
export function lastPosition(theory: Theory, type: BoxType): number {
  const positions = theory.boxes.filter((box) => box.type === type).map((box) => box.position);
  return positions.length === 0 ? 1 : Math.floor(Math.max(...positions)) + 1;
}

/** How many boxes of each type there are; a type without boxes counts 0. */
export function countsByType(theory: Pick<Theory, 'boxes'>): Record<BoxType, number> {
  const counts = Object.fromEntries(BOX_TYPES.map((type) => [type, 0])) as Record<BoxType, number>;
  for (const box of theory.boxes) counts[box.type] += 1;
  return counts;
}

/** A theory with nothing in it yet. */
export function emptyTheory(id: string, title: string): Theory {
  return { id, title, sequence: 0, boxes: [], links: [] };
}
