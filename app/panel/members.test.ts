import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { AGE_BANDS, BROAD_GROUPS, broadGroupOf, ETHNIC_GROUPS } from './member-lists.ts';
import { aboutOf, MemberForm, panelBy, whoIsMissing, whyNotLeft, type About } from './members.ts';

const mother: About = {
  sex: 'female',
  ageBand: '25-34',
  ethnicGroup: 'asian:pakistani',
  caresAs: 'mother',
};
const father: About = {
  sex: 'male',
  ageBand: '35-44',
  ethnicGroup: 'white:irish',
  caresAs: 'father',
};
const silent: About = {};

const form = { name: 'Leanne Moss', kind: 'parent-or-carer', joinedOn: '2026-05-01' };
const messagesOf = (fields: object) => [
  ...new Set(MemberForm.safeParse(fields).error?.issues.map((issue) => issue.message)),
];

describe('a member', () => {
  test('needs a name, a kind and a day; the rest may be left empty', () => {
    const read = MemberForm.parse(form);
    expect(aboutOf(read)).toEqual({});
    expect(messagesOf({ ...form, name: '', kind: 'robot', joinedOn: 'soon' })).toEqual([
      'Enter a name',
      'Choose whether this is a parent or carer, or a practitioner',
      'Enter the day on which the member joined',
    ]);
  });

  test('keeps only what was said', () => {
    const read = MemberForm.parse({ ...form, sex: 'female', ageBand: '', area: 'Brookside' });
    expect(aboutOf(read)).toEqual({ sex: 'female', area: 'Brookside' });
  });

  test('who wants e-mail or a text must leave an address or a number', () => {
    expect(messagesOf({ ...form, preferred: 'email' })).toEqual([
      'Enter an e-mail address, or choose another way to hear from us',
    ]);
    expect(messagesOf({ ...form, preferred: 'text' })).toEqual([
      'Enter a telephone number, or choose another way to hear from us',
    ]);
    expect(messagesOf({ ...form, preferred: 'post' })).toEqual([]);
    expect(messagesOf({ ...form, email: 'not an address' })).toEqual([
      'Enter an e-mail address like name@example.com',
    ]);
  });
});

test('a member leaves after joining and not in the future', () => {
  expect(whyNotLeft('2026-06-01', '2026-05-01', '2026-06-01')).toBeNull();
  expect(whyNotLeft('2026-06-02', '2026-05-01', '2026-06-01')).toBe(
    'Enter today or a day before it',
  );
  expect(whyNotLeft('2026-04-30', '2026-05-01', '2026-06-01')).toBe(
    'Enter a day after they joined, Friday 1 May 2026',
  );
});

describe('the panel', () => {
  test('is counted in the bands of the return', () => {
    const [sex, age, ethnic] = panelBy([mother, father, silent], true);
    expect(sex?.groups.map((group) => group.members)).toEqual([1, 1, 0, 0]);
    expect(sex?.notKnown).toBe(1);
    expect(age?.groups.map((group) => group.label)).toEqual(AGE_BANDS.map((band) => band.label));
    expect(ethnic?.groups.filter((group) => group.members === 1).map((g) => g.value)).toEqual([
      'white',
      'asian',
    ]);
  });

  test('hides small groups from those who may not see who is on it', () => {
    const [sex] = panelBy([...Array<About>(9).fill(mother), father, father], false);
    expect(sex?.groups.map((group) => group.members)).toEqual([HIDDEN, HIDDEN, 0, 0]);
  });

  test('counts everybody once in each way of looking', () => {
    const value = (list: readonly { value: string }[]) =>
      fc.constantFrom('', ...list.map((one) => one.value));
    const about = fc.record({ ageBand: value(AGE_BANDS), ethnicGroup: value(ETHNIC_GROUPS) });
    fc.assert(
      fc.property(fc.array(about), (members) => {
        for (const { groups, notKnown } of panelBy(members, true)) {
          const all = [...groups.map((group) => group.members), notKnown];
          expect(all.reduce((sum: number, n) => sum + Number(n), 0)).toBe(members.length);
        }
      }),
    );
  });

  test('says in words who is missing', () => {
    const missing = whoIsMissing([mother, mother]);
    expect(missing).toContain('who is male');
    expect(missing).toContain('aged 18 to 24');
    expect(missing).toContain('who is a father');
    expect(missing).toContain('in the group “White”');
    expect(missing).not.toContain('aged 25 to 34');
    expect(missing.join()).not.toMatch(/prefer not/i);
  });

  test('says nothing of what most members were not asked, nor of an empty panel', () => {
    expect(whoIsMissing([mother, silent, silent])).toEqual([]);
    expect(whoIsMissing([])).toEqual([]);
  });
});

test('every ethnic group lies in a broad group of the return', () => {
  const broad = BROAD_GROUPS.map((group) => group.value);
  expect(ETHNIC_GROUPS).toHaveLength(19);
  for (const { value } of ETHNIC_GROUPS) expect(broad).toContain(broadGroupOf(value));
});
