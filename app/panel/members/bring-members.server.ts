import { z } from 'zod';
import { contactsOfPanel, membersOf } from '#db/panel.ts';
import { lastDaysOf } from '#db/membership.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import { MemberForm, type MemberFields } from '../members.ts';
import { knownKey, membersCsv, readMembersFile, type MembersFile } from './members-file.ts';
import { putAllOnPanel } from './put-on-panel.server.ts';

/** What a file of members would bring: nothing is kept yet. */
export async function lookAtFile(
  by: Person,
  programme: Programme,
  bytes: Uint8Array,
  today: string,
): Promise<MembersFile> {
  allow(by, 'panel.manage', programme);
  return readMembersFile(bytes, await knownOf(theStore().read, programme), today);
}

/** Members as the page of the preview sends them back; checked again as if they were typed. */
export const SentMembers = z.array(MemberForm).min(1).max(500);

/**
 * Brings members in, all of them or none. Whoever is there already is left out, so that a file that is
 * brought in twice adds nobody.
 */
export async function bringMembers(
  by: Person,
  programme: Programme,
  members: readonly MemberFields[],
  at = new Date(),
): Promise<number> {
  allow(by, 'panel.manage', programme);
  return theStore().write(`programme:${programme.id}`, async (tx) => {
    // Looked at inside the write: the same file may be brought in from two pages at once.
    const known = await knownOf(tx, programme);
    const fresh = members.filter((fields) => {
      const key = knownKey(fields);
      return !known.has(key) && known.add(key);
    });
    if (fresh.length === 0) return 0;
    await putAllOnPanel(tx, programme, fresh, at);
    const thing = { kind: 'programme', id: programme.id };
    await record(tx, by, 'members.imported', thing, { count: fresh.length });
    return fresh.length;
  });
}

async function knownOf(db: Reader, { authorityId, id }: Programme): Promise<Set<string>> {
  const contacts = await contactsOfPanel(db, authorityId, id);
  return new Set(
    (await membersOf(db, authorityId, id))
      .filter(({ leftOn }) => leftOn === null)
      .map(({ id: memberId, name }) =>
        knownKey({ name, ...(contacts.get(memberId) ?? { email: '', phone: '' }) }),
      ),
  );
}

/** The list of members as a file; with names and contact details only for a reason, which is kept. */
export async function takeMembersAway(
  by: Person,
  programme: Programme,
  named: { reason: string } | null,
): Promise<string> {
  allow(by, named ? 'panel.manage' : 'panel.see', programme);
  const { authorityId, id } = programme;
  const { read } = theStore();
  const members = await membersOf(read, authorityId, id);
  const ends = await lastDaysOf(read, authorityId, id);
  const contacts = named ? await contactsOfPanel(read, authorityId, id) : new Map<string, never>();
  if (named) {
    noteReading(by, 'contactsFile', members.length);
    const details = { how: 'with names and contact details', reason: named.reason };
    await theStore().write(null, (tx) =>
      record(tx, by, 'members.exported', { kind: 'programme', id }, details),
    );
  }
  const rows = members.map((member) => ({
    ...{ id: member.id, kind: member.kind, about: member.about },
    ...{ joinedOn: member.joinedOn, leftOn: member.leftOn, leftWhy: member.leftWhy },
    endsOn: ends.get(member.id)?.endsOn ?? null,
    ...(named ? { name: member.name, contact: contacts.get(member.id) } : {}),
  }));
  return membersCsv(rows, named !== null);
}
