import { expect, test } from 'vitest';
import { boxOf, linkOf, theoryOf } from '#test/some-theories.ts';
import { checkTheory } from './checks/check-theory.ts';
import { toMermaid } from './formats/mermaid.ts';
import { toldHistory } from './history/history-words.ts';
import { addingBox, type Logged, type Operation } from './operations.ts';
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

test('a theory’s own names stand in drawings, in what the checks say and in the history', () => {
  const more = { [nameKey('output')]: 'Results for families', [nameKey('activity')]: 'Strategies' };
  const boxes = [
    boxOf('activity', 'open'),
    boxOf('output', 'come'),
    boxOf('intermediateOutcome', 'sooner'),
  ];
  const theory = { ...theoryOf(boxes, [linkOf('open', 'sooner')]), more };
  expect(toMermaid(theory)).toContain('subgraph activitys["Strategies"]');
  const said = checkTheory(theory, 'draft').map(({ message }) => message);
  expect(said.filter((message) => message.includes('jumps over'))).toEqual([
    expect.stringContaining('results for families'),
  ]);
  const step = (operation: Operation): Logged => ({
    ...{ sequence: 1, clientOpId: 'a', operation, inverse: [], at: new Date(0) },
    ...{ personId: 'p', personName: 'Priya' },
  });
  const history = [
    step(addingBox(boxOf('activity', 'late', { label: 'Open late' }))),
    step({ kind: 'editBox', id: 'late', field: 'type', from: 'activity', to: 'output' }),
  ];
  expect(toldHistory(theory, history).map(({ words }) => words)).toEqual([
    'added the strategy “Open late”',
    'made “Open late” a result for families',
  ]);
});
