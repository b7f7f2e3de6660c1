import type { Person } from '#app/people/can.ts';

/** Whoever runs the command line on the server acts for the authority, as an administrator would. */
export function operatorOf({ authorityId }: { authorityId: string }): Person {
  return { id: 'command-line', authorityId, name: 'The command line', role: 'administrator' };
}
