import fc from 'fast-check';
import { packs } from '#templates/frameworks/index.ts';
import type { Box, BoxType, Link, LinkKind } from '#app/theory/graph.ts';
import { requirementKey } from '#app/plan/packs.ts';
import { LINE_STATUSES, type FundingStream, type PlanLine } from '#app/plan/plan.ts';

/** Named parts of a plan for tests: whole and in order unless a test says otherwise. */

let made = 0;
const nextId = (kind: string) => `${kind}-${(made += 1)}`;

export function aLine(change: Partial<PlanLine> = {}): PlanLine {
  const id = change.id ?? nextId('line');
  return {
    id,
    title: `Line ${id}`,
    owner: 'Early help',
    startsOn: '2026-04-01',
    endsOn: '2027-03-31',
    milestone: 'Ten groups running',
    costPence: 100_000,
    streamId: null,
    status: 'planned',
    position: 1,
    version: 1,
    activityIds: [],
    requirementKeys: [],
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
    endsOn: null,
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
