import { z } from 'zod';

/** What somebody may ask about their data, with the article of the UK GDPR that gives them the right. */
export const REQUEST_KINDS = {
  access: 'A copy of what is held (Article 15)',
  rectification: 'Something put right (Article 16)',
  erasure: 'Something erased (Article 17)',
  restriction: 'Something set aside for now (Article 18)',
  portability: 'Their data in a file for somebody else (Article 20)',
  objection: 'That we stop using it (Article 21)',
  complaint: 'A complaint about how data is used',
} as const;
export type RequestKind = keyof typeof REQUEST_KINDS;

export const REQUEST_ABOUT = {
  family: 'A family that answered a survey',
  member: 'A member of the panel, or somebody who would like to be one',
  staff: 'A member of staff',
  other: 'Somebody else',
} as const;
export type RequestAbout = keyof typeof REQUEST_ABOUT;

export const OUTCOMES = {
  open: 'Not answered yet',
  done: 'Done as asked',
  part: 'Done in part',
  refused: 'Refused, with the reason and how to complain',
  withdrawn: 'Taken back by the person',
} as const;
export type RequestOutcome = keyof typeof OUTCOMES;

const keys = <T extends string>(of: Readonly<Record<T, string>>) => Object.keys(of) as [T, ...T[]];

/**
 * The day one calendar month, and as many more as it was put off by, after a day: the same day of that
 * month, or its last where it has none. As the Information Commissioner counts it.
 *
 * @param receivedOn YYYY-MM-DD
 */
export function dueOn(receivedOn: string, extendedBy = 0): string {
  const [year = 0, month = 1, day = 1] = receivedOn.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 1 + extendedBy, 0)).getUTCDate();
  const due = new Date(Date.UTC(year, month + extendedBy, Math.min(day, last)));
  return due.toISOString().slice(0, 10);
}

/** How a request stands on a day, in words. */
export function sayStanding(
  request: { outcome: string; receivedOn: string; extendedBy: number },
  today: string,
): string {
  if (request.outcome !== 'open') return sayOutcome(request.outcome);
  return dueOn(request.receivedOn, request.extendedBy) < today ? 'Late' : 'Open';
}

const sayOutcome = (outcome: string): string =>
  Object.hasOwn(OUTCOMES, outcome) ? OUTCOMES[outcome as RequestOutcome] : outcome;

/** A kind of request, in words. */
export const sayKind = (kind: string): string =>
  Object.hasOwn(REQUEST_KINDS, kind) ? REQUEST_KINDS[kind as RequestKind] : kind;

export const sayAbout = (about: string): string =>
  Object.hasOwn(REQUEST_ABOUT, about) ? REQUEST_ABOUT[about as RequestAbout] : about;

const DayGiven = (empty: string) =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, empty)
    .refine((day) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`)), empty);

/** A request as it comes in. */
export const NewRequest = z.object({
  kind: z.enum(keys(REQUEST_KINDS), 'Choose what is asked'),
  about: z.enum(keys(REQUEST_ABOUT), 'Choose who asks'),
  who: z
    .string()
    .min(1, 'Write how you will know who asked, such as a case number')
    .max(200, 'Use 200 characters or fewer'),
  receivedOn: DayGiven('Give the day on which it came in'),
});
export type NewRequestFields = z.infer<typeof NewRequest>;

/** What became of it. */
export const ChangedRequest = z
  .object({
    extendedBy: z.enum(['0', '1', '2'], 'Choose by how long').transform(Number),
    extendedBecause: z.string().max(500, 'Use 500 characters or fewer'),
    outcome: z.enum(keys(OUTCOMES), 'Choose what became of it'),
    answeredOn: z.union([z.literal(''), DayGiven('Give the day of the answer')]),
    note: z.string().max(2000, 'Use 2,000 characters or fewer'),
    version: z.coerce.number().int(),
  })
  .superRefine((given, check) => {
    const wrong = (field: string, message: string) =>
      check.addIssue({ code: 'custom', path: [field], message });
    if (given.extendedBy > 0 && given.extendedBecause === '')
      wrong('extendedBecause', 'Write the reason that the person was told');
    if (given.outcome !== 'open' && given.answeredOn === '')
      wrong('answeredOn', 'Give the day on which the person was answered');
    if (given.outcome === 'refused' && given.note === '') wrong('note', 'Write why it was refused');
  });
export type ChangedRequestFields = z.infer<typeof ChangedRequest>;
