import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  after,
  inverseOf,
  merge,
  place,
  regroup,
  remove,
  settled,
  type TreeState,
  type TreeSteps,
} from './tree-changes.ts';
import { themesTyped, treeOf, whyNotUnder, withAllUnder } from './tree.ts';

const theme = (id: string, parentId: string | null = null) => ({ id, name: id, parentId });

describe('the tree of themes', () => {
  const themes = [theme('travel'), theme('times'), theme('bus', 'travel'), theme('pram', 'travel')];

  test('numbers each theme by its place', () => {
    expect(treeOf(themes).map(({ id, number, depth }) => [id, number, depth])).toEqual([
      ['travel', '1', 0],
      ['bus', '1.1', 1],
      ['pram', '1.2', 1],
      ['times', '2', 0],
    ]);
  });

  test('a theme whose parent is gone stands at the top, and a ring loses nothing', () => {
    expect(treeOf([theme('a', 'gone')]).map(({ number }) => number)).toEqual(['1']);
    expect(treeOf([theme('a', 'b'), theme('b', 'a')])).toHaveLength(2);
  });

  test('no theme stands under itself, nor too deep', () => {
    expect(whyNotUnder(themes, 'travel', 'bus')).toContain('under itself');
    expect(whyNotUnder(themes, 'times', 'bus')).toBeNull();
    const deep = [...themes, theme('times-late', 'times')];
    expect(whyNotUnder(deep, 'times', 'bus')).toContain('at most 3 deep');
    expect(whyNotUnder(themes, 'bus', null)).toBeNull();
    expect([...withAllUnder(themes, 'travel')]).toEqual(['travel', 'bus', 'pram']);
  });

  test('numbers that are typed are themes; 0 is none of them', () => {
    const tree = treeOf(themes);
    expect(themesTyped('1.2, 2 2', tree)).toEqual({
      ok: true,
      none: false,
      ids: ['pram', 'times'],
    });
    expect(themesTyped('0', tree)).toEqual({ ok: true, none: true, ids: [] });
    expect(themesTyped('0 2', tree)).toMatchObject({ ok: false });
    expect(themesTyped('7', tree)).toEqual({ ok: false, message: 'There is no theme 7' });
    expect(themesTyped(' ', tree)).toEqual({ ok: true, none: false, ids: [] });
  });
});

const NAMES = ['a', 'b', 'c', 'd'];
const states = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), fc.integer({ min: 0, max: 6 })), {
    selector: ([name, words]) => `${name} ${words}`,
    maxLength: 20,
  })
  .map((pairs): TreeState => ({
    themes: NAMES.map((id) => ({ id, parentId: id === 'd' ? 'c' : null, removed: false })),
    codings: pairs.map(([themeId, words], at) => ({
      id: `x${at}`,
      themeId,
      key: `response:${words}:q`,
      addedAt: '2026-06-01',
      addedBy: 'tom',
    })),
  }));

const doings = fc.oneof(
  fc.record({
    do: fc.constant('merge' as const),
    a: fc.constantFrom(...NAMES),
    b: fc.constantFrom(...NAMES),
  }),
  fc.record({
    do: fc.constant('regroup' as const),
    a: fc.constantFrom(...NAMES),
    b: fc.constantFrom(...NAMES),
  }),
  fc.record({
    do: fc.constant('place' as const),
    a: fc.constantFrom(...NAMES),
    b: fc.constantFrom(...NAMES),
  }),
);

function stepsOf(state: TreeState, doing: { do: string; a: string; b: string }): TreeSteps {
  const { a, b } = doing;
  if (doing.do === 'merge') return a === b ? place(state, a, null) : merge(state, a, b);
  if (doing.do === 'place') return place(state, a, a === b ? null : b);
  const some = state.codings.filter(({ themeId }) => themeId === a).map(({ id }) => id);
  return regroup(state, some.slice(0, 2), b);
}

const wordsIn = ({ codings }: TreeState) => new Set(codings.map(({ key }) => key));
const picture = ({ themes, codings }: TreeState) => ({
  themes: [...themes].sort((x, y) => (x.id < y.id ? -1 : 1)),
  codings: [...codings].sort((x, y) => (x.id < y.id ? -1 : 1)),
});

describe('changes to the tree', () => {
  test('a merge puts every word under the theme that stays, once', () => {
    const state: TreeState = {
      themes: [
        { id: 'bus', parentId: null, removed: false },
        { id: 'travel', parentId: null, removed: false },
        { id: 'fares', parentId: 'bus', removed: false },
      ],
      codings: ['bus:1', 'bus:2', 'travel:2'].map((words, at) => ({
        id: `x${at}`,
        themeId: words.split(':')[0] ?? '',
        key: words.split(':')[1] ?? '',
        addedAt: '',
        addedBy: '',
      })),
    };
    const merged = after(state, merge(state, 'bus', 'travel'));
    expect(merged.codings.map(({ themeId, key }) => `${themeId}:${key}`)).toEqual([
      'travel:1',
      'travel:2',
    ]);
    expect(merged.themes).toContainEqual({ id: 'fares', parentId: 'travel', removed: false });
    expect(merged.themes).toContainEqual({ id: 'bus', parentId: null, removed: true });
  });

  test('no series of merges and moves loses a coded word, and undone in turn all is as it was', () => {
    fc.assert(
      fc.property(states, fc.array(doings, { maxLength: 6 }), (first, series) => {
        let state = first;
        const back: TreeSteps[] = [];
        for (const doing of series) {
          const steps = stepsOf(state, doing);
          back.push(inverseOf(state, steps));
          state = after(state, steps);
          expect(wordsIn(state)).toEqual(wordsIn(first));
          const places = state.codings.map(({ themeId, key }) => `${themeId} ${key}`);
          expect(new Set(places).size).toBe(places.length);
        }
        for (const steps of back.reverse()) state = after(state, settled(state, steps));
        expect(picture(state)).toEqual(picture(first));
      }),
    );
  });

  test('an undo after words were erased, or coded again, doubles nothing', () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 0, max: 6 }), (first, words) => {
        const steps = merge(first, 'a', 'b');
        const back = inverseOf(first, steps);
        const merged = after(first, steps);
        const key = `response:${words}:q`;
        const since: TreeState = {
          ...merged,
          codings: merged.codings.filter((coding) => coding.key !== key),
        };
        const undone = after(since, settled(since, back));
        expect(wordsIn(undone)).toEqual(wordsIn(since));
        const places = undone.codings.map(({ themeId, key }) => `${themeId} ${key}`);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });

  test('a theme that is taken away leaves those under it where it stood', () => {
    const state: TreeState = {
      themes: [
        { id: 'top', parentId: null, removed: false },
        { id: 'mid', parentId: 'top', removed: false },
        { id: 'low', parentId: 'mid', removed: false },
      ],
      codings: [],
    };
    expect(after(state, remove(state, 'mid')).themes).toContainEqual({
      id: 'low',
      parentId: 'top',
      removed: false,
    });
  });
});
