import { takeBackMessages } from '#db/meeting-people.ts';
import type { Meeting } from '#db/meetings.ts';
import { queueMessage } from '#db/post.ts';
import type { Writer } from '#db/store.server.ts';
import type { MessageKind } from '../post/templates/index.ts';
import { londonMoment } from './clock.ts';
import { sayWhen, sayWhere } from './meeting.ts';

const TWO_DAYS = 2 * 86_400_000;

/** Queues a message about a meeting for some of its members. */
export async function tellMembers(
  tx: Writer,
  meeting: Meeting,
  memberIds: readonly string[],
  kind: MessageKind,
  when: { at: Date; sendAfter?: Date; onceKey?: (memberId: string) => string },
): Promise<void> {
  const { authorityId, programmeId, id, title, reason } = meeting;
  for (const member of memberIds) {
    await queueMessage(tx, {
      authorityId,
      programmeId,
      to: { member },
      kind,
      about: { kind: 'meeting', id },
      data: { title, when: sayWhen(meeting), where: sayWhere(meeting), reason },
      at: when.at,
      ...(when.sendAfter ? { sendAfter: when.sendAfter } : {}),
      ...(when.onceKey ? { onceKey: when.onceKey(member) } : {}),
    });
  }
}

/** One reminder for each member and each time for which a meeting is set. */
const reminderKey = ({ id, heldOn, startsAt }: Meeting) => {
  return (memberId: string) => `meeting-reminder:${id}:${heldOn}T${startsAt}:${memberId}`;
};

/**
 * Queues the reminders of a meeting for two days before it, in place of any that wait. Whoever is
 * asked later than that gets none: they have just read of it.
 */
export async function remindMembers(
  tx: Writer,
  meeting: Meeting,
  memberIds: readonly string[],
  at: Date,
): Promise<void> {
  await forgetReminders(tx, meeting, memberIds);
  const begins = londonMoment(meeting.heldOn, meeting.startsAt);
  if (!begins || meeting.state !== 'planned') return;
  const sendAfter = new Date(begins.getTime() - TWO_DAYS);
  if (sendAfter <= at) return;
  const onceKey = reminderKey(meeting);
  await tellMembers(tx, meeting, memberIds, 'meeting-reminder', { at, sendAfter, onceKey });
}

/** Takes back the reminders that wait: the meeting is off, or somebody cannot come. */
export async function forgetReminders(
  tx: Writer,
  { authorityId, id }: Meeting,
  memberIds: readonly string[],
): Promise<void> {
  const about = { kind: 'meeting', id };
  await takeBackMessages(tx, authorityId, 'meeting-reminder', about, memberIds);
}
