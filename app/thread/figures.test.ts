import { expect, test } from 'vitest';
import { frozenFigures, originOf } from './figures.ts';

test('frozen figures are read by name, with the rows of their table', () => {
  const figures = {
    question: 'What makes it hard?',
    answer: 'Opening hours',
    count: 1_212,
    base: 3_398,
    low: 0.3,
    missing: { refused: 2 },
    table: [
      { answer: 'Opening hours', count: 1_212 },
      { answer: 'Transport', count: '[c]' },
      'odd',
    ],
  };
  expect(frozenFigures(figures)).toEqual([
    { label: 'Answer', value: 'Opening hours' },
    { label: 'Counted', value: '1,212' },
    { label: 'Of', value: '3,398' },
    { label: 'Opening hours', value: '1,212' },
    { label: 'Transport', value: '[c]' },
  ]);
});

test('what is no figure gives none', () => {
  for (const odd of [null, 'text', 7, {}, { table: 'x' }]) expect(frozenFigures(odd)).toEqual([]);
});

test('where evidence comes from is said with the title that it had', () => {
  expect(originOf({ survey: 'id', surveyTitle: 'What families need' })).toBe(
    'Taken from the survey “What families need”',
  );
  expect(originOf({ tableTitle: 'Attendance' })).toBe('Taken from the table “Attendance”');
  expect(originOf({ other: 'x' })).toBeNull();
});
