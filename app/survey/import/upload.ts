import { z } from 'zod';

/** The largest file of answers that a page takes, in bytes. */
export const LARGEST_FILE = 60 * 1024 * 1024;

/** The form with which a file of answers is chosen. */
export const FileForm = z.object({
  file: z
    .instanceof(File, { error: 'Choose a file' })
    .refine((file) => file.size > 0, 'Choose a file that is not empty')
    .refine(
      (file) => file.size <= LARGEST_FILE,
      'The file must be 60 MB or less. Split it and bring in each part',
    ),
});
