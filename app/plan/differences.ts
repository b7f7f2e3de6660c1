import { sayShortDay } from '#app/ui/words.ts';
import type { LineFields, StreamFields } from './line-form.ts';
import { poundsOrUnknown } from './money.ts';
import { STATUS_NAMES, type FundingStream, type PlanLine } from './plan.ts';

/** One field that two people filled in differently. */
export interface Difference {
  field: string;
  yours: string;
  theirs: string;
}

/**
 * What somebody else saved, beside what was typed: the fields in which the two differ, in the order
 * of the form. Both are shown, so that nobody's words are lost without being seen.
 */
export function differencesOf(
  typed: LineFields,
  saved: PlanLine,
  streams: readonly FundingStream[],
  tags: { nameOf: (id: string) => string },
): Difference[] {
  const stream = (id: string | null) => streams.find((one) => one.id === id)?.name ?? 'None';
  const named = (ids: readonly string[]) =>
    ids.length === 0 ? 'None' : [...ids].map(tags.nameOf).sort().join('; ');
  const rows: [field: string, yours: string, theirs: string][] = [
    ['What will be done', typed.title, saved.title],
    ['Owner', typed.owner, saved.owner],
    ['Starts', sayShortDay(typed.startsOn), sayShortDay(saved.startsOn)],
    ['Ends', sayShortDay(typed.endsOn), sayShortDay(saved.endsOn)],
    ['Milestone', typed.milestone, saved.milestone],
    ['Cost', poundsOrUnknown(typed.cost), poundsOrUnknown(saved.costPence)],
    ['Paid from', stream(typed.streamId), stream(saved.streamId)],
    ['How far', STATUS_NAMES[typed.status], STATUS_NAMES[saved.status]],
    ['Activities', named(typed.activities), named(saved.activityIds)],
    ['Requirements', named(typed.requirements), named(saved.requirementKeys)],
  ];
  return different(rows);
}

/** The same for a funding stream. */
export function streamDifferences(typed: StreamFields, saved: FundingStream): Difference[] {
  return different([
    ['Name', typed.name, saved.name],
    ['What it holds', poundsOrUnknown(typed.amount), poundsOrUnknown(saved.amountPence)],
    ['What it may be spent on', typed.ringFence, saved.ringFence],
    ['The last day on which it pays', sayShortDay(typed.endsOn), sayShortDay(saved.endsOn)],
  ]);
}

function different(rows: readonly [field: string, yours: string, theirs: string][]): Difference[] {
  return rows
    .filter(([, yours, theirs]) => yours !== theirs)
    .map(([field, yours, theirs]) => ({
      field,
      yours: orNothing(yours),
      theirs: orNothing(theirs),
    }));
}

const orNothing = (words: string) => (words === '' ? 'Nothing' : words);
