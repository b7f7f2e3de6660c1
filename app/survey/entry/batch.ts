import { z } from 'zod';
import { Day } from '#app/people/programme.ts';
import type { Channel } from '../channels.ts';

/** The channels by which staff bring answers in by hand, and what one of them is called. */
export const ENTRY_CHANNELS = ['paper', 'telephone', 'interview', 'outreach'] as const;
export type EntryChannel = (typeof ENTRY_CHANNELS)[number];

export const ENTRY_NAMES: Readonly<Record<EntryChannel, string>> = {
  paper: 'Paper forms',
  telephone: 'Telephone calls',
  interview: 'Interviews',
  outreach: 'An event or a visit',
};

/** What one set of answers is called in a batch of this channel. */
export function formNoun(channel: string): string {
  switch (channel as Channel) {
    case 'telephone':
      return 'call';
    case 'interview':
      return 'interview';
    default:
      return 'form';
  }
}

export const BATCH_STATUSES = ['open', 'checking', 'closed'] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

export const STATUS_NAMES: Readonly<Record<BatchStatus, string>> = {
  open: 'Being entered',
  checking: 'Being checked',
  closed: 'Closed',
};

/** How many of a hundred forms are read a second time. */
export const SAMPLE_SHARES = [5, 10, 20, 100, 0] as const;

export const SHARE_NAMES: Readonly<Record<string, string>> = {
  '5': '5 in 100 forms',
  '10': '10 in 100 forms',
  '20': '20 in 100 forms',
  '100': 'Every form',
  '0': 'None: nobody can say how well it was entered',
};

const MOST_FORMS = 5000;

/** What staff say about a batch before they enter it. */
export const BatchForm = z.object({
  channel: z.enum(ENTRY_CHANNELS, 'Choose how the answers were given'),
  place: z
    .string('Enter where the answers come from')
    .min(1, 'Enter where the answers come from, such as “Brookside Library”')
    .max(120, 'The place must be 120 characters or fewer'),
  receivedOn: Day('Enter the day on which the answers were received'),
  expected: z.union(
    [
      z.literal('').transform(() => null),
      z.coerce
        .number('Enter how many there are as a number, or leave it empty')
        .int('Enter how many there are as a whole number')
        .min(1, 'Enter how many there are, 1 or more, or leave it empty')
        .max(MOST_FORMS, `A batch has at most ${MOST_FORMS.toLocaleString('en-GB')} forms`),
    ],
    'Enter how many there are as a number, or leave it empty',
  ),
  sampleShare: z
    .enum(SAMPLE_SHARES.map(String), 'Choose how many forms are entered a second time')
    .transform(Number),
});
/** What is said before a tablet is taken out. */
export const OutreachForm = BatchForm.pick({ place: true });

export type BatchFields = z.output<typeof BatchForm>;

/** Why a form is taken out of a batch: chosen from a list, so that the audit trail holds no answer. */
export const WITHDRAWAL_REASONS = {
  twice: 'it was entered twice',
  wrong: 'it belongs to another survey or batch',
  blank: 'the form was blank',
  family: 'the family asked for it',
  trial: 'it was a trial',
} as const;
export type WithdrawalReason = keyof typeof WITHDRAWAL_REASONS;
