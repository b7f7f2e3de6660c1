import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packById } from '#templates/frameworks/index.ts';
import { evaluationDifferences, EvaluationForm, meansTyped, withKnownRatings } from './forms.ts';
import { FRAMEWORK, FRAMEWORKS, itemsOf, rankOf, type FrameworkId } from './frameworks.ts';
import { offersFor } from './offers.ts';
import { ratingsSvg } from './picture.ts';
import { selfEvaluationBlocks } from './blocks.ts';
import {
  countsOf,
  movedSince,
  selfEvaluationOf,
  type Evaluation,
  type Round,
} from './self-evaluation.ts';

const TODAY = '2026-11-22';
const packs = {
  principles: packById('fhn-principles') ?? { requirements: [] },
  model: packById('fhsl-2025-26') ?? { requirements: [] },
};
const ninth = {
  ...{ id: 'ninth', framework: 'fhn-principles', title: 'Decide with families', aboutItem: '' },
  means: {},
};

const aRound = (number: number, closedOn: string | null): Round => ({
  ...{ id: `r${number}`, number, name: `Round ${number}`, startedOn: '2026-01-01', closedOn },
});
const said = (roundId: string, itemId: string, more: Partial<Evaluation> = {}): Evaluation => ({
  ...{ id: `${roundId}-${itemId}`, roundId, framework: 'fhn-principles', itemId, rating: '' },
  ...{ evidence: '', improve: '', owner: '', dueOn: null, panelRating: '', panelSaid: '' },
  ...{ tied: [], lineId: null, version: 1, changedAt: new Date(0), changedBy: 'Priya' },
  ...more,
});

describe('what is rated', () => {
  test('eight principles are printed, and a ninth is the authority’s own', () => {
    const printed = itemsOf(packs, []).filter(({ framework }) => framework === 'fhn-principles');
    expect(printed).toHaveLength(8);
    const items = itemsOf(packs, [ninth]).filter(({ framework }) => framework === 'fhn-principles');
    expect(items.at(-1)).toMatchObject({ id: 'ninth', own: true, source: '' });
    expect(items).toHaveLength(9);
  });

  test('no stage of the model framework has a meaning until the authority writes it', () => {
    const model = (own: Parameters<typeof itemsOf>[1]) =>
      itemsOf(packs, own).filter(({ framework }) => framework === 'model-framework');
    expect(model([]).every(({ means }) => Object.keys(means).length === 0)).toBe(true);
    const means = { basic: 'A plan for one front door is agreed.' };
    const about = { id: 'x', framework: 'model-framework', title: '', aboutItem: 'FHSL-MOD-02' };
    const items = model([{ ...about, means }]);
    expect(items).toHaveLength(model([]).length);
    expect(items.find(({ id }) => id === 'FHSL-MOD-02')?.means).toEqual(means);
  });

  test('only meanings of the stages of that framework are taken', () => {
    const typed = { 'means-basic': 'One', 'means-below': 'Two', 'means-other': 'Three' };
    expect(meansTyped('model-framework', typed)).toEqual({ basic: 'One' });
    expect(meansTyped('fhn-principles', typed)).toEqual({});
  });

  test('a rating of another scale is none', () => {
    const fields = EvaluationForm.parse({ rating: 'developed', panelRating: 'shown' });
    expect(withKnownRatings('fhn-principles', fields)).toMatchObject({
      rating: '',
      panelRating: 'shown',
    });
  });
});

