import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeWorry } from '#app/care/worries.server.ts';
import { seeContact } from '#app/panel/members/see-contact.server.ts';
import { makeLink } from '#app/panel/post/make-link.server.ts';
import { drawPanelFor } from '#app/panel/recruit/draw-panel.server.ts';
import { expressInterest } from '#app/panel/recruit/express-interest.server.ts';
import { InterestForm } from '#app/panel/recruit/interest.ts';
import { inviteDrawn } from '#app/panel/recruit/invite-drawn.server.ts';
import { openCall } from '#app/panel/recruit/run-call.server.ts';
import { tendInvitations } from '#app/panel/recruit/tend-invitations.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { flagsOf } from '#db/care.ts';
import { invitationsOf } from '#db/invitations.ts';
import { messages } from '#db/schema/index.ts';
import { theStore } from '#db/store.server.ts';
import { callsOf, forgetOldInterests, interestsOf } from '#db/recruitment.ts';
import { membersOf } from '#db/panel.ts';
import { action as newCall } from '#app/routes/programmes.$programmeId.panel.calls.new/route.tsx';
import { action as quotas } from '#app/routes/programmes.$programmeId.panel.calls.$callId.quotas/route.tsx';
import {
  action as draw,
  loader as chances,
} from '#app/routes/programmes.$programmeId.panel.calls.$callId.draw/route.tsx';
import {
  action as answerFor,
  loader as callPage,
} from '#app/routes/programmes.$programmeId.panel.calls.$callId._index/route.tsx';
import { action as answerLink } from '#app/routes/invitation.$token/route.tsx';
import { action as join, loader as joinPage } from '#app/routes/join.$code._index/route.tsx';
import { loader as donePage } from '#app/routes/join.$code.done/route.tsx';
import { action as withdraw } from '#app/routes/join.$code.withdraw/route.tsx';
import { aWorry, keptOf } from '#test/a-worry.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';

// An open call from the first word to the panel: the facilitator asks, families come forward, the
// panel is drawn by lot, one says no and the next alike them is asked.

let borough: Borough;
let tom: BrowserOf;
const family = new BrowserOf();
let callId = '';
let code = '';
const params = () => ({ programmeId: borough.programme.id, callId });

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
  tom = await BrowserOf.signedIn(borough.tom);
});

afterAll(() => theStore().close());

const comes = (name: string, fields: Record<string, string> = {}, once = name) =>
  family.post(join, `/join/${code}`, { name, phone: '07700 900 982', once, ...fields }, { code });
const people = () => interestsOf(theStore().read, borough.programme.authorityId, callId);

async function seeCall() {
  const page = await tom.get(callPage, '/', params());
  return page.data.call;
}

