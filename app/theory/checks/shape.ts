import { BOX_TYPES, tierOf, typeName, type BoxType, type Link, type Theory } from '../graph.ts';
import { stronglyConnected } from './loops.ts';
import { quoted, type Remark } from './finding.ts';
import { isCausal, labelOf, reach, upstream, type Reading } from './reading.ts';

/** TOC-S05 to S13: whether the arrows run sensibly and the picture can be read. */
export function shape(reading: Reading): Remark[] {
  const loops = stronglyConnected(reading);
  return [
    ...loopsOf(reading, loops),
    ...backwardLinks(reading),
    ...leaps(reading),
    ...shortcuts(reading, loops),
    ...spaghetti(reading),
    ...singlePoints(reading),
    ...longChains(reading, loops),
    ...overloaded(reading),
  ];
}

function loopsOf(reading: Reading, loops: Map<string, number>): Remark[] {
  const members = new Map<number, string[]>();
  for (const [id, loop] of loops) members.set(loop, [...(members.get(loop) ?? []), id]);
  return [...members.values()]
    .filter((ids) => ids.length > 1)
    .map((ids) => ({
      id: 'TOC-S05',
      targets: ids.toSorted(),
      message: `The links run in a loop through ${ids.map((id) => quoted(labelOf(reading, id))).join(', ')}.`,
      why: 'Real change does feed back, but a loop drawn by mistake hides where it starts.',
      todo: 'Turn one link round, or mark the one that is meant to run back and say how long it takes.',
    }));
}

function backwardLinks(reading: Reading): Remark[] {
  return reading.forward
    .filter((link) => isBackward(reading, link))
    .map((link) => ({
      id: 'TOC-S06',
      targets: [link.id, link.source, link.target],
      message: `The arrow from ${ends(reading, link)} runs backwards.`,
      why: 'A later result cannot bring about an earlier step, unless it is meant as feedback.',
      todo: 'Turn the link round, give one of the boxes another type, or mark the link as feedback.',
    }));
}

function isBackward(reading: Reading, link: Link): boolean {
  const [from, to] = tiersOf(reading, link);
  return from !== null && to !== null && to < from;
}

/** Links that jump over a column which this theory uses, without saying what happens there. */
function leaps(reading: Reading): Remark[] {
  const used = BOX_TYPES.filter(
    (type) => type !== 'mechanism' && reading.theory.boxes.some((box) => box.type === type),
  );
  const types = used.filter((type) => tierOf(type) !== null);
  return reading.forward.flatMap((link): Remark[] => {
    const [from, to] = tiersOf(reading, link);
    if (from === null || to === null || explained(reading, link)) return [];
    const over = types.filter((type) => {
      const tier = tierOf(type) ?? 0;
      return tier > from && tier < to;
    });
    if (over.length === 0) return [];
    return [
      {
        id: 'TOC-S07',
        targets: [link.id, link.source, link.target],
        message: `The link from ${ends(reading, link)} jumps over ${namesOf(reading.theory, over)}.`,
        why: 'The step left out is where the theory can be wrong without anyone noticing.',
        todo: 'Draw the step in between, or say on the link what happens there.',
      },
    ];
  });
}

/** A link says what happens in between by its words, or by ending in a mechanism. */
function explained(reading: Reading, link: Link): boolean {
  return (
    (link.more['mechanism'] ?? '') !== '' || reading.byId.get(link.target)?.type === 'mechanism'
  );
}

function namesOf(theory: Theory, types: readonly BoxType[]): string {
  return types.map((type) => typeName(theory, type).many.toLowerCase()).join(' and ');
}

/** Links that say what a longer way through other boxes says already: O(V·E). */
function shortcuts(reading: Reading, loops: Map<string, number>): Remark[] {
  const links = reading.forward.filter((link) => !isBackward(reading, link));
  const targets = new Map<string, string[]>();
  for (const { source, target } of links) {
    targets.set(source, [...(targets.get(source) ?? []), target]);
  }
  const nextOf = (id: string) => targets.get(id) ?? [];
  const after = new Map<string, Set<string>>();
  const afterOf = (id: string) => {
    const known = after.get(id) ?? reach([id], nextOf);
    after.set(id, known);
    return known;
  };
  const sameLoop = (a: string, b: string) => loops.get(a) === loops.get(b);
  return links
    .filter(({ source, target }) => {
      const others = nextOf(source).filter((id) => id !== target && !sameLoop(id, source));
      return !sameLoop(source, target) && others.some((id) => afterOf(id).has(target));
    })
    .map((link) => ({
      id: 'TOC-S09',
      targets: [link.id],
      message: `The link from ${ends(reading, link)} says what the boxes between them say already.`,
      why: 'Fewer arrows are easier to follow.',
      todo: 'Delete it, unless it works in a way of its own.',
    }));
}

/** More than this and a reader gives up; real theories have 0.94 links a box (median). */
const TOO_MANY = { linksPerBox: 2, linksAtBox: 8, shareOfPairs: 0.4, boxesInColumn: 4 };

function spaghetti(reading: Reading): Remark[] {
  const boxes = reading.theory.boxes.filter(isCausal);
  const found: Remark[] = [];
  const add = (targets: string[], message: string) =>
    found.push({
      id: 'TOC-S10',
      targets,
      message,
      why: 'When everything leads to everything, nothing is explained.',
      todo: 'Keep the two or three links that carry the most, and delete the others.',
    });
  if (boxes.length >= 8 && reading.causal.length > TOO_MANY.linksPerBox * boxes.length) {
    add([], `There are ${reading.causal.length} links between ${boxes.length} boxes.`);
  }
  for (const box of boxes) {
    const links = reading.causal.filter((link) => link.source === box.id || link.target === box.id);
    if (box.type === 'impact' || links.length <= TOO_MANY.linksAtBox) continue;
    add([box.id], `${quoted(box.label)} has ${links.length} links.`);
  }
  for (const [one, two] of densePairs(reading)) {
    add(
      [...one, ...two],
      `Nearly every one of ${one.length} boxes is linked to nearly every one of ${two.length} in the next column.`,
    );
  }
  return found;
}

