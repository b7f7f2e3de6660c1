import type { Box, Theory } from '#app/theory/graph.ts';
import { falls, type Falls } from '#app/theory/stress/falls.ts';
import type { FundingStream, PlanLine } from '#app/plan/plan.ts';
import { isAfter, isPaidAfter, type Accounts, type Sum } from './money.ts';
import { sumOfItems } from './cuts.ts';

/** What falls on the day after a stream of money has ended, if nothing takes its place. */
export interface StreamEnds extends Falls {
  stream: FundingStream;
  /** Lines for which nothing else pays after that day: they stop, unless they are done by then. */
  stopping: PlanLine[];
  /** Lines for which other money pays then, and what of them this stream would have paid after its end. */
  short: { line: PlanLine; lost: Sum }[];
  /** Lines that are over by the last day of the stream: nothing of them falls. */
  over: PlanLine[];
  /** Activities that no line delivers any more. */
  activities: Box[];
}

/**
 * Computed from costs, days and links and from nothing that is guessed. A line that is over on the
 * stream's last day does not fall with it; a line without an end goes on. Null when there is no such
 * stream.
 */
export function streamEnds(
  theory: Theory,
  lines: readonly PlanLine[],
  accounts: Accounts,
  streamId: string,
): StreamEnds | null {
  const account = accounts.streams.find(({ stream }) => stream?.id === streamId);
  const stream = account?.stream ?? null;
  if (!account || stream === null) return null;
  const isOver = (line: PlanLine) =>
    line.status === 'done' ||
    (stream.endsOn !== null && line.endsOn !== null && line.endsOn <= stream.endsOn);
  const going = account.lines.filter((line) => !isOver(line));
  const goesOn = (line: PlanLine) => isPaidAfter(line, stream, accounts.items);
  const stopping = going.filter((line) => !goesOn(line));
  const lostOf = (line: PlanLine) =>
    account.items.filter((item) => item.line?.id === line.id && isAfter(item, stream.endsOn));
  const short = going
    .filter((line) => goesOn(line) && lostOf(line).length > 0)
    .map((line) => ({ line, lost: sumOfItems(lostOf(line)) }));
  const activities = leftUndelivered(theory, lines, stopping);
  return {
    stream,
    stopping,
    short,
    over: account.lines.filter(isOver),
    activities,
    ...falls(theory, new Set(activities.map(({ id }) => id))),
  };
}

/** Activities that stopping lines deliver and no line that goes on does. */
function leftUndelivered(
  theory: Theory,
  lines: readonly PlanLine[],
  stopping: readonly PlanLine[],
): Box[] {
  const stops = new Set(stopping.map(({ id }) => id));
  const goesOn = new Set(
    lines
      .filter(({ id, status }) => status !== 'stopped' && !stops.has(id))
      .flatMap(({ activityIds }) => activityIds),
  );
  const gone = new Set(stopping.flatMap(({ activityIds }) => activityIds));
  return theory.boxes.filter(
    ({ id, type }) => type === 'activity' && gone.has(id) && !goesOn.has(id),
  );
}
