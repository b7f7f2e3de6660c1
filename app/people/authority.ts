import { z } from 'zod';

export const AuthorityName = z
  .string('Enter the name of the authority')
  .min(1, 'Enter the name of the authority')
  .max(120, 'Name must be 120 characters or fewer');

/** A colour as #rrggbb, in lower case. */
export const AuthorityColour = z
  .string('Enter a colour, such as #0b5cad')
  .regex(/^#[0-9a-fA-F]{6}$/, 'Enter the colour as # and six digits or letters, such as #0b5cad')
  .transform((colour) => colour.toLowerCase());
