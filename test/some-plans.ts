import fc from 'fast-check';
import { packs } from '#templates/frameworks/index.ts';
import type { Box, BoxType, Link, LinkKind } from '#app/theory/graph.ts';
import { COST_KINDS, type CostLine } from '#app/plan/money/costs.ts';
import { requirementKey } from '#app/plan/coverage/packs.ts';
import {
  LINE_STATUSES,
  milestonesOf,
  type FundingStream,
  type PlanLine,
  type Step,
} from '#app/plan/plan.ts';

/** Named parts of a plan for tests: whole and in order unless a test says otherwise. */

let made = 0;
const nextId = (kind: string) => `${kind}-${(made += 1)}`;

export function aLine(change: Partial<PlanLine> = {}): PlanLine {
  const id = change.id ?? nextId('line');
  const steps = change.steps ?? stepsSaying(change.milestone ?? 'Ten groups running');
  return {
    id,
    title: `Line ${id}`,
    objective: '',
    owner: 'Early help',
    partners: '',
    startsOn: '2026-04-01',
    endsOn: '2027-03-31',
    steps,
    milestone: milestonesOf(steps),
    dependsOn: [],
    successCriteria: '',
    communications: '',
    equalityEffect: { effect: 'unknown', who: '', response: '' },
    risk: { what: '', likelihood: null, severity: null, owner: '', response: '' },
    strand: '',
    progress: null,
    costPence: 100_000,
    estimatePence: change.costPence === undefined ? 100_000 : change.costPence,
    unknownCosts: 0,
    streamId: null,
    status: 'planned',
    position: 1,
    version: 1,
    activityIds: [],
    activityWords: {},
    measureIds: [],
    requirementKeys: [],
    ...change,
  };
}

const stepsSaying = (milestone: string) => (milestone === '' ? [] : [aStep({ title: milestone })]);

export function aStep(change: Partial<Step> = {}): Step {
  const id = change.id ?? nextId('step');
  return {
    id,
    kind: 'milestone',
    title: `Step ${id}`,
    owner: '',
    dueOn: null,
    doneOn: null,
    ...change,
  };
}

export function aStream(change: Partial<FundingStream> = {}): FundingStream {
  const id = change.id ?? nextId('stream');
  return {
    id,
    name: `Stream ${id}`,
    amountPence: 1_000_000,
    ringFence: '',
    kind: 'grant',
    startsOn: null,
    endsOn: null,
    conditions: '',
    pays: 'both',
    ringStrands: [],
    ringKinds: [],
    years: [],
    version: 1,
    ...change,
  };
}

export function aCost(change: Partial<CostLine> = {}): CostLine {
  const id = change.id ?? nextId('cost');
  return {
    id,
    lineId: null,
    what: `Cost ${id}`,
    kind: 'staffing',
    streamId: null,
    unfunded: false,
    strand: '',
    year: '2026-27',
    amountPence: 10_000,
    capital: false,
    note: '',
    batch: '',
    position: 1,
    version: 1,
    ...change,
  };
}

export function aBox(type: BoxType, label: string, change: Partial<Box> = {}): Box {
  return { id: label, type, label, detail: '', more: {}, x: null, y: null, position: 1, ...change };
}

export function aLink(
  source: string,
  target: string,
  kind: LinkKind = 'leadsTo',
  reason = '',
): Link {
  return { id: `${source}→${target}`, kind, source, target, reason, more: {} };
}

/** The pack that plans follow now. */
export function bsfh() {
  const pack = packs().find(({ id }) => id === 'bsfh-2026');
  if (!pack) throw new Error('The pack bsfh-2026 is gone.');
  return pack;
}

export const key = (requirementId: string) => requirementKey('bsfh-2026', requirementId);

const day = fc.constantFrom(null, '2026-04-01', '2027-03-31', '2028-03-31');
const keys = fc.subarray(
  bsfh().requirements.map((requirement) => key(requirement.id)),
  {
    maxLength: 6,
  },
);

export const someLines: fc.Arbitrary<PlanLine[]> = fc
  .array(
    fc.record({
      owner: fc.constantFrom('', 'Early help'),
      startsOn: day,
      endsOn: day,
      milestone: fc.constantFrom('', 'Open by May'),
      costPence: fc.option(fc.integer({ min: 0, max: 100_000_000_000 })),
      streamId: fc.constantFrom(null, 'a', 'b', 'gone'),
      status: fc.constantFrom(...LINE_STATUSES),
      requirementKeys: keys,
    }),
    { maxLength: 12 },
  )
  .map((lines) => lines.map((line, at) => aLine({ ...line, id: `line-${at}`, position: at })));

export const someStreams: fc.Arbitrary<FundingStream[]> = fc.subarray([
  aStream({ id: 'a', amountPence: 5_000_000, endsOn: '2027-03-31' }),
  aStream({ id: 'b', amountPence: 1, endsOn: null }),
]);

/** Costs of those lines, of a line that is gone and of the whole programme. */
export const someCosts: fc.Arbitrary<CostLine[]> = fc
  .array(
    fc.record({
      lineId: fc.constantFrom(null, 'gone', ...Array.from({ length: 6 }, (_, at) => `line-${at}`)),
      kind: fc.constantFrom(...COST_KINDS),
      streamId: fc.constantFrom(null, 'a', 'b', 'gone'),
      strand: fc.constantFrom('', 'parenting', 'send', 'a strand of long ago'),
      year: fc.constantFrom('', '2026-27', '2027-28', '2099-00'),
      amountPence: fc.option(fc.integer({ min: 0, max: 100_000_000_000 })),
      capital: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((costs) => costs.map((cost, at) => aCost({ ...cost, id: `cost-${at}`, position: at })));
