import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
import { action as join, loader as joinPage } from '#app/routes/join.$code._index/route.tsx';
import { loader as donePage } from '#app/routes/join.$code.done/route.tsx';
import { action as withdraw } from '#app/routes/join.$code.withdraw/route.tsx';
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
    const before = (await people()).length;
    const wrong = await family.post(withdraw, '/', { reference: 'CCCC-CCCC' }, { code });
    expect(wrong.data.gone).toBe(false);
    const gone = await family.post(withdraw, '/', { reference: reference.toLowerCase() }, { code });
    expect(gone.data.gone).toBe(true);
    expect(await people()).toHaveLength(before - 1);
    await theStore().write(null, (tx) => forgetOldInterests(tx, '2091-01-01'));
    expect(await people()).toHaveLength(0);
    expect((await seeCall()).draw?.asked, 'the draw stands without their names').toEqual([]);
  });
});
