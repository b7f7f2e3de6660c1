import type { Accounts } from '#app/plan/money/money.ts';
import { pounds } from '#app/plan/money/money.ts';
import { moneyObstacles } from '#app/plan/money/obstacles.ts';
import type { Finding } from '#app/theory/checks/finding.ts';
import { many } from '#app/ui/words.ts';
import type { Clash } from './lines/clashes.ts';
import type { Drift } from './lines/drift.ts';
import { lineObstacles } from './lines/line-obstacles.ts';
import { dutyObstacles } from '#app/plan/coverage/duty-obstacles.ts';
import { missingFirst, type Coverage } from '#app/plan/coverage/coverage.ts';
import { registerObstacles, type RegistersAsTheyStand } from './registers/obstacles.ts';
import { activitiesWithoutLine, lacksOf, type PlanLine, type TheoryOfPlan } from './plan.ts';

/** Where something on the list can be put right. */
export type FixedOn =
  | 'plan'
  | 'coverage'
  | 'money'
  | 'theory'
  | 'checks'
  | 'register'
  | 'thread'
  | 'timeline'
  | 'drift'
  | 'sharing'
  | 'governance'
  | 'duties';

/** One thing that stands between the plan and its sign-off. */
export interface Obstacle {
  id:
    | 'no-lines'
    | 'theory-check'
    | 'binding-requirement'
    | 'harm-unanswered'
    | 'over-committed'
    | 'over-year'
    | 'ring-fence'
    | 'capital'
    | 'outside-dates'
    | 'years-differ'
    | 'days-clash'
    | 'theory-moved'
    | 'incomplete-lines'
    | 'activities-without-line'
    | 'needs-without-line'
    | 'lines-without-need'
    | 'lines-without-activity'
    | 'stale-steps'
    | 'agreements-blocked'
    | 'boards-without-panel'
    | 'agreements-overdue'
    | 'costs-unknown'
    | 'outlive-money'
    | 'unfunded'
    | 'other-requirements'
    | 'to-be-confirmed';
  /** A short phrase with its number: "3 plan lines have no owner or dates". */
  says: string;
  /** What to do about it, as an instruction. */
  todo: string;
  fixedOn: FixedOn;
  /** Titles of what it is about, first thing first. */
  about: string[];
}

export interface PlanAsItStands {
  lines: readonly PlanLine[];
  theory: TheoryOfPlan;
  accounts: Accounts;
  coverages: readonly Coverage[];
  /** Statements of needs that are in play and in front of which no plan line stands. */
  needsWithoutLine: readonly string[];
  /** Ids of lines that rest on no need. */
  linesWithoutNeed: ReadonlySet<string>;
  /** What no longer holds behind lines of the plan, a sentence a step. */
  staleSteps?: readonly string[];
  /** What the registers of the plan hold. */
  registers?: RegistersAsTheyStand;
  /** What does not fit in the days of the plan. */
  clashes?: readonly Clash[];
  /** Where plan and theory no longer say the same, and what was let stand. */
  drift?: readonly Drift[];
}

/**
 * What stands between the plan and sign-off, first thing first: what binds, then what a board would
 * ask, then what is only unknown. An empty list means that nothing does.
 */
export function standsBetween(plan: PlanAsItStands): Obstacle[] {
  if (plan.lines.length === 0) {
    return [
      {
        id: 'no-lines',
        says: 'The plan has no lines yet',
        todo: 'Make plan lines from the activities of the theory of change.',
        fixedOn: 'plan',
        about: activitiesWithoutLine([], plan.theory).map((box) => box.label),
      },
    ];
  }
  return [
    ...bindingRequirements(plan),
    ...dutyObstacles(plan.lines),
    ...moneyPromisedTwice(plan),
    ...moneyObstacles(plan.accounts),
    ...unfinishedLines(plan),
    ...lineObstacles(plan),
    ...(plan.registers ? registerObstacles(plan.registers, plan.lines) : []),
    ...voices(plan),
    ...moneyNotKnown(plan),
    ...lesserRequirements(plan),
  ];
}

const BINDS = new Set(['legal-duty', 'minimum']);

function bindingRequirements({ coverages }: PlanAsItStands): Obstacle[] {
  const missing = coverages.flatMap((coverage) =>
    missingFirst(coverage).filter(
      ({ requirement, state }) => BINDS.has(requirement.kind) && state === 'not',
    ),
  );
  return some(missing, (n) => ({
    id: 'binding-requirement',
    says: `${n} minimum ${n === 1 ? 'requirement has' : 'requirements have'} nothing in the plan`,
    todo: 'Tie a plan line to each, or record why it does not apply.',
    fixedOn: 'coverage',
    about: missing.map(({ requirement }) => requirement.text),
  }));
}

function moneyPromisedTwice({ accounts }: PlanAsItStands): Obstacle[] {
  const over = accounts.streams.flatMap(({ stream, leftPence }) =>
    stream !== null && leftPence !== null && leftPence < 0
      ? [`${stream.name} by ${pounds(-leftPence)}`]
      : [],
  );
  return some(over, (n) => ({
    id: 'over-committed',
    says: `${n} funding ${n === 1 ? 'stream is' : 'streams are'} promised more than once`,
    todo: 'Move lines to another stream, or bring their cost down.',
    fixedOn: 'money',
    about: over,
  }));
}

function unfinishedLines({ lines }: PlanAsItStands): Obstacle[] {
  const unfinished = lines.filter((line) => line.status !== 'stopped' && lacksOf(line).length > 0);
  return some(unfinished, (n) => ({
    id: 'incomplete-lines',
    says: `${n} plan ${n === 1 ? 'line lacks' : 'lines lack'} an owner, a date or a milestone`,
    todo: 'Fill in what each line lacks.',
    fixedOn: 'plan',
    about: unfinished.map((line) => `${line.title}: ${lacksOf(line).join(', ')}`),
  }));
}

