import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { putOnPanel } from './members/put-on-panel.server.ts';
import type { MemberFields } from './members.ts';

/** Puts somebody on the panel. They have no password: they come in by a personal link. */
export async function addMember(
  by: Person,
  programme: Programme,
  fields: MemberFields,
): Promise<{ memberId: string; person: Person }> {
  allow(by, 'panel.manage', programme);
  return theStore().write(null, (tx) => putOnPanel(tx, by, programme, fields, new Date()));
}
