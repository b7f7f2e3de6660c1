import type { Theory } from '../graph.ts';
import { counted, named, quoted, type Remark } from './finding.ts';
import { activitiesFor, idsOf, labelOf, type Reading } from './reading.ts';
import type { LineAround, NeedAround, Surroundings } from './surroundings.ts';

/** TOC-P: whether the plan delivers the theory, all of it and nothing else. */
export function planned(reading: Reading): Remark[] {
  const { around, theory } = reading;
  if (around === null) return [];
  const lines = around.lines.filter(({ status }) => status !== 'stopped');
  if (lines.length === 0) return noPlan(theory);
  const there = new Set(theory.boxes.map(({ id }) => id));
  return [
    ...deliveringNothing(lines, there),
    ...notPlanned(theory, lines),
    ...unfinished(lines),
    ...outOfOrder(reading, lines),
    ...requirements(around),
    ...moneyElsewhere(reading, around, lines),
    ...drifted(reading, lines),
  ];
}

const NOT_PLANNED = {
  id: 'TOC-P02',
  why: 'Who should do it, when and for how much is not settled.',
} as const;

function noPlan({ boxes }: Theory): Remark[] {
  const activities = boxes.filter(({ type }) => type === 'activity');
  if (activities.length === 0) return [];
  return [
    {
      ...NOT_PLANNED,
      targets: idsOf(activities),
      about: 'all',
      place: { kind: 'plan', id: '' },
      message: 'There is no delivery plan for this theory yet.',
      todo: 'Make plan lines from its activities.',
    },
  ];
}

function notPlanned({ boxes }: Theory, lines: readonly LineAround[]): Remark[] {
  const delivered = new Set(lines.flatMap(({ activityIds }) => activityIds));
  return boxes
    .filter(({ type, id }) => type === 'activity' && !delivered.has(id))
    .map((box) => ({
      ...NOT_PLANNED,
      targets: [box.id],
      place: { kind: 'plan', id: '' },
      message: `No line of the plan delivers ${quoted(box.label)}.`,
      todo: 'Make a plan line for it, or take it out of the theory.',
    }));
}

function deliveringNothing(lines: readonly LineAround[], there: ReadonlySet<string>): Remark[] {
  return lines
    .filter(({ activityIds }) => !activityIds.some((id) => there.has(id)))
    .map((line) => ({
      id: 'TOC-P01',
      targets: [],
      about: line.id,
      place: { kind: 'plan-line', id: line.id },
      message: `The plan line ${quoted(line.title)} delivers nothing of this theory.`,
      why: 'Money is spent on it and nobody can say towards what.',
      todo: 'Tie it to the activity that it delivers, or ask whether it is needed.',
    }));
}

function unfinished(lines: readonly LineAround[]): Remark[] {
  return lines.flatMap((line): Remark[] => {
    const lacks = [
      ...(line.owner.trim() === '' ? ['an owner'] : []),
      ...(line.startsOn === null || line.endsOn === null ? ['its dates'] : []),
      ...(line.milestone.trim() === '' ? ['a milestone'] : []),
    ];
    if (lacks.length === 0) return [];
    return [
      {
        id: 'TOC-P03',
        targets: line.activityIds.slice(),
        about: line.id,
        place: { kind: 'plan-line', id: line.id },
        message: `The plan line ${quoted(line.title)} lacks ${inWords(lacks)}.`,
        why: 'What nobody owns, or has no day, slips.',
        todo: 'Fill in what it lacks.',
      },
    ];
  });
}

