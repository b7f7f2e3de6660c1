import { z } from 'zod';
import { poundsToType, readPounds } from './money.ts';
import { LINE_STATUSES, type FundingStream, type PlanLine } from './plan.ts';

/** What is typed about a plan line and a funding stream, with an instruction for each mistake. */

/** A day that may be left out. */
const dayOrNone = (what: string) =>
  z
    .string()
    .default('')
    .refine(
      (day) => day === '' || (/^\d{4}-\d{2}-\d{2}$/.test(day) && isADay(day)),
      `Enter ${what} as a day, such as 1 April 2026`,
    )
    .transform((day) => (day === '' ? null : day));

function isADay(day: string): boolean {
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}

/** An amount of money, in pence; nothing typed is null. */
const poundsOrNone = (what: string) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const read = readPounds(typed, what);
      if (read.ok) return read.pence;
      context.addIssue({ code: 'custom', message: read.message });
      return z.NEVER;
    });

const listOf = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [...new Set(value === undefined ? [] : [value].flat())]);

const text = (what: string, most: number) =>
  z.string().max(most, `${what} must be ${most} characters or fewer`).default('');

export const LineForm = z
  .object({
    title: z
      .string('Enter what will be done')
      .min(1, 'Enter what will be done')
      .max(300, 'What will be done must be 300 characters or fewer'),
    owner: text('The owner', 200),
    startsOn: dayOrNone('when it starts'),
    endsOn: dayOrNone('when it ends'),
    milestone: text('The milestone', 500),
    cost: poundsOrNone('the cost'),
    streamId: z
      .string()
      .default('')
      .transform((id) => (id === '' ? null : id)),
    status: z.enum(LINE_STATUSES, 'Choose how far it is').default('planned'),
    activities: listOf,
    requirements: listOf,
    /** The version that was on the page; 0 for a new line. */
    version: z.coerce.number().int().min(0).default(0),
  })
  .refine(
    (form) => form.startsOn === null || form.endsOn === null || form.endsOn >= form.startsOn,
    {
      path: ['endsOn'],
      message: 'It must end on or after the day on which it starts: change one of the days',
    },
  );
export type LineFields = z.output<typeof LineForm>;

export const StreamForm = z.object({
  name: z
    .string('Enter the name of the funding stream')
    .min(1, 'Enter the name of the funding stream')
    .max(200, 'The name must be 200 characters or fewer'),
  amount: poundsOrNone('the amount').refine(
    (pence) => pence !== null,
    'Enter the amount that the stream holds, such as 1,234 or 1,234.50',
  ),
  ringFence: text('What it may be spent on', 500),
  endsOn: dayOrNone('the last day on which it pays'),
  version: z.coerce.number().int().min(0).default(0),
});
export type StreamFields = z.output<typeof StreamForm>;

/** Why a requirement is judged otherwise: without a reason it is no decision. */
export const JudgementForm = z.object({
  state: z.enum(['covered', 'partly', 'not', 'not-applicable'], 'Choose what you decide'),
  reason: z
    .string('Enter the reason')
    .min(1, 'Enter the reason, so that the board can follow it')
    .max(1000, 'The reason must be 1,000 characters or fewer'),
});

/** A line as its form shows it, before anything is typed. */
export function lineToType(line: PlanLine) {
  return {
    title: line.title,
    owner: line.owner,
    startsOn: line.startsOn ?? '',
    endsOn: line.endsOn ?? '',
    milestone: line.milestone,
    cost: poundsToType(line.costPence),
    streamId: line.streamId ?? '',
    status: line.status as string,
  };
}

export function streamToType(stream: FundingStream) {
  return {
    name: stream.name,
    amount: poundsToType(stream.amountPence),
    ringFence: stream.ringFence,
    endsOn: stream.endsOn ?? '',
  };
}

/** What the page of a line can be asked to do. */
export const LineIntent = z.discriminatedUnion('intent', [
  LineForm.safeExtend({ intent: z.literal('save') }),
  z.object({ intent: z.literal('remove') }),
]);

/** What the page of a funding stream can be asked to do. */
export const StreamIntent = z.discriminatedUnion('intent', [
  StreamForm.extend({ intent: z.literal('save') }),
  z.object({ intent: z.literal('remove') }),
]);

/** One end of a tie as a form sends it: its kind and its id, with a space between. */
const TiedEnd = z
  .string('Choose a plan line or an activity')
  .regex(/^(plan-line|box) \S+$/, 'Choose a plan line or an activity')
  .transform((value) => {
    const [kind, id = ''] = value.split(' ');
    return { kind: kind === 'box' ? ('box' as const) : ('plan-line' as const), id };
  });

/** What the page of a requirement can be asked to do. */
export const RequirementIntent = z.discriminatedUnion('intent', [
  JudgementForm.extend({ intent: z.literal('judge') }),
  z.object({ intent: z.literal('withdraw') }),
  z.object({ intent: z.literal('tie'), end: TiedEnd }),
  z.object({ intent: z.literal('untie'), end: TiedEnd }),
]);
