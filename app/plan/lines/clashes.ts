import { many, sayShortDay } from '#app/ui/words.ts';
import type { StreamAccount } from '#app/plan/money/money.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import { dayNumber, dayOfNumber } from './days.ts';
import { scheduleOf } from './schedule.ts';

export type ClashKind =
  | 'goes-round'
  | 'before-waited'
  | 'waits-for-stopped'
  | 'outside-programme'
  | 'after-stream'
  | 'step-outside'
  | 'step-overdue'
  | 'line-overdue'
  | 'owner-busy'
  | 'same-activity';

/** Two things of the plan that cannot both be so, or that somebody should look at. */
export interface Clash {
  kind: ClashKind;
  /** `clash` cannot be; `look` may be meant. */
  weight: 'clash' | 'look';
  /** The lines that it is about, the one to change first. */
  lineIds: readonly string[];
  says: string;
  todo: string;
}

export interface PlanOfDays {
  lines: readonly PlanLine[];
  programme: { startsOn: string; endsOn: string };
  /** What the money pays for, and which lines go on after it ends. */
  accounts: { streams: readonly Pick<StreamAccount, 'stream' | 'outlive'>[] };
  /** What activities are called, by their ids. */
  activityNames: ReadonlyMap<string, string>;
  today: string;
}

/** From so many lines under way at once on, somebody should ask whether one owner can carry them. */
export const MANY_AT_ONCE = 6;

/** Everything that clashes in the days of a plan, what cannot be first. Stopped lines clash no more. */
export function clashesOf(plan: PlanOfDays): Clash[] {
  const running = plan.lines.filter(({ status }) => status !== 'stopped');
  const found = [
    ...rounds(running),
    ...running.flatMap((line) => waiting(line, plan.lines)),
    ...running.flatMap((line) => outside(line, plan)),
    ...running.flatMap((line) => steps(line, plan.today)),
    ...running.flatMap((line) => overdue(line, plan.today)),
    ...busyOwners(running),
    ...sameActivity(running, plan.activityNames),
  ];
  return [
    ...found.filter(({ weight }) => weight === 'clash'),
    ...found.filter(({ weight }) => weight === 'look'),
  ];
}

/** The clashes that a line takes part in, for each line that takes part in any. */
export function clashesByLine(clashes: readonly Clash[]): Map<string, Clash[]> {
  const found = new Map<string, Clash[]>();
  for (const clash of clashes) {
    for (const id of new Set(clash.lineIds)) found.set(id, [...(found.get(id) ?? []), clash]);
  }
  return found;
}

const named = ({ title }: Pick<PlanLine, 'title'>) => `“${title}”`;

/** Two people may tie a round between them at the same moment: each of their ties is sound. */
function rounds(lines: readonly PlanLine[]): Clash[] {
  const { round } = scheduleOf(lines);
  if (round.length === 0) return [];
  const names = lines.filter(({ id }) => round.includes(id)).map(named);
  return [
    {
      kind: 'goes-round',
      weight: 'clash',
      lineIds: round,
      says: `These lines wait for each other in a round: ${names.join(', ')}`,
      todo: 'Take out one of what they wait for.',
    },
  ];
}

function waiting(line: PlanLine, lines: readonly PlanLine[]): Clash[] {
  return line.dependsOn.flatMap(({ lineId, lagDays }): Clash[] => {
    const other = lines.find(({ id }) => id === lineId);
    if (!other) return [];
    const lineIds = [line.id, other.id];
    if (other.status === 'stopped') {
      return [
        {
          kind: 'waits-for-stopped',
          weight: 'clash',
          lineIds,
          says: `${named(line)} waits for ${named(other)}, which was stopped`,
          todo: 'Say what it waits for now, or that it waits no more.',
        },
      ];
    }
    if (line.startsOn === null || other.endsOn === null) return [];
    const first = dayOfNumber(dayNumber(other.endsOn) + 1 + lagDays);
    if (line.startsOn >= first) return [];
    const short = dayNumber(first) - dayNumber(line.startsOn);
    return [
      {
        kind: 'before-waited',
        weight: 'clash',
        lineIds,
        says: `${named(line)} starts on ${sayShortDay(line.startsOn)} and waits for ${named(other)}, which ends on ${sayShortDay(other.endsOn)}: ${many(short, 'day')} too early`,
        todo: `Start it on ${sayShortDay(first)} or later, or end the other sooner.`,
      },
    ];
  });
}

function outside(line: PlanLine, { programme, accounts }: PlanOfDays): Clash[] {
  const stream = lastOutlived(line, accounts);
  const lineIds = [line.id];
  return [
    ...(line.startsOn !== null && line.startsOn < programme.startsOn
      ? [
          {
            kind: 'outside-programme' as const,
            weight: 'look' as const,
            lineIds,
            says: `${named(line)} starts on ${sayShortDay(line.startsOn)}, before the programme does`,
            todo: 'Say in the plan why it begins early, or change its day.',
          },
        ]
      : []),
    ...(line.endsOn !== null && line.endsOn > programme.endsOn
      ? [
          {
            kind: 'outside-programme' as const,
            weight: 'clash' as const,
            lineIds,
            says: `${named(line)} ends on ${sayShortDay(line.endsOn)}, after the programme does`,
            todo: 'End it with the programme, or say who carries it on.',
          },
        ]
      : []),
    ...(stream !== null && line.endsOn !== null
      ? [
          {
            kind: 'after-stream' as const,
            weight: 'clash' as const,
            lineIds,
            says: `${named(line)} ends on ${sayShortDay(line.endsOn)}; ${stream.name} pays until ${sayShortDay(stream.endsOn)}`,
            todo: 'Find other money for the time after, or end the line with its stream.',
          },
        ]
      : []),
  ];
}

