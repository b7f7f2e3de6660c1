import { z } from 'zod';
import { LINE_STATUSES, STANDINGS, type LineStatus, type Standing } from '#app/plan/plan.ts';
import { isADay } from './days.ts';

/** What somebody reported of a line, such as before each board. */
export interface Report {
  id: string;
  standing: Standing;
  status: LineStatus;
  note: string;
  /** The day of which it speaks, YYYY-MM-DD. */
  on: string;
  byName: string;
  at: Date;
}

/** @param today the last day of which one can report, YYYY-MM-DD */
export const reportForm = (today: string) =>
  z
    .object({
      standing: z.enum(STANDINGS, 'Choose whether it is on track'),
      status: z.enum(LINE_STATUSES, 'Choose how far it is'),
      note: z.string().max(1000, 'The note must be 1,000 characters or fewer').default(''),
      on: z
        .string('Enter the day of which you report')
        .refine(isADay, 'Enter the day of which you report, such as 1 April 2026')
        .refine((day) => day <= today, 'Enter a day that is not after today'),
    })
    .refine(({ standing, note }) => standing === 'on-track' || note !== '', {
      path: ['note'],
      message: 'Say in a sentence why it is not on track, and what is done about it',
    });
export type ReportFields = z.output<ReturnType<typeof reportForm>>;
