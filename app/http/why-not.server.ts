import { DirectoryTrouble } from '#app/people/directory-trouble.server.ts';
import type { Trouble } from '#app/people/directory.ts';
import { asQuery } from './address.ts';
import { log } from './log.server.ts';

/**
 * The sign-in page that says why nobody was signed in, or the page that asks whether it is still them. The log holds the code of the reason, and nothing
 * that the directory wrote.
 *
 * @throws what is no trouble with a directory
 */
export function whyNot(reason: unknown, next: string, confirming = false): string {
  const trouble = reason instanceof DirectoryTrouble ? reason.trouble : (reason as Trouble);
  if (typeof trouble !== 'string') throw reason;
  log.info({ trouble }, 'nobody signed in');
  return `${confirming ? '/sign-in/confirm' : '/sign-in'}${asQuery({ why: trouble, next })}`;
}
