import type { Box, More } from '../graph.ts';
import { breakdownName, type BreakdownKey } from '../measures/breakdowns.ts';
import { readyMade } from '../measures/match.ts';
import {
  countsDelivery,
  isMapped,
  missingIn,
  sayMissing,
  type Measure,
} from '../measures/measure.ts';
import { named, quoted, type Remark } from './finding.ts';
import { idsOf, isOutcome, upstream, type Reading } from './reading.ts';
import { monthsAfter } from './days.ts';

/** TOC-M: whether anybody could tell that it works, in time and for whom. */
export function measures(reading: Reading): Remark[] {
  const of = measuresByBox(reading);
  return [
    ...notMeasured(reading, of),
    ...deliveryOnOutcome(reading),
    ...incomplete(reading),
    ...orphans(reading),
    ...tooLate(reading, of),
    ...notSplit(reading),
    ...tooMany(reading, of),
    ...standsReady(reading, of),
  ];
}

type ByBox = ReadonlyMap<string, Measure[]>;

function measuresByBox(reading: Reading): ByBox {
  const found = new Map<string, Measure[]>();
  for (const measure of reading.measures) {
    const on = measure.on ?? '';
    found.set(on, [...(found.get(on) ?? []), measure]);
  }
  return found;
}

const ALL = { kind: 'measures', id: '' } as const;

const nameOf = (measure: Measure) =>
  quoted(measure.label === '' ? 'A measure without a name' : measure.label);

function notMeasured({ theory, measures }: Reading, of: ByBox): Remark[] {
  const bare = theory.boxes.filter((box) => isOutcome(box) && !of.has(box.id));
  const why = 'Nobody will be able to tell whether it came about.';
  const todo = 'Choose a measure from the library, or write one of your own.';
  if (measures.length === 0 && bare.length > 1) {
    const message = 'No outcome has a measure yet.';
    const first = 'Begin with the outcome that matters most: one measure is enough.';
    return [
      { id: 'TOC-M01', targets: idsOf(bare), about: 'all', place: ALL, message, why, todo: first },
    ];
  }
  return bare.map((box) => ({
    id: 'TOC-M01',
    targets: [box.id],
    place: { kind: 'add-measure', id: box.id },
    message: `${quoted(box.label)} has no measure.`,
    why,
    todo,
  }));
}

function deliveryOnOutcome({ measures, byId }: Reading): Remark[] {
  return measures.flatMap((measure): Remark[] => {
    const box = byId.get(measure.on ?? '');
    if (box === undefined || !isOutcome(box) || !countsDelivery(measure)) return [];
    return [
      {
        id: 'TOC-M02',
        place: { kind: 'measure', id: measure.id },
        targets: [measure.id, box.id],
        message: `${nameOf(measure)} counts what is delivered, and stands on the outcome ${quoted(box.label)}.`,
        why: 'That many came does not say that anything changed for them.',
        todo: 'Move it to the output, and measure here what is different for families.',
      },
    ];
  });
}

/** What each measure lacks; where none is complete yet, that is said once. */
function incomplete({ measures, byId }: Reading): Remark[] {
  const why = 'Without them nobody can say later whether it was reached.';
  const lacking = measures
    .filter(({ on }) => byId.has(on ?? ''))
    .map((measure) => ({ measure, missing: missingIn(measure) }));
  const bare = lacking.filter(({ missing }) => missing.length > 0);
  if (bare.length > 1 && bare.length === lacking.length) {
    return [
      {
        id: 'TOC-M03',
        targets: bare.map(({ measure }) => measure.id),
        about: 'all',
        place: ALL,
        message: `None of the ${bare.length} measures has its baseline, target, dates and source yet.`,
        why,
        todo: 'Begin with the measure of the outcome that matters most.',
      },
    ];
  }
  return bare.map(({ measure, missing }) => ({
    id: 'TOC-M03',
    place: { kind: 'measure', id: measure.id },
    targets: [measure.id, measure.on ?? ''],
    message: `${nameOf(measure)} lacks ${sayMissing(missing)}.`,
    why,
    todo: 'Fill in what is missing.',
  }));
}

function orphans({ measures, byId, theory }: Reading): Remark[] {
  const links = new Set(theory.links.map(({ id }) => id));
  return measures
    .filter(({ on }) => on === null || (!byId.has(on) && !links.has(on)))
    .map((measure) => ({
      id: 'TOC-M04',
      place: { kind: 'measure', id: measure.id },
      targets: [measure.id],
      message: `${nameOf(measure)} measures nothing in this theory.`,
      why: 'Somebody will collect it and nobody will know what for.',
      todo: 'Say which outcome it is about, or delete it.',
    }));
}

/** Outcomes that can be seen only when the programme is over, with nothing on the way to look at. */
function tooLate(reading: Reading, of: ByBox): Remark[] {
  const { around, theory } = reading;
  if (around === null) return [];
  const delay = monthsFromActivities(reading);
  const inTime = ({ targetOn }: Measure) => targetOn !== '' && targetOn <= around.endsOn;
  return theory.boxes.flatMap((box): Remark[] => {
    const own = of.get(box.id) ?? [];
    if (!isOutcome(box) || own.length === 0) return [];
    const comes = monthsAfter(around.startsOn, delay.get(box.id) ?? 0);
    const dated = own.filter(({ targetOn }) => targetOn !== '');
    const late = comes > around.endsOn || (dated.length > 0 && !dated.some(inTime));
    if (!late) return [];
    const before = upstream(reading, [box.id]);
    before.delete(box.id);
    if ([...before].some((id) => of.get(id)?.some(inTime))) return [];
    return [
      {
        id: 'TOC-M05',
        targets: [box.id, ...own.map(({ id }) => id)],
        message: `${quoted(box.label)} will only be seen after the programme has ended, and nothing earlier on the way to it is measured.`,
        why: 'Nobody could change course in time.',
        todo: 'Measure an earlier outcome that leads to it.',
      },
    ];
  });
}

