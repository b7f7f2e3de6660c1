import { z } from 'zod';
import { STRANDS } from '#app/needs/registers/choices.ts';
import { sayShortDay } from '#app/ui/words.ts';
import type { Difference } from '#app/plan/lines/differences.ts';
import { STREAM_KINDS, STREAM_PAYS, type FundingStream, type StreamPays } from '#app/plan/plan.ts';
import { COST_KIND_CHOICES } from './costs.ts';
import { STREAM_KIND_NAMES } from './cuts.ts';
import { dayOrNone, poundsNeeded, seenVersion, ticked, words, wordsNeeded } from './form-fields.ts';
import { pounds, poundsToType, readPounds } from './money.ts';
import { isYear, yearFrom } from './years.ts';

/** What is typed about a funding stream. */

export const PAYS_NAMES: Readonly<Record<StreamPays, string>> = {
  both: 'Revenue and capital',
  revenue: 'Revenue only',
  capital: 'Capital only',
};

const Fields = z.looseObject({
  name: wordsNeeded('Enter the name of the funding stream', 'The name', 200),
  kind: z.enum(STREAM_KINDS, 'Choose from whom the money comes').default('other'),
  amount: poundsNeeded('the amount that the stream holds'),
  startsOn: dayOrNone('the first day on which it pays'),
  endsOn: dayOrNone('the last day on which it pays'),
  pays: z.enum(STREAM_PAYS, 'Choose what it pays for').default('both'),
  ringFence: words('What it may be spent on', 500),
  ringStrands: ticked(STRANDS),
  ringKinds: ticked(COST_KIND_CHOICES),
  conditions: words('What it asks for in return', 1000),
  version: seenVersion,
});

/** The amount of a year is sent as "year-2026": the year in which it begins. */
export const yearField = (year: string): string => `year-${year.slice(0, 4)}`;

const MOST_YEARS = 30;

/** Reads the years from the fields that are sent beside the others, and holds days together. */
function whole(fields: z.output<typeof Fields>, context: z.RefinementCtx) {
  const years: { year: string; amountPence: number }[] = [];
  for (const [field, typed] of Object.entries(fields)) {
    const first = /^year-(\d{4})$/.exec(field)?.[1];
    if (first === undefined || typeof typed !== 'string') continue;
    const year = yearFrom(Number(first));
    const read = readPounds(typed, `what it has for ${year}`);
    if (!read.ok) {
      context.addIssue({ code: 'custom', path: [field], message: read.message });
    } else if (read.pence !== null && isYear(year) && years.length < MOST_YEARS) {
      years.push({ year, amountPence: read.pence });
    }
  }
  const { name, kind, amount, startsOn, endsOn, pays, ringFence, conditions, version } = fields;
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) {
    const message = 'It must end on or after the day on which it starts: change one of the days';
    context.addIssue({ code: 'custom', path: ['endsOn'], message });
  }
  return {
    ...{ name, kind, amount, startsOn, endsOn, pays, ringFence, conditions, version },
    ringStrands: fields.ringStrands,
    ringKinds: fields.ringKinds,
    years: years.sort((a, b) => (a.year < b.year ? -1 : 1)),
  };
}

export const StreamForm = Fields.transform(whole);
export type StreamFields = z.output<typeof StreamForm>;

/** What the page of a funding stream can be asked to do. */
export const StreamIntent = z.discriminatedUnion('intent', [
  Fields.extend({ intent: z.literal('save') }).transform((fields, context) => ({
    intent: 'save' as const,
    ...whole(fields, context),
  })),
  z.object({ intent: z.literal('remove') }),
]);

/** A stream as its form shows it, before anything is typed; each of its years under its own field. */
export function streamToType(stream: FundingStream) {
  return {
    name: stream.name,
    kind: stream.kind as string,
    amount: poundsToType(stream.amountPence),
    startsOn: stream.startsOn ?? '',
    endsOn: stream.endsOn ?? '',
    pays: stream.pays as string,
    ringFence: stream.ringFence,
    ringStrands: [...stream.ringStrands],
    ringKinds: [...stream.ringKinds],
    conditions: stream.conditions,
    years: Object.fromEntries(
      stream.years.map(({ year, amountPence }) => [yearField(year), poundsToType(amountPence)]),
    ) as Record<string, string>,
  };
}
export type StreamValues = ReturnType<typeof streamToType>;

/** Where what was typed about a stream differs from what somebody else saved. */
export function streamDifferences(typed: StreamFields, saved: FundingStream): Difference[] {
  const named = (list: readonly { value: string; label: string }[], ids: readonly string[]) =>
    list
      .filter(({ value }) => ids.includes(value))
      .map(({ label }) => label)
      .join('; ');
  const years = (all: StreamFields['years'] | FundingStream['years']) =>
    all.map(({ year, amountPence }) => `${year}: ${pounds(amountPence)}`).join('; ');
  const rows: [field: string, yours: string, theirs: string][] = [
    ['Name', typed.name, saved.name],
    ['Source', STREAM_KIND_NAMES[typed.kind], STREAM_KIND_NAMES[saved.kind]],
    ['What it holds', pounds(typed.amount), pounds(saved.amountPence)],
    ['By year', years(typed.years), years(saved.years)],
    ['The first day on which it pays', sayShortDay(typed.startsOn), sayShortDay(saved.startsOn)],
    ['The last day on which it pays', sayShortDay(typed.endsOn), sayShortDay(saved.endsOn)],
    ['Revenue or capital', PAYS_NAMES[typed.pays], PAYS_NAMES[saved.pays]],
    ['What it may be spent on', typed.ringFence, saved.ringFence],
    ['Strands', named(STRANDS, typed.ringStrands), named(STRANDS, saved.ringStrands)],
    [
      'Kinds of cost',
      named(COST_KIND_CHOICES, typed.ringKinds),
      named(COST_KIND_CHOICES, saved.ringKinds),
    ],
    ['What it asks for in return', typed.conditions, saved.conditions],
  ];
  return differing(rows);
}

/** Rows in which the two differ, with words for nothing. */
export function differing(
  rows: readonly (readonly [field: string, yours: string, theirs: string])[],
): Difference[] {
  const orNothing = (text: string) => (text === '' ? 'Nothing' : text);
  return rows
    .filter(([, yours, theirs]) => yours !== theirs)
    .map(([field, yours, theirs]) => ({
      field,
      yours: orNothing(yours),
      theirs: orNothing(theirs),
    }));
}
