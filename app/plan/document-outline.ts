import { z } from 'zod';

/** The sections that a delivery plan can have; each is written by a function in this room. */
export const SECTIONS = [
  'summary',
  'theory',
  'lines',
  'money',
  'coverage',
  'evidence',
  'missing',
  'method',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** The outline of a document: which sections, in which order, under which headings. */
export const Outline = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  sections: z
    .array(
      z.strictObject({
        id: z.enum(SECTIONS),
        title: z.string().min(1),
        /** Wide tables stand on landscape pages. */
        landscape: z.boolean(),
        /** What the reader finds here, in a sentence or two. */
        intro: z.string().min(1),
      }),
    )
    .min(1)
    .refine((sections) => new Set(sections.map(({ id }) => id)).size === sections.length, {
      message: 'A section stands in the outline twice.',
    }),
});
export type Outline = z.infer<typeof Outline>;
