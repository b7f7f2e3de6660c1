import { invitationsWithout, lapse, updateInvitation } from '#db/invitations.ts';
import { callAnywhere } from '#db/recruitment.ts';
import { record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { daysAfter } from '../days.ts';
import { reminderDue, REMIND_BEFORE } from './invitation.ts';
import { sendInvitation } from './invite-drawn.server.ts';

/**
 * Sends the reminders that are due and lets invitations lapse whose day has passed, so that staff can
 * offer the place to the next. Run once a day, and twice a day does nothing more.
 */
export async function tendInvitations(
  at = new Date(),
): Promise<{ reminded: number; lapsed: number }> {
  const today = dayOf(at);
  const until = daysAfter(today, Math.max(...REMIND_BEFORE));
  const open = await invitationsWithout(theStore().read, until);
  let [reminded, lapsed] = [0, 0];
  for (const { invitation, programmeId } of open) {
    const { id, authorityId, callId } = invitation;
    if (invitation.answerBy < today) {
      const passed = await theStore().write(`call:${callId}`, async (tx) => {
        if (!(await lapse(tx, invitation, today, at))) return false;
        const doer = { authorityId, name: 'Throughline' };
        await record(tx, doer, 'invitation.lapsed', { kind: 'call', id: callId });
        return true;
      });
      if (passed) lapsed += 1;
      continue;
    }
    const last = dayOf(invitation.remindedAt ?? invitation.invitedAt);
    const due = reminderDue(invitation, today, last);
    if (due === null) continue;
    await theStore().write(`call:${callId}`, async (tx) => {
      const found = await callAnywhere(tx, authorityId, callId);
      if (!found) return;
      const reminder = { ...invitation, reminders: due };
      await updateInvitation(tx, authorityId, id, { reminders: due, remindedAt: at });
      await sendInvitation(tx, programmeId, found.call, reminder, 'panel-invitation-reminder', at);
    });
    reminded += 1;
  }
  return { reminded, lapsed };
}
