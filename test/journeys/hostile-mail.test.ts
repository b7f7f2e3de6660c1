import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMember } from '#app/panel/add-member.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { carriersOf } from '#app/panel/post/carriers.server.ts';
import { sendNext } from '#app/panel/post/send-messages.server.ts';
import { TEMPLATES, type MessageKind } from '#app/panel/post/templates/index.ts';
import { queueMessage } from '#db/post.ts';
import { messages, panelContacts, panelMembers, people, programmes } from '#db/schema/index.ts';
import type { Store } from '#db/store.server.ts';
import { freshStore } from '../fresh-store.ts';
import { hostile, numbersIn } from '../hostile-words.ts';
import { MailServer } from '../mail-servers.ts';
import { makeBorough, type Borough } from '../people.ts';
import { faultsOfMail, readMail } from '../robot/mail.ts';

// Every kind of e-mail that leaves, by a real mail server, with hostile words wherever a message takes
// words: names, titles, addresses and what was queued with it. No form lets line ends into a name; they
// are put into the database here, because an import of a later day might. What was tried to see it fail
// stands in docs/decisions/0047-hostile-words.md.

const KINDS = Object.keys(TEMPLATES) as MessageKind[];
/** What any template looks up of what was queued with it. */
const DATA = ['answerBy', 'code', 'endsOn', 'keepUntil', 'reason', 'title', 'when', 'where'];
/** Numbers whose letters are headers of their own, signs that nobody sees, and other ends of a line. */
const NUMBERS = [13, 18, 29];
const BASE = 'https://hubs.example.org';

let store: Store;
let mail: MailServer;

beforeAll(async () => {
  store = await freshStore();
  mail = await MailServer.start();
});
afterAll(async () => {
  await mail.stop();
  await store.close();
});

/** No form takes a NUL, and PostgreSQL keeps none. */
const words = (number: number) => hostile(number).whole.replaceAll('\0', '');

/** A borough that is named by hostile words, with a member of the panel who is too. */
async function hostileBorough(number: number, email = 'aisha@example.org') {
  const borough = await makeBorough(words(number));
  const { authorityId, programme, tom } = borough;
  const joined = { name: 'Aisha', kind: 'parent-or-carer', joinedOn: '2026-05-01' };
  const fields = MemberForm.parse({ ...joined, email: 'aisha@example.org', preferred: 'email' });
  const { memberId } = await addMember(tom, programme, fields);
  await store.write(null, async (tx) => {
    const ofMember = and(eq(panelMembers.authorityId, authorityId), eq(panelMembers.id, memberId));
    const [member] = await tx
      .select({ id: panelMembers.personId })
      .from(panelMembers)
      .where(ofMember);
    await tx
      .update(people)
      .set({ name: words(number) })
      .where(and(eq(people.authorityId, authorityId), eq(people.id, member?.id ?? '')));
    await tx
      .update(programmes)
      .set({ title: words(number) })
      .where(and(eq(programmes.authorityId, authorityId), eq(programmes.id, programme.id)));
    await tx
      .update(panelContacts)
      .set({ email })
      .where(and(eq(panelContacts.authorityId, authorityId), eq(panelContacts.memberId, memberId)));
  });
  return { borough, memberId };
}

const queue = (
  { authorityId, programme }: Borough,
  memberId: string,
  kinds: MessageKind[],
  n = 1,
) =>
  store.write(null, async (tx) => {
    for (const kind of kinds) {
      await queueMessage(tx, {
        authorityId,
        programmeId: programme.id,
        to: { member: memberId },
        kind,
        data: Object.fromEntries(DATA.map((key) => [key, words(n)])),
      });
    }
  });

/** Sends whatever waits; by whatever name, from the address of the settings. */
async function sendAll(authorityId: string) {
  const smtp = { url: mail.url, from: 'Family Hubs <hubs@example.gov.uk>' };
  const sender = { carriers: carriersOf({ smtp, notify: undefined }), base: BASE };
  const outcomes: string[] = [];
  for (;;) {
    const { did } = await sendNext(authorityId, { ...sender, now: () => new Date() });
    if (did === 'nothing') return outcomes;
    outcomes.push(did);
  }
}

describe('an e-mail', () => {
  test.each(NUMBERS)('of any kind is one e-mail with our headers, words %i in it', async (n) => {
    const { borough, memberId } = await hostileBorough(n);
    await queue(borough, memberId, KINDS, n);
    mail.arrived.length = 0;
    expect(await sendAll(borough.authorityId)).toEqual(KINDS.map(() => 'sent'));
    expect(mail.arrived).toHaveLength(KINDS.length);
    for (const { to, asSent } of mail.arrived) {
      expect(to).toBe('aisha@example.org');
      expect(faultsOfMail(asSent)).toEqual([]);
      const { headers, subject, words: said } = readMail(asSent);
      expect(headers.get('from')).toEqual(['Family Hubs <hubs@example.gov.uk>']);
      expect(headers.get('to')).toEqual(['aisha@example.org']);
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      // It is our e-mail from its first word, and what was typed is in it as it was typed.
      expect(said).toMatch(/^Dear [^\n]+,\n\n/);
      expect(said).toContain(hostile(n).short);
      expect(new Set(numbersIn(said))).toEqual(new Set([n]));
    }
  });

  test.each([
    ['line ends', 'a@example.org\r\nBcc: b@elsewhere.example'],
    ['an end of what is said', 'a@example.org>\r\nRCPT TO:<b@elsewhere.example'],
    ['two addresses', 'a@example.org, b@elsewhere.example'],
    ['another in brackets', 'a@example.org <b@elsewhere.example>'],
    ['a group', 'x: b@elsewhere.example;'],
    ['words before it', '"a@example.org" b@elsewhere.example'],
  ])('to an address with %s goes to nobody', async (_what, email) => {
    const { borough, memberId } = await hostileBorough(13, email);
    await queue(borough, memberId, ['new-link']);
    mail.arrived.length = 0;
    await sendAll(borough.authorityId);
    expect(mail.arrived).toEqual([]);
    const rows = await store.read
      .select({ state: messages.state })
      .from(messages)
      .where(eq(messages.authorityId, borough.authorityId));
    expect(rows).toEqual([{ state: 'failed' }]);
  });
});
