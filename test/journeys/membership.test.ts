import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  action as answerLink,
  loader as invitationPage,
} from '#app/routes/invitation.$token/route.tsx';
import { action as leave } from '#app/routes/panel.me.leave/route.tsx';
import { action as mine, loader as myPage } from '#app/routes/panel.me._index/route.tsx';
import {
  action as callAction,
  loader as callPage,
} from '#app/routes/programmes.$programmeId.panel.calls.$callId._index/route.tsx';
import { action as drawAction } from '#app/routes/programmes.$programmeId.panel.calls.$callId.draw/route.tsx';
import { loader as home } from '#app/routes/programmes.$programmeId.panel._index/route.tsx';
import { loader as list } from '#app/routes/programmes.$programmeId.panel.members._index/route.tsx';
import { action as importFile } from '#app/routes/programmes.$programmeId.panel.members.import/route.tsx';
import { loader as exportPage } from '#app/routes/programmes.$programmeId.panel.members.export/route.tsx';
import {
  action as namedFile,
  loader as namelessFile,
} from '#app/routes/programmes.$programmeId.panel.members[.]csv/route.tsx';
import { action as settle } from '#app/routes/programmes.$programmeId.panel.payments.$paymentId/route.tsx';
import { loader as payments } from '#app/routes/programmes.$programmeId.panel.payments._index/route.tsx';
import { action as offer } from '#app/routes/programmes.$programmeId.panel.payments.new/route.tsx';
import { action as terms } from '#app/routes/programmes.$programmeId.panel.terms/route.tsx';
import { addMember } from '#app/panel/add-member.server.ts';
import { eraseMember } from '#app/panel/care/erase-member.server.ts';
import { bringMembers } from '#app/panel/members/bring-members.server.ts';
import { setMemberTerm } from '#app/panel/members/keep-terms.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { recordLeaving } from '#app/panel/record-leaving.server.ts';
import { tellOfTerms } from '#app/panel/members/terms-that-end.server.ts';
import { tendPanel } from '#app/panel/members/tend-panel.server.ts';
import { makeLink } from '#app/panel/post/make-link.server.ts';
import { expressInterest } from '#app/panel/recruit/express-interest.server.ts';
import { InterestForm } from '#app/panel/recruit/interest.ts';
import { daysAfter } from '#app/panel/days.ts';
import { openCall } from '#app/panel/recruit/run-call.server.ts';
import type { Person } from '#app/people/can.ts';
import { dayOf } from '#app/ui/words.ts';
import { invitationsOf } from '#db/invitations.ts';
import { memberTermsOf } from '#db/membership.ts';
import { contactOf, membersOf } from '#db/panel.ts';
import { auditOf, personById, asPerson, updatePerson } from '#db/people.ts';
import { contactsOfInterests } from '#db/recruitment.ts';
import { messages } from '#db/schema/index.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';

// From the lot to the panel and off it again: invitations with reminders, what members agree to and
// are paid, and leaving.

let store: Store;
let borough: Borough;
let tom: BrowserOf;
let callId = '';
const DAY = 86_400_000;
const now = Date.now();
const today = dayOf(new Date(now));
const after = (days: number) => new Date(now + days * DAY);
const at = () => ({ programmeId: borough.programme.id });
const ofCall = () => ({ ...at(), callId });

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  tom = await BrowserOf.signedIn(borough.tom);
  const call = await openCall(borough.tom, borough.programme, {
    title: 'Join the panel',
    invitation: 'We meet once a month, in the evening, and pay for travel and childcare.',
    size: 3,
    closesOn: daysAfter(today, 1),
    keepUntil: daysAfter(today, 200),
  });
  callId = call.id;
  for (const name of ['Ann', 'Bea', 'Cat', 'Dee', 'Eve']) {
    const email = `${name}@example.org`;
    const fields = { name, email, preferred: 'email', helps: 'Childcare', caresAs: 'mother' };
    await expressInterest(call.code, InterestForm.parse(fields), today);
  }
  await tom.post(drawAction, '/', {}, ofCall());
});
afterAll(() => store.close());

const press = (intent: string, fields: Record<string, string> = {}) =>
  tom.post(
    callAction,
    '/',
    { intent, once: `${intent}${JSON.stringify(fields)}`, ...fields },
    ofCall(),
  );