describe('an open call', () => {
  test('is opened by the facilitator, and by nobody who may not', async () => {
    const fields = {
      title: 'Join the parent carer panel',
      invitation: 'We meet once a month, in the evening, and pay for travel and childcare.',
      size: '4',
      closesOn: '2090-06-30',
      keepUntil: '2090-12-31',
    };
    const priya = await BrowserOf.signedIn(borough.priya);
    const programme = { programmeId: borough.programme.id };
    expect((await priya.post(newCall, '/', fields, programme)).status).toBe(403);
    const late = await tom.post(newCall, '/', { ...fields, keepUntil: '2090-06-01' }, programme);
    expect(late.status).toBe(422);
    expect((await tom.post(newCall, '/', fields, programme)).status).toBe(302);
    const [call] = await callsOf(
      theStore().read,
      borough.programme.authorityId,
      borough.programme.id,
    );
    callId = call?.id ?? '';
    code = call?.code ?? '';
  });

  test('sets who shall be on the panel, and says what cannot be', async () => {
    const wrong = await tom.post(
      quotas,
      '/',
      { version: '1', 'min:sex:male': '3', 'min:sex:female': '2' },
      params(),
    );
    expect(wrong.status).toBe(422);
    const set = { version: '1', 'min:sex:male': '2' };
    expect((await tom.post(quotas, '/', set, params())).status).toBe(302);
    const again = await tom.post(quotas, '/', { ...set, 'min:sex:male': '1' }, params());
    expect(again.status, 'somebody else changed it meanwhile').toBe(422);
  });

  test('takes families who come forward, each once, and says what is wrong', async () => {
    expect((await family.get(joinPage, `/join/${code}`, { code })).data.call.open).toBe(true);
    const nameless = await comes('', {}, 'a');
    expect(nameless.status).toBe(422);
    const unreachable = await comes('Ann', { phone: '' }, 'b');
    expect(unreachable.status).toBe(422);
    const first = await comes('Ann', { sex: 'female' });
    const again = await comes('Ann', { sex: 'female' });
    expect(first.location).toMatch(new RegExp(`^/join/${code}/done`));
    expect(again.location).toBe(first.location);
    for (const name of ['Bea', 'Cat', 'Dee', 'Eve']) await comes(name, { sex: 'female' });
    await comes('Flo', { sex: 'female', website: 'http://spam.example' });
    await comes('Gus', { sex: 'male' });
    expect(await people()).toHaveLength(7);
  });

  test('says which group is short before anything is drawn', async () => {
    const page = await tom.get(chances, '/', params());
    expect(page.data.lottery).toEqual({
      possible: false,
      because: ['Sex: Male, at least 2: 1 person too few for the least that you asked (2)'],
    });
    for (const name of ['Hal', 'Ian']) await comes(name, { sex: 'male' });
    const now = await tom.get(chances, '/', params());
    expect(now.data.waiting, 'the one caught in the trap is not in it').toBe(8);
    expect(now.data.lottery).toMatchObject({ possible: true });
    const lines = now.data.lottery.possible ? now.data.lottery.lines : [];
    expect(lines.map(({ who, people }) => [who, people])).toEqual([
      ['Everybody else', 5],
      ['Male', 3],
    ]);
  });

  test('draws a panel that can be drawn again from its seed', async () => {
    expect((await tom.post(draw, '/', {}, params())).status).toBe(302);
    const call = await seeCall();
    expect(call.draw?.asked).toHaveLength(4);
    expect(call.draw?.sameAgain).toBe(true);
    expect(call.draw?.quotas).toEqual([
      { quota: 'Sex: Male, at least 2', drawn: expect.any(Number) as number, met: true },
    ]);
    expect((await tom.post(draw, '/', {}, params())).status, 'a reason is needed').toBe(422);
  });

  test('asks the next alike them when somebody says no, and puts the others on the panel', async () => {
    const before = await seeCall();
    const father = before.draw?.asked.find(({ about }) => about === 'Male');
    const other = before.draw?.asked.find(({ about }) => about === 'Female');
    if (!father || !other) throw new Error('Nobody was drawn.');
    await tom.post(answerFor, '/', { intent: 'decline', person: father.id }, params());
    const call = await seeCall();
    expect(call.draw?.asked).toHaveLength(4);
    expect(call.draw?.asked.map(({ id }) => id)).not.toContain(father.id);
    expect(call.draw?.quotas[0]?.met).toBe(true);
    await tom.post(answerFor, '/', { intent: 'join', person: other.id }, params());
    const twice = await tom.post(answerFor, '/', { intent: 'join', person: other.id }, params());
    expect(twice.status).toBe(409);
    const members = await membersOf(
      theStore().read,
      borough.programme.authorityId,
      borough.programme.id,
    );
    expect(members.filter(({ name }) => name === other.name)).toHaveLength(1);
  });

  test('forgets a family that takes its words back, and everybody on the day that was promised', async () => {
    const sent = await comes('Jo', { sex: 'female' });
    expect(sent.location, 'the reference stands in no address').toBe(`/join/${code}/done`);
    const done = await family.get(donePage, `/join/${code}/done`, { code });
    const reference = done.data.reference ?? '';
    const joId = (await people()).find((one) => one.reference === reference)?.id ?? '';
    const worry = await aWorry(theStore(), borough, 'interest', joId);
    const other = (await people()).find(({ id }) => id !== joId)?.id ?? '';
    const another = await aWorry(theStore(), borough, 'interest', other);
    const before = (await people()).length;
    const wrong = await family.post(withdraw, '/', { reference: 'CCCC-CCCC' }, { code });
    expect(wrong.data.gone).toBe(false);
    const gone = await family.post(withdraw, '/', { reference: reference.toLowerCase() }, { code });
    expect(gone.data.gone).toBe(true);
    expect(await people()).toHaveLength(before - 1);
    expect(await keptOf(theStore(), worry)).toMatchObject({ forgetWords: true });
    expect(await keptOf(theStore(), another)).toMatchObject({ forgetWords: false });
    await theStore().write(null, (tx) => forgetOldInterests(tx, '2091-01-01'));
    expect(await people()).toHaveLength(0);
    expect(await keptOf(theStore(), another)).toMatchObject({ forgetWords: true });
    expect((await seeCall()).draw?.asked, 'the draw stands without their names').toEqual([]);
  });
});

