import { z } from 'zod';
import { isCommonPassword } from './common-passwords.ts';

/** An e-mail address as it is kept and looked up: NFC, lower case, no spaces around it. */
export function foldEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}

export const Email = z
  .string('Enter an e-mail address')
  .min(1, 'Enter an e-mail address')
  .max(254, 'E-mail address must be 254 characters or fewer')
  .regex(
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    'Enter an e-mail address in the correct format, like name@example.com',
  )
  .transform(foldEmail);

/** A password that a person chooses: long rather than strange (NCSC: three random words). */
export const NewPassword = z
  .string('Enter a password')
  .min(12, 'Password must be 12 characters or more: three random words do well')
  .max(200, 'Password must be 200 characters or fewer')
  .refine(
    (password) => !isCommonPassword(password),
    'This password is commonly used, so it is among the first to be guessed. Choose another: three random words do well',
  );

export const PersonName = z
  .string('Enter a name')
  .min(1, 'Enter a name')
  .max(120, 'Name must be 120 characters or fewer');
