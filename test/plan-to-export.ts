import { NO_DUTIES } from '#app/plan/coverage/duties.ts';
import { NO_HUBS } from '#app/plan/coverage/hubs.ts';
import { NO_OUTCOMES } from '#app/plan/outcomes/outcomes.ts';
import { endKey, indexOf, type Hop } from '#app/thread/trace.ts';
import type { ThreadEnd, ThreadKind } from '#app/thread/kinds.ts';
import type { Theory } from '#app/theory/graph.ts';
import { coverageOf } from '#app/plan/coverage/coverage.ts';
import { evidenceRows } from '#app/plan/evidence.ts';
import type { PlanToExport } from '#app/plan/export/export.ts';
import { NO_REGISTERS } from '#app/plan/registers/plan-registers.ts';
import { accountsOf } from '#app/plan/money/money.ts';
import { aBox, aLine, aLink, aStream, bsfh, key } from './some-plans.ts';
import { standsBetween } from '#app/plan/sign-off.ts';
import { planThread } from '#app/plan/thread/plan-thread.ts';

/** A small whole plan: one thread from a comment of the panel to a requirement, and honest gaps. */

const THEME = 'Groups at times we can come';
const NEED = 'Parents at work cannot come by day';
const FIGURE = '212 of 398 families (53%) said that daytime groups are no use to them';
const OUTCOME = 'Fathers take part in their child’s early learning';
export const ACTIVITY = 'Open two hubs on Thursday evenings';

export const WORDS = {
  theme: THEME,
  need: NEED,
  figure: FIGURE,
  outcome: OUTCOME,
  activity: ACTIVITY,
};

const theory: Theory = {
  id: 'theory',
  title: 'Northmere family hubs',
  sequence: 9,
  more: {},
  pieces: [],
  boxes: [
    aBox('need', NEED),
    aBox('activity', ACTIVITY, { detail: 'With a crèche' }),
    aBox('activity', 'Stay and play in libraries', { position: 2 }),
    aBox('intermediateOutcome', OUTCOME),
    aBox('longTermOutcome', 'Children start school ready to learn'),
    aBox('assumption', 'Employers let fathers leave in time'),
  ],
  links: [
    aLink(ACTIVITY, OUTCOME, 'leadsTo', 'they can come after work'),
    aLink(OUTCOME, NEED, 'addresses'),
    aLink('Employers let fathers leave in time', OUTCOME, 'assumes'),
    aLink(OUTCOME, 'Children start school ready to learn'),
  ],
};

const evening = aLine({
  id: 'evening',
  title: 'Open Mill Lane and Harbour hubs on Thursday evenings',
  activityIds: [ACTIVITY],
  streamId: 'hubs',
  costPence: 4_800_050,
  requirementKeys: [key('BSFH-PAR-03'), key('BSFH-DEF-01')],
  position: 1,
});
const website = aLine({
  id: 'website',
  title: '=Put the offer on one page',
  owner: '',
  costPence: null,
  requirementKeys: [key('BSFH-OFF-01')],
  position: 2,
});

const tie = (fromKind: ThreadKind, from: string, toKind: ThreadKind, to: string): Hop => ({
  from: { kind: fromKind, id: from },
  to: { kind: toKind, id: to },
  way: 'tied',
  note: '',
  by: 'Priya Shah',
  at: new Date('2026-02-03'),
  wordsThen: from,
  wordsNow: from,
});

const hops: Hop[] = [
  tie('theme', THEME, 'evidence', 'theme evidence'),
  tie('evidence', 'theme evidence', 'need', NEED),
  tie('evidence', FIGURE, 'need', NEED),
  tie('need', NEED, 'box', OUTCOME),
  { ...tie('box', OUTCOME, 'box', ACTIVITY), way: 'leads-to' },
  tie('box', ACTIVITY, 'plan-line', 'evening'),
];
const index = indexOf(hops);

const requirements = new Map(
  bsfh().requirements.map((one) => [key(one.id), `${one.id}: ${one.text}`]),
);
const nameOf = (end: ThreadEnd) => (end.id === 'theme evidence' ? '9 of 12 members agree' : end.id);

export function aPlanToExport(change: Partial<PlanToExport> = {}): PlanToExport {
  const lines = change.lines ?? [evening, website];
  const streams = [
    aStream({
      id: 'hubs',
      name: 'Best Start Family Hubs',
      amountPence: 4_000_000,
      endsOn: '2027-03-30',
      ringFence: 'hubs',
    }),
  ];
  const accounts = accountsOf(lines, streams);
  const coverages = [coverageOf(bsfh(), lines, [], [])];
  const evidence = evidenceRows(lines, index, {
    titleOf: nameOf,
    isOfTheme: (end) => endKey(end) === 'evidence theme evidence',
    requirementOf: (at) => requirements.get(at),
  });
  return {
    authority: { name: 'Northmere Borough Council', colour: '#0b5cad', isDemonstration: true },
    programme: {
      id: 'programme',
      title: 'Best Start in Northmere',
      startsOn: '2026-04-01',
      endsOn: '2029-03-31',
      places: ['Mill Lane', 'Harbour'],
      stage: 'Draft',
    },
    madeOn: '2026-02-03',
    arrangements: {},
    outcomes: NO_OUTCOMES,
    hubs: NO_HUBS,
    duties: NO_DUTIES,
    registers: NO_REGISTERS,
    theory,
    lines,
    streams,
    accounts,
    benefit: { cases: [], units: [] },
    coverages,
    evidence,
    thread: planThread({
      lines,
      hops,
      things: [],
      reasons: [],
      voices: () => undefined,
      outcomesOf: () => [],
    }),
    obstacles: standsBetween({
      lines,
      theory,
      accounts,
      coverages,
      needsWithoutLine: [],
      linesWithoutNeed: new Set(['website']),
    }),
    takenOver: [],
    needs: [{ statement: NEED, priority: 'high', howMany: '212 families' }],
    counts: { answers: 398, surveys: 1, members: 12, consultations: 1, themes: 4 },
    ...change,
  };
}
