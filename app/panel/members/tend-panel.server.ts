import { forgetWhoLeft } from '#db/membership.ts';
import { theStore } from '#db/store.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { tendInvitations } from '../recruit/tend-invitations.server.ts';
import { tellOfTerms } from './terms-that-end.server.ts';

/**
 * What is due on the panel once a day, whoever looks: reminders, invitations whose day has passed,
 * terms that end soon, and contact details of those who left.
 */
export async function tendPanel(at = new Date()): Promise<void> {
  await tendInvitations(at);
  await tellOfTerms(at);
  await theStore().write(null, (tx) => forgetWhoLeft(tx, dayOf(at)));
}
