import { changeDutyContact } from '#app/care/keep-duty-contact.server.ts';
import type { Demonstration } from './load.server.ts';

/** Whom the borough's staff tell about safeguarding, and the line that its families may ring. */
export async function demoCare(d: Demonstration): Promise<void> {
  await changeDutyContact(d.lead, d.programme, {
    name: 'Ines Duarte',
    role: 'Designated safeguarding lead, family hubs',
    phone: '01632 960 140',
    hours: 'Monday to Friday, 8.30am to 5pm',
    outOfHours: 'Ring the emergency duty team on 01632 960 141. In danger now: 999.',
    familyLine: 'Wexcombe children’s front door',
    familyPhone: '01632 960 142',
  });
}
