import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followed, lookedBackOn, SettleForm, type FollowedAction } from './actions.ts';
import { meetingLists, yearBefore } from './meeting-lists.ts';
import { papersDocument } from './meeting-papers.ts';
import { MeetingForm, languagesWanted, movesDiaries, whyNotThatDay } from './meeting.ts';
import { minutesDocument, type MeetingRecord } from './minutes.ts';
import { checkPaper } from './paper-check.ts';

const AUTHORITY = { name: 'Wexcombe', colour: '#0b5cad', isDemonstration: false };
const RECORD: MeetingRecord = {
  meeting: {
    id: 'm',
    title: 'Spring meeting',
    heldOn: '2026-12-04',
    startsAt: '10:00',
    endsAt: '11:30',
    how: 'both',
    place: 'Brookside Hall',
    joiningLink: 'https://meet.example/secret',
    interpreters: ['Urdu'],
    childcare: true,
    travel: false,
    easyRead: false,
    helps: '',
    quorum: 3,
    state: 'held',
    approvedOn: null,
  },
  group: null,
  items: [
    { id: 'i1', title: 'Hours', minutes: 30, leads: 'Priya', paper: 'We choose.\n\nTell us.' },
    { id: 'i2', title: 'Fathers', minutes: 20, leads: '', paper: '' },
  ],
  notes: [],
  decisions: [],
  actions: [],
  before: [],
  who: { parents: 2, practitioners: 0, online: 0, apologies: 0, absent: 0, guests: [], named: [] },
};

const wordsOf = (model: object) => JSON.stringify(model);

test('minutes say what was decided, on what it rests and how the vote went', () => {
  const model = minutesDocument(
    {
      ...RECORD,
      decisions: [
        {
          id: 'd',
          itemId: 'i1',
          text: 'Evenings.',
          because: 'Most asked for it.',
          rests: 'Theme: Hours',
          votesFor: 7,
          votesAgainst: 1,
          votesAbstained: null,
        },
      ],
    },
    AUTHORITY,
  );
  expect(model.sections.map(({ title }) => title)).toEqual([
    'The meeting',
    '1. Hours',
    '2. Fathers',
    'Who does what by when',
  ]);
  const words = wordsOf(model);
  expect(words).toContain('It rests on: Theme: Hours');
  expect(words).toContain('Vote: 7 for, 1 against');
  expect(words).toContain('No: 3 were needed');
  expect(model.cover).toContain('Draft: not approved yet');
});

test('what stands under an item that was taken off is not lost', () => {
  const note = { id: 'n', itemId: 'gone', kind: 'note', text: 'Kept.', saidBy: '', consent: '' };
  const model = minutesDocument({ ...RECORD, notes: [note] }, AUTHORITY);
  expect(model.sections.find(({ id }) => id === 'besides')?.blocks).toEqual([
    { type: 'paragraph', text: 'Kept.' },
  ]);
});

test('only words that may be quoted stand in quotation marks, and no file holds the joining link', () => {
  const comment = { id: 'c', itemId: 'i1', kind: 'comment', saidBy: 'parent-or-carer' };
  fc.assert(
    fc.property(fc.constantFrom('quote', 'no-quote', 'not-asked'), (consent) => {
      const notes = [{ ...comment, text: 'Too early.', consent }];
      const words = wordsOf(minutesDocument({ ...RECORD, notes }, AUTHORITY));
      expect(words.includes('“Too early.”')).toBe(consent === 'quote');
      expect(words).not.toContain('secret');
      expect(wordsOf(papersDocument(RECORD, AUTHORITY))).not.toContain('secret');
    }),
  );
});

test('papers have the hours, the offers and a section for each paper', () => {
  const model = papersDocument(RECORD, AUTHORITY);
  expect(model.sections.map(({ title }) => title)).toEqual(['The agenda', '1. Hours']);
  expect(wordsOf(model)).toContain('10:30am');
  expect(wordsOf(model)).toContain('There are interpreters: Urdu.');
});

const MEETINGS = [
  { id: 'a', title: 'A', heldOn: '2026-01-10', state: 'held', groupId: null },
  { id: 'b', title: 'B', heldOn: '2026-03-10', state: 'held', groupId: null },
  // A board met as well: the panel's actions did not come back there.
  { id: 'd', title: 'D', heldOn: '2026-03-20', state: 'held', groupId: 'board' },
  { id: 'c', title: 'C', heldOn: '2026-05-10', state: 'planned', groupId: null },
];
const action = (id: string, change: object = {}) => ({
  id,
  meetingId: 'a',
  itemId: null,
  text: id,
  owner: 'Tom',
  dueOn: '2026-02-01',
  state: 'open',
  outcome: '',
  settledOn: null,
  ...change,
});

test('actions come back at each meeting until they are settled, late ones first', () => {
  const all: FollowedAction[] = followed(
    [
      action('later', { dueOn: '2026-09-01' }),
      action('late'),
      action('done', { state: 'done', settledOn: '2026-02-20' }),
      action('elsewhere', { meetingId: 'of another group' }),
    ],
    MEETINGS,
    '2026-04-01',
  );
  expect(all.map(({ id, late, cameBack }) => [id, late, cameBack])).toEqual([
    ['late', true, 1],
    ['later', false, 1],
    ['done', false, 0],
  ]);
  const ids = (of: FollowedAction[]) => of.map(({ id }) => id);
  expect(ids(lookedBackOn(all, { id: 'b', heldOn: '2026-03-10' }, '2026-01-10'))).toEqual([
    'late',
    'later',
    'done',
  ]);
  // Settled before the meeting before it: heard of already.
  expect(ids(lookedBackOn(all, { id: 'c', heldOn: '2026-05-10' }, '2026-03-10'))).toEqual([
    'late',
    'later',
  ]);
  expect(lookedBackOn(all, { id: 'a', heldOn: '2026-01-10' }, null)).toEqual([]);
});

