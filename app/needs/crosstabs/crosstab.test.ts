import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { columnsOf } from '#app/survey/columns.ts';
import { Definition } from '#app/survey/definition.ts';
import { resultsFrom } from '#app/survey/results.ts';
import type { Answers } from '#app/survey/steps.ts';
import { crosstabOf, type CrossTable, type ShareOf } from './crosstab.ts';
import type { Wanted } from './fit.ts';
import { Variables } from './variables.ts';

const survey = Definition.parse({
  pages: [
    {
      name: 'all',
      elements: [
        { type: 'radiogroup', name: 'ward', title: 'Where?', choices: ['A', 'B', 'C'] },
        { type: 'radiogroup', name: 'wish', title: 'What first?', choices: ['X', 'Y', 'Z'] },
        {
          type: 'radiogroup',
          name: 'who',
          title: 'Who are you?',
          choices: ['mother', 'father', 'other'],
          showRefuseItem: true,
        },
        {
          type: 'checkbox',
          name: 'barriers',
          title: 'Why not?',
          choices: ['hours', 'cost', 'far'],
        },
        {
          type: 'radiogroup',
          name: 'use',
          title: 'Do you use it?',
          choices: ['often', 'some', 'never'],
        },
        {
          type: 'rating',
          name: 'worth',
          title: 'How useful?',
          rateMax: 3,
          visibleIf: "{use} <> 'never'",
        },
        { type: 'comment', name: 'words', title: 'Anything else?' },
      ],
    },
  ],
});

const RULE = { threshold: 5 };

function variablesOf(answers: readonly Answers[]): Variables {
  const held = columnsOf(survey, answers, RULE.threshold);
  return new Variables(held, resultsFrom(held, RULE), [], RULE);
}

const wanted = (
  row: string,
  by: string,
  filter: Wanted['filter'] = null,
  share: ShareOf = 'columns',
) => ({
  row,
  by,
  filter,
  share,
});

function table(answers: readonly Answers[], ...of: Parameters<typeof wanted>): CrossTable {
  const found = crosstabOf(variablesOf(answers), wanted(...of), null, RULE);
  if (!found.ok) throw new Error(found.why);
  return found.table;
}

const counts = ({ rows }: CrossTable) => rows.map(({ cells }) => cells.map(({ count }) => count));

/** Answers by ward and wish, so many of each. */
const byWard = (numbers: readonly (readonly number[])[], more: Answers = {}): Answers[] =>
  numbers.flatMap((row, w) =>
    row.flatMap((n, x) =>
      Array.from({ length: n }, () => ({ ward: 'ABC'[w], wish: 'XYZ'[x], ...more })),
    ),
  );

const WORKED = [
  [20, 3, 12],
  [15, 18, 9],
  [10, 14, 30],
];

