import { isOutcomeType, type BoxType, type Theory } from '../graph.ts';
import type { Finding, RuleId, Severity, Stage } from './finding.ts';

/** How a finding's weight is called, beside its message. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'Put this right first',
  warn: 'Look at this',
  info: 'Worth knowing',
  hint: 'Hint',
};

/** The kinds of rules, in the order in which a theory is made. */
export const KINDS = {
  I: 'The drawing',
  S: 'What leads to what',
  N: 'Needs and voices',
  A: 'What it relies on',
  C: 'What it claims',
  W: 'Words',
  M: 'Measures',
  P: 'The plan',
  L: 'Who keeps it alive',
} as const;

export type Kind = keyof typeof KINDS;

/** The kind of a rule, by the letter in its name. */
export function kindOf({ id }: Pick<Finding, 'id'>): Kind {
  return id.charAt(4) as Kind;
}

/** The next thing to draw in a theory that has hardly begun: an invitation and no fault. */
export interface Step {
  type: BoxType;
  message: string;
  why: string;
  todo: string;
}

/** What the coach says: one thing, and by kind what comes after it. */
export interface Coached {
  first: Finding | null;
  step: Step | null;
  rest: { kind: Kind; findings: Finding[] }[];
  /** How many findings stand in `rest`. */
  more: number;
}

/** Rules that say only that something is not there yet. A theory that has hardly begun knows. */
const NOT_YET: ReadonlySet<RuleId> = new Set<RuleId>([
  'TOC-S01',
  'TOC-S02',
  'TOC-S03',
  'TOC-S04',
  'TOC-N01',
  'TOC-N02',
  'TOC-I05',
  'TOC-A06',
  'TOC-A07',
  'TOC-M01',
]);

/**
 * What the coach says: the one thing that matters most now, and what comes after it by kind. Of several
 * findings about one box only the first is kept: the others mostly follow from it. In a draft that has
 * hardly begun it says what to draw next, and is silent about what is not there yet.
 *
 * @param findings as checkTheory gives them, the first thing first
 */
export function coached(
  findings: readonly Finding[],
  theory: Pick<Theory, 'boxes'>,
  stage: Stage,
): Coached {
  const step = stage === 'draft' ? nextStep(theory) : null;
  const heard = step === null ? findings : findings.filter(({ id }) => !NOT_YET.has(id));
  const kept = onceABox(heard);
  const [worst] = kept;
  // What is broken comes before what is next; every other word waits until there is a theory.
  const first = step === null || worst?.severity === 'error' ? (worst ?? null) : null;
  const rest = kept.filter((finding) => finding !== first);
  return {
    first,
    step: first === null ? step : null,
    rest: (Object.keys(KINDS) as Kind[])
      .map((kind) => ({ kind, findings: rest.filter((finding) => kindOf(finding) === kind) }))
      .filter((group) => group.findings.length > 0),
    more: rest.length,
  };
}

function onceABox(findings: readonly Finding[]): Finding[] {
  const spoken = new Set<string>();
  return findings.filter(({ targets, key }) => {
    const about = targets[0] ?? key;
    if (spoken.has(about)) return false;
    spoken.add(about);
    return true;
  });
}

/** The first of what every theory begins with that is not there: from the need, to the change, to the work. */
function nextStep({ boxes }: Pick<Theory, 'boxes'>): Step | null {
  if (boxes.length === 0) return null;
  const has = (...types: BoxType[]) => boxes.some(({ type }) => types.includes(type));
  if (!boxes.some(({ type }) => isOutcomeType(type)) && !has('impact', 'aim')) {
    return {
      type: 'longTermOutcome',
      message: 'What should be different for families?',
      why: 'Begin at the end: what you do follows from what should change.',
      todo: 'Add the one change that matters most.',
    };
  }
  if (!boxes.some(({ type }) => isOutcomeType(type))) {
    return {
      type: 'intermediateOutcome',
      message: 'What has to change first, so that this comes about?',
      why: 'The way to an impact goes over smaller changes that can be seen sooner.',
      todo: 'Add the first change that families would notice.',
    };
  }
  if (!has('activity')) {
    return {
      type: 'activity',
      message: 'What will you and your partners do, so that it changes?',
      why: 'A change without anybody who brings it about is a wish.',
      todo: 'Add the first thing that somebody will do.',
    };
  }
  return null;
}

/** The findings that mean a box or link, in their order. */
export function about(findings: readonly Finding[], id: string): Finding[] {
  return findings.filter(({ targets }) => targets.includes(id));
}
