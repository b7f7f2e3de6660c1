import { sayShortDay } from '#app/ui/words.ts';
import type { LineFields } from './line-form.ts';
import { poundsOrUnknown } from '#app/plan/money/money.ts';
import { STRANDS } from '#app/needs/registers/choices.ts';
import {
  STATUS_NAMES,
  type Dependency,
  type FundingStream,
  type PlanLine,
} from '#app/plan/plan.ts';
import { equalityWords, labelOf, lagInWords, riskWords, stepsInWords } from './line-in-words.ts';

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
  const waits = (all: readonly Dependency[]) =>
    all.map((one) => `${tags.nameOf(one.lineId)}${lagInWords(one.lagDays)}`).join('; ');
  const rows: [field: string, yours: string, theirs: string][] = [
    ['What will be done', typed.title, saved.title],
    ['What it is to achieve', typed.objective, saved.objective],
    ['Strand', labelOf(STRANDS, typed.strand), labelOf(STRANDS, saved.strand)],
    ['Owner', typed.owner, saved.owner],
    ['Partners', typed.partners, saved.partners],
    ['Starts', sayShortDay(typed.startsOn), sayShortDay(saved.startsOn)],
    ['Ends', sayShortDay(typed.endsOn), sayShortDay(saved.endsOn)],
    ['Actions and milestones', stepsInWords(typed.steps), stepsInWords(saved.steps)],
    ['It waits for', waits(typed.dependsOn), waits(saved.dependsOn)],
    ['Cost', poundsOrUnknown(typed.cost), poundsOrUnknown(saved.estimatePence)],
    ['Paid from', stream(typed.streamId), stream(saved.streamId)],
    ['How far', STATUS_NAMES[typed.status], STATUS_NAMES[saved.status]],
    ['How you will know', typed.successCriteria, saved.successCriteria],
    ['Risk', riskWords(typed.risk), riskWords(saved.risk)],
    ['Equality', equalityWords(typed.equalityEffect), equalityWords(saved.equalityEffect)],
    ['Communications', typed.communications, saved.communications],
    ['Activities', named(typed.activities), named(saved.activityIds)],
    ['Measures', named(typed.measures), named(saved.measureIds)],
    ['Requirements', named(typed.requirements), named(saved.requirementKeys)],
  ];
  return different(rows);
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
