import { z } from 'zod';
import { Day } from '#app/people/programme.ts';
import { LAWFUL_BASES, SPECIAL_CONDITIONS } from './lawful-basis.ts';

/** Where a survey stands on a day: what its status says, and its dates. */
export type SurveyState = 'draft' | 'not-yet-open' | 'open' | 'closed';

export const STATE_NAMES: Readonly<Record<SurveyState, string>> = {
  draft: 'Draft',
  'not-yet-open': 'Not open yet',
  open: 'Open',
  closed: 'Closed',
};

/**
 * Opening and closing are decisions; the dates take effect by themselves at midnight.
 *
 * @param today YYYY-MM-DD in England
 */
export function stateOn(
  survey: { status: string; opensOn: string | null; closesOn: string | null },
  today: string,
): SurveyState {
  if (survey.status === 'draft') return 'draft';
  if (survey.status === 'closed') return 'closed';
  if (survey.opensOn !== null && today < survey.opensOn) return 'not-yet-open';
  if (survey.closesOn !== null && today > survey.closesOn) return 'closed';
  return 'open';
}

const optionalDay = (instruction: string) =>
  z
    .union([z.literal('').transform(() => null), Day(instruction)], instruction)
    .nullish()
    .transform((day) => day ?? null);

/** What staff decide about a survey besides its questions. */
export const SurveyForm = z
  .object({
    title: z
      .string('Enter a title')
      .min(1, 'Enter a title')
      .max(120, 'Title must be 120 characters or fewer'),
    opensOn: optionalDay('Enter the day on which it opens'),
    closesOn: optionalDay('Enter the day on which it closes'),
    privacyNotice: z
      .string('Enter what families are told about their answers')
      .min(50, 'Say what the answers are for, who sees them and how long they are kept')
      .max(5000, 'The privacy notice must be 5,000 characters or fewer'),
    keepUntil: Day('Enter the day after which the answers are deleted'),
    lawfulBasis: z
      .enum(LAWFUL_BASES, 'Select the lawful basis: your data protection officer knows it')
      .optional(),
    specialCondition: z
      .union([z.literal('').transform(() => null), z.enum(SPECIAL_CONDITIONS)])
      .nullish(),
    minutes: z.coerce
      .number('Enter how many minutes it takes, such as 8')
      .int('Enter whole minutes, such as 8')
      .min(1, 'Enter at least 1 minute')
      .max(120, 'Enter at most 120 minutes')
      .optional(),
  })
  .refine(
    (form) => form.opensOn === null || form.closesOn === null || form.closesOn >= form.opensOn,
    {
      path: ['closesOn'],
      message: 'The survey must close after it opens: change one of the days',
    },
  )
  .refine((form) => form.keepUntil > (form.closesOn ?? form.opensOn ?? ''), {
    path: ['keepUntil'],
    message: 'Answers must be kept until after the survey closes: choose a later day',
  });
export type SurveyFields = z.output<typeof SurveyForm>;

/** The same as a form asks it of somebody: on what lawful basis has to be chosen. */
export const ChosenSurveyForm = SurveyForm.refine((form) => form.lawfulBasis !== undefined, {
  path: ['lawfulBasis'],
  message: 'Select the lawful basis: your data protection officer knows it',
});

/** What was begun and not sent is deleted when nobody has come back to it for this many days. */
export const DRAFT_DAYS = 14;

/**
 * The last whole day on which saved answers can be taken up: before they are deleted, and before the
 * survey closes.
 *
 * @param saved YYYY-MM-DD, when a page was last saved
 */
export function savedUntil(saved: string, survey: { closesOn: string | null }): string {
  const last = new Date(`${saved}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + DRAFT_DAYS - 1);
  const day = last.toISOString().slice(0, 10);
  return survey.closesOn !== null && survey.closesOn < day ? survey.closesOn : day;
}

/** The paragraphs of a privacy notice, with the day of deletion said in words. */
export function noticeParagraphs(notice: string, keepUntil: string): string[] {
  return notice
    .replaceAll('{keepUntil}', keepUntil)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** The code of an address as it may be typed: capitals and spaces do not matter. */
export function typedCode(typed: string): string {
  return typed.toLowerCase().replaceAll(/[\s-]/g, '');
}