/** The stream that a line goes on without; where it is several, that which pays longest. */
function lastOutlived(line: PlanLine, { streams }: PlanOfDays['accounts']) {
  const [last] = streams
    .flatMap(({ stream, outlive }) =>
      stream !== null && outlive.some(({ id }) => id === line.id) ? [stream] : [],
    )
    .sort((a, b) => ((a.endsOn ?? '') < (b.endsOn ?? '') ? 1 : -1));
  return last ?? null;
}

function steps(line: PlanLine, today: string): Clash[] {
  const { startsOn, endsOn } = line;
  return line.steps.flatMap((step): Clash[] => {
    if (step.dueOn === null) return [];
    const what = `“${step.title}” of ${named(line)}`;
    const due = sayShortDay(step.dueOn);
    const lineIds = [line.id];
    const out =
      startsOn !== null && step.dueOn < startsOn
        ? `before its line starts on ${sayShortDay(startsOn)}`
        : endsOn !== null && step.dueOn > endsOn
          ? `after its line ends on ${sayShortDay(endsOn)}`
          : null;
    const late = step.doneOn === null && line.status !== 'done' && step.dueOn < today;
    return [
      ...(out === null
        ? []
        : [
            {
              kind: 'step-outside' as const,
              weight: 'clash' as const,
              lineIds,
              says: `${what} is due on ${due}, ${out}`,
              todo: 'Change the day of the step, or the days of the line.',
            },
          ]),
      ...(late
        ? [
            {
              kind: 'step-overdue' as const,
              weight: 'clash' as const,
              lineIds,
              says: `${what} was due on ${due} and is not done`,
              todo: 'Enter the day on which it was done, or a new day with a note on progress.',
            },
          ]
        : []),
    ];
  });
}

function overdue(line: PlanLine, today: string): Clash[] {
  if (line.status === 'done') return [];
  const ended = line.endsOn !== null && line.endsOn < today;
  const begun = line.status === 'planned' && line.startsOn !== null && line.startsOn < today;
  if (!ended && !begun) return [];
  const says = ended
    ? `${named(line)} was to end on ${sayShortDay(line.endsOn)} and is not done`
    : `${named(line)} was to start on ${sayShortDay(line.startsOn)} and is still planned`;
  return [
    {
      kind: 'line-overdue',
      weight: 'clash',
      lineIds: [line.id],
      says,
      todo: 'Say how far it is, and change its days if they no longer hold.',
    },
  ];
}

const ownerKey = (owner: string) => owner.trim().replace(/\s+/g, ' ').toLowerCase();

function busyOwners(lines: readonly PlanLine[]): Clash[] {
  const byOwner = new Map<string, PlanLine[]>();
  for (const line of lines) {
    const key = ownerKey(line.owner);
    if (key === '' || line.status === 'done') continue;
    if (line.startsOn === null || line.endsOn === null) continue;
    byOwner.set(key, [...(byOwner.get(key) ?? []), line]);
  }
  return [...byOwner.values()].flatMap((theirs): Clash[] => {
    if (theirs.length < MANY_AT_ONCE) return [];
    const busiest = theirs
      .map(({ startsOn }) => startsOn ?? '')
      .sort()
      .map((day) => ({
        day,
        at: theirs.filter((line) => (line.startsOn ?? '') <= day && day <= (line.endsOn ?? '')),
      }))
      .reduce((most, one) => (one.at.length > most.at.length ? one : most));
    if (busiest.at.length < MANY_AT_ONCE) return [];
    return [
      {
        kind: 'owner-busy',
        weight: 'look',
        lineIds: busiest.at.map(({ id }) => id),
        says: `${theirs[0]?.owner ?? ''} answers for ${many(busiest.at.length, 'line')} at once from ${sayShortDay(busiest.day)}`,
        todo: 'Ask whether one person can carry them all, or give some to others.',
      },
    ];
  });
}

function sameActivity(lines: readonly PlanLine[], names: ReadonlyMap<string, string>): Clash[] {
  return [...names].flatMap(([activity, label]): Clash[] => {
    const theirs = lines
      .filter(({ activityIds, startsOn, endsOn }) => {
        return activityIds.includes(activity) && startsOn !== null && endsOn !== null;
      })
      .sort((a, b) => ((a.startsOn ?? '') < (b.startsOn ?? '') ? -1 : 1));
    const overlapping = theirs.filter((line) =>
      theirs.some(
        (other) =>
          other !== line &&
          (line.startsOn ?? '') <= (other.endsOn ?? '') &&
          (other.startsOn ?? '') <= (line.endsOn ?? ''),
      ),
    );
    if (overlapping.length < 2) return [];
    return [
      {
        kind: 'same-activity',
        weight: 'look',
        lineIds: overlapping.map(({ id }) => id),
        says: `${many(overlapping.length, 'line')} of the activity “${label}” run at the same time: ${overlapping.map(named).join(', ')}`,
        todo: 'See that they do not do the same twice; if they build on each other, say which waits for which.',
      },
    ];
  });
}
