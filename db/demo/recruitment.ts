import { expressInterest } from '#app/panel/recruit/express-interest.server.ts';
import { InterestForm } from '#app/panel/recruit/interest.ts';
import { openCall, setQuotas } from '#app/panel/recruit/run-call.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { chanceFrom } from './chance.ts';
import type { Demonstration } from './load.server.ts';

const DAY = 86_400_000;
const FIRST =
  'Aisha Amir Ben Bronwen Carys Connor Dana Edyta Farah Gemma Hannah Ibrahim Jade Karolina Liam Maryam Nadia Oksana Parveen Ruth Sadia Tariq Una Violeta Yusuf Zofia'.split(
    ' ',
  );
const LAST =
  'Ahmed Barker Chaudhry Doyle Evans Faulkner Grant Hussain Iqbal Jones Kowalska Lloyd Malik Nolan Osei Popescu Quinn Rahman Shevchenko Turner'.split(
    ' ',
  );
const FATHERS: ReadonlySet<string> = new Set('Amir Ben Connor Ibrahim Liam Tariq Yusuf'.split(' '));

/**
 * The next open call of the panel: 26 made-up parents have come forward, few of them fathers, and
 * nobody is drawn yet, so that whoever looks around can draw.
 */
export async function demoRecruitment(d: Demonstration): Promise<void> {
  const closesOn = dayOf(new Date(d.now.getTime() + 20 * DAY));
  const call = await openCall(d.facilitator, d.programme, {
    title: 'Join the parent carer panel',
    invitation:
      'We are looking for eight more parents and carers to help decide what the hubs in Wexcombe offer.\n\nWe meet once a month for an hour and a half, in person and online, in the evening or on a Saturday. We pay your travel and childcare, and a voucher of £20 for each meeting.\n\nYou need no experience. If you get benefits, tell us before you take a voucher: we help you to check that it does not affect them.',
    size: 8,
    closesOn,
    keepUntil: dayOf(new Date(d.now.getTime() + 200 * DAY)),
  });
  await setQuotas(d.facilitator, d.programme, call.id, call.version, [
    { about: 'sex', value: 'male', min: 3, max: 5 },
    { about: 'ageBand', value: '18-24', min: 1, max: 3 },
    { about: 'area', value: 'Eastmoor', min: 2, max: 4 },
  ]);
  const chance = chanceFrom(26);
  const today = dayOf(d.now);
  for (const [at, first] of FIRST.entries()) {
    const father = FATHERS.has(first);
    const fields = InterestForm.parse({
      name: `${first} ${chance.oneOf(LAST)}`,
      phone: `07700 900 ${String(200 + at)}`,
      preferred: chance.weighted({ text: 3, phone: 1 }),
      caresAs: father ? 'father' : chance.weighted({ mother: 8, grandparent: 1, expecting: 1 }),
      sex: father ? 'male' : 'female',
      ageBand: chance.weighted({ '18-24': 1, '25-34': 4, '35-44': 3, '45-54': 1 }),
      ethnicGroup: chance.weighted({
        'white:british': 6,
        'asian:pakistani': 2,
        'white:other': 1,
        'black:african': 1,
      }),
      area: chance.oneOf(d.programme.places),
      helps: chance.weighted({ '': 5, 'Childcare for a baby': 2, 'Somewhere without steps': 1 }),
    });
    await expressInterest(call.code, fields, today);
  }
}