/** Pairs of columns with four boxes or more each where over 40 % of all possible links are drawn. */
function densePairs({ theory, byId, causal }: Reading): [string[], string[]][] {
  const idsOfType = (type: BoxType) =>
    theory.boxes.filter((box) => box.type === type).map(({ id }) => id);
  const counts = new Map<string, { from: BoxType; to: BoxType; links: number }>();
  for (const { source, target } of causal) {
    const from = byId.get(source)?.type;
    const to = byId.get(target)?.type;
    if (from === undefined || to === undefined || from === to) continue;
    const pair = counts.get(`${from}>${to}`) ?? { from, to, links: 0 };
    pair.links += 1;
    counts.set(`${from}>${to}`, pair);
  }
  return [...counts.values()].flatMap(({ from, to, links }): [string[], string[]][] => {
    const one = idsOfType(from);
    const two = idsOfType(to);
    const many = Math.min(one.length, two.length) >= TOO_MANY.boxesInColumn;
    return many && links > TOO_MANY.shareOfPairs * one.length * two.length ? [[one, two]] : [];
  });
}

/** Boxes through which every way from two or more activities to an impact goes. */
function singlePoints(reading: Reading): Remark[] {
  const found = new Map<string, string[]>();
  for (const end of reading.ends) {
    const activities = [...upstream(reading, [end.id])].filter(
      (id) => reading.byId.get(id)?.type === 'activity',
    );
    if (activities.length < 2) continue;
    const way = shortestWay(reading, activities, end.id);
    for (const id of way.slice(0, -1)) {
      if (!reachesWithout(reading, activities, end.id, id)) {
        found.set(id, [...(found.get(id) ?? []), end.id]);
      }
    }
  }
  return [...found].map(([id, ends]) => ({
    id: 'TOC-S11',
    targets: [id, ...ends],
    message: `Every way to ${ends.map((end) => quoted(labelOf(reading, end))).join(' and ')} goes through ${quoted(labelOf(reading, id))}.`,
    why: 'If this one step fails, everything before it fails with it.',
    todo: 'Check that it really carries everything, and add another way if there is one.',
  }));
}

function shortestWay(reading: Reading, from: readonly string[], to: string): string[] {
  const cameFrom = new Map<string, string | null>(from.map((id) => [id, null]));
  for (const id of cameFrom.keys()) {
    for (const { target } of reading.next.get(id) ?? []) {
      if (!cameFrom.has(target)) cameFrom.set(target, id);
    }
  }
  const way: string[] = [];
  for (let id: string | null = to; id !== null; id = cameFrom.get(id) ?? null) way.unshift(id);
  return way;
}

function reachesWithout(
  reading: Reading,
  from: readonly string[],
  to: string,
  without: string,
): boolean {
  const start = from.filter((id) => id !== without);
  return reach(start, (id) =>
    (reading.next.get(id) ?? []).map(({ target }) => target).filter((id) => id !== without),
  ).has(to);
}

const LONGEST = 6;

/** The longest way from an activity to an end; a loop counts as one step. */
function longChains(reading: Reading, loops: Map<string, number>): Remark[] {
  const boxes = reading.theory.boxes.toSorted(
    (a, b) => (loops.get(a.id) ?? 0) - (loops.get(b.id) ?? 0),
  );
  // Loops are numbered so that what follows has the smaller number: one pass is enough.
  const longest = new Map<number, string[]>();
  let worst: string[] = [];
  for (const { id, type } of boxes) {
    const loop = loops.get(id) ?? 0;
    let best = longest.get(loop) ?? (reading.ends.some((end) => end.id === id) ? [id] : []);
    for (const { target } of reading.next.get(id) ?? []) {
      const after = loops.get(target) ?? 0;
      const rest = longest.get(after) ?? [];
      if (after !== loop && rest.length > 0 && rest.length + 1 > best.length) best = [id, ...rest];
    }
    longest.set(loop, best);
    if (type === 'activity' && best.length > worst.length) worst = best;
  }
  const steps = worst.length - 1;
  if (steps <= LONGEST) return [];
  return [
    {
      id: 'TOC-S12',
      targets: worst,
      message: `The way from ${quoted(labelOf(reading, worst[0] ?? ''))} to ${quoted(labelOf(reading, worst.at(-1) ?? ''))} takes ${steps} steps.`,
      why: 'Each step can fail, and a reader loses the thread.',
      todo: 'Put steps together where they always happen together.',
    },
  ];
}

const READABLE_BOXES = 35;

function overloaded({ theory }: Reading): Remark[] {
  const count = theory.boxes.filter(isCausal).length;
  if (count <= READABLE_BOXES) return [];
  return [
    {
      id: 'TOC-S13',
      targets: [],
      message: `There are ${count} boxes in one picture.`,
      why: 'A picture of more than 35 is not read. Published theories have 14 in the middle.',
      todo: 'Make a theory for each strand, and keep here what they share.',
    },
  ];
}

function tiersOf(reading: Reading, link: Link): [number | null, number | null] {
  const tier = (id: string) => {
    const box = reading.byId.get(id);
    return box === undefined ? null : tierOf(box.type);
  };
  return [tier(link.source), tier(link.target)];
}

function ends(reading: Reading, link: Link): string {
  return `${quoted(labelOf(reading, link.source))} to ${quoted(labelOf(reading, link.target))}`;
}