describe('two rounds side by side', () => {
  const rounds = [aRound(1, '2026-06-01'), aRound(2, null)];
  const items = itemsOf(packs, []);
  const evaluate = (evaluations: Evaluation[], number?: number) =>
    selfEvaluationOf(
      { rounds, evaluations, items, lines: [{ id: 'line', title: 'Front door' }] },
      TODAY,
      number,
    );

  test('the newest stands beside the one before, and an earlier one beside none', () => {
    const evaluations = [
      said('r1', 'FHN-05', { rating: 'not-yet', evidence: 'Five numbers' }),
      said('r2', 'FHN-05', { rating: 'in-place', evidence: 'One number' }),
    ];
    const now = evaluate(evaluations);
    const door = now.items.find(({ item }) => item.id === 'FHN-05');
    expect(door).toMatchObject({ moved: 'up', evidence: 'One number', before: 'not-yet' });
    const then = evaluate(evaluations, 1);
    expect(then.before).toBeNull();
    expect(then.items.find(({ item }) => item.id === 'FHN-05')?.moved).toBe('first');
    expect(evaluate(evaluations, 99).round?.number).toBe(2);
  });

  test('says what an evaluation lacks', () => {
    const lacks = (more: Partial<Evaluation>) =>
      evaluate([said('r2', 'FHN-05', more)]).items.find(({ item }) => item.id === 'FHN-05')?.lacks;
    expect(lacks({})).toEqual(['a rating']);
    expect(lacks({ rating: 'begun' })).toEqual(['evidence', 'what to improve']);
    expect(lacks({ rating: 'shown', evidence: 'Yes' })).toEqual([]);
    expect(lacks({ rating: 'begun', evidence: 'Yes', improve: 'More' })).toEqual([
      'somebody for the improvement',
    ]);
    const late = { rating: 'begun', evidence: 'Yes', improve: 'More', owner: 'Jo' };
    expect(lacks({ ...late, dueOn: '2026-01-01' })).toEqual(['the improvement, which is overdue']);
    expect(lacks({ ...late, dueOn: '2026-01-01', lineId: 'line' })).toEqual([]);
    expect(lacks({ ...late, panelRating: 'not-yet' })).toEqual([
      'the panel’s agreement: it rates this lower',
    ]);
  });

  test('counts add up to the items, whatever is rated', () => {
    const values = [...FRAMEWORK['fhn-principles'].ratings.map(({ value }) => value), '', 'other'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...values), { minLength: 8, maxLength: 8 }),
        (ratings) => {
          const evaluations = ratings.map((rating, at) => said('r2', `FHN-0${at + 1}`, { rating }));
          const counts = countsOf(evaluate(evaluations).items, 'fhn-principles');
          expect(counts.reduce((a, b) => a + b)).toBe(8);
          expect(counts[4]).toBe(ratings.filter((one) => one === '' || one === 'other').length);
        },
      ),
    );
  });

  test('what moved up one way moved down the other', () => {
    for (const framework of FRAMEWORKS) {
      const values = FRAMEWORK[framework].ratings.map(({ value }) => value);
      for (const a of values) {
        for (const b of values) {
          const opposite = { up: 'down', down: 'up', same: 'same' } as const;
          const moved = movedSince(framework, a, b);
          if (moved === 'first' || moved === 'not-rated') throw new Error('both are rated');
          expect(movedSince(framework, b, a)).toBe(opposite[moved]);
        }
      }
    }
  });

  test('the document says each item once, and draws it without markup of its title', () => {
    const own = { ...ninth, title: '<b>Ours</b>' };
    const evaluation = selfEvaluationOf(
      { rounds, evaluations: [], items: itemsOf(packs, [own]), lines: [] },
      TODAY,
    );
    const tables = selfEvaluationBlocks(evaluation).flatMap((block) =>
      block.type === 'table' ? [block] : [],
    );
    expect(tables.map(({ rows }) => rows.length)).toEqual([9, 9]);
    for (const { columns, rows } of tables) {
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
    }
    const svg = ratingsSvg('fhn-principles', evaluation.items.slice(0, 9));
    expect(svg).toContain('&lt;b&gt;Ours');
    const nothing = { round: null, before: null, items: [] };
    expect(selfEvaluationBlocks(nothing)[0]).toMatchObject({ type: 'paragraph' });
  });
});

test('ranks go up the scale of each framework', () => {
  for (const framework of FRAMEWORKS) {
    const ranks = FRAMEWORK[framework].ratings.map(({ value }) => rankOf(framework, value));
    expect(ranks).toEqual([0, 1, 2, 3]);
  }
  expect(rankOf('fhn-principles' satisfies FrameworkId, 'basic')).toBeNull();
});

test('what is tied is not offered again, and what speaks to an item comes first', () => {
  const all = [
    { key: 'board:1', words: 'Board' },
    { key: 'sites:register', words: 'Sites' },
    { key: 'survey:1', words: 'Survey' },
  ];
  const item = { framework: 'fhn-principles', id: 'FHN-05' } as const;
  const offers = offersFor(item, all, [{ key: 'survey:1' }]);
  expect(offers.first.map(({ key }) => key)).toEqual(['sites:register']);
  expect(offers.others.map(({ key }) => key)).toEqual(['board:1']);
});

test('two people’s words are laid beside each other where they differ', () => {
  const typed = EvaluationForm.parse({ rating: 'begun', evidence: 'Mine' });
  const saved = said('r2', 'FHN-01', { rating: 'in-place', evidence: 'Mine' });
  expect(evaluationDifferences('fhn-principles', typed, saved)).toEqual([
    { field: 'Rating', yours: '◔ Begun', theirs: '◑ In place' },
  ]);
});
