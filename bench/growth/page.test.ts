import { expect, test } from 'vitest';
import type { Axis } from './axes.ts';
import { growthPage } from './page.ts';
import { growthPicture } from './picture.ts';

const axis: Axis = {
  id: 'answers',
  title: 'With answers',
  along: 'answers',
  courses: [
    {
      name: 'Results & tables',
      unit: 'ms',
      points: [
        { at: 1000, value: 20 },
        { at: 100_000, value: 600 },
      ],
    },
    {
      name: 'A question, for a family',
      unit: 'ms',
      points: [
        { at: 1000, value: 4 },
        { at: 100_000, value: 5 },
      ],
    },
    {
      name: 'Database on the disk',
      unit: 'MB',
      points: [
        { at: 1000, value: 10 },
        { at: 100_000, value: 208 },
      ],
    },
  ],
};
const about = { commit: 'abc', date: '2026-11-22', node: '20', machine: 'one' };

test('growth is said in words that follow from the figures', () => {
  const page = growthPage([axis], about);
  expect(page).toContain('| Results & tables | 20 ms | 600 ms | 30 times for 100 times the size |');
  expect(page).toContain('| A question, for a family | 4 ms | 5 ms | level |');
  // 198 MB for 99,000 answers.
  expect(page).toContain('an answer to 40 questions takes 2.05 KB');
});

test('a picture has its courses by name, and no character of a name is markup', () => {
  const picture = growthPicture(axis, 'ms');
  expect(picture).toContain('Results &#38; tables');
  expect(picture.match(/<polyline/g)).toHaveLength(2);
  expect(picture).not.toContain('NaN');
});
