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
  'TOC-I05': 'warn',
  'TOC-A01': 'warn',
  'TOC-S07': 'warn',
  'TOC-S05': 'warn',
  'TOC-S08': 'warn',
  'TOC-C01': 'warn',
  'TOC-S11': 'warn',
  'TOC-I04': 'warn',
  'TOC-W01': 'warn',
  'TOC-W02': 'warn',
  'TOC-W03': 'warn',
  'TOC-C05': 'warn',
  'TOC-A02': 'warn',
  'TOC-W06': 'warn',
  'TOC-W07': 'warn',
  'TOC-S10': 'warn',
  'TOC-A06': 'info',
  'TOC-C04': 'info',
  'TOC-A07': 'info',
  'TOC-A05': 'info',
  'TOC-I06': 'info',
  'TOC-S09': 'info',
  'TOC-S12': 'info',
  'TOC-S13': 'info',
  'TOC-W04': 'info',
  'TOC-W05': 'info',
  'TOC-W08': 'info',
} as const satisfies Record<string, Severity>;

export type RuleId = keyof typeof RULES;

export interface Finding {
  /** Which rule speaks. */
  id: RuleId;
  /** The same for the same finding as long as it stands: rule and what it is about. */
  key: string;
  severity: Severity;
  /** Ids of the boxes and links that it means. */
  targets: string[];
  /** What is the matter, in one sentence. */
  message: string;
  /** Why it matters. */
  why: string;
  /** What to do about it. */
  todo: string;
}

/** A finding as a rule gives it, before the stage decides how loud it is. */
export interface Remark {
  id: RuleId;
  targets: string[];
  message: string;
  why: string;
  todo: string;
  /** Only when it weighs more or less than its rule usually does. */
  severity?: Severity;
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
