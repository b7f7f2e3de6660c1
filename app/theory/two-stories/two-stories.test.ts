import { describe, expect, test } from 'vitest';
import { cleanTheory } from '#test/some-theories.ts';
import type { Told } from '../walk/doubts.ts';
import { countsOf, marksOf, storiesOf } from './two-stories.ts';

const told = (id: string, kind: string, agreement: Told['agreement']): Told => ({
  about: { kind, id },
  agreement,
  text: 'We think so',
  consultationId: 'walk',
  title: 'Walk in May',
});

describe('the two stories', () => {
  const theory = cleanTheory();
  const lines = storiesOf(theory, [
    told('sessions>come', 'link', 'doubted'),
    told('come', 'box', 'united'),
    told('gone', 'link', 'doubted'),
  ]);
  const at = (id: string) => lines.find((line) => line.id === id);

  test('every link and outcome stands once; assumptions are told beside links', () => {
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(at('staff>trained')).toBeUndefined();
    expect(lines.filter(({ kind }) => kind === 'link')).toHaveLength(19);
  });

  test('what members said stands beside what the theory says, and what nobody was asked is told', () => {
    expect(at('sessions>come')).toMatchObject({
      meeting: 'doubted',
      ours: '“Forty evening sessions a quarter” leads to “Working parents come to a hub”',
      asked: { title: 'Walk in May' },
    });
    expect(at('come')?.meeting).toBe('united');
    expect(at('open>sessions')).toMatchObject({ meeting: 'not-asked', asked: null });
    expect(countsOf(lines).map(({ meeting, count }) => [meeting, count])).toEqual([
      ['doubted', 1],
      ['not-asked', lines.length - 2],
      ['united', 1],
    ]);
  });

  test('the picture numbers them as the table does', () => {
    const { links, boxes } = marksOf(lines);
    const number = lines.findIndex(({ id }) => id === 'sessions>come') + 1;
    expect(links.get('sessions>come')?.words).toBe(`${number} ✕`);
    expect(boxes.get('come')?.words).toContain('✓');
  });
});
