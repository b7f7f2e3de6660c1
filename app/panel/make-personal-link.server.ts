import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { hashOf, newToken } from '#app/people/tokens.server.ts';
import { memberById } from '#db/panel.ts';
import { insertPersonalLink, record, replaceLinksOf, type Programme } from '#db/people.ts';
import { queueMessage } from '#db/post.ts';
import { deleteSessionsOf } from '#db/sessions.ts';
import { theStore } from '#db/store.server.ts';
import { LINK_LASTS_DAYS } from './post/purposes.ts';

export { LINK_LASTS_DAYS };

/**
 * Makes a member's personal link and ends every earlier one, with whatever is signed in by it. The
 * token is given back this once: only its hash is kept, so nobody can look it up later.
 */
export async function makePersonalLink(
  by: Person,
  programme: Programme,
  memberId: string,
  at = new Date(),
): Promise<{ token: string; expiresAt: Date }> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  const token = newToken();
  const expiresAt = new Date(at.getTime() + LINK_LASTS_DAYS * 86_400_000);
  await theStore().write(`member:${memberId}`, async (tx) => {
    const member = await memberById(tx, authorityId, programme.id, memberId);
    if (!member) throw new NotFound('member');
    if (member.leftOn !== null) {
      throw new Conflict('This member has left the panel. Add them again before making a link.');
    }
    await replaceLinksOf(tx, authorityId, member.personId, at);
    await deleteSessionsOf(tx, authorityId, member.personId);
    await insertPersonalLink(tx, {
      tokenHash: hashOf(token),
      authorityId,
      personId: member.personId,
      createdAt: at,
      expiresAt,
      replacedAt: null,
      lastUsedAt: null,
    });
    await record(tx, by, 'member.link-made', { kind: 'member', id: memberId });
  });
  return { token, expiresAt };
}

/** Queues a message with a new link to a member: nobody but the member ever sees it. */
export async function sendPersonalLink(
  by: Person,
  programme: Programme,
  memberId: string,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`member:${memberId}`, async (tx) => {
    const member = await memberById(tx, authorityId, programmeId, memberId);
    if (!member) throw new NotFound('member');
    if (member.leftOn !== null) throw new Conflict('This member has left the panel.');
    await queueMessage(tx, {
      authorityId,
      programmeId,
      to: { member: memberId },
      kind: 'new-link',
    });
    await record(tx, by, 'member.link-sent', { kind: 'member', id: memberId });
  });
}