const call = async () => (await tom.get(callPage, '/', ofCall())).data.call;
const asked = async () => (await call()).draw?.asked ?? [];
const who = (standing: string) =>
  asked().then((people) => people.filter((person) => person.standing === standing));
const sent = async (kind: string) =>
  (await store.read.select().from(messages)).filter((message) => message.kind === kind);
const members = () => membersOf(store.read, borough.authorityId, borough.programme.id);

/** A browser of somebody who follows the link in their invitation. */
async function linkFor(interestId: string): Promise<string> {
  const invitation = (await invitationsOf(store.read, borough.authorityId, callId)).get(interestId);
  return store.write(null, (tx) =>
    makeLink(tx, {
      authorityId: borough.authorityId,
      person: { interest: interestId },
      purpose: 'invitation',
      about: { kind: 'invitation', id: invitation?.id ?? '' },
      days: 90,
      once: false,
    }),
  );
}

const says = (token: string, answer: string, question = '') =>
  new BrowserOf().post(answerLink, '/', { answer, question, once: token + answer }, { token });

/** A browser signed in as a member of this name. */
async function memberOf(
  name: string,
): Promise<{ browser: BrowserOf; memberId: string; person: Person }> {
  const member = (await members()).find((one) => one.name === name);
  const row = await personById(store.read, borough.authorityId, member?.personId ?? '');
  if (!member || !row) throw new Error(`${name} is not on the panel.`);
  const person = asPerson(row);
  return { browser: await BrowserOf.signedIn(person), memberId: member.id, person };
}

describe('those who were drawn', () => {
  test('are invited once, by a message that holds no name and no address', async () => {
    await press('invite');
    await press('invite', { again: 'yes' });
    expect(await who('invited')).toHaveLength(3);
    const invitations = await sent('panel-invitation');
    expect(invitations).toHaveLength(3);
    expect(JSON.stringify(invitations)).not.toMatch(/Ann|Bea|Cat|Dee|Eve|example\.org/);
    expect((await tom.get(home, '/', at())).data.waits[0]?.words).toContain(
      '3 invitations are out',
    );
  });

  test('say yes by their link: a member, their contact moved and nothing left behind', async () => {
    const [first] = await who('invited');
    const token = await linkFor(first?.id ?? '');
    expect((await new BrowserOf().get(invitationPage, '/', { token })).data.invited?.late).toBe(
      false,
    );
    expect((await says(token, '')).data.problems).toMatchObject([{ field: 'answer' }]);
    expect((await says(token, 'yes')).data.came).toBe('joined');
    expect((await says(token, 'no')).data.came, 'once a member, always by leaving').toBe(
      'already-member',
    );
    const [member] = await members();
    expect(member).toMatchObject({ name: first?.name, about: { caresAs: 'mother' }, leftOn: null });
    expect(await contactOf(store.read, borough.authorityId, member?.id ?? '')).toMatchObject({
      email: `${first?.name.toLowerCase() ?? ''}@example.org`,
    });
    const left = await contactsOfInterests(store.read, borough.authorityId, [first?.id ?? '']);
    expect(left.size, 'contact details stand in one place').toBe(0);
    expect((await sent('panel-welcome')).map(({ memberId }) => memberId)).toEqual([member?.id]);
  });

  test('ask something first, which staff see, or say no: then the next is asked', async () => {
    const [first] = await who('invited');
    const token = await linkFor(first?.id ?? '');
    expect((await says(token, 'tell-more')).data.problems).toMatchObject([{ field: 'question' }]);
    expect((await says(token, 'tell-more', 'Is there a crèche?')).data.came).toBe('asked');
    expect((await who('asks'))[0]?.question).toBe('Is there a crèche?');
    expect((await says(token, 'no')).data.came).toBe('declined');
    expect((await call()).draw?.toInvite).toBe(1);
    await press('undo', { person: first?.id ?? '' });
    expect((await call()).draw?.toInvite, 'taken back').toBe(0);
    await press('decline', { person: first?.id ?? '' });
    await press('invite', { for: 'substitute' });
    const back = await press('undo', { person: first?.id ?? '', late: 'yes' });
    expect(back.status, 'the place is given away').toBe(409);
    expect((await says(token, 'yes')).data.came).toBe('too-late');
  });

  test('are reminded twice, and let the day pass: a late yes counts while the place is free', async () => {
    for (const day of [7, 8, 12, 13, 14]) await tendPanel(after(day));
    expect(await sent('panel-invitation-reminder'), 'two people, twice each').toHaveLength(4);
    await tendPanel(after(15));
    await tendPanel(after(16));
    const late =
      (await call()).draw?.others.filter(({ standing }) => standing === 'no-answer') ?? [];
    expect(late).toHaveLength(2);
    const [kept, lost] = late;
    const token = await linkFor(kept?.id ?? '');
    expect((await new BrowserOf().get(invitationPage, '/', { token })).data.invited?.late).toBe(
      true,
    );
    expect((await says(token, 'yes')).data.came, 'nobody was asked in their place').toBe('joined');
    await press('invite', { for: 'last' });
    const asking = await who('invited');
    expect(asking).toHaveLength(1);
    expect((await says(await linkFor(lost?.id ?? ''), 'yes')).data.came).toBe('too-late');
    const gone = await new BrowserOf().get(invitationPage, '/', { token: 'x'.repeat(43) });
    expect(gone.status).toBe(404);
  });

  test('are counted from coming forward to being on the panel', async () => {
    expect((await call()).funnel.map(({ people }) => people)).toEqual([5, 5, 5, 4, 2]);
    expect((await tom.post(drawAction, '/', { reason: 'Another' }, ofCall())).status).toBe(422);
  });
});

