import { newId } from '#db/ids.ts';
import { insertMemberTerm, panelSettingsOf, saveSupport } from '#db/membership.ts';
import { insertMember } from '#db/panel.ts';
import { insertPerson, record, type Doer } from '#db/people.ts';
import type { Writer } from '#db/store.server.ts';
import type { Person } from '#app/people/can.ts';
import { aboutOf, type MemberFields } from '../members.ts';
import { monthsAfter } from '../recruit/invitation.ts';
import { USUAL_SETTINGS } from './settings.ts';

/**
 * Puts somebody on the panel inside a write: the person without a password, what they said of
 * themselves, how to reach them apart from it, what they need, and their first term. Whoever calls it
 * has seen to it that this may be.
 */
export async function putOnPanel(
  tx: Writer,
  by: Doer,
  programme: { id: string; authorityId: string },
  fields: MemberFields,
  createdAt: Date,
): Promise<{ memberId: string; person: Person }> {
  const { authorityId, id: programmeId } = programme;
  const { kind, joinedOn, email, phone, preferred, language } = fields;
  const memberId = newId(createdAt);
  const person = {
    id: newId(createdAt),
    authorityId,
    name: fields.name,
    role: 'panel-member',
  } as const;
  const account = { email: null, passwordHash: null, createdAt, closedAt: null };
  await insertPerson(tx, { ...person, ...account });
  const here = { leftOn: null, leftWhy: null, contactsUntil: null };
  const about = aboutOf(fields);
  await insertMember(
    tx,
    { id: memberId, authorityId, programmeId, personId: person.id, kind, about, joinedOn, ...here },
    { memberId, authorityId, email, phone, preferred, language },
  );
  const { access, interpreter, childcare, helps } = fields;
  if (access + interpreter + childcare + helps !== '') {
    await saveSupport(tx, { memberId, authorityId, access, interpreter, childcare, helps });
  }
  const { termMonths } = (await panelSettingsOf(tx, authorityId, programmeId)) ?? USUAL_SETTINGS;
  await insertMemberTerm(tx, {
    id: newId(createdAt),
    authorityId,
    memberId,
    startsOn: joinedOn,
    endsOn: monthsAfter(joinedOn, termMonths),
    remindedAt: null,
  });
  await record(tx, by, 'member.added', { kind: 'member', id: memberId });
  return { memberId, person };
}
