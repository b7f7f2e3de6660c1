import { newId } from '#db/ids.ts';
import { insertMemberTerms, insertSupports, panelSettingsOf } from '#db/membership.ts';
import { insertMembers } from '#db/panel.ts';
import { insertPeople, record, type Doer } from '#db/people.ts';
import type { Writer } from '#db/store.server.ts';
import type { Person } from '#app/people/can.ts';
import { aboutOf, type MemberFields } from '../members.ts';
import { lastDayOf } from '../recruit/invitation.ts';
import { USUAL_SETTINGS } from './settings.ts';

interface NewMember {
  memberId: string;
  person: Person;
}

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
): Promise<NewMember> {
  const [member] = await putAllOnPanel(tx, programme, [fields], createdAt);
  if (!member) throw new Error('Nobody was put on the panel.');
  await record(tx, by, 'member.added', { kind: 'member', id: member.memberId });
  return member;
}

/** The same for a whole file, in a few statements; the caller says in the audit trail what it was. */
export async function putAllOnPanel(
  tx: Writer,
  programme: { id: string; authorityId: string },
  all: readonly MemberFields[],
  createdAt: Date,
): Promise<NewMember[]> {
  const { authorityId, id: programmeId } = programme;
  const { termMonths } = (await panelSettingsOf(tx, authorityId, programmeId)) ?? USUAL_SETTINGS;
  const rows = all.map((fields) => rowsOf(authorityId, programmeId, fields, createdAt));
  const account = { email: null, passwordHash: null, createdAt, closedAt: null };
  await insertPeople(
    tx,
    rows.map(({ person }) => ({ ...person, ...account })),
  );
  await insertMembers(
    tx,
    rows.map(({ member }) => member),
    rows.map(({ contact }) => contact),
  );
  await insertSupports(
    tx,
    rows.flatMap(({ support }) => (support ? [support] : [])),
  );
  await insertMemberTerms(
    tx,
    rows.map(({ member: { id: memberId, joinedOn } }) => ({
      id: newId(createdAt),
      authorityId,
      memberId,
      startsOn: joinedOn,
      endsOn: lastDayOf(joinedOn, termMonths),
      remindedAt: null,
    })),
  );
  return rows.map(({ person, member }) => ({ memberId: member.id, person }));
}

function rowsOf(authorityId: string, programmeId: string, fields: MemberFields, createdAt: Date) {
  const { kind, joinedOn, email, phone, preferred, language } = fields;
  const { access, interpreter, childcare, helps } = fields;
  const memberId = newId(createdAt);
  const person: Person = {
    id: newId(createdAt),
    authorityId,
    name: fields.name,
    role: 'panel-member',
  };
  const needs = access + interpreter + childcare + helps !== '';
  return {
    person,
    member: {
      ...{ id: memberId, authorityId, programmeId, personId: person.id, kind, joinedOn },
      about: aboutOf(fields),
      ...{ leftOn: null, leftWhy: null, contactsUntil: null },
    },
    contact: { memberId, authorityId, email, phone, preferred, language },
    support: needs ? { memberId, authorityId, access, interpreter, childcare, helps } : null,
  };
}