describe('a table of two questions', () => {
  it('is the published mask of the worked example', () => {
    const found = table(byWard(WORKED), 'ward', 'wish');
    expect(counts(found)).toEqual([
      [20, HIDDEN, HIDDEN],
      [15, HIDDEN, HIDDEN],
      [10, 14, 30],
    ]);
    expect(found.columns.map(({ base }) => base)).toEqual([45, 35, 51]);
    expect(found.rows.map(({ base }) => base)).toEqual([35, 42, 54]);
    expect(found).toMatchObject({ base: 131, leftOut: 0, hidden: 4 });
  });

  it('has shares of the column or of the row with their interval, and none where a number is hidden', () => {
    const found = table(byWard(WORKED), 'ward', 'wish');
    expect(found.rows[0]?.cells[0]?.share).toBeCloseTo(20 / 45, 12);
    expect(found.rows[0]?.cells[1]).toMatchObject({ share: null, interval: null, mark: null });
    expect(found.rows[0]?.all.share).toBeCloseTo(35 / 131, 12);
    const rows = table(byWard(WORKED), 'ward', 'wish', null, 'rows');
    expect(rows.rows[0]?.cells[0]?.share).toBeCloseTo(20 / 35, 12);
  });

  it('is tested by what it shows: lines with hidden numbers are one', () => {
    const [test] = table(byWard(WORKED), 'ward', 'wish').tests;
    // X against the rest, by ward: 20/15, 15/27, 10/44.
    expect(test).toMatchObject({ joined: true, method: 'chi-square' });
    expect(test?.p).toBeGreaterThan(0.0001);
    expect(test?.p).toBeLessThan(0.01);
  });

  it('refuses the filter that would give ward A’s three away', () => {
    const answers = [
      ...byWard(
        [
          [60, 3, 12],
          [15, 50, 9],
          [10, 14, 60],
        ],
        { who: 'mother' },
      ),
      ...byWard([[1, 1, 1]], { who: 'father' }),
    ];
    const found = crosstabOf(
      variablesOf([...answers, ...byWard([[0, 6, 0]], { who: 'other' })]),
      wanted('ward', 'wish', { name: 'who', value: 'mother' }),
      null,
      RULE,
    );
    expect(found).toMatchObject({ ok: false });
  });

  it('shows a filtered table where it parts people evenly', () => {
    const answers = ['mother', 'father'].flatMap((who) =>
      byWard(
        [
          [20, 30, 20],
          [15, 18, 19],
          [10, 14, 30],
        ],
        { who },
      ),
    );
    const found = table(answers, 'ward', 'wish', { name: 'who', value: 'father' });
    expect(found.filter).toEqual({ title: 'Who are you?', label: 'father' });
    expect(found).toMatchObject({ base: 176, hidden: 0 });
  });

  it('hides a small number in every slice of a filter, and whoever sees both sees it in none', () => {
    const mothers = byWard(
      [
        [20, 30, 20],
        [15, 18, 19],
        [10, 14, 30],
      ],
      { who: 'mother' },
    );
    const fathers = byWard(
      [
        [20, 2, 20],
        [15, 18, 19],
        [10, 14, 30],
      ],
      { who: 'father' },
    );
    const [one, other] = ['mother', 'father'].map((value) =>
      table([...mothers, ...fathers], 'ward', 'wish', { name: 'who', value }),
    );
    expect(one?.rows[0]?.cells[1]?.count).toBe(HIDDEN);
    expect(other?.rows[0]?.cells[1]?.count).toBe(HIDDEN);
    expect(one?.hidden).toBe(other?.hidden);
    expect(one?.hidden).toBeLessThan(9);
  });
});

describe('what was joined, left out and asked of some', () => {
  it('joins answers that the question’s own table hides', () => {
    const answers = [
      ...byWard(
        [
          [40, 30, 20],
          [30, 20, 30],
          [20, 30, 30],
        ],
        { who: 'mother' },
      ),
      ...byWard([[6, 6, 6]], { who: 'father' }),
      ...byWard([[1, 0, 0]], { who: 'other' }),
      ...byWard([[4, 0, 4]], { who: 'refused' }),
      ...byWard([[6, 0, 4]], { who: null }),
    ];
    const found = table(answers, 'who', 'ward');
    expect(found.rows.map(({ label }) => label)).toEqual([
      'mother',
      'Other answers, joined because few gave them',
    ]);
    expect(found.leftOut).toBe(18);
  });

  it('lays several answers against one, the base being those who answered', () => {
    const answers = [
      ...byWard([[30, 0, 0]], { barriers: ['hours', 'cost'] }),
      ...byWard([[0, 25, 0]], { barriers: ['hours'] }),
      ...byWard([[20, 15, 0]], { barriers: ['far'] }),
      ...byWard([[9, 9, 0]], { barriers: null }),
    ];
    const found = table(answers, 'barriers', 'wish');
    expect(found.columns.map(({ label, base }) => [label, base])).toEqual([
      ['X', 50],
      ['Y', 40],
    ]);
    expect(found.rows.map(({ label }) => label)).toEqual(['hours', 'cost', 'far']);
    expect(found.rows[2]?.cells.map(({ count }) => count)).toEqual([20, 15]);
    expect(found.tests.map(({ about }) => about)).toContain('far');
    expect(found.row.several).toBe(true);
  });

  it('counts of a follow-up only those who were asked it', () => {
    const answers = [
      ...byWard(
        [
          [20, 20, 0],
          [20, 20, 0],
        ],
        { use: 'often', worth: 3 },
      ),
      ...byWard(
        [
          [10, 20, 0],
          [20, 15, 0],
        ],
        { use: 'some', worth: 1 },
      ),
      ...byWard(
        [
          [15, 25, 0],
          [20, 20, 0],
        ],
        { use: 'never' },
      ),
    ];
    const found = table(answers, 'worth', 'wish');
    expect(found.base).toBe(145);
    expect(found.notes).toEqual(['Only those who were asked “How useful?” are counted.']);
    expect(found.means?.columns[0]?.mean).toBeCloseTo((40 * 3 + 30) / 70, 12);
    const byUse = table(answers, 'worth', 'use');
    expect(byUse.columns.map(({ label }) => label)).toEqual(['often', 'some']);
  });

  it('says why something cannot be shown', () => {
    const answers = byWard(WORKED, { words: 'Open on Saturdays' });
    const why = (row: string, by: string) => {
      const found = crosstabOf(variablesOf(answers), wanted(row, by), null, RULE);
      return found.ok ? '' : found.why;
    };
    expect(why('words', 'ward')).toContain('own words');
    expect(why('ward', 'ward')).toContain('two different');
    expect(why('ward', 'nowhere')).toContain('no such question');
    expect(why('ward', 'who')).not.toBe('');
  });
});

