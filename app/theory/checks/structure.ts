import type { Box, BoxType } from '../graph.ts';
import { quoted, type Remark } from './finding.ts';
import { downstream, idsOf, isOutcome, upstream, type Reading } from './reading.ts';

/** TOC-S01 to S04 and S08: whether everything leads from an activity to an impact. */
export function structure(reading: Reading): Remark[] {
  return [
    ...impacts(reading),
    ...activitiesLeadingNowhere(reading),
    ...outcomesLeadingNowhere(reading),
    ...outcomesFromNowhere(reading),
    ...deadEnds(reading),
  ];
}

function impacts({ theory, ends }: Reading): Remark[] {
  if (theory.boxes.length > 0 && ends.length === 0) {
    return [
      {
        id: 'TOC-S01',
        targets: [],
        place: { kind: 'add', id: 'impact' },
        message: 'No impact is stated.',
        why: 'Without it nobody can judge whether the outcomes are the right ones.',
        todo: 'Add the difference to the place that everything should lead to.',
      },
    ];
  }
  const impacts = ends.filter((box) => box.type === 'impact');
  if (impacts.length <= 3) return [];
  return [
    {
      id: 'TOC-S01',
      severity: 'warn',
      targets: idsOf(impacts),
      message: `There are ${impacts.length} impacts.`,
      why: 'More than three leave it open what the programme is for.',
      todo: 'Keep the one to three that matter most, and make the others long-term outcomes.',
    },
  ];
}

function activitiesLeadingNowhere(reading: Reading): Remark[] {
  const results = reading.theory.boxes.filter((box) => isOutcome(box) || box.type === 'impact');
  const leading = upstream(reading, idsOf(results));
  return ofType(reading, 'activity')
    .filter((box) => !leading.has(box.id))
    .map((box) => ({
      id: 'TOC-S02',
      targets: [box.id],
      message: `${quoted(box.label)} leads to no outcome.`,
      why: 'It costs money and nobody can say what changes for families.',
      todo: 'Link it, directly or through an output, to the first change that it brings about.',
    }));
}

function outcomesLeadingNowhere(reading: Reading): Remark[] {
  if (reading.ends.length === 0) return [];
  const leading = upstream(reading, idsOf(reading.ends));
  return reading.theory.boxes
    .filter((box) => isOutcome(box) && !leading.has(box.id))
    .map((box) => ({
      id: 'TOC-S03',
      targets: [box.id],
      message: `${quoted(box.label)} does not lead to the ${reading.ends[0]?.type === 'aim' ? 'aim' : 'impact'}.`,
      why: 'Either it matters and the step is missing, or the programme does not need it.',
      todo: 'Link it to what it brings about next.',
    }));
}

function outcomesFromNowhere(reading: Reading): Remark[] {
  const sources = reading.theory.boxes.filter(
    (box) => box.type === 'activity' || box.more['partnerLed'] === 'yes',
  );
  const reached = downstream(reading, idsOf(sources));
  return reading.theory.boxes
    .filter((box) => isOutcome(box) && !reached.has(box.id))
    .map((box) => ({
      id: 'TOC-S04',
      targets: [box.id],
      message: `Nothing that anybody does leads to ${quoted(box.label)}.`,
      why: 'An outcome that no activity brings about is a wish.',
      todo: 'Link an activity to it, or mark it as brought about by a partner.',
    }));
}

const FIRST_TIERS: ReadonlySet<BoxType> = new Set(['earlyOutcome', 'intermediateOutcome']);

/** Boxes after which nothing comes. Where S02 or S03 say it already, this rule is silent. */
function deadEnds(reading: Reading): Remark[] {
  const stated = reading.ends.length > 0;
  const ends = (box: Box) => {
    if (isOutcome(box)) return !stated && FIRST_TIERS.has(box.type);
    return box.type === 'input' || box.type === 'output' || box.type === 'mechanism';
  };
  return reading.theory.boxes
    .filter((box) => ends(box) && reading.degree.has(box.id) && !reading.next.has(box.id))
    .map((box) => ({
      id: 'TOC-S08',
      targets: [box.id],
      message: `Nothing follows from ${quoted(box.label)}.`,
      why: 'In about one result in fourteen of published theories the chain stops here by mistake.',
      todo: 'Link it to what it leads to, or delete it.',
    }));
}

function ofType({ theory }: Reading, type: Box['type']): Box[] {
  return theory.boxes.filter((box) => box.type === type);
}
