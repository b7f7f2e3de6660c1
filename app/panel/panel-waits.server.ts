import type { Programme } from '#db/people.ts';
import type { Person } from '#app/people/can.ts';
import { casesWait } from './care/cases-wait.server.ts';
import { proposalsWait } from './kinds/what-waits.server.ts';
import { meetingsWait } from './meetings/what-waits.server.ts';
import { invitationsWait, paymentsWait, termsEnd } from './members/what-waits.server.ts';
import { messagesWait } from './post/messages-wait.server.ts';

/** Something of the panel that waits for somebody, as its home shows it: a sentence and a link. */
export interface Wait {
  /** "3 invitations wait for an answer, the first until Friday 4 December 2026." */
  words: string;
  href: string;
  /** Overdue or worse: shown first. */
  pressing: boolean;
}

/** Looks for one kind of thing that waits; gives nothing to those who may not see it. */
export type Look = (by: Person, programme: Programme, today: string) => Promise<Wait[]>;

/** One line a part of the panel. */
const LOOKS: readonly Look[] = [
  casesWait,
  invitationsWait,
  termsEnd,
  paymentsWait,
  meetingsWait,
  proposalsWait,
  messagesWait,
];

/**
 * All that waits, what presses first.
 *
 * @param today YYYY-MM-DD in England
 */
export async function panelWaits(by: Person, programme: Programme, today: string): Promise<Wait[]> {
  const found: Wait[] = [];
  for (const look of LOOKS) found.push(...(await look(by, programme, today)));
  return found.sort((a, b) => Number(b.pressing) - Number(a.pressing));
}
