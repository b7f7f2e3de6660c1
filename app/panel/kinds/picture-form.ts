import { z } from 'zod';

/** Which option's picture is taken away. */
export const PictureRemoved = z.object({ optionId: z.string() });

interface Brought {
  optionId: string;
  alt: string;
  file: File;
  /** The field of the file: each option has one of its own. */
  field: string;
}

/** A picture for one option. Its fields carry the place of the option, so that errors stand there. */
export const PictureForm = z
  .looseObject({ optionId: z.string() })
  .transform((sent, ctx): Brought => {
    const field = Object.keys(sent).find((name) => name.startsWith('picture-')) ?? 'picture-0';
    const altField = field.replace('picture-', 'alt-');
    const [file, alt] = [sent[field], sent[altField]];
    const wrong = (at: string, message: string) => {
      ctx.addIssue({ code: 'custom', path: [at], message });
      return z.NEVER;
    };
    if (!(file instanceof File) || file.size === 0) return wrong(field, 'Choose a picture');
    if (typeof alt !== 'string' || alt === '') {
      return wrong(altField, 'Say what the picture shows, for people who cannot see it');
    }
    if (alt.length > 300) return wrong(altField, 'Write 300 characters or fewer');
    return { optionId: sent.optionId, alt, file, field };
  });
