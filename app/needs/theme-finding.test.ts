import { expect, test } from 'vitest';
import { themeFinding } from './theme-finding.ts';

const theme = { id: 't', name: 'Groups at times we can come', definition: 'When hubs are open' };

test('a theme says how many comments and people are behind it', () => {
  expect(themeFinding(theme, { comments: 11, people: 9 })).toMatchObject({
    kind: 'theme',
    sentence: '11 comments from 9 people under the theme “Groups at times we can come”.',
    figures: { comments: 11, people: 9, definition: 'When hubs are open' },
    source: { theme: 't' },
  });
});

test('few people are not counted out, and a theme without comments is no finding', () => {
  const few = themeFinding(theme, { comments: 6, people: 4 });
  expect(few?.sentence).toBe(
    'Comments from fewer than 5 people under the theme “Groups at times we can come”.',
  );
  expect(JSON.stringify(few?.figures)).not.toMatch(/[46]/);
  expect(themeFinding(theme, { comments: 0, people: 0 })).toBeNull();
});