describe('a member', () => {
  test('agrees to the terms, corrects their details and nobody else’s', async () => {
    const words = 'We meet once a month and pay for travel and childcare. '.repeat(3);
    expect((await tom.post(terms, '/', { intent: 'terms', words: 'Short' }, at())).status).toBe(
      422,
    );
    await tom.post(terms, '/', { intent: 'terms', words }, at());
    const name = (await members())[0]?.name ?? '';
    const { browser, memberId } = await memberOf(name);
    expect((await browser.get(myPage, '/panel/me')).data.mine.terms?.agreedOn).toBeNull();
    await browser.post(mine, '/panel/me', { intent: 'agree', member: memberId });
    await browser.post(mine, '/panel/me', { intent: 'agree', member: memberId, once: 'again' });
    expect((await browser.get(myPage, '/panel/me')).data.mine.terms?.agreedOn).toBe(today);
    const typed = { intent: 'details', member: memberId, name, preferred: 'email' };
    expect((await browser.post(mine, '/panel/me', typed)).data).toMatchObject({
      problems: [{ field: 'email' }],
    });
    await browser.post(mine, '/panel/me', {
      ...typed,
      email: 'new@example.org',
      access: 'Large print',
    });
    const { details } = (await browser.get(myPage, '/panel/me')).data.mine;
    expect(details).toMatchObject({
      contact: { email: 'new@example.org' },
      support: { access: 'Large print' },
    });
    const other = (await members())[1]?.id ?? '';
    const stolen = await browser.post(mine, '/panel/me', {
      ...typed,
      member: other,
      email: 'a@b.org',
    });
    expect(stolen.status).toBe(404);
  });

  test('is offered money only with the warning, and can say no to it', async () => {
    const all = await members();
    const ids = all.map(({ id }) => id);
    const fields = {
      ...{ member: ids, forDay: today, forWhat: '=Panel meeting', kind: 'thank-you', amount: '20' },
      ...{ how: 'voucher', evidence: 'not-needed', stream: 'Grant' },
    };
    expect((await tom.post(offer, '/', fields, at())).data).toMatchObject({
      problems: [{ field: 'warned' }],
    });
    await tom.post(offer, '/', { ...fields, warned: 'yes' }, at());
    const { browser, memberId } = await memberOf(all[0]?.name ?? '');
    const [mineNow] = (await browser.get(myPage, '/panel/me')).data.mine.payments;
    const others = (await tom.get(payments, '/', at())).data.payments.find(
      (one) => one.memberId !== memberId,
    );
    const decline = (payment: string) =>
      browser.post(mine, '/panel/me', {
        intent: 'decline',
        member: memberId,
        payment,
        once: payment,
      });
    expect((await decline(others?.id ?? '')).status, 'not somebody else’s').toBe(403);
    await decline(mineNow?.id ?? '');
    const paid = { intent: 'paid', paidOn: today, evidence: 'not-needed' };
    const toSettle = { ...at(), paymentId: others?.id ?? '' };
    await tom.post(settle, '/', paid, toSettle);
    expect((await tom.post(settle, '/', { ...paid, once: 'b' }, toSettle)).status).toBe(409);
    const { totals } = (await tom.get(payments, '/', at())).data;
    expect(totals.map(({ paid: sum, open }) => [sum, open])).toEqual([[2000, 0]]);
  });

  test('leaves by themselves: contact details go on the day that was set', async () => {
    const settings = { intent: 'settings', answerDays: '14', termMonths: '24', version: '0' };
    expect((await tom.post(terms, '/', { ...settings, contactDays: '999' }, at())).status).toBe(
      422,
    );
    await tom.post(terms, '/', { ...settings, contactDays: '30' }, at());
    const again = await tom.post(terms, '/', { ...settings, contactDays: '9', once: 'x' }, at());
    expect(again.status, 'somebody else changed it').toBe(422);
    const { browser, memberId } = await memberOf((await members())[0]?.name ?? '');
    const unsaid = await browser.post(leave, '/', { member: '', leftWhy: 'moved' });
    expect(unsaid.location, 'nobody leaves a panel that they did not name').toBe('/panel/me');
    expect((await members()).find(({ id }) => id === memberId)?.leftOn ?? null).toBeNull();
    const gone = await browser.post(leave, '/', { member: memberId, leftWhy: 'moved' });
    expect(gone.location).toBe('/panel/left');
    expect((await browser.get(myPage, '/panel/me')).status, 'signed out').toBe(302);
    const row = (await members()).find(({ id }) => id === memberId);
    expect(row).toMatchObject({ leftOn: today, leftWhy: 'moved' });
    const kept = () => contactOf(store.read, borough.authorityId, memberId);
    await tendPanel(after(30));
    expect(await kept()).toBeDefined();
    await tendPanel(after(31));
    expect(await kept()).toBeUndefined();
    const audit = JSON.stringify(await auditOf(store.read, borough.authorityId, 0, 500));
    expect(audit).not.toContain('example.org');
  });
});

