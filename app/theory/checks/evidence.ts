import type { Box } from '../graph.ts';
import { monthsAfter } from './days.ts';
import { counted, quoted, type Remark } from './finding.ts';
import { labelOf, type Reading } from './reading.ts';
import type { NeedAround } from './surroundings.ts';

/** TOC-A04, N03, N06 and N08: whether what is said rests on something, and on something that still holds. */
export function evidence(reading: Reading): Remark[] {
  return [...contradicted(reading), ...needsWithoutSource(reading), ...needsOfRegister(reading)];
}

/** An assumption, or a step, against which more speaks than for it, or whose measure goes wrong. */
function contradicted(reading: Reading): Remark[] {
  const assumptions = reading.theory.boxes.filter(({ type }) => type === 'assumption');
  const why = 'What we rely on and what we know do not agree.';
  return [...assumptions, ...reading.causal].flatMap((thing): Remark[] => {
    const name =
      'label' in thing
        ? quoted(thing.label)
        : `that ${quoted(labelOf(reading, thing.source))} leads to ${quoted(labelOf(reading, thing.target))}`;
    if (thing.more['verdict'] === 'fails') {
      const holds = 'label' in thing ? name : quoted(thing.more['assumes'] ?? '');
      return [
        {
          id: 'TOC-A04',
          targets: [thing.id],
          message: `In the stress test ${holds} did not hold.`,
          why,
          todo: 'Change the theory so that it does not rely on it, or look at it again.',
        },
      ];
    }
    const found = reading.evidence.get(thing.id) ?? [];
    const against = found.filter(({ more }) => more['direction'] === 'against').length;
    if (against > found.length - against) {
      return [
        {
          id: 'TOC-A04',
          targets: [thing.id],
          message: `More evidence speaks against ${name} than for it.`,
          why,
          todo: 'Change the theory so that it does not rely on it, or add what speaks for it.',
        },
      ];
    }
    return offCourse(reading, thing.id).map(({ measure, because }) => ({
      id: 'TOC-A04',
      targets: [thing.id, measure.id],
      message: `${quoted(measure.label)} is off course, so ${name} may not hold: ${because}`,
      why,
      todo: 'Look at it with whoever watches it, and change the plan or the theory.',
    }));
  });
}

/** The measures of a box or link that move away from their target, or lag behind. */
function offCourse({ measures, around }: Reading, on: string) {
  return measures
    .filter((measure) => measure.on === on)
    .flatMap((measure) => {
      const stands = around?.courses.find(({ measureId }) => measureId === measure.id);
      const off = stands?.course === 'away' || stands?.course === 'behind';
      return off ? [{ measure, because: stands.because }] : [];
    })
    .slice(0, 1);
}

/** Needs in nobody’s register and without any evidence of their own. */
function needsWithoutSource(reading: Reading): Remark[] {
  const register = new Map((reading.around?.needs ?? []).map((need) => [need.id, need]));
  return needBoxes(reading).flatMap((box): Remark[] => {
    const need = register.get(box.more['needId'] ?? '');
    const unknown = need === undefined && said(box.more['needId']);
    if (unknown || (need?.evidence.length ?? 0) > 0) return [];
    return [
      {
        id: 'TOC-N03',
        targets: [box.id],
        ...(need === undefined ? {} : { place: { kind: 'need' as const, id: need.id } }),
        message: `Nothing says where the need ${quoted(box.label)} comes from.`,
        why: 'A need without a source is an opinion, and the first thing that a board asks about.',
        todo:
          need === undefined
            ? 'Add the evidence for it, or put it in the register with what it rests on.'
            : 'Tie the need to a finding, a figure or a theme.',
      },
    ];
  });
}

/** From so many months on evidence is asked about again. */
const OLD_MONTHS = 24;

function needsOfRegister(reading: Reading): Remark[] {
  const { around } = reading;
  if (around === null) return [];
  const boxes = new Map(needBoxes(reading).map((box) => [box.more['needId'] ?? '', box]));
  return around.needs.flatMap((need) => {
    const box = boxes.get(need.id);
    if (box === undefined || need.evidence.length === 0) return [];
    return [...stale(need, box, around.today), ...oneSource(need, box)];
  });
}

function stale(need: NeedAround, box: Box, today: string): Remark[] {
  const sound = need.evidence.filter((one) => !one.stale);
  const newest = need.evidence.map(({ takenOn }) => takenOn).reduce((a, b) => (a > b ? a : b));
  const old = newest < monthsAfter(today, -OLD_MONTHS);
  if (sound.length > 0 && !old) return [];
  return [
    {
      id: 'TOC-N08',
      targets: [box.id],
      place: { kind: 'need', id: need.id },
      message: old
        ? `What the need ${quoted(box.label)} rests on is more than ${OLD_MONTHS / 12} years old.`
        : `What the need ${quoted(box.label)} rests on has changed or was taken out since.`,
      why: 'Families change, and so do the figures about them.',
      todo: 'Take the finding again, or ask again, and tie the need to it.',
    },
  ];
}

function oneSource(need: NeedAround, box: Box): Remark[] {
  if (new Set(need.evidence.map(({ source }) => source)).size !== 1) return [];
  return [
    {
      id: 'TOC-N06',
      targets: [box.id],
      place: { kind: 'need', id: need.id },
      message: `The need ${quoted(box.label)} rests on ${counted(need.evidence.length, 'finding', 'findings')} from one source.`,
      why: 'Two sources that agree are worth more than one that says it twice.',
      todo: 'See whether a figure, a theme or another question says the same.',
    },
  ];
}

/** Needs of the theory that nothing in the theory itself speaks for. */
function needBoxes(reading: Reading): Box[] {
  return reading.theory.boxes.filter((box) => box.type === 'need' && !reading.evidence.has(box.id));
}

const said = (words: string | undefined) => (words ?? '').trim() !== '';
