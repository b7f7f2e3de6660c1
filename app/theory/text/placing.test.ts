import { describe, expect, test } from 'vitest';
import { boxOf, theoryOf } from '#test/some-theories.ts';
import { column, type Theory } from '../graph.ts';
import { applyAll } from '../operations.ts';
import { readText } from './read-text.ts';
import { textChanges } from './text-changes.ts';
import { marksOf, writeText } from './write-text.ts';

/** The theory after its text was changed. */
function afterText(theory: Theory, change: (text: string) => string): Theory {
  const shown = writeText(theory);
  const [was, now] = [readText(shown), readText(change(shown))];
  if (!was.ok || !now.ok) throw new Error('The text must be one that can be read.');
  const idOf = new Map([...marksOf(theory)].map(([id, mark]) => [mark, id]));
  const asked = textChanges(was.theory, now.theory, theory, idOf, (mark) => `new-${mark}`);
  const applied = applyAll(theory, asked);
  if ('refusal' in applied) throw new Error(JSON.stringify(applied.refusal));
  return applied.theory;
}

/** Three activities of one position, as files of others bring them, placed by hand. */
const placed = theoryOf([
  boxOf('activity', 'one', { x: 0, y: 300 }),
  boxOf('activity', 'two', { x: 50, y: 900 }),
  boxOf('activity', 'three', { x: 70, y: null }),
]);

const places = (theory: Theory) =>
  Object.fromEntries(theory.boxes.map(({ id, x, y }) => [id, { x, y }]));

describe('where boxes stand after their text was changed', () => {
  test('a new line moves no other box on the canvas, also where all need new numbers', () => {
    const after = afterText(placed, (text) =>
      text.replace('- Box two', '- Between [#mid]\n- Box two'),
    );
    expect(places(after)).toMatchObject(places(placed));
    expect(column(after, 'activity').map(({ label }) => label)).toEqual([
      ...['Box one', 'Box three'],
      ...['Between', 'Box two'],
    ]);
  });

  test('a box that is put elsewhere in its column goes to its place there, and only it', () => {
    const after = afterText(placed, (text) => {
      const rest = text.replace(/- Box two.*\n/, '');
      return rest.replace('- Box one', `${/- Box two.*\n/.exec(text)?.[0] ?? ''}- Box one`);
    });
    expect(places(after)).toEqual({ ...places(placed), two: { x: null, y: null } });
    expect(column(after, 'activity').map(({ id }) => id)).toEqual(['two', 'one', 'three']);
  });
});
