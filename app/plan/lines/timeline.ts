import { many, sayShortDay } from '#app/ui/words.ts';
import {
  groupByOutcome,
  STANDING_NAMES,
  STATUS_NAMES,
  type LineStatus,
  type PlanLine,
  type TheoryOfPlan,
} from '#app/plan/plan.ts';
import { clashesByLine, type Clash } from './clashes.ts';
import { stepInWords } from './line-in-words.ts';
import { scheduleOf, type Schedule } from './schedule.ts';

/** A line as the calendar shows it, with every word that its table says. */
export interface TimelineRow {
  id: string;
  title: string;
  owner: string;
  status: LineStatus;
  /** "Under way, at risk". */
  state: string;
  startsOn: string | null;
  endsOn: string | null;
  critical: boolean;
  /** "Decides the end", "Can slip 14 days", or why that is not known. */
  room: string;
  waitsFor: { id: string; title: string; lagDays: number; clashes: boolean }[];
  milestones: { id: string; title: string; words: string; dueOn: string | null; done: boolean }[];
  clashes: string[];
}

export interface Timeline {
  groups: { title: string; rows: TimelineRow[] }[];
  /** How many lines have no day at all, so that the picture cannot show them. */
  withoutDays: number;
  /** What decides when each chain of lines ends, in a sentence. */
  chains: string[];
  clashes: Clash[];
  first: string;
  last: string;
  today: string;
}

export interface PlanOfTimeline {
  lines: readonly PlanLine[];
  theory: TheoryOfPlan | null;
  clashes: readonly Clash[];
  programme: { startsOn: string; endsOn: string };
  today: string;
}

/** The calendar of a plan: its lines under their outcomes, each group in the order of the days. */
export function timelineOf(plan: PlanOfTimeline): Timeline {
  const { lines, programme, today } = plan;
  const schedule = scheduleOf(lines);
  const titles = new Map(lines.map(({ id, title }) => [id, title]));
  const clashes = clashesByLine(plan.clashes);
  const row = (line: PlanLine) => rowOf(line, { schedule, titles, clashes });
  const days = lines.flatMap(({ startsOn, endsOn, steps }) => [
    ...[startsOn, endsOn].filter((day) => day !== null),
    ...steps.flatMap(({ kind, dueOn }) => (kind === 'milestone' && dueOn ? [dueOn] : [])),
  ]);
  const all = [...days, programme.startsOn, programme.endsOn].sort();
  return {
    groups: groupByOutcome(lines, plan.theory ?? { boxes: [], links: [] }).map((group) => ({
      title: group.outcome?.label ?? 'Lines that serve no outcome of the theory yet',
      rows: group.lines.map(({ line }) => row(line)).sort(byDay),
    })),
    withoutDays: lines.filter(({ startsOn, endsOn }) => startsOn === null && endsOn === null)
      .length,
    chains: schedule.chains.map(({ critical, endsOn }) => chainInWords(critical, endsOn, titles)),
    clashes: [...plan.clashes],
    first: all[0] ?? programme.startsOn,
    last: all.at(-1) ?? programme.endsOn,
    today,
  };
}

const byDay = (a: TimelineRow, b: TimelineRow) => {
  const [left, right] = [a, b].map((row) => row.startsOn ?? row.endsOn ?? '9999');
  return (left ?? '') < (right ?? '') ? -1 : left === right ? 0 : 1;
};

interface Around {
  schedule: Schedule;
  titles: ReadonlyMap<string, string>;
  clashes: ReadonlyMap<string, readonly Clash[]>;
}

function rowOf(line: PlanLine, { schedule, titles, clashes }: Around): TimelineRow {
  const { id, title, owner, status, startsOn, endsOn } = line;
  const theirs = clashes.get(id) ?? [];
  const standing = line.progress && STANDING_NAMES[line.progress.standing].toLowerCase();
  return {
    ...{ id, title, owner, status, startsOn, endsOn },
    state: [STATUS_NAMES[status], ...(standing === null ? [] : [standing])].join(', '),
    critical: schedule.times.get(id)?.critical ?? false,
    room: roomInWords(line, schedule),
    waitsFor: line.dependsOn.map(({ lineId, lagDays }) => ({
      id: lineId,
      title: titles.get(lineId) ?? '',
      lagDays,
      clashes: theirs.some(
        ({ kind, lineIds }) =>
          (kind === 'before-waited' || kind === 'waits-for-stopped') &&
          lineIds[0] === id &&
          lineIds[1] === lineId,
      ),
    })),
    milestones: line.steps
      .filter(({ kind }) => kind === 'milestone')
      .map((step) => ({
        id: step.id,
        title: step.title,
        words: stepInWords(step),
        dueOn: step.dueOn,
        done: step.doneOn !== null,
      })),
    clashes: theirs.filter(({ weight }) => weight === 'clash').map(({ says }) => says),
  };
}

/** By how much a line can be late, in words; why nobody can say, where it stands in no chain. */
export function roomInWords(line: PlanLine, schedule: Schedule): string {
  if (line.status === 'stopped') return 'Stopped';
  const times = schedule.times.get(line.id);
  if (times === undefined) {
    if (schedule.round.includes(line.id)) return 'Waits in a round';
    return schedule.behind.includes(line.id)
      ? 'Waits for lines that go round'
      : 'Its days are not known';
  }
  const linked = schedule.chains.some(({ ids }) => ids.includes(line.id));
  if (!linked) return 'Nothing waits for it';
  if (times.critical) return 'Decides the end';
  return `Can slip ${many(times.slack, 'day')}`;
}

function chainInWords(
  critical: readonly string[],
  endsOn: string,
  titles: ReadonlyMap<string, string>,
): string {
  const names = critical.map((id) => `“${titles.get(id) ?? ''}”`);
  const then = names.join(', then ');
  const each =
    names.length > 1 ? 'a day lost in any of them moves it' : 'a day lost in it moves it';
  return `${then}: the last ends on ${sayShortDay(endsOn)}, and ${each}`;
}

/** The picture in words, for those who do not see it. */
export function sayTimeline({ groups, first, last, today, withoutDays, chains }: Timeline): string {
  const rows = groups.flatMap((group) => group.rows);
  const critical = rows.filter((row) => row.critical).length;
  return [
    `A calendar of ${many(rows.length - withoutDays, 'plan line')} under ${many(groups.length, 'heading')}, from ${sayShortDay(first)} to ${sayShortDay(last)}, with a line at today, ${sayShortDay(today)}.`,
    ...(critical === 0
      ? []
      : [
          `${many(critical, 'line')} drawn thick ${critical === 1 ? 'decides' : 'decide'} when ${chains.length === 1 ? 'the chain ends' : 'their chains end'}.`,
        ]),
    'The table says the same.',
  ].join(' ');
}
