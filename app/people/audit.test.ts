import { expect, test } from 'vitest';
import { sentenceOf } from './audit.ts';

test('an audit row is a sentence that says who did what', () => {
  const row = {
    personName: 'Priya Shah',
    action: 'survey.opened',
    details: { title: 'What families need' },
  };
  expect(sentenceOf(row)).toBe('Priya Shah opened the survey “What families need”');
});

test('a detail that is not there is shown as missing, not as "undefined"', () => {
  const row = { personName: 'Tom', action: 'theme.gathered', details: { count: 4 } };
  expect(sentenceOf(row)).toBe('Tom gathered 4 comments under “…”');
});

test('an action of an older version is still shown', () => {
  expect(sentenceOf({ personName: 'Tom', action: 'gone.by', details: {} })).toBe('Tom gone.by');
});
