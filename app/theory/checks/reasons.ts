import { needsNotIn } from '../starting.ts';
import { counted, named, quoted, type Remark } from './finding.ts';
import { downstream, isOutcome, labelOf, type Reading } from './reading.ts';

/** TOC-A and TOC-N: whether the theory says why, what it relies on, and which need it answers. */
export function reasons(reading: Reading): Remark[] {
  return [
    ...linksWithoutReason(reading),
    ...noExternalFactors(reading),
    ...needsNobodyAddresses(reading),
    ...activitiesForNoNeed(reading),
  ];
}

function linksWithoutReason(reading: Reading): Remark[] {
  return reading.causal
    .filter(({ reason }) => reason.trim() === '')
    .map((link) => {
      const source = reading.byId.get(link.source);
      const target = reading.byId.get(link.target);
      const riskiest = source?.type === 'output' && target !== undefined && isOutcome(target);
      return {
        id: 'TOC-A01',
        targets: [link.id, link.source, link.target],
        ...(riskiest ? { severity: 'error' as const } : {}),
        message: `Nothing says why ${quoted(source?.label ?? '')} leads to ${quoted(target?.label ?? '')}.`,
        why: riskiest
          ? 'From what we deliver to what changes for families is the riskiest step of all.'
          : 'An arrow without a reason cannot be tested or argued with.',
        todo: 'Say in a sentence why the one leads to the other.',
      };
    });
}

function noExternalFactors({ theory }: Reading): Remark[] {
  const causal = theory.boxes.some((box) => box.type === 'activity' || isOutcome(box));
  if (!causal || theory.boxes.some((box) => box.type === 'externalFactor')) return [];
  return [
    {
      id: 'TOC-A06',
      targets: [],
      place: { kind: 'add', id: 'externalFactor' },
      message: 'Nothing outside our control is named.',
      why: 'Jobs, housing, buses and other services help or hinder whatever we do.',
      todo: 'Add the two or three outside things that matter most.',
    },
  ];
}

/** Needs of the theory without an answer, and those of the register that it leaves out altogether. */
function needsNobodyAddresses(reading: Reading): Remark[] {
  const why = 'Families told us, and the theory leaves it out.';
  const notNow = new Set(
    (reading.around?.needs ?? []).flatMap((need) => (need.notNowBecause === '' ? [] : [need.id])),
  );
  const here = reading.theory.boxes
    .filter((box) => box.type === 'need' && (box.more['notNow'] ?? '').trim() === '')
    .filter((box) => !notNow.has(box.more['needId'] ?? ''))
    .filter((box) => reading.answers.get(box.id)?.length === 0)
    .map((box) => ({
      id: 'TOC-N01' as const,
      targets: [box.id],
      message: `Nothing here answers the need ${quoted(box.label)}.`,
      why,
      todo: 'Link it to the activity or outcome that answers it, or say why not now.',
    }));
  const left = needsNotIn(reading.theory, reading.around?.needs ?? []);
  if (left.length === 0) return here;
  const statements = left.map(({ statement }) => statement);
  const out: Remark = {
    id: 'TOC-N01',
    targets: [],
    about: 'register',
    place: { kind: 'register', id: '' },
    message: `${counted(left.length, 'need of the register is', 'needs of the register are')} not in this theory: ${named(statements)}.`,
    why,
    todo: 'Put each in and link it to what answers it, or say in the register why not now.',
  };
  return [out, ...here];
}

function activitiesForNoNeed(reading: Reading): Remark[] {
  const { theory } = reading;
  const activities = theory.boxes.filter((box) => box.type === 'activity');
  const needs = theory.boxes.filter((box) => box.type === 'need');
  if (activities.length === 0) return [];
  const why = 'Money should follow what families need.';
  if (needs.length === 0) {
    return [
      {
        id: 'TOC-N02',
        targets: activities.map(({ id }) => id),
        message: 'No need stands in this theory, so no activity can say which need it answers.',
        why,
        todo: 'Add the needs from the register and link each to what answers it.',
      },
    ];
  }
  const answering = new Set([...reading.answers.values()].flat());
  return activities
    .filter((box) => ![...downstream(reading, [box.id])].some((id) => answering.has(id)))
    .map((box) => ({
      id: 'TOC-N02',
      targets: [box.id],
      message: `${quoted(labelOf(reading, box.id))} answers no need.`,
      why,
      todo: 'Link it to the need that it answers, or ask whether it is needed.',
    }));
}
