import { z } from 'zod';

/** What stands in for a hub where none can be reached. */
export const INSTEAD = [
  'outreach',
  'mobile',
  'digital',
  'transport',
  'neighbour',
  'new-site',
  'none',
] as const;
export type Instead = (typeof INSTEAD)[number];

export const INSTEAD_NAMES: Readonly<Record<Instead, string>> = {
  outreach: 'Outreach in a venue nearby',
  mobile: 'A vehicle that comes',
  digital: 'On line and by telephone',
  transport: 'Transport to a hub',
  neighbour: 'A hub of a neighbouring authority',
  'new-site': 'A new site is planned',
  none: 'Nothing for now',
};

export const sayInstead = (word: string) =>
  INSTEAD.some((each) => each === word) ? INSTEAD_NAMES[word as Instead] : word;

/** The form that decides for the areas that are ticked. Messages are instructions. */
export const DecisionForm = z.object({
  areas: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.string().max(20)).min(1, 'Select the areas to decide for').max(5000),
  ),
  instead: z.enum(INSTEAD, 'Select what stands in for a hub'),
  because: z
    .string('Enter why')
    .min(1, 'Enter why')
    .max(500, 'The reason must be 500 characters or fewer'),
});

export const WithdrawForm = z.object({
  areas: DecisionForm.shape.areas,
});
