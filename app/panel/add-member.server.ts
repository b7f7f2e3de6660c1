import { newId } from '#db/ids.ts';
import { insertMember } from '#db/panel.ts';
import { insertPerson, record, type Programme } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { aboutOf, type MemberFields } from './members.ts';

/** Puts somebody on the panel. They have no password: they come in by a personal link. */
export async function addMember(
  by: Person,
  programme: Programme,
  fields: MemberFields,
  /** What has to happen with it or not at all. */
  together?: (tx: Writer) => Promise<void>,
): Promise<{ memberId: string; person: Person }> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  const createdAt = new Date();
  const memberId = newId(createdAt);
  const person = {
    id: newId(createdAt),
    authorityId,
    name: fields.name,
    role: 'panel-member',
  } as const;
  await theStore().write(null, async (tx) => {
    await insertPerson(tx, {
      ...person,
      email: null,
      passwordHash: null,
      createdAt,
      closedAt: null,
    });
    await insertMember(
      tx,
      {
        id: memberId,
        authorityId,
        programmeId: programme.id,
        personId: person.id,
        kind: fields.kind,
        about: aboutOf(fields),
        joinedOn: fields.joinedOn,
        leftOn: null,
        leftWhy: null,
        contactsUntil: null,
      },
      {
        memberId,
        authorityId,
        email: fields.email,
        phone: fields.phone,
        preferred: fields.preferred,
        language: fields.language,
      },
    );
    await together?.(tx);
    await record(tx, by, 'member.added', { kind: 'member', id: memberId });
  });
  return { memberId, person };
}
