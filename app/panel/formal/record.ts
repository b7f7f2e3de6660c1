import { z } from 'zod';
import { Day } from '#app/people/programme.ts';

/** Which law asks for a consultation, if any does. */
export const DUTIES = ['childrens-centres', 'other', 'none'] as const;
export type Duty = (typeof DUTIES)[number];

export const DUTY_NAMES: Readonly<Record<Duty, string>> = {
  'childrens-centres': 'Section 5D of the Childcare Act 2006: children’s centres',
  other: 'Another law, or a promise that we made',
  none: 'No law asks for it: we choose to hold it to the same tests',
};

export const DUTY_HINTS: Readonly<Record<Duty, string>> = {
  'childrens-centres':
    'Before arranging a new children’s centre, a significant change in the services of one (also in how or where they are given), or anything that would end one.',
  other: 'Name it below.',
  none: '',
};

/** Where a duty or a test can be looked up. */
export const SOURCES = {
  'childrens-centres': {
    words: 'Childcare Act 2006, section 5D (legislation.gov.uk)',
    href: 'https://www.legislation.gov.uk/ukpga/2006/21/section/5D',
  },
  tests: {
    words:
      'R v Brent London Borough Council, ex parte Gunning (1985) 84 LGR 168, approved in R (Moseley) v Haringey London Borough Council [2014] UKSC 56',
    href: 'https://www.supremecourt.uk/cases/uksc-2013-0116',
  },
} as const;

/** Who wrote a part last, and on which day: kept by the system, not typed. */
export interface Kept {
  by: string;
  on: string;
}

const Kept = z.object({ by: z.string(), on: z.string() });

const longText = (instruction: string) =>
  z.string(instruction).min(1, instruction).max(5000, 'Use at most 5,000 characters');
const shortText = (instruction: string) =>
  z.string(instruction).min(1, instruction).max(300, 'Use at most 300 characters');

/** A web address, or nothing: only http and https are ever put into a page. */
const Link = z
  .string()
  .max(500, 'The address must be 500 characters or fewer')
  .refine(
    (address) => address === '' || /^https?:\/\/\S+\.\S+$/.test(address),
    'Enter a whole web address, such as https://www.example.gov.uk/paper',
  )
  .default('');

export const DutyForm = z
  .object({
    duty: z.enum(DUTIES, 'Choose which law asks for it'),
    dutyNote: z.string().max(500, 'Use at most 500 characters').default(''),
  })
  .refine(({ duty, dutyNote }) => duty !== 'other' || dutyNote !== '', {
    path: ['dutyNote'],
    message: 'Name the law or the promise',
  });

export const FormativeForm = z.object({
  stillOpen: longText('Say what can still change'),
  decides: shortText('Enter who decides, such as Cabinet'),
  decidesOn: Day('Enter the day on which the decision is planned'),
});

export const ReasonsForm = z.object({
  reasons: longText('Say why a change is proposed'),
  reasonsLink: Link,
});

export const OptionForm = z.object({
  optionId: z.string().default(''),
  optionName: shortText('Enter what the option is called'),
  optionWords: longText('Say what it would mean for families'),
  optionPreferred: z
    .enum(['yes', 'no'], 'Say whether you prefer it')
    .transform((answer) => answer === 'yes'),
  optionWhy: longText('Say why you prefer it, or why not'),
});

export const EqualityForm = z.object({
  equalityTitle: shortText('Enter what the assessment is called'),
  equalityOn: Day('Enter the day of the assessment'),
  equalityLink: Link,
});

export const TimeForm = z.object({
  shortBecause: z.string().max(2000, 'Use at most 2,000 characters').default(''),
  busy: z.string().max(2000, 'Use at most 2,000 characters').default(''),
});

export const ConsideredForm = z.object({
  readBy: shortText('Enter who read the answers before deciding'),
  readOn: Day('Enter the day on which they had read them'),
  said: longText('Say what people said, also what speaks against the proposal'),
  weighed: longText('Say how each main point was weighed'),
});

export const DecisionForm = z.object({
  decided: z.string('Choose what was decided').min(1, 'Choose what was decided'),
  decision: longText('Say what was decided'),
  decidedBy: shortText('Enter who decided, such as Cabinet'),
  decidedOn: Day('Enter the day of the decision'),
  changed: longText('Say what changed because of the answers; if nothing did, say so and why'),
  decisionReasons: longText('Give the reasons for the decision'),
});

const OptionPart = z.object({
  id: z.string(),
  name: z.string(),
  words: z.string(),
  preferred: z.boolean(),
  why: z.string(),
});
/** One of the ways that people are asked about. */
export type FormalOption = z.output<typeof OptionPart>;

const part = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .object({ ...shape, kept: Kept })
    .nullable()
    .catch(null)
    .default(null);

/** Everything that a formal consultation shows; a part is null until somebody has written it. */
export const FormalRecord = z.object({
  duty: part({ duty: z.enum(DUTIES), dutyNote: z.string() }),
  formative: part({ stillOpen: z.string(), decides: z.string(), decidesOn: z.string() }),
  reasons: part({ reasons: z.string(), reasonsLink: z.string() }),
  options: part({ list: z.array(OptionPart) }),
  equality: part({
    equalityTitle: z.string(),
    equalityOn: z.string(),
    equalityLink: z.string(),
    /** Of formal_files; null where only a link is given. */
    fileId: z.string().nullable(),
    fileName: z.string().nullable(),
  }),
  time: part({ shortBecause: z.string(), busy: z.string() }),
  considered: part({
    readBy: z.string(),
    readOn: z.string(),
    said: z.string(),
    weighed: z.string(),
  }),
  decision: part({
    /** The id of an option, or "another" or "none". */
    decided: z.string(),
    decision: z.string(),
    decidedBy: z.string(),
    decidedOn: z.string(),
    changed: z.string(),
    decisionReasons: z.string(),
  }),
});
export type FormalRecord = z.output<typeof FormalRecord>;
export type FormalPart = keyof FormalRecord;

const EMPTY_RECORD: FormalRecord = FormalRecord.parse({});

/** A stored record; what cannot be read any more counts as not written. */
export function formalRecordOf(parts: unknown): FormalRecord {
  const read = FormalRecord.safeParse(parts ?? {});
  return read.success ? read.data : EMPTY_RECORD;
}

/** How a part is called where it is corrected. */
export const PART_NAMES: Readonly<Record<FormalPart, string>> = {
  duty: 'the law that asks for it',
  formative: 'what can still change',
  reasons: 'the reasons',
  options: 'the options',
  equality: 'the equality impact assessment',
  time: 'the time to answer',
  considered: 'how the answers were considered',
  decision: 'the decision',
};

/** What was decided, in words. */
export function decidedWords(record: FormalRecord): string {
  const decided = record.decision?.decided ?? '';
  if (decided === 'another') return 'Another way than those that were asked about';
  if (decided === 'none') return 'Nothing is changed';
  return record.options?.list.find(({ id }) => id === decided)?.name ?? '';
}