/** The least months from any activity to each box, by the delays written on the links. */
function monthsFromActivities({ theory, next }: Reading): Map<string, number> {
  const months = new Map<string, number>();
  for (const { id, type } of theory.boxes) if (type === 'activity') months.set(id, 0);
  const open = [...months.keys()];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    for (const { target, more } of next.get(id) ?? []) {
      const found = (months.get(id) ?? 0) + delayOf(more);
      if (!(found < (months.get(target) ?? Infinity))) continue;
      months.set(target, found);
      open.push(target);
    }
  }
  return months;
}

/** The delay of a link in whole months; what is no such number, or runs back in time, is no delay. */
function delayOf(more: More): number {
  const written = (more['delayMonths'] ?? '').trim();
  return /^\d{1,4}$/.test(written) ? Number(written) : 0;
}

/** Words that name a group, and the breakdowns in which it can be seen. */
const SPLITS: readonly [RegExp, readonly BreakdownKey[]][] = [
  [/\b(fathers?|dads?|mothers?|mums?|men|women|boys|girls)\b/i, ['sex']],
  [/\bfree school meals\b/i, ['freeMeals']],
  [
    /\b(deprived|deprivation|poor(est)?|low[- ]income|poverty)\b/i,
    ['idaciDecile', 'freeMeals', 'place'],
  ],
  [/\b(special educational|SEND|additional needs|disabilit(y|ies)|disabled)\b/i, ['send']],
  [/\b(minority ethnic|ethnic|Black|Asian|Gypsy|Roma|Traveller)\b/, ['ethnicGroup']],
];

function notSplit({ measures, byId }: Reading): Remark[] {
  return measures.flatMap((measure): Remark[] => {
    const box = byId.get(measure.on ?? '');
    if (box === undefined || !isOutcome(box)) return [];
    const keys = new Set(measure.breakdowns);
    const { label } = measure;
    const split = SPLITS.find(
      ([group, by]) =>
        // A measure that is of the group alone needs no splitting.
        group.test(box.more['benefits'] ?? '') &&
        !group.test(label) &&
        !by.some((key) => keys.has(key)),
    );
    if (split === undefined) return [];
    return [
      {
        id: 'TOC-M06',
        place: { kind: 'measure', id: measure.id },
        targets: [measure.id, box.id],
        message: `${quoted(box.label)} is for ${lowered(box)}, and ${nameOf(measure)} cannot show them apart.`,
        why: 'The figure can rise for everybody else while it falls for them.',
        todo: `Break it down by ${breakdownName(split[1][0] ?? '').toLowerCase()}, or measure the group itself.`,
      },
    ];
  });
}

function lowered(box: Box): string {
  const words = (box.more['benefits'] ?? '').trim();
  return /^[A-Z][a-z]/.test(words) && !/^(Black|Asian|Gypsy|Roma)/.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
}

const MOST = { onOutcome: 3, inAll: 25 };

function tooMany({ theory, measures }: Reading, of: ByBox): Remark[] {
  const why = 'What takes long to collect is collected badly, and read by nobody.';
  const todo = 'Keep those that would make you change something.';
  const found = theory.boxes.flatMap((box): Remark[] => {
    const count = isOutcome(box) ? (of.get(box.id)?.length ?? 0) : 0;
    if (count <= MOST.onOutcome) return [];
    const message = `${quoted(box.label)} has ${count} measures.`;
    return [{ id: 'TOC-M07', targets: [box.id], message, why, todo }];
  });
  if (measures.length <= MOST.inAll) return found;
  const message = `There are ${measures.length} measures.`;
  return [{ id: 'TOC-M07', targets: [], about: 'all', place: ALL, message, why, todo }, ...found];
}

/** Outcomes for which a measure that others use as well stands ready. */
function standsReady({ theory, measures, around }: Reading, of: ByBox): Remark[] {
  if (measures.length === 0) return [];
  return theory.boxes.flatMap((box): Remark[] => {
    const own = of.get(box.id) ?? [];
    const settled = own.some((measure) => isMapped(measure) || measure.library !== '');
    if (!isOutcome(box) || settled) return [];
    const words = [box.label, ...own.map(({ label }) => label)].join(' · ');
    const ready = readyMade(words, around?.library ?? []);
    if (ready.length === 0) return [];
    return [
      {
        id: 'TOC-M08',
        place: { kind: 'add-measure', id: box.id },
        targets: [box.id, ...own.map(({ id }) => id)],
        message: `For ${quoted(box.label)} there is a measure ready: ${named(ready.map(({ label }) => label))}.`,
        why: 'With the same measure, theories of several authorities can be laid side by side.',
        todo: 'Choose it from the library, or map your own to it or say that it is local.',
      },
    ];
  });
}
