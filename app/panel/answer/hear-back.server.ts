import { setWantsToHear } from '#db/answers-back.ts';
import { membershipsOf } from '#db/panel.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { findLink, spendLink } from '../post/find-link.server.ts';

/** A member asks to be told when something that they raised is answered, or asks for no more of it. */
export async function askToHear(
  by: Person,
  programmeId: string,
  wants: boolean,
  at = new Date(),
): Promise<void> {
  allow(by, 'consultation.answer', by);
  const { authorityId } = by;
  const own = (await membershipsOf(theStore().read, authorityId, by.id)).find(
    ({ programme }) => programme.id === programmeId,
  );
  if (!own) throw new NotFound('panel');
  await theStore().write(`member:${own.member.id}`, (tx) =>
    setWantsToHear(tx, { memberId: own.member.id, authorityId, wants, at }),
  );
}

/** Whether a link that stops notices works. Looking at it changes nothing. */
export async function stopLinkWorks(token: string): Promise<boolean> {
  const link = await findLink(token, 'notice-stop');
  return typeof link?.memberId === 'string';
}

/** Stops notices of answers, by the link at the end of each. False when it does not work. */
export async function stopHearing(token: string, at = new Date()): Promise<boolean> {
  // Looked for first: only then is it known of which authority the write is.
  if (!(await findLink(token, 'notice-stop', at))) return false;
  return theStore().write(null, async (tx) => {
    const link = await spendLink(tx, token, 'notice-stop', at);
    if (!link?.memberId) return false;
    const { memberId, authorityId } = link;
    await setWantsToHear(tx, { memberId, authorityId, wants: false, at });
    return true;
  });
}
