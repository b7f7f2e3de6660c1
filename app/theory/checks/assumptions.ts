import { drawn, type BoxType } from '../graph.ts';
import { quoted, type Remark } from './finding.ts';
import { downstream, idsOf, isOutcome, labelOf, upstream, type Reading } from './reading.ts';

/** TOC-A and TOC-C04: what the theory relies on, who watches it, and who else is in the picture. */
export function assumptions(reading: Reading): Remark[] {
  return [
    ...stepsWithoutAssumption(reading),
    ...unwatched(reading),
    ...inOurHands(reading),
    ...noMechanism(reading),
    ...onlyUs(reading),
  ];
}

const FIRST_TIERS: ReadonlySet<BoxType> = new Set(['earlyOutcome', 'intermediateOutcome']);

/** From what is delivered to what changes: the step where most theories fail (Mayne). */
function stepsWithoutAssumption(reading: Reading): Remark[] {
  const relied = new Set(
    reading.sound
      .filter(({ kind }) => kind === 'assumes')
      .map((link) => drawn(link, reading.byId).to),
  );
  return reading.forward
    .filter((link) => {
      return (
        reading.byId.get(link.source)?.type === 'output' &&
        // A jump to a later outcome is TOC-S07's.
        FIRST_TIERS.has(reading.byId.get(link.target)?.type ?? 'aim') &&
        (link.more['assumes'] ?? '').trim() === '' &&
        !relied.has(link.source) &&
        !relied.has(link.target)
      );
    })
    .map((link) => ({
      id: 'TOC-A02',
      targets: [link.id, link.source, link.target],
      message: `Nothing says what has to hold for ${quoted(labelOf(reading, link.source))} to lead to ${quoted(labelOf(reading, link.target))}.`,
      why: 'What is taken for granted here is the first thing that goes wrong.',
      todo: 'Write on the link what has to hold, or link an assumption to one of the two boxes.',
    }));
}

const WATCH = [
  ['owner', 'who watches it'],
  ['signal', 'what would show that it does not hold'],
  ['reviewOn', 'when to look at it again'],
] as const;

function unwatched({ theory }: Reading): Remark[] {
  return theory.boxes
    .filter((box) => box.type === 'assumption' && box.more['critical'] === 'yes')
    .flatMap((box): Remark[] => {
      const missing = WATCH.filter(([key]) => (box.more[key] ?? '').trim() === '');
      if (missing.length === 0) return [];
      return [
        {
          id: 'TOC-A03',
          targets: [box.id],
          message: `Without ${quoted(box.label)} the theory fails, and nobody would notice.`,
          why: 'An assumption that matters this much needs somebody who looks.',
          todo: `Say ${missing.map(([, words]) => words).join(', and ')}.`,
        },
      ];
    });
}

function inOurHands({ theory }: Reading): Remark[] {
  return theory.boxes
    .filter((box) => box.type === 'assumption' && box.more['ours'] === 'yes')
    .map((box) => ({
      id: 'TOC-A05',
      targets: [box.id],
      message: `${quoted(box.label)} is in our own hands.`,
      why: 'What we can bring about is work to do, not something to hope for.',
      todo: 'Make the box an activity.',
    }));
}

/** What families see, feel or learn, somewhere between what is done and what first changes. */
function noMechanism(reading: Reading): Remark[] {
  const { theory } = reading;
  const activities = theory.boxes.filter((box) => box.type === 'activity');
  const outcomes = theory.boxes.filter(isOutcome);
  const after = downstream(reading, idsOf(activities));
  if (activities.length === 0 || !outcomes.some(({ id }) => after.has(id))) return [];
  const told =
    theory.boxes.some((box) => box.type === 'mechanism') ||
    reading.causal.some((link) => (link.more['mechanism'] ?? '').trim() !== '');
  if (told) return [];
  return [
    {
      id: 'TOC-A07',
      targets: [],
      place: { kind: 'add', id: 'mechanism' },
      message: 'No step says what families see, feel or learn.',
      why: 'Families change something because of what they experience, not because we delivered it.',
      todo: 'Add a mechanism between an activity and its first outcome.',
    },
  ];
}

function onlyUs(reading: Reading): Remark[] {
  const factors = reading.theory.boxes.filter((box) => box.type === 'externalFactor');
  // Where none is named at all, TOC-A06 says so.
  if (factors.length === 0 || reading.ends.length === 0) return [];
  const before = upstream(reading, idsOf(reading.ends));
  const others = reading.theory.boxes.some(
    (box) =>
      before.has(box.id) && (box.type === 'externalFactor' || box.more['partnerLed'] === 'yes'),
  );
  if (others) return [];
  return [
    {
      id: 'TOC-C04',
      targets: idsOf(factors),
      message: `Only our own work leads to ${quoted(reading.ends[0]?.label ?? '')}.`,
      why: 'Others contribute to every change in a place, and some of it comes about without us.',
      todo: 'Link what is outside our control to what it helps or hinders, or mark what partners bring about.',
    },
  ];
}
