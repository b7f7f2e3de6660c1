import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { pageOf, themeLines } from './theme-lists.ts';

const theme = { id: 't', name: 'Times', definition: 'When hubs are open' };
const reply = {
  status: 'we-will',
  youSaid: 'Late',
  words: 'Evenings',
  because: '',
  owner: 'Grace',
  dueOn: '2026-06-01',
  publishedAt: null,
};
const said = ['a', 'a', 'b'].map((voice) => ({ themeId: 't', voice }));

test('a theme counts its comments and people, and says how its answer stands', () => {
  expect(themeLines([{ theme, reply }], said, '2026-06-02', true)).toEqual([
    {
      ...theme,
      comments: 3,
      people: 2,
      state: 'draft',
      reply: {
        what: 'We will',
        words: 'Evenings',
        because: '',
        owner: 'Grace',
        dueOn: '2026-06-01',
        overdue: true,
      },
    },
  ]);
});

test('few people are not counted out to those who may not read single answers', () => {
  const [line] = themeLines([{ theme, reply: null }], said, '2026-06-02', false);
  expect(line).toMatchObject({ comments: HIDDEN, people: HIDDEN, state: 'none', reply: null });
});

test('the pages of a list hold every row once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (rows, size) => {
      const { pages } = pageOf(rows, 0, size);
      const all = Array.from({ length: pages }, (_, page) => pageOf(rows, page, size).rows).flat();
      expect(all).toEqual(rows);
    }),
  );
  expect(pageOf([1, 2, 3], 99, 2)).toEqual({ rows: [3], page: 1, pages: 2 });
  expect(pageOf([1], Number.NaN, 2).page).toBe(0);
});
