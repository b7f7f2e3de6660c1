import { expect, test } from 'vitest';
import { answerRows, countRows } from './export.ts';
import { itemResults, type CountedAnswer } from './item-results.ts';
import type { Item } from './items.ts';

const ballot: Item = {
  id: 'b',
  type: 'ranking',
  text: 'Which name?',
  hint: '',
  method: '',
  options: ['Sunrise', 'Bridge'].map((words, at) => ({ id: `o${at}`, words })),
};
const link: Item = { ...ballot, id: 'l', type: 'link', text: 'This leads to that', options: null };
const blank = { vote: '', choice: null, comment: '', words: null };
const answers: CountedAnswer[] = [
  { ...blank, statementId: 'b', choice: ['o1', 'o0'], comment: 'Short' },
  { ...blank, statementId: 'l', vote: 'agree', words: { stops: 'No bus' } },
  { ...blank, statementId: 'b', choice: ['o0'] },
];

test('answers go out by question in an order of their own, with words under their headings', () => {
  const numbers = [0.9, 0.1, 0.5];
  const rows = answerRows([ballot, link], [{ name: 'Parents', answers }], () => {
    const [next = 0] = numbers.splice(0, 1);
    return next;
  });
  expect(rows).toEqual([
    [
      'Number',
      'Asked',
      'Type',
      'Group',
      'Answer',
      'In words',
      'Is anything missing?',
      'What would stop it from happening?',
    ],
    [1, 'Which name?', 'ranking', 'Parents', 'Sunrise', '', null, null],
    [1, 'Which name?', 'ranking', 'Parents', 'Bridge > Sunrise', 'Short', null, null],
    [2, 'This leads to that', 'link', 'Parents', 'Agree', '', null, 'No bus'],
  ]);
});

test('counts go out as the page shows them', () => {
  const few = itemResults([ballot], answers, false);
  expect(countRows([{ name: 'Parents', results: few }]).slice(1)).toEqual([
    ['Parents', 1, 'Which name?', 'ranking', 'first place: Sunrise', '[c]', '[c]', '[c]'],
    ['Parents', 1, 'Which name?', 'ranking', 'first place: Bridge', '[c]', '[c]', '[c]'],
  ]);
});
