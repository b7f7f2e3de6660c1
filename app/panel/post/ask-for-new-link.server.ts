import { lastToldByInterest, membersReachedBy } from '#db/lost-links.ts';
import { queueMessage } from '#db/post.ts';
import { acrossAuthorities } from '#db/scope.server.ts';
import { theStore } from '#db/store.server.ts';
import type { Reach } from './reach.ts';
import { TEMPLATES, type MessageKind } from './templates/index.ts';
import type { Template } from './template.ts';

const MINUTES = 60_000;
const DAYS = 24 * 60 * MINUTES;

/**
 * Queues a new link for whoever this address or number belongs to: a way in for members, and the last
 * message with a link again for those who would like to be on a panel. What came of it nobody is told,
 * so it tells nobody who is known here. Asked several times within ten minutes it is one link.
 */
export async function askForNewLink(reach: Reach, at = new Date()): Promise<void> {
  return acrossAuthorities('a lost link', () => queueNewLinks(reach, at));
}

async function queueNewLinks(reach: Reach, at: Date): Promise<void> {
  const { read } = theStore();
  const data = { by: 'email' in reach ? 'email' : 'text' };
  const slot = Math.floor(at.getTime() / (10 * MINUTES));
  const members = await membersReachedBy(read, reach);
  const asked = new Set<string>();
  for (const { authorityId, programmeId, memberId, personId } of members) {
    if (asked.has(personId)) continue;
    asked.add(personId);
    const onceKey = `lost-link:${personId}:${slot}`;
    const to = { member: memberId };
    await theStore().write(null, (tx) =>
      queueMessage(tx, { authorityId, programmeId, to, kind: 'lost-link', data, onceKey, at }),
    );
  }
  for (const last of await lastToldByInterest(read, reach, kindsWithLinks())) {
    if (last.interestId === null || at.getTime() - last.queuedAt.getTime() > 90 * DAYS) continue;
    const { authorityId, programmeId, about, interestId } = last;
    await theStore().write(null, (tx) =>
      queueMessage(tx, {
        authorityId,
        programmeId,
        to: { interest: interestId },
        kind: last.kind as MessageKind,
        about,
        data: { ...last.data, ...data },
        onceKey: `lost-link:${interestId}:${slot}`,
        at,
      }),
    );
  }
}

function kindsWithLinks(): string[] {
  return Object.entries<Template>(TEMPLATES)
    .filter(([, { links }]) => links !== undefined)
    .map(([kind]) => kind);
}
