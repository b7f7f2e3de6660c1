import { z } from 'zod';
import { Day } from '#app/people/programme.ts';
import { GRADES, KINDS } from './packs.ts';
import { AboutPack, isAddress } from './own-pack.ts';

const WHY = 'Say why, so that whoever reads the plan later knows';
const why = z.string().min(3, WHY).max(1000, 'Use at most 1,000 characters');
const words = (instruction: string, most = 300) =>
  z
    .string()
    .min(1, instruction)
    .max(most, `Use at most ${most.toLocaleString('en-GB')} characters`);

/** What puts an item right, confirms one that was only recalled, or takes both back. */
export const ItemForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('correct'),
    text: words('Enter what it asks for', 1000),
    kind: z.enum(KINDS, 'Choose the kind'),
    strand: words('Enter the strand'),
    grade: z.enum(GRADES, 'Choose how well it is known'),
    heading: words('Enter the heading or item of the publication'),
    where: words('Enter whose publication it is'),
    url: z
      .string()
      .max(500, 'Use at most 500 characters')
      .refine((text) => text === '' || isAddress(text), {
        message: 'Enter a whole web address, such as https://www.example.gov.uk/page',
      })
      .default(''),
    countsAsCovered: z.string().max(1000, 'Use at most 1,000 characters').default(''),
    why,
    seen: z.string().default(''),
  }),
  z.object({
    intent: z.literal('confirm'),
    checkedOn: Day('Enter the day on which it was checked'),
    says: words('Enter what the official copy says, in your own words', 1000),
    place: words('Enter where it stands, such as Annex F, item 7'),
    seen: z.string().default(''),
  }),
  z.object({ intent: z.literal('undo'), undoWhy: why, seen: z.string().default('') }),
]);

/** What the form to bring a pack in sends: the items pasted, or in a file; first they are shown. */
export const NewPackForm = AboutPack.extend({
  intent: z.enum(['check', 'bring']).default('check'),
  items: z.string().max(600_000, 'The items must be 600,000 characters or fewer').default(''),
  file: z.instanceof(File).optional(),
  fileName: z.string().max(200).default(''),
  why: z.string().max(1000, 'Use at most 1,000 characters').default(''),
  seen: z.coerce.number().int().default(0),
});

export const WithdrawForm = z.object({ withdrawWhy: why });