/** `an owner`, `an owner and a milestone`, `an owner, its dates and a milestone`. */
function inWords(things: readonly string[]): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} and ${last}`;
}

/** Lines that begin before what they build on has ended. */
function outOfOrder(reading: Reading, lines: readonly LineAround[]): Remark[] {
  const isActivity = (id: string) => reading.byId.get(id)?.type === 'activity';
  return reading.forward
    .filter(({ source, target }) => isActivity(source) && isActivity(target))
    .flatMap((link): Remark[] => {
      const of = (id: string) => lines.filter(({ activityIds }) => activityIds.includes(id));
      const ends = of(link.source).flatMap(({ endsOn }) => endsOn ?? []);
      const starts = of(link.target).flatMap(({ startsOn }) => startsOn ?? []);
      const last = ends.toSorted().at(-1);
      const first = starts.toSorted()[0];
      if (last === undefined || first === undefined || last <= first) return [];
      return [
        {
          id: 'TOC-P04',
          targets: [link.id, link.source, link.target],
          place: { kind: 'plan', id: '' },
          message: `In the plan ${quoted(labelOf(reading, link.target))} begins before ${quoted(labelOf(reading, link.source))} is done.`,
          why: 'The theory says that the one builds on the other.',
          todo: 'Move one of the plan lines, or take the link out if they can run side by side.',
        },
      ];
    });
}

function requirements({ packs }: Surroundings): Remark[] {
  return packs
    .filter(({ missing }) => missing.length > 0)
    .map(({ id, title, missing }) => ({
      id: 'TOC-P05',
      targets: [],
      about: id,
      place: { kind: 'coverage', id },
      message: `${counted(missing.length, 'minimum requirement', 'minimum requirements')} of ${quoted(title)} ${missing.length === 1 ? 'has' : 'have'} nothing in the plan: ${named(missing, 1)}.`,
      why: 'The programme must meet them whatever else it does.',
      todo: 'Tie a plan line to each, or record why it does not apply.',
    }));
}

/** What a need counts for beside others, as the register ranks it. */
const WEIGHT: Readonly<Record<string, number>> = { high: 3, medium: 2, low: 1 };
/** Money and priority may differ so many times, and by so large a part, before anybody asks. */
const APART = { times: 2, part: 0.05 };

/** Needs that get far less or far more of the money than their priority says. */
function moneyElsewhere(
  reading: Reading,
  { needs }: Surroundings,
  lines: readonly LineAround[],
): Remark[] {
  const ranked = needs.flatMap((need) => {
    const box = reading.theory.boxes.find(({ more }) => more['needId'] === need.id);
    const weight = WEIGHT[need.priority];
    return box === undefined || weight === undefined ? [] : [{ need, box, weight }];
  });
  const money = moneyByNeed(reading, ranked, lines);
  const total = [...money.values()].reduce((sum, one) => sum + one, 0);
  const weights = ranked.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0 || ranked.length < 2) return [];
  return ranked.flatMap(({ need, box, weight }): Remark[] => {
    const share = (money.get(need.id) ?? 0) / total;
    const due = weight / weights;
    const near = share <= APART.times * due && due <= APART.times * share;
    if (near || Math.abs(share - due) < APART.part) return [];
    return [
      {
        id: 'TOC-P06',
        targets: [box.id],
        place: { kind: 'money', id: '' },
        message: `The need ${quoted(box.label)} has ${need.priority} priority and gets ${Math.round(100 * share)}% of the money.`,
        why: 'Either the money or the priority says what matters most, and here they differ twofold or more.',
        todo: 'Move money, change the priority, or let it stand with the reason.',
      },
    ];
  });
}

/** What each need gets: the cost of each line, in equal parts to the needs that it answers. */
function moneyByNeed(
  reading: Reading,
  ranked: readonly { need: NeedAround; box: { id: string } }[],
  lines: readonly LineAround[],
): Map<string, number> {
  const activities = ranked.map(({ need, box }) => ({
    need,
    ids: new Set(activitiesFor(reading, box.id)),
  }));
  const money = new Map<string, number>();
  for (const { costPence, activityIds } of lines) {
    const answered = activities.filter(({ ids }) => activityIds.some((id) => ids.has(id)));
    for (const { need } of answered) {
      money.set(need.id, (money.get(need.id) ?? 0) + (costPence ?? 0) / answered.length);
    }
  }
  return money;
}

/** Lines tied to an activity that says something else now. */
function drifted(reading: Reading, lines: readonly LineAround[]): Remark[] {
  return lines.flatMap((line) =>
    line.changedIds
      .filter((id) => reading.byId.has(id))
      .map((id): Remark => ({
        id: 'TOC-P07',
        targets: [id],
        about: `${line.id} ${id}`,
        place: { kind: 'plan-line', id: line.id },
        message: `${quoted(labelOf(reading, id))} was reworded since the plan line ${quoted(line.title)} was tied to it.`,
        why: 'The plan may still deliver what was meant before.',
        todo: 'Read the plan line, and tie it again when it still fits.',
      })),
  );
}
