import { agreeToTerms, setSettings, writeTerms } from '#app/panel/members/keep-terms.server.ts';
import {
  noteDeclinedPayment,
  notePaid,
  offerPayments,
} from '#app/panel/money/pay-members.server.ts';
import type { PaymentFields } from '#app/panel/money/payment.ts';
import { typeAnswer } from '#app/panel/recruit/answer-invitation.server.ts';
import { drawPanelFor } from '#app/panel/recruit/draw-panel.server.ts';
import { expressInterest } from '#app/panel/recruit/express-interest.server.ts';
import { InterestForm } from '#app/panel/recruit/interest.ts';
import { inviteDrawn } from '#app/panel/recruit/invite-drawn.server.ts';
import { openCall, setQuotas } from '#app/panel/recruit/run-call.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { invitationsOf } from '../invitations.ts';
import { membersOf } from '../panel.ts';
import { paymentsOf } from '../payments.ts';
import { theStore } from '../store.server.ts';
import type { Demonstration } from './load.server.ts';
import type { DemoPanel } from './panel.ts';

const TERMS = `What the panel is for
Parents and carers of young children help to decide what the family hubs in Wexcombe offer. The council asks the panel before it decides, and tells it afterwards what became of what it said.

How it works
We meet once a month for an hour and a half, in person and online at once. Papers come a week before, in plain English. Nobody has to speak. You can answer on your own page as well.

What you get
Travel and childcare are paid. You get a voucher of £20 for each meeting, unless you would rather not. If you get benefits, ask for advice before you take it: we help you.

What we ask of each other
We listen. What somebody tells of their family stays in the room. Nobody is named outside it.

How long
A term is two years. You can leave at any time and need not say why. We then delete how to reach you.`;

/** Days ago that the panel met, and who claimed what besides the voucher. */
const MEETINGS: readonly { ago: number; costs: readonly [string, string, number][] }[] = [
  {
    ago: 96,
    costs: [
      ['Samina Akhtar', 'childcare', 1800],
      ['Maureen Hibbert', 'travel', 460],
    ],
  },
  {
    ago: 61,
    costs: [
      ['Jodie Fenwick', 'childcare', 2400],
      ['Maureen Hibbert', 'travel', 460],
      ['Priti Desai', 'travel', 640],
    ],
  },
  {
    ago: 26,
    costs: [
      ['Samina Akhtar', 'childcare', 1800],
      ['Rhiannon Cole', 'travel', 720],
    ],
  },
];
const AT_EACH = [
  'Leanne Moss',
  'Samina Akhtar',
  'Daniel Obi',
  'Maureen Hibbert',
  'Jodie Fenwick',
  'Priti Desai',
];

/**
 * What is behind the demonstration's members: terms that most agreed to, what was paid back and given
 * in thanks, and a call for fathers of which two invitations are out.
 */
export async function demoMembership(d: Demonstration, panel: DemoPanel): Promise<void> {
  await setSettings(d.facilitator, d.programme, {
    ...{ contactDays: 30, termMonths: 24, answerDays: 14, version: 0 },
  });
  await writeTerms(d.facilitator, d.programme, TERMS, daysFrom(d, -155));
  const members = await membersOf(theStore().read, d.authorityId, d.programme.id);
  const idOf = new Map(members.map(({ id, name }) => [name, id]));
  const joined = new Map(members.map(({ name, joinedOn }) => [name, joinedOn]));
  for (const person of panel.people.slice(1, 9)) {
    const memberId = idOf.get(person.name) ?? '';
    const agreedOn = [dayOf(daysFrom(d, -100)), joined.get(person.name) ?? ''].sort().at(-1) ?? '';
    await agreeToTerms(person, d.programme, memberId, 'web', agreedOn);
  }
  await payForMeetings(d, idOf);
  await callForFathers(d);
}

const daysFrom = (d: Demonstration, days: number) => new Date(d.now.getTime() + days * 86_400_000);

async function payForMeetings(d: Demonstration, idOf: ReadonlyMap<string, string>): Promise<void> {
  const offer = (forDay: string, change: Partial<PaymentFields>) =>
    offerPayments(d.facilitator, d.programme, {
      member: [],
      forDay,
      forWhat: 'Panel meeting',
      kind: 'thank-you',
      amount: 2000,
      how: 'voucher',
      evidence: 'not-needed',
      stream: 'Best Start Family Hubs grant',
      warned: 'yes',
      ...change,
    });
  for (const { ago, costs } of MEETINGS) {
    const forDay = dayOf(daysFrom(d, -ago));
    await offer(forDay, { member: AT_EACH.flatMap((name) => idOf.get(name) ?? []) });
    for (const [name, kind, amount] of costs) {
      const forWhat = kind === 'travel' ? 'Bus to the panel meeting' : 'Childminder for two hours';
      const member = [idOf.get(name) ?? ''];
      await offer(forDay, { member, kind, amount, forWhat, how: 'bank', evidence: 'receipt' });
    }
  }
  const latest = dayOf(daysFrom(d, -(MEETINGS.at(-1)?.ago ?? 0)));
  const offered = await paymentsOf(theStore().read, d.authorityId, d.programme.id);
  for (const { id, forDay, name, kind, evidence } of offered) {
    // One of them gets benefits and would rather not have the voucher.
    if (name === 'Daniel Obi') await noteDeclinedPayment(d.facilitator, d.programme, id);
    else if (forDay !== latest || kind !== 'thank-you') {
      const paidOn = dayOf(new Date(Date.parse(`${forDay}T12:00:00Z`) + 6 * 86_400_000));
      await notePaid(d.facilitator, d.programme, id, { paidOn, evidence });
    }
  }
}

/** A call that has closed: two fathers were drawn and invited, a third said no by telephone. */
async function callForFathers(d: Demonstration): Promise<void> {
  const call = await openCall(d.facilitator, d.programme, {
    title: 'Two more fathers for the panel',
    invitation:
      'Two of the eleven parents and carers on our panel are fathers. We would like there to be more, so that the hubs work for you too.\n\nWe meet once a month in the evening, in person and online, and pay your travel and childcare.',
    size: 2,
    closesOn: dayOf(daysFrom(d, -14)),
    keepUntil: dayOf(daysFrom(d, 150)),
  });
  const quotas = [{ about: 'caresAs', value: 'father', min: 2, max: 2 }];
  await setQuotas(d.facilitator, d.programme, call.id, call.version, quotas);
  const said = dayOf(daysFrom(d, -20));
  for (const [at, name] of [
    'Callum Reid',
    'Imran Siddiqui',
    'Pawel Zielinski',
    'Rob Attwood',
  ].entries()) {
    const about = { caresAs: 'father', sex: 'male', ageBand: at < 2 ? '25-34' : '35-44' };
    const reach = { phone: `07700 900 ${String(610 + at)}`, preferred: 'text' };
    const area = d.programme.places[at] ?? '';
    await expressInterest(call.code, InterestForm.parse({ name, ...about, ...reach, area }), said);
  }
  await drawPanelFor(d.facilitator, d.programme, call.id, '');
  await inviteDrawn(d.facilitator, d.programme, call.id, daysFrom(d, -9));
  const [first] = [...(await invitationsOf(theStore().read, d.authorityId, call.id)).keys()];
  if (first) await typeAnswer(d.facilitator, d.programme, call.id, first, 'no', daysFrom(d, -5));
  await inviteDrawn(d.facilitator, d.programme, call.id, daysFrom(d, -5));
}
