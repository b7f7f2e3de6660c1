import { expect, test } from 'vitest';
import { nameKey, typeName } from './type-words.ts';

test.each([
  ['', 'Intermediate outcome'],
  ['Medium-term outcomes', 'Medium-term outcome'],
  ['Strategies', 'Strategy'],
  ['Changes in the first two years', 'Change in the first two years'],
  ['What families notice', 'What families notice'],
  ['Results for families', 'Result for families'],
  ['Progress', 'Progress'],
])('one of “%s” is called “%s”', (name, one) => {
  const more = { [nameKey('intermediateOutcome')]: name };
  expect(typeName({ more }, 'intermediateOutcome').one).toBe(one);
});
