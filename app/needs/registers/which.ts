import { NotFound } from '#app/people/errors.ts';
import { isRegister, type RegisterName } from './spec.ts';

/** The register that an address names. Throws NotFound when there is none of that name. */
export function registerNamed(word: string | undefined): RegisterName {
  if (!isRegister(word)) throw new NotFound('register');
  return word;
}
