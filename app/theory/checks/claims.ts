import { tierOf, typeName, type Box, type BoxType } from '../graph.ts';
import { counted, quoted, type Remark } from './finding.ts';
import { idsOf, isOutcome, labelOf, type Reading } from './reading.ts';

/** TOC-C02, C03, C06 and C07: whether the theory claims what its work, its place and its evidence carry. */
export function claims(reading: Reading): Remark[] {
  return [
    ...smallEffort(reading),
    ...ceiling(reading),
    ...sureWithoutEvidence(reading),
    ...weakChains(reading),
  ];
}

/** Less than one pound in so many of the plan is a small effort. */
const SMALL_PART = 100;
/** What holds for a whole place or lasts: no single small activity changes it on its own. */
const LARGE: ReadonlySet<BoxType> = new Set(['longTermOutcome', 'laterOutcome', 'impact', 'aim']);

/** An activity of little money that is linked straight, or over its output, to a large result. */
function smallEffort(reading: Reading): Remark[] {
  const lines = reading.around?.lines.filter(({ status }) => status !== 'stopped') ?? [];
  const total = lines.reduce((sum, { costPence }) => sum + (costPence ?? 0), 0);
  if (total === 0) return [];
  return reading.theory.boxes.flatMap((box): Remark[] => {
    if (box.type !== 'activity') return [];
    const costs = lines
      .filter(({ activityIds }) => activityIds.includes(box.id))
      .map(({ costPence }) => costPence);
    if (costs.length === 0 || costs.includes(null)) return [];
    const cost = costs.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    const large = largeResultsOf(reading, box.id)[0];
    if (large === undefined || cost * SMALL_PART >= total) return [];
    return [
      {
        id: 'TOC-C02',
        targets: [box.id, large.id],
        message: `${quoted(box.label)} has less than 1% of the plan’s money and is said to bring about ${quoted(large.label)} directly.`,
        why: 'A small effort can be well worth it, but seldom moves a whole place by itself.',
        todo: 'Link it to the first change that it brings about, or plan more of it.',
      },
    ];
  });
}

function largeResultsOf(reading: Reading, id: string): Box[] {
  const after = (from: string) =>
    (reading.next.get(from) ?? []).flatMap(({ target }) => reading.byId.get(target) ?? []);
  const direct = after(id);
  const overOutputs = direct
    .filter(({ type }) => type === 'output')
    .flatMap((box) => after(box.id));
  return [...direct, ...overOutputs].filter(({ type }) => LARGE.has(type));
}

/** Where what we account for ends, and what stands on the wrong side of it. */
function ceiling(reading: Reading): Remark[] {
  const { theory } = reading;
  const why = 'Nobody can be held to what many others bring about as well.';
  const activities = theory.boxes.some(({ type }) => type === 'activity');
  if (!activities || !theory.boxes.some(isOutcome)) return [];
  const type = (theory.more['ceiling'] ?? '') as BoxType;
  const limit = tierOf(type);
  if (limit === null || limit < 0) {
    return [
      {
        id: 'TOC-C03',
        targets: [],
        place: { kind: 'about', id: '' },
        message:
          'Nothing says up to where we account for results, and from where we only contribute.',
        why,
        todo: 'Choose the first column that we contribute to but do not account for.',
      },
    ];
  }
  const above = (box: Box | undefined) => box !== undefined && (tierOf(box.type) ?? -1) >= limit;
  const accounted = theory.boxes.filter((box) => box.type === 'impact' && !above(box));
  const owned = reading.measures.filter(
    ({ on, owner, target }) => above(reading.byId.get(on ?? '')) && owner !== '' && target !== '',
  );
  return [
    ...accounted.slice(0, 1).map((box): Remark => ({
      id: 'TOC-C03',
      targets: idsOf(accounted),
      message: `${quoted(box.label)} stands among what we account for by ourselves.`,
      why,
      todo: 'Set the ceiling no later than the impacts.',
    })),
    ...owned.map((measure): Remark => ({
      id: 'TOC-C03',
      targets: [measure.id, measure.on ?? ''],
      message: `${quoted(measure.label)} has a target that ${measure.owner} answers for, above what we account for.`,
      why,
      todo: `Follow it without a target of our own, or raise the ceiling above ${typeName(theory, reading.byId.get(measure.on ?? '')?.type ?? type).many.toLowerCase()}.`,
    })),
  ];
}

function sureWithoutEvidence(reading: Reading): Remark[] {
  return reading.causal
    .filter(({ id, more }) => more['confidence'] === 'high' && !reading.evidence.has(id))
    .map((link) => ({
      id: 'TOC-C06',
      targets: [link.id, link.source, link.target],
      message: `We say that we are sure that ${quoted(labelOf(reading, link.source))} leads to ${quoted(labelOf(reading, link.target))}, and no evidence stands on the link.`,
      why: 'Being sure is worth as much as what it rests on.',
      todo: 'Add what it rests on, or be less sure.',
    }));
}

/** How much of a step may be relied on. Only to find what to talk about: never shown as a figure. */
const RELIED: Readonly<Record<string, number>> = { high: 0.9, medium: 0.7, low: 0.4 };
const WEAK = 0.2;

/** Ends to which even the surest way has many steps of which nobody is sure. */
function weakChains(reading: Reading): Remark[] {
  if (
    !reading.forward.some(
      ({ more }) => more['confidence'] === 'low' || more['confidence'] === 'medium',
    )
  ) {
    return [];
  }
  const { reliance, before } = surestWays(reading);
  return reading.ends.flatMap((end): Remark[] => {
    const best = reliance.get(end.id);
    if (best === undefined || best >= WEAK) return [];
    const way = [end.id];
    for (let id = before.get(end.id); id !== undefined; id = before.get(id)) way.unshift(id);
    return [
      {
        id: 'TOC-C07',
        targets: [end.id, ...way.slice(0, -1)],
        message: `Even the surest way to ${quoted(end.label)} takes ${counted(way.length - 1, 'step', 'steps')}, several of which nobody is sure of.`,
        why: 'Steps that are each likely can be unlikely together.',
        todo: 'Talk about the weakest step: what would make it surer, or what else leads there.',
      },
    ];
  });
}

/**
 * From the activities, how far each box can be relied on along its surest way, and the box before it
 * there (Dijkstra 1959 on products; a step of which nobody said how sure they are counts as sure).
 */
function surestWays({ theory, next }: Reading) {
  const reliance = new Map<string, number>();
  const before = new Map<string, string>();
  for (const { id, type } of theory.boxes) if (type === 'activity') reliance.set(id, 1);
  const open = new Set(reliance.keys());
  while (open.size > 0) {
    let id = '';
    for (const each of open)
      if (id === '' || (reliance.get(each) ?? 0) > (reliance.get(id) ?? 0)) id = each;
    open.delete(id);
    for (const { target, more } of next.get(id) ?? []) {
      const found = (reliance.get(id) ?? 0) * (RELIED[more['confidence'] ?? ''] ?? 1);
      if (found <= (reliance.get(target) ?? 0)) continue;
      reliance.set(target, found);
      before.set(target, id);
      open.add(target);
    }
  }
  return { reliance, before };
}
