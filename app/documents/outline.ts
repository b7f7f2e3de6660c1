import { z } from 'zod';

/** The outline of a document: which sections, in which order, under which headings. */
export interface DocumentOutline<Id extends string = string> {
  id: string;
  title: string;
  sections: {
    id: Id;
    title: string;
    /** Wide tables stand on landscape pages. */
    landscape: boolean;
    /** What the reader finds here, in a sentence or two. */
    intro: string;
  }[];
}

/** The shape of the outline of a document that can have these sections, each at most once. */
export function outlineWith<Id extends string>(
  sections: readonly Id[],
): z.ZodType<DocumentOutline<Id>> {
  return z.strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    sections: z
      .array(
        z.strictObject({
          id: z.enum(sections),
          title: z.string().min(1),
          landscape: z.boolean(),
          intro: z.string().min(1),
        }),
      )
      .min(1)
      .refine((some) => new Set(some.map(({ id }) => id)).size === some.length, {
        message: 'A section stands in the outline twice.',
      }),
  });
}
