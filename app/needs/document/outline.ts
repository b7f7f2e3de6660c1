import { z } from 'zod';

/** The sections that a needs assessment can have; each is written by a function in this folder. */
export const SECTIONS = [
  'summary',
  'answered',
  'findings',
  'words',
  'figures',
  'places',
  'needs',
  'priorities',
  'method',
  'unknown',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** The outline of the document: which sections, in which order, under which headings. */
export const AssessmentOutline = z.strictObject({
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
export type AssessmentOutline = z.infer<typeof AssessmentOutline>;