test('an action is settled with words, and open with a day', () => {
  const fields = (change: object) =>
    SettleForm.safeParse({ actionId: 'x', version: '1', ...change }).error?.issues[0]?.path[0];
  expect(fields({ state: 'done' })).toBe('outcome');
  expect(fields({ state: 'dropped', outcome: '' })).toBe('outcome');
  expect(fields({ state: 'open', dueOn: '' })).toBe('dueOn');
  expect(fields({ state: 'open', dueOn: '2026-12-01' })).toBeUndefined();
  expect(fields({ state: 'done', outcome: 'Two keys.' })).toBeUndefined();
});

const TYPED = {
  title: 'Spring',
  heldOn: '2026-12-04',
  startsAt: '10am',
  endsAt: '11:30',
  how: 'online',
};
const wrongIn = (change: object) =>
  MeetingForm.safeParse({ ...TYPED, ...change }).error?.issues.map(({ path }) => path[0]) ?? [];

test('a meeting ends after it starts, on the same day, within eight hours, somewhere', () => {
  expect(wrongIn({})).toEqual([]);
  expect(wrongIn({ endsAt: '10:00' })).toEqual(['endsAt']);
  expect(wrongIn({ startsAt: '9am', endsAt: '6pm' })).toEqual(['endsAt']);
  expect(wrongIn({ how: 'in-person' })).toEqual(['place']);
  expect(wrongIn({ how: 'by owl' })).toEqual(['how']);
  expect(wrongIn({ joiningLink: 'javascript:alert(1)' })).toEqual(['joiningLink']);
  expect(wrongIn({ quorum: 'some' })).toEqual(['quorum']);
  expect(new Set(wrongIn({ heldOn: '2026-02-31x' }))).toEqual(new Set(['heldOn']));
  expect(wrongIn({ heldOn: '2026-02-30' })).toEqual(['heldOn']);
  expect(whyNotThatDay({ heldOn: '2026-12-03', already: false }, '2026-12-04')).toHaveLength(1);
  expect(whyNotThatDay({ heldOn: '2026-12-05', already: true }, '2026-12-04')).toHaveLength(1);
  expect(whyNotThatDay({ heldOn: '2026-12-04', already: false }, '2026-12-04')).toEqual([]);
});

test('only what changes a diary tells members', () => {
  const stored = { ...RECORD.meeting };
  const renamed = { ...stored, title: 'Another' };
  expect(movesDiaries(stored, renamed)).toBe(false);
  expect(movesDiaries(stored, { ...stored, startsAt: '10:15' })).toBe(true);
  expect(movesDiaries(stored, { ...stored, place: 'Elsewhere' })).toBe(true);
});

test('languages are counted however they are typed', () => {
  const said = ['Urdu and English', 'urdu', 'Polish', 'English', 'Urdu, Punjabi', ''];
  expect(languagesWanted(said.map((language) => ({ language })))).toEqual([
    { language: 'Urdu', members: 3 },
    { language: 'Polish', members: 1 },
    { language: 'Punjabi', members: 1 },
  ]);
});

test('meetings are listed by what they wait for; the year begins a year before', () => {
  const at = (id: string, heldOn: string, state: string) => ({
    ...{ id, heldOn, state, title: id, startsAt: '10:00', endsAt: '11:00' },
    ...{ how: 'online', place: '', groupId: null },
  });
  const lists = meetingLists(
    [
      at('past', '2026-01-01', 'planned'),
      at('later', '2026-08-01', 'planned'),
      at('today', '2026-06-01', 'planned'),
      at('held', '2026-05-01', 'held'),
      at('off', '2026-07-01', 'cancelled'),
    ],
    '2026-06-01',
  );
  expect(lists.coming.map(({ id }) => id)).toEqual(['today', 'later']);
  expect(lists.unsaid.map(({ id }) => id)).toEqual(['past']);
  expect([lists.held.length, lists.cancelled.length]).toEqual([1, 1]);
  expect(yearBefore('2028-02-29')).toBe('2027-02-28');
  expect(yearBefore('2026-11-22')).toBe('2025-11-22');
});

test('a paper is checked for hard words, long sentences and words that families dislike', () => {
  const long = `We ${'really '.repeat(30)}mean it.`;
  const { age, notes } = checkPaper(['Our stakeholders meet.', long, 'Start for Life'], {
    jargon: [{ words: 'stakeholder', instead: 'people' }],
    disliked: [{ words: 'Start for Life', instead: 'Babies and Young Children' }],
  });
  expect(age).toBeNull();
  expect(notes).toHaveLength(3);
  const hard =
    'Interdisciplinary multiagency commissioning arrangements necessitate consideration. ';
  const check = checkPaper([hard.repeat(20)], { jargon: [], disliked: [] });
  expect(check.age).toBeGreaterThan(15);
  expect(check.notes[0]).toContain('Aim for 11');
});