function voices({
  lines,
  needsWithoutLine,
  linesWithoutNeed,
  staleSteps = [],
}: PlanAsItStands): Obstacle[] {
  const unheard = lines.filter(
    (line) => line.status !== 'stopped' && linesWithoutNeed.has(line.id),
  );
  return [
    ...some(needsWithoutLine, (n): Obstacle => ({
      id: 'needs-without-line',
      says: `${n} ${n === 1 ? 'need has' : 'needs have'} no plan line in front of ${n === 1 ? 'it' : 'them'}`,
      todo: 'Plan something for each, or record why it is not being met now.',
      fixedOn: 'thread',
      about: [...needsWithoutLine],
    })),
    ...some(unheard, (n): Obstacle => ({
      id: 'lines-without-need',
      says: `${n} plan ${n === 1 ? 'line has' : 'lines have'} no family behind ${n === 1 ? 'it' : 'them'}`,
      todo: 'Tie a need to each, or say why the line is in the plan all the same.',
      fixedOn: 'thread',
      about: unheard.map((line) => line.title),
    })),
    ...some(staleSteps, (n): Obstacle => ({
      id: 'stale-steps',
      says: `${n} ${n === 1 ? 'step' : 'steps'} behind the plan no longer ${n === 1 ? 'holds' : 'hold'}`,
      todo: 'Look at each again: what it rests on was changed or is gone.',
      fixedOn: 'thread',
      about: [...staleSteps],
    })),
  ];
}

function moneyNotKnown({ accounts }: PlanAsItStands): Obstacle[] {
  const unknown = accounts.items.filter((item) => item.amountPence === null);
  const isOfLines = unknown.every(({ isEstimate }) => isEstimate);
  const outlive = [...new Set(accounts.streams.flatMap((account) => account.outlive))];
  const unfunded = accounts.unfunded?.items ?? [];
  return [
    ...some(unknown, (n): Obstacle => ({
      id: 'costs-unknown',
      says: isOfLines
        ? `The cost of ${many(n, 'plan line')} is not known`
        : `${many(n, 'cost')} of the plan ${n === 1 ? 'is' : 'are'} not known`,
      todo: 'Enter each cost; nought is a cost too.',
      fixedOn: 'money',
      about: unknown.map(({ what }) => what),
    })),
    ...some(unfunded, (n): Obstacle => ({
      id: 'unfunded',
      says: unfunded.every(({ isEstimate }) => isEstimate)
        ? `${n} plan ${n === 1 ? 'line has' : 'lines have'} no funding stream`
        : `${many(n, 'cost')} of the plan ${n === 1 ? 'has' : 'have'} no funding stream`,
      todo: 'Choose which stream pays for each.',
      fixedOn: 'money',
      about: unfunded.map(({ what }) => what),
    })),
    ...some(outlive, (n): Obstacle => ({
      id: 'outlive-money',
      says: `${n} plan ${n === 1 ? 'line goes' : 'lines go'} on after the money ends`,
      todo: 'Find other money for the time after, or end the line with its stream.',
      fixedOn: 'money',
      about: outlive.map((line) => line.title),
    })),
  ];
}

function lesserRequirements({ coverages }: PlanAsItStands): Obstacle[] {
  const missing = coverages
    .flatMap(missingFirst)
    .filter(({ requirement, state }) => !(BINDS.has(requirement.kind) && state === 'not'));
  const open = coverages
    .flatMap((coverage) => coverage.requirements)
    .filter(({ state }) => state === 'to-be-confirmed');
  return [
    ...some(missing, (n): Obstacle => ({
      id: 'other-requirements',
      says: `${n} other ${n === 1 ? 'requirement is' : 'requirements are'} not covered or covered in part`,
      todo: 'Go through them, and cover each or record why not.',
      fixedOn: 'coverage',
      about: missing.map(({ requirement }) => requirement.text),
    })),
    ...some(open, (n): Obstacle => ({
      id: 'to-be-confirmed',
      says: `${n} ${n === 1 ? 'item of guidance is' : 'items of guidance are'} to be confirmed`,
      todo: 'Check each against the official copy and record what you decide.',
      fixedOn: 'coverage',
      about: open.map(({ requirement }) => requirement.text),
    })),
  ];
}

/** What binds comes before whatever the theory lacks. */
const FIRST: ReadonlySet<Obstacle['id']> = new Set([
  'no-lines',
  'binding-requirement',
  'over-committed',
]);

/**
 * The obstacles with the first thing that the theory's own checks find, where it weighs enough to be
 * settled before a board sees it. What they say of the plan stands among the obstacles already.
 */
export function withTheory(
  obstacles: readonly Obstacle[],
  findings: readonly Pick<Finding, 'id' | 'severity' | 'message' | 'todo'>[],
): Obstacle[] {
  const heavy = findings.filter(
    ({ id, severity }) => (severity === 'error' || severity === 'warn') && !id.startsWith('TOC-P'),
  );
  const [first] = heavy;
  if (first === undefined) return [...obstacles];
  const found: Obstacle = {
    id: 'theory-check',
    says: first.message.replace(/\.$/, ''),
    todo: first.todo,
    fixedOn: 'checks',
    about: heavy.map(({ message }) => message),
  };
  const at = obstacles.filter(({ id }) => FIRST.has(id)).length;
  return [...obstacles.slice(0, at), found, ...obstacles.slice(at)];
}

function some<Thing>(things: readonly Thing[], obstacle: (count: number) => Obstacle): Obstacle[] {
  return things.length === 0 ? [] : [obstacle(things.length)];
}