describe('who was invited', () => {
  const DAY = 86_400_000;
  const WORRY = 'I am scared because my husband hits me.';
  const after = (days: number) => new Date(Date.now() + days * DAY);

  /** A call of two places for these people, of whom two are drawn and invited: their ids by turn. */
  async function invited(people: readonly { name: string; helps?: string }[]) {
    const its = await makeBorough();
    const { programme } = its;
    const call = await openCall(its.tom, programme, {
      title: 'Join us',
      invitation: 'We meet once a month, in the evening, and pay for travel and childcare.',
      ...{ size: 2, closesOn: dayOf(after(1)), keepUntil: dayOf(after(200)) },
    });
    for (const one of people) {
      const fields = { ...one, email: `${one.name}@example.org`, preferred: 'email' };
      await expressInterest(call.code, InterestForm.parse(fields), dayOf(new Date()));
    }
    expect(await drawPanelFor(its.tom, programme, call.id, '')).toBe('drawn');
    await inviteDrawn(its.tom, programme, call.id);
    const staff = await BrowserOf.signedIn(its.tom);
    const where = { programmeId: programme.id, callId: call.id };
    const press = (intent: string, person: string, fields: Record<string, string> = {}) =>
      staff.post(answerFor, '/', { intent, person, once: intent + person, ...fields }, where);
    const see = async () => (await staff.get(callPage, '/', where)).data.call;
    const asked = (await see()).draw?.asked ?? [];
    const standing = async (id: string) => {
      const { draw: now, people: all } = await see();
      const lines = [...(now?.asked ?? []), ...(now?.others ?? []), ...all];
      return lines.find((one) => one.id === id)?.standing;
    };
    const says = async (id: string, answer: string, question = '') => {
      const all = await invitationsOf(theStore().read, programme.authorityId, call.id);
      const token = await theStore().write(null, (tx) =>
        makeLink(tx, {
          authorityId: programme.authorityId,
          person: { interest: id },
          purpose: 'invitation',
          about: { kind: 'invitation', id: all.get(id)?.id ?? '' },
          ...{ days: 90, once: false },
        }),
      );
      return new BrowserOf().post(answerLink, '/', { answer, question, once: token }, { token });
    };
    /** What still waits in the outbox for somebody. */
    const waitingFor = async (id: string) =>
      (await theStore().read.select().from(messages)).filter(
        ({ interestId, state }) => interestId === id && state === 'waiting',
      ).length;
    const ids = asked.map(({ id }) => id);
    return { its, call, press, see, standing, says, waitingFor, ids };
  }

  test('joins by telephone only while the place is free, and if drawn at all', async () => {
    const names = ['Ann', 'Bea', 'Cat', 'Dee'].map((name) => ({ name }));
    const { its, call, press, see, standing, says, ids } = await invited(names);
    const [lost = '', kept = ''] = ids;
    const never = (await see()).people.find(({ standing: now }) => now === 'waiting')?.id ?? '';
    expect((await press('join', never)).status, 'never drawn').toBe(409);
    await says(kept, 'yes');
    await tendInvitations(after(15));
    expect(await standing(lost)).toBe('no-answer');
    await inviteDrawn(its.tom, its.programme, call.id);
    const late = await press('join', lost);
    expect(late.status, 'the place is offered to the next').toBe(409);
    expect(await standing(lost), 'and nothing is changed').toBe('no-answer');
    const next = (await see()).draw?.asked.find(({ standing: now }) => now === 'invited');
    await press('decline', next?.id ?? '');
    await press('join', lost, { once: 'free again' });
    expect(await standing(lost)).toBe('member');
  });

  test('lets the day pass also after a question; with more time they are reminded again', async () => {
    const names = ['Ann', 'Bea', 'Cat'].map((name) => ({ name }));
    const { press, see, standing, says, waitingFor, ids } = await invited(names);
    const [one = '', two = ''] = ids;
    for (const id of ids) await says(id, 'tell-more', 'Is there a crèche?');
    await tendInvitations(after(8));
    expect(await waitingFor(one), 'who asked waits for us: no reminder').toBe(1);
    await press('longer', one, { answerBy: dayOf(after(30)) });
    expect(await standing(one)).toBe('invited');
    await tendInvitations(after(15));
    expect([await standing(two), (await see()).draw?.toInvite]).toEqual(['no-answer', 1]);
    await tendInvitations(after(24));
    expect(await waitingFor(one), 'the invitation and a reminder').toBe(2);
  });

  test('gets nothing any more that waited for them, once they have answered', async () => {
    const names = ['Ann', 'Bea'].map((name) => ({ name }));
    const { press, says, waitingFor, ids } = await invited(names);
    const [one = '', two = ''] = ids;
    expect([await waitingFor(one), await waitingFor(two)]).toEqual([1, 1]);
    await says(one, 'yes');
    await says(two, 'no');
    expect([await waitingFor(one), await waitingFor(two)]).toEqual([0, 0]);
    const more = await invited(names);
    const [third = '', fourth = ''] = more.ids;
    await more.press('join', third);
    await more.press('decline', fourth);
    expect([await more.waitingFor(third), await more.waitingFor(fourth)]).toEqual([0, 0]);
    expect((await press('undo', two)).status).toBe(302);
  });

  test('is read by nobody but who looks after safeguarding, while words of theirs are looked at', async () => {
    const names = [{ name: 'Ann', helps: WORRY }, { name: 'Bea' }];
    const { its, press, see, says, ids } = await invited(names);
    const { programme } = its;
    const shown = async () => JSON.stringify(await see());
    expect(await shown()).not.toContain('husband');
    const bea = (await see()).people.find(({ name }) => name === 'Bea')?.id ?? '';
    const ann = ids.find((id) => id !== bea) ?? '';
    expect((await says(bea, 'tell-more', 'Is there a crèche?')).data.came).toBe('asked');
    const asked = await says(bea, 'tell-more', `May I come alone? ${WORRY}`);
    expect(asked.location, 'told where help is').toBe('/help-now?sent');
    expect(await shown()).not.toContain('husband');
    const open = await flagsOf(theStore().read, programme.authorityId, programme.id);
    expect(open).toHaveLength(2);
    // With them onto the panel goes nothing that is looked at.
    const joined = await press('join', ann);
    const memberId = /members\/([^/?]+)/.exec(joined.location ?? '')?.[1] ?? '';
    expect((await seeContact(its.tom, programme, memberId)).support?.helps ?? '').toBe('');
    const closing = { intent: 'close', outcome: 'no-risk', closing: 'Talked with her.' } as const;
    for (const { id } of open) await changeWorry(its.priya, programme, id, closing);
    expect((await see()).people.find(({ id }) => id === bea)?.question).toContain('May I come');
  });
});

describe('a draw', () => {
  test('from two tabs at once is made once: the second says why it is drawn anew', async () => {
    const its = await makeBorough();
    const call = await openCall(its.tom, its.programme, {
      title: 'Join us',
      invitation: 'We meet once a month, in the evening, and pay for travel and childcare.',
      ...{ size: 1, closesOn: '2090-06-30', keepUntil: '2090-12-31' },
    });
    for (const name of ['Ann', 'Bea']) {
      const fields = InterestForm.parse({ name, phone: '07700 900 982' });
      await expressInterest(call.code, fields, '2026-01-01');
    }
    const draws = await Promise.all(
      [1, 2].map(() => drawPanelFor(its.tom, its.programme, call.id, '')),
    );
    expect(draws.sort()).toEqual(['drawn', 'reason-needed']);
  });
});
