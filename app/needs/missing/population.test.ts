import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOf, sharesOf, type Margin } from './margin.ts';
import { populationTable, readPopulationTable } from './population-file.ts';
import { linesFor, readFigure, readGroups, totalsApart } from './population-form.ts';

const OPTIONS = [
  { value: 'under-18', text: 'Under 18' },
  { value: '18-24', text: '18 to 24' },
  { value: '25-over', text: '25 or over' },
];

describe('figures as people write them', () => {
  it.each([
    ['12,345', 12345],
    [' 12.5 % ', 12.5],
    ['', null],
    ['about 5', NaN],
    ['-3', NaN],
    ['1e9', NaN],
  ])('%s is %s', (typed, value) => {
    expect(readFigure(typed)).toEqual(value);
  });
});

describe('groups of the population', () => {
  const line = (option: string, group: string, figure: string) => ({ option, group, figure });

  it('merge answers of the same name and add up their figures', () => {
    const { groups, problems } = readGroups(
      [line('under-18', 'Under 25', '1'), line('18-24', 'under 25', '11'), line('25', '25+', '88')],
      'percent',
    );
    expect(problems).toEqual([]);
    expect(groups).toEqual([
      { label: 'Under 25', options: ['under-18', '18-24'], figure: 12 },
      { label: '25+', options: ['25'], figure: 88 },
    ]);
  });

  it('must come to 100 per cent, each with a figure', () => {
    const wrong = (...lines: ReturnType<typeof line>[]) =>
      readGroups(lines, 'percent').problems.map(({ message }) => message);
    expect(wrong(line('a', 'A', '60'), line('b', 'B', '30'))).toEqual([
      'The groups come to 90%. They must come to 100%',
    ]);
    expect(wrong(line('a', 'A', '100'), line('b', 'B', ''))).toEqual([
      'Enter a figure above 0 for “B”, or merge it with another group',
    ]);
    expect(wrong(line('a', 'A', '100'))).toEqual([
      'Name at least two groups, so that there is something to compare',
    ]);
    expect(wrong(line('a', 'A', 'x'), line('b', 'B', '100'))[0]).toBe('Enter “x” as a number');
    expect(wrong(line('a', '', '40'), line('b', 'B', '60'))[0]).toMatch(/Name the group/);
  });

  it('are whole people where people are counted', () => {
    const { problems } = readGroups([line('a', 'A', '10.5'), line('b', 'B', '20')], 'people');
    expect(problems).toHaveLength(1);
  });

  it('come back as the lines that they were typed in', () => {
    const typed = [
      line('under-18', 'Under 25', '12'),
      line('18-24', 'Under 25', ''),
      line('25-over', '', ''),
    ];
    const margin: Margin = {
      question: 'age',
      unit: 'percent',
      groups: [{ label: 'Under 25', options: ['under-18', '18-24'], figure: 12 }],
      source: 'Census 2021',
      asAt: '2021-03-21',
      assumed: false,
    };
    expect(linesFor(OPTIONS, margin)).toEqual(typed);
    // An answer that is no longer asked takes no figure with it.
    expect(linesFor(OPTIONS.slice(1), margin)[0]).toEqual(line('18-24', 'Under 25', '12'));
    expect(linesFor(OPTIONS, undefined).map(({ group }) => group)).toEqual([
      'Under 18',
      '18 to 24',
      '25 or over',
    ]);
  });
});

describe('the group of a set of answers', () => {
  const margin = {
    question: 'sex',
    groups: [{ label: 'Men', options: ['male'], figure: 1 }],
  };
  it.each([
    [{ sex: 'male' }, 0],
    [{ sex: 'female' }, 'not-compared'],
    [{ sex: 'refused' }, 'prefer-not-to-say'],
    [{ sex: null }, 'no-reply'],
    [{}, 'not-asked'],
  ])('%j is %s', (answers, group) => {
    expect(groupOf(margin, answers)).toBe(group);
  });
});

describe('margins that count people', () => {
  it('should count the same people', () => {
    const of = (question: string, ...figures: number[]) => ({
      question,
      unit: 'people' as const,
      groups: figures.map((figure, at) => ({ label: String(at), options: [], figure })),
    });
    expect(totalsApart([of('a', 500, 500), of('b', 990, 9)])).toBeNull();
    expect(totalsApart([of('a', 500, 500), of('b', 700, 9)])).toMatchObject({
      least: { question: 'b', people: 709 },
      most: { question: 'a', people: 1000 },
    });
    expect(totalsApart([])).toBeNull();
  });
});

describe('the file of what families look like', () => {
  const questions = [
    { name: 'sex', options: ['male', 'female'] },
    { name: 'age', options: ['under-18', '18-24', '25;over\\'] },
  ];

  it('comes back as it went', () => {
    const word = fc.constantFrom('Men', 'Young, “poor”', '=1+1', 'ب', 'a;b');
    const some = fc.record({
      unit: fc.constantFrom('people' as const),
      assumed: fc.boolean(),
      word,
    });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 1e6 }), ({ unit, assumed, word: label }, n) => {
        const margins: Margin[] = [
          {
            question: 'age',
            unit,
            groups: [
              { label, options: ['under-18', '18-24'], figure: n },
              { label: 'Others', options: ['25;over\\'], figure: n * 2 },
            ],
            source: 'Census 2021, table TS007',
            asAt: '2021-03-21',
            assumed,
          },
        ];
        expect(readPopulationTable(populationTable(margins), questions)).toEqual({
          ok: true,
          margins,
        });
        expect(sharesOf(margins[0] ?? { groups: [] })[0]).toBeCloseTo(1 / 3, 12);
      }),
    );
  });

  it('says line by line what is wrong, and takes nothing', () => {
    const read = readPopulationTable(
      [
        ['question', 'group', 'answers', 'figure', 'unit', 'source', 'as_at'],
        ['sex', 'Men', 'male', '49', 'percent', 'Census', '2021-03-21'],
        ['sex', 'Women', 'femail', '-1', 'share', '', '21/3/2021'],
        ['colour', 'Blue', 'blue', '5', 'percent', 'Census', '2021-03-21'],
      ],
      questions,
    );
    if (read.ok) throw new Error('it was taken');
    expect(read.problems.filter(({ line }) => line === 3)).toHaveLength(5);
    expect(read.problems).toContainEqual({
      line: 4,
      message: '“colour” is no question that can be compared',
    });
    expect(readPopulationTable([['a', 'b']], questions)).toMatchObject({ ok: false });
    expect(readPopulationTable([], questions)).toMatchObject({ ok: false });
  });

  it('refuses an answer in two groups, and shares that are not all', () => {
    const row = (group: string, answers: string, figure: string) => [
      'sex',
      group,
      answers,
      figure,
      'percent',
      'Census',
      '2021-03-21',
    ];
    const header = populationTable([])[0] ?? [];
    const twice = readPopulationTable(
      [header, row('Men', 'male', '50'), row('All', 'male; female', '50')],
      questions,
    );
    expect(twice).toMatchObject({ ok: false });
    const half = readPopulationTable(
      [header, row('Men', 'male', '50'), row('Women', 'female', '40')],
      questions,
    );
    expect(half).toMatchObject({
      problems: [{ message: expect.stringContaining('90%') as string }],
    });
  });
});
