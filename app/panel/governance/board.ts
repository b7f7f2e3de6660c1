import { z } from 'zod';
import { Day } from '#app/people/programme.ts';
import { labelIn, type Listed } from '../member-lists.ts';

export { labelIn };

/** What a board is there for. */
export const BOARD_KINDS: readonly Listed[] = [
  { value: 'decides', label: 'Decides' },
  { value: 'steers', label: 'Steers the programme' },
  { value: 'delivers', label: 'Leads delivery' },
  { value: 'advises', label: 'Advises' },
  { value: 'partnership', label: 'Partnership that is reported to' },
];

export const CYCLES: readonly Listed[] = [
  { value: 'monthly', label: 'Every month' },
  { value: 'six-weekly', label: 'Every six weeks' },
  { value: 'two-monthly', label: 'Every two months' },
  { value: 'quarterly', label: 'Every quarter' },
  { value: 'twice-a-year', label: 'Twice a year' },
  { value: 'yearly', label: 'Once a year' },
  { value: 'as-needed', label: 'When it is needed' },
];

export const SEAT_ROLES: readonly Listed[] = [
  { value: 'chair', label: 'Chair' },
  { value: 'vice-chair', label: 'Vice-chair' },
  { value: 'member', label: 'Member' },
  { value: 'adviser', label: 'Adviser' },
  { value: 'observer', label: 'Observer' },
];

/** Who put something to a board: by role and never by name. */
export const PUT_BY: readonly Listed[] = [
  { value: 'panel', label: 'The parent carer panel' },
  { value: 'chair', label: 'The chair' },
  { value: 'member', label: 'A member of the board' },
  { value: 'officer', label: 'An officer' },
  { value: 'other-board', label: 'Another board or group' },
];

export const OUTCOMES: readonly Listed[] = [
  { value: 'open', label: 'Nothing decided yet' },
  { value: 'agreed', label: 'Agreed' },
  { value: 'changed', label: 'Agreed with changes' },
  { value: 'not-agreed', label: 'Not agreed' },
  { value: 'deferred', label: 'Put off' },
  { value: 'noted', label: 'Noted' },
];

const from = (list: readonly Listed[], instruction: string) =>
  z.string(instruction).refine((value) => list.some((one) => one.value === value), instruction);
const upTo = (most: number, name: string) =>
  z.string().max(most, `${name} must be ${most.toLocaleString('en-GB')} characters or fewer`);
const optionalDay = (instruction: string) =>
  z.union([z.literal('').transform(() => null), Day(instruction)], instruction).default(null);

export const BoardForm = z.object({
  name: upTo(120, 'Name').min(1, 'Enter the name of the board or group'),
  kind: from(BOARD_KINDS, 'Choose what it is there for'),
  purpose: upTo(500, 'What it is for').default(''),
  terms: upTo(20_000, 'Terms of reference').default(''),
  cycle: from(CYCLES, 'Choose how often it meets'),
  quorum: z
    .string()
    .regex(/^\d{0,3}$/, 'Enter a whole number, or leave it empty')
    .transform((words) => (words === '' ? null : Number(words)))
    .default(null),
  reportsTo: z
    .string()
    .transform((id) => (id === '' ? null : id))
    .default(null),
});
export type BoardFields = z.output<typeof BoardForm>;

export const SeatForm = z
  .object({
    name: upTo(120, 'Name').default(''),
    organisation: upTo(160, 'Organisation').default(''),
    role: from(SEAT_ROLES, 'Choose the role'),
    voting: z.enum(['yes', 'no'], 'Say whether this seat has a vote'),
    ofPanel: z.enum(['', 'yes']).default(''),
    memberId: z.string().default(''),
    fromOn: optionalDay('Enter the day on which the term begins, or leave it empty'),
    untilOn: optionalDay('Enter the day on which the term ends, or leave it empty'),
  })
  .superRefine(({ fromOn, untilOn, name, organisation, ofPanel, memberId }, check) => {
    const wrong = (path: string, message: string) =>
      check.addIssue({ code: 'custom', path: [path], message });
    if (fromOn !== null && untilOn !== null && untilOn < fromOn) {
      wrong('untilOn', 'The term must end after it begins');
    }
    if (memberId !== '' && ofPanel === '') {
      wrong('ofPanel', 'Tick that it is the panel’s seat, or choose no member of the panel');
    }
    if (memberId !== '' && name !== '') {
      wrong('name', 'Leave the name empty: the member of the panel is named already');
    }
    if (name === '' && organisation === '' && ofPanel === '') {
      wrong('name', 'Enter a name, or the organisation whose seat it is');
    }
  });
export type SeatFields = z.output<typeof SeatForm>;

export const MatterForm = z
  .object({
    putOn: Day('Enter the day of the meeting'),
    putBy: from(PUT_BY, 'Choose who put it'),
    put: upTo(1000, 'What was put').min(1, 'Say what was put to the board'),
    outcome: from(OUTCOMES, 'Choose what came of it'),
    decided: upTo(1000, 'What was decided').default(''),
    decidedOn: optionalDay('Enter the day of the decision, or leave it empty'),
  })
  .superRefine(({ putOn, outcome, decided, decidedOn }, check) => {
    const wrong = (path: string, message: string) =>
      check.addIssue({ code: 'custom', path: [path], message });
    if (outcome !== 'open' && decided === '') {
      wrong('decided', 'Say what was decided, with the reason');
    }
    if (outcome !== 'open' && decidedOn === null) {
      wrong('decidedOn', 'Enter the day of the decision');
    }
    if (decidedOn !== null && decidedOn < putOn) {
      wrong('decidedOn', 'The decision cannot come before it was put');
    }
  });
export type MatterFields = z.output<typeof MatterForm>;