describe('four hundred members', () => {
  test('come from a file that is looked at first, once', async () => {
    const rows = Array.from({ length: 400 }, (_, n) => {
      const kind = n % 10 === 0 ? 'Practitioner' : 'Parent or carer';
      const place = n % 2 === 0 ? 'Eastmoor' : 'Aldermere';
      return `Member ${String(n).padStart(3, '0')},m${n}@example.org,${kind},${place}`;
    });
    const csv = ['Name,E-mail,Kind,Lives in', ...rows, 'Wrong,nowhere,Parent or carer,x'].join(
      '\n',
    );
    const file = new File([csv], 'members.csv', { type: 'text/csv' });
    const looked = await tom.post(importFile, '/', { intent: 'look', file }, at());
    const found = looked.data.looked?.rows ?? [];
    const good = found.flatMap(({ fields }) => (fields ? [fields] : []));
    expect([found.length, good.length]).toEqual([401, 400]);
    expect((await members()).length, 'looking keeps nothing').toBeLessThan(10);
    const bring = { intent: 'bring', members: JSON.stringify(good) };
    await tom.post(importFile, '/', bring, at());
    await tom.post(importFile, '/', { ...bring, once: 'again' }, at());
    expect((await members()).filter(({ leftOn }) => leftOn === null)).toHaveLength(401);
    const forged = { intent: 'bring', members: '[{"name":""}]' };
    expect((await tom.post(importFile, '/', forged, at())).status).toBe(422);
  });

  test('are paged, searched and parted, and go out without names unless there is a reason', async () => {
    const page = async (query: string) => (await tom.get(list, `/x?${query}`, at())).data;
    expect(await page('page=3')).toMatchObject({ found: 401, pages: 9, page: 3 });
    expect((await page('show=practitioners')).found).toBe(40);
    expect((await page('words=member+39&sort=area')).members.map(({ name }) => name)).toHaveLength(
      10,
    );
    const nameless = await tom.get(namelessFile, '/', at());
    expect(nameless.text.split('\r\n')).toHaveLength(404);
    expect(nameless.text).not.toMatch(/Member \d|example\.org/);
    const form = `/programmes/${borough.programme.id}/panel/members/export`;
    for (const reason of ['', 'x'.repeat(301)]) {
      const nothing = await tom.post(namedFile, '/', { reason }, at());
      expect([nothing.status, nothing.location]).toEqual([302, form]);
      const back = (await tom.get(exportPage, form, at())).data.answer;
      expect(back).toMatchObject({ problems: [{ field: 'reason' }], typed: { reason } });
      expect((await tom.get(exportPage, form, at())).data.answer, 'said once').toBeUndefined();
    }
    const named = await tom.post(namedFile, '/', { reason: 'Letters of June' }, at());
    expect(named.text).toContain('m399@example.org');
    const priya = await BrowserOf.signedIn(borough.priya);
    expect((await priya.post(namedFile, '/', { reason: 'x' }, at())).status).toBe(403);
    const [row] = await auditOf(store.read, borough.authorityId, 0, 1);
    expect(row).toMatchObject({
      action: 'members.exported',
      details: { reason: 'Letters of June' },
    });
  });
});

