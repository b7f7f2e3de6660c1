import { z } from 'zod';

/** What a programme's plan has reached; the checks ask for more at each. */
export const STAGES = ['draft', 'consult', 'approve', 'live'] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  draft: 'Draft',
  consult: 'Consulting',
  approve: 'For approval',
  live: 'Live',
};

/** The stage that a stored word names; an unknown word is the first stage. */
export function stageOf(word: string): Stage {
  return STAGES.find((stage) => stage === word) ?? 'draft';
}

/** A calendar day as a browser's date field sends it. */
export const Day = (instruction: string) =>
  z
    .string(instruction)
    .regex(/^\d{4}-\d{2}-\d{2}$/, instruction)
    .refine((day) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`)), instruction);

const listOf = (value: string | string[] | undefined) =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

export const ProgrammeForm = z
  .object({
    title: z
      .string('Enter a title')
      .min(1, 'Enter a title')
      .max(200, 'Title must be 200 characters or fewer'),
    startsOn: Day('Enter the day on which the programme starts'),
    endsOn: Day('Enter the day on which the programme ends'),
    places: z
      .string()
      .max(2000, 'Places must be 2,000 characters or fewer')
      .default('')
      .transform((text) =>
        text
          .split('\n')
          .map((place) => place.trim())
          .filter(Boolean),
      ),
    packs: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .transform(listOf),
    stage: z.enum(STAGES, 'Choose the stage').default('draft'),
    version: z.coerce.number().int().default(0),
  })
  .refine((form) => form.endsOn > form.startsOn, {
    path: ['endsOn'],
    message: 'The programme must end after it starts: change one of the days',
  });

export type ProgrammeFields = z.output<typeof ProgrammeForm>;