describe('weights', () => {
  const answers = byWard([
    [20, 30, 20],
    [15, 18, 19],
    [10, 14, 30],
  ]);
  const weights = Float64Array.from(answers, ({ ward }) => (ward === 'A' ? 2 : 0.5));

  it('stand beside what was counted, with the effective base', () => {
    const found = crosstabOf(variablesOf(answers), wanted('ward', 'wish'), weights, RULE);
    if (!found.ok) throw new Error(found.why);
    const cell = found.table.rows[0]?.cells[0];
    expect(cell?.share).toBeCloseTo(20 / 45, 12);
    expect(cell?.weighted).toBeCloseTo(40 / (40 + 12.5), 12);
    expect(found.table.columns[0]?.effective).toBeCloseTo(52.5 ** 2 / (80 + 25 * 0.25), 9);
    expect(found.table.tests[0]?.method).toBe('rao-scott');
  });

  it('are not shown where something of the whole is hidden', () => {
    const few = byWard(WORKED);
    const ones = Float64Array.from(few, () => 1);
    const found = crosstabOf(variablesOf(few), wanted('ward', 'wish'), ones, RULE);
    if (!found.ok) throw new Error(found.why);
    const shown = found.table.rows.map(({ cells }) =>
      cells.map(({ weighted }) => weighted !== null),
    );
    expect(shown).toEqual([
      [true, false, false],
      [true, false, false],
      [true, false, false],
    ]);
  });
});

describe('every table of any answers', () => {
  it('never shows a small number, nor a share, an interval or a mean of one', () => {
    const one = fc.record({
      ward: fc.constantFrom('A', 'B', 'C', null),
      wish: fc.constantFrom('X', 'Y', 'Z'),
      who: fc.constantFrom('mother', 'mother', 'mother', 'father', 'other', 'refused'),
      barriers: fc.subarray(['hours', 'cost', 'far'], { minLength: 1 }),
      use: fc.constantFrom('often', 'some', 'never'),
      worth: fc.constantFrom(1, 2, 3),
    });
    const names = ['ward', 'wish', 'who', 'barriers', 'use', 'worth'];
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 20, maxLength: 150 }),
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        fc.constantFrom(null, { name: 'who', value: 'mother' }, { name: 'ward', value: 'A' }),
        (drawn, row, by, filter) => {
          const sets = drawn.map(({ worth, ...rest }) =>
            rest.use === 'never' ? rest : { ...rest, worth },
          );
          const found = crosstabOf(variablesOf(sets), wanted(row, by, filter), null, RULE);
          if (!found.ok) {
            expect(found.why).not.toBe('');
            return;
          }
          const { rows, columns, base, leftOut } = found.table;
          const shown = [
            ...counts(found.table).flat(),
            ...[...rows, ...columns].map((line) => line.base),
            ...rows.map(({ all }) => all.count),
            base,
            leftOut,
          ];
          expect(shown.filter((each) => each !== HIDDEN && each > 0 && each < 5)).toEqual([]);
          for (const { cells } of rows) {
            for (const cell of cells) if (cell.count === HIDDEN) expect(cell.share).toBeNull();
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
