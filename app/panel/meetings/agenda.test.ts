import { expect, test } from 'vitest';
import { drawnItems, ItemForm, minutesLeft, sayLeft, timed, type ToDraw } from './agenda.ts';

const NOTHING: ToDraw = { minutes: null, consultations: [], theory: null, themes: [], actions: [] };
const EVERYTHING: ToDraw = {
  minutes: { id: 'm1', title: 'Winter meeting' },
  consultations: [
    { id: 'c1', title: 'Hours', purpose: 'Not decided yet.', closesOn: '2026-12-20' },
  ],
  theory: { id: 't1', changed: ['Parents feel less alone', 'Hubs open one evening'] },
  themes: [{ id: 'h1', name: 'Buses', definition: 'How to get there.' }],
  actions: [{ text: 'Ask about the key', owner: 'Tom', dueOn: '2026-12-01' }],
};
const day = (words: string) => words;

test('nothing open makes a welcome and an end', () => {
  expect(drawnItems(NOTHING, [], day).map(({ title }) => title)).toEqual([
    'Welcome, and who is here',
    'Anything else, and what you want to talk about next time',
  ]);
});

test('everything that is open comes in the order of a meeting, with what it is about', () => {
  const items = drawnItems(EVERYTHING, [], day);
  expect(items.map(({ aboutKind }) => aboutKind)).toEqual([
    '',
    'minutes',
    'actions',
    'consultation',
    'theory',
    'theme',
    '',
  ]);
  expect(items[2]?.paper).toContain('Ask about the key (Tom, by 2026-12-01)');
  expect(items[4]?.paper).toContain('Parents feel less alone');
});

test('what is on the agenda already is not drawn again, also under another title', () => {
  const items = drawnItems(EVERYTHING, [], day);
  const renamed = items.map((item) =>
    item.aboutKind === 'theme' ? { ...item, title: 'About buses' } : item,
  );
  expect(drawnItems(EVERYTHING, renamed, day)).toEqual([]);
});

test('at most three consultations and three themes are drawn', () => {
  const many = Array.from({ length: 9 }, (_, n) => ({
    id: `c${n}`,
    title: `Consultation ${n}`,
    purpose: '',
    closesOn: null,
  }));
  const drawn = drawnItems({ ...NOTHING, consultations: many }, [], day);
  expect(drawn.filter(({ aboutKind }) => aboutKind === 'consultation')).toHaveLength(3);
});

test('words that are too long for an item are cut, not refused', () => {
  const long = { id: 'c', title: 'x'.repeat(400), purpose: 'y'.repeat(9000), closesOn: null };
  const [, item] = drawnItems({ ...NOTHING, consultations: [long] }, [], day);
  expect(ItemForm.safeParse({ ...item, minutes: String(item?.minutes) }).success).toBe(true);
});

test('forty items have forty hours, past midnight too', () => {
  const items = timed(
    Array.from({ length: 40 }, () => ({ minutes: 20 })),
    '18:30',
  );
  expect(items[0]).toMatchObject({ from: '18:30', to: '18:50' });
  expect(items.at(-1)).toMatchObject({ from: '07:30', to: '07:50' });
});

test('what is left of the meeting is said', () => {
  expect(sayLeft(minutesLeft([{ minutes: 60 }, { minutes: 29 }], 90))).toBe('1 minute is left.');
  expect(sayLeft(minutesLeft([{ minutes: 115 }], 90))).toBe(
    'The items take 25 minutes more than the meeting lasts.',
  );
  expect(sayLeft(0)).toBe('The items fill the meeting exactly.');
});