describe('a term of membership', () => {
  /** Somebody on a panel of their own, with the terms that they have, newest first. */
  async function onPanel() {
    const its = await makeBorough();
    const fields = { name: 'Ann Lee', email: 'ann@example.org', kind: 'parent-or-carer' };
    const form = MemberForm.parse({ ...fields, joinedOn: daysAfter(today, -300) });
    const { memberId } = await addMember(its.tom, its.programme, form);
    const terms = async () =>
      (await memberTermsOf(store.read, its.authorityId, memberId)).map(
        ({ startsOn, endsOn }) => `${startsOn} ${endsOn}`,
      );
    const until = (day: string) => setMemberTerm(its.tom, its.programme, memberId, day);
    return { its, memberId, terms, until, form };
  }

  test('is corrected by a day inside it, and renewed by one after it', async () => {
    const { terms, until } = await onPanel();
    const [first = ''] = await terms();
    const [starts = '', ends = ''] = first.split(' ');
    expect(await until(daysAfter(ends, -40))).toEqual([]);
    expect(await terms()).toEqual([`${starts} ${daysAfter(ends, -40)}`]);
    expect(await until(daysAfter(ends, 300))).toEqual([]);
    expect((await terms())[0]).toBe(`${daysAfter(ends, -39)} ${daysAfter(ends, 300)}`);
    for (const day of [daysAfter(ends, -39), daysAfter(ends, -60)]) {
      expect(await until(day)).toMatchObject([{ field: 'endsOn' }]);
    }
    expect(await terms()).toHaveLength(2);
  });

  test.each(['leaves', 'is erased'])(
    'ends when somebody %s, and no renewal starts',
    async (how) => {
      const { its, memberId, terms, until } = await onPanel();
      const [first = ''] = await terms();
      const [starts = '', ends = ''] = first.split(' ');
      await until(daysAfter(ends, 300));
      expect(await terms()).toHaveLength(2);
      if (how === 'leaves') await recordLeaving(its.tom, its.programme, memberId, today);
      else await eraseMember(its.tom, its.programme, memberId, false);
      expect(await terms()).toEqual([`${starts} ${today}`]);
    },
  );

  test('that ends soon is told to whoever runs the panel, also without a facilitator', async () => {
    const { its, until } = await onPanel();
    const { authorityId, asha, tom: facilitator } = its;
    await until(daysAfter(today, 20));
    const account = (id: string, closedAt: Date | null) =>
      store.write(null, (tx) => updatePerson(tx, authorityId, id, { closedAt }));
    const told = async () =>
      (await sent('term-ends'))
        .filter((message) => message.authorityId === authorityId)
        .map(({ personId }) => personId);
    for (const { id } of [asha, facilitator]) await account(id, new Date());
    await tellOfTerms();
    expect(await told()).toEqual([]);
    await account(asha.id, null);
    await tellOfTerms();
    expect(await told(), 'it was not marked as told').toEqual([asha.id]);
  });

  test('begins once for everybody in a file that is brought in from two pages at once', async () => {
    const { its, form } = await onPanel();
    const file = ['Bea', 'Cat'].map((name) => ({ ...form, name, email: `${name}@example.org` }));
    const brought = await Promise.all([1, 2].map(() => bringMembers(its.tom, its.programme, file)));
    expect(brought.sort()).toEqual([0, 2]);
    expect(await membersOf(store.read, its.authorityId, its.programme.id)).toHaveLength(3);
  });
});
