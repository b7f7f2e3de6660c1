import { expect, test } from 'vitest';
import { Definition } from '../definition.ts';
import { stepsOf } from '../steps.ts';
import { entrySections } from './entry-page.ts';

test('the page has the numbers and the routing of the printed form', () => {
  const definition = Definition.parse({
    pages: [
      {
        name: 'a',
        title: 'Your family',
        elements: [
          { type: 'boolean', name: 'used', title: 'Have you used a hub?' },
          { type: 'html', name: 'note', html: 'Think of the last visit.' },
          {
            type: 'panel',
            name: 'visit',
            title: 'Your visit',
            visibleIf: '{used} = true',
            elements: [
              { type: 'rating', name: 'welcome', title: 'How welcome?', rateMin: 0, rateMax: 10 },
              { type: 'comment', name: 'more', title: 'Say more', visibleIf: '{welcome} < 5' },
            ],
          },
        ],
      },
      {
        name: 'b',
        title: 'About you',
        elements: [
          { type: 'text', name: 'born', title: 'When were you born?', inputType: 'date' },
          { type: 'checkbox', name: 'who', choices: ['a', 'b'], showOtherItem: true },
        ],
      },
    ],
  });
  const sections = entrySections({ definition, steps: stepsOf(definition) });
  expect(
    sections.map(({ title, lines }) => [
      title,
      lines.map(({ number, title: asked, kind }) => `${number} ${asked}: ${kind}`),
    ]),
  ).toEqual([
    [
      'Your family',
      [
        '1 Have you used a hub?: code',
        '2 Your visit: How welcome?: code',
        '3 Your visit: Say more: lines',
      ],
    ],
    ['About you', ['4 When were you born?: date', '5 who: codes']],
  ]);
  const [used, welcome, more] = sections[0]?.lines ?? [];
  expect(used?.only).toBe('');
  expect(welcome?.only).toMatch(/question 1.*Yes/);
  expect(more?.only).toMatch(/question 1.*question 2/);
  expect(sections[1]?.lines[1]?.wordsBox).toBe('a-who-Comment');
});
