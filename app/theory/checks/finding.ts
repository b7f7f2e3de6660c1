import type { Stage } from '#app/people/programme.ts';

/** What a check has to say about a theory. The rules are those of the field's own literature. */

/** From the worst to the mildest. Only errors stand in the way of approval. */
export const SEVERITIES = ['error', 'warn', 'info', 'hint'] as const;

export type Severity = (typeof SEVERITIES)[number];

export type { Stage } from '#app/people/programme.ts';

/** Every rule with its severity when the theory is put up for approval, the first thing first. */
export const RULES = {
  'TOC-I01': 'error',
  'TOC-I03': 'error',
  'TOC-I02': 'error',
  'TOC-S01': 'error',
  'TOC-N01': 'error',
  'TOC-S02': 'error',
  'TOC-S03': 'error',
  'TOC-S04': 'error',
  'TOC-N02': 'error',
  'TOC-S06': 'error',
  'TOC-A03': 'error',
  'TOC-M01': 'error',
  'TOC-M03': 'error',
  'TOC-P05': 'error',
  'TOC-P02': 'error',
  'TOC-P01': 'error',
  'TOC-P03': 'error',
  'TOC-I05': 'warn',
  'TOC-N09': 'warn',
  'TOC-N04': 'warn',
  'TOC-A04': 'warn',
  'TOC-A01': 'warn',
  'TOC-S07': 'warn',
  'TOC-S05': 'warn',
  'TOC-S08': 'warn',
  'TOC-C01': 'warn',
  'TOC-S11': 'warn',
  'TOC-N03': 'warn',
  'TOC-N05': 'warn',
  'TOC-N08': 'warn',
  'TOC-N07': 'warn',
  'TOC-I04': 'warn',
  'TOC-W01': 'warn',
  'TOC-W02': 'warn',
  'TOC-W03': 'warn',
  'TOC-C05': 'warn',
  'TOC-A02': 'warn',
  'TOC-C03': 'warn',
  'TOC-C06': 'warn',
  'TOC-C02': 'warn',
  'TOC-W06': 'warn',
  'TOC-W07': 'warn',
  'TOC-M02': 'warn',
  'TOC-M04': 'warn',
  'TOC-M05': 'warn',
  'TOC-M06': 'warn',
  'TOC-P04': 'warn',
  'TOC-P06': 'warn',
  'TOC-S10': 'warn',
  'TOC-L02': 'warn',
  'TOC-L01': 'warn',
  'TOC-A06': 'info',
  'TOC-C04': 'info',
  'TOC-A07': 'info',
  'TOC-A05': 'info',
  'TOC-C07': 'info',
  'TOC-N06': 'info',
  'TOC-I06': 'info',
  'TOC-S09': 'info',
  'TOC-S12': 'info',
  'TOC-S13': 'info',
  'TOC-M08': 'info',
  'TOC-M07': 'info',
  'TOC-P07': 'info',
  'TOC-L03': 'info',
  'TOC-L04': 'info',
  'TOC-W04': 'info',
  'TOC-W05': 'info',
  'TOC-W08': 'info',
} as const satisfies Record<string, Severity>;

export type RuleId = keyof typeof RULES;

export type PlaceKind =
  | 'need'
  | 'theme'
  | 'plan-line'
  | 'plan'
  | 'coverage'
  | 'money'
  | 'register'
  | 'missing'
  | 'walk'
  | 'measures'
  | 'measure'
  | 'add-measure'
  | 'about'
  | 'add';

/** Something outside the theory that a finding is about, or where it is put right. */
export interface Place {
  kind: PlaceKind;
  /**
   * Of the need, theme, line, pack, survey, walk or measure; of the box to measure; for `add` the type
   * of box to add; else empty.
   */
  id: string;
}

export interface Finding {
  /** Which rule speaks. */
  id: RuleId;
  /** The same for the same finding as long as it stands: rule and what it is about. */
  key: string;
  severity: Severity;
  /** Ids of the boxes, links and pieces that it means. */
  targets: string[];
  /** What is the matter, in one sentence. */
  message: string;
  /** Why it matters. */
  why: string;
  /** What to do about it. */
  todo: string;
  /** Where it is put right when that is not in the theory. */
  place?: Place;
}

/** A finding as a rule gives it, before the stage decides how loud it is. */
export interface Remark extends Omit<Finding, 'key' | 'severity'> {
  /** Only when it weighs more or less than its rule usually does. */
  severity?: Severity;
  /** What it is about, where that is neither the first of the targets nor the place. */
  about?: string;
}

/**
 * Whether a rule has its say at a stage: a plan is written from a theory that is about to be approved,
 * so until then no activity lacks a line of it.
 */
export function speaksAt(stage: Stage, id: RuleId): boolean {
  return id !== 'TOC-P02' || stage === 'approve' || stage === 'live';
}

/**
 * How loud a finding is at a stage. While a theory is a draft, all but the integrity rules are
 * hints; in consultation each is one step milder than at approval.
 */
export function severityAt(stage: Stage, id: RuleId, atApproval: Severity): Severity {
  if (stage === 'approve' || stage === 'live' || id.startsWith('TOC-I')) return atApproval;
  if (stage === 'draft') return 'hint';
  return SEVERITIES[SEVERITIES.indexOf(atApproval) + 1] ?? 'hint';
}

/** A label in quotation marks, short enough to stand in a sentence. */
export function quoted(label: string): string {
  const short = label.length <= 80 ? label : `${label.slice(0, 77).trimEnd()}…`;
  return `“${short}”`;
}

/** `1 box`, `2 boxes`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The first few of many in a sentence: `“a”, “b” and 3 more`. */
export function named(labels: readonly string[], most = 2): string {
  const shown = labels.slice(0, most).map(quoted);
  const rest = labels.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
