import { changeDutyContact } from '#app/care/keep-duty-contact.server.ts';
import { AFRAID } from './panel-words.ts';
import { hideWords } from '#app/care/hide-words.server.ts';
import { changeWorry } from '#app/care/worries.server.ts';
import { flagsOf } from '#db/care.ts';
import { theStore } from '#db/store.server.ts';
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

/**
 * What the list of words found in a mother's answer, looked at, acted on and closed. Her words are not
 * shown to others afterwards either: they are nobody else's business.
 */
export async function demoWorry(d: Demonstration): Promise<void> {
  const flags = await flagsOf(theStore().read, d.authorityId, d.programme.id);
  const flag = flags.find(({ words }) => words === AFRAID);
  if (!flag) throw new Error('The list of words found nothing in the words that it should find.');
  for (const change of [
    {
      intent: 'did',
      done: 'Ines Duarte rang her at a time that she had given as safe. She and the children are safe today. She took the number of the domestic abuse helpline.',
    },
    {
      intent: 'close',
      outcome: 'early-help',
      closing:
        'With her agreement: an early help worker meets her at the hub on Thursdays. Nobody at home is told.',
    },
  ] as const) {
    await changeWorry(d.lead, d.programme, flag.id, change);
  }
  const place = { kind: flag.sourceKind, id: flag.sourceId, question: flag.question };
  const reason =
    'We have spoken with you. Nobody else needs to read this. Your answer still counts.';
  await hideWords(d.lead, d.programme, place, 'removed', reason);
}
