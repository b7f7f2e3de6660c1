import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#app/survey/csv.ts';
import { measureOf } from './measure.ts';
import { readValues, type Known } from './read-values.ts';
import { valuesCsv } from './values-csv.ts';
import { shownValues, type KeptValue } from './values.ts';

const share = measureOf({
  id: 'share',
  kind: 'measure',
  on: 'b',
  more: { label: 'Ready for school', unit: 'per cent', breakdowns: 'sex' },
});
const count = measureOf({
  id: 'count',
  kind: 'measure',
  on: 'b',
  more: { label: 'Families', unit: 'families', breakdowns: 'sex,place' },
});

const known = (more: Partial<Known> = {}): Known => ({
  measures: [share, count],
  one: 'share',
  values: [],
  today: '2026-12-01',
  ...more,
});

const read = (text: string, more: Partial<Known> = {}) => {
  const csv = readCsv(new TextEncoder().encode(text));
  if (!csv.ok) throw new Error(csv.problems[0]?.message);
  return readValues(csv.rows, known(more));
};

const kept = (more: Partial<KeptValue>): KeptValue => ({
  id: 'v',
  measureId: 'share',
  start: '2026-04-01',
  end: '2026-06-30',
  value: 60,
  numerator: null,
  denominator: null,
  breakdown: '',
  group: '',
  note: '',
  personName: 'Priya',
  at: new Date(0),
  replacedBy: '',
  withdrawn: false,
  ...more,
});

describe('figures from a table', () => {
  it('come with their period, counts, group and note', () => {
    const { rows, problems } = read(
      'period,numerator,denominator,breakdown,group,note\nQ1 2026-27,30,50,,,first\nQ1 2026-27,16,25,gender,male,',
    );
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      {
        start: '2026-04-01',
        end: '2026-06-30',
        value: 60,
        numerator: 30,
        breakdown: '',
        note: 'first',
      },
      { value: 64, breakdown: 'sex', group: 'Male', line: 3, change: { kind: 'new' } },
    ]);
  });

  it.each([
    ['period,value\nsoon,5', 'is no period'],
    ['period,value\nJune 2026,lots', 'is no figure for the value'],
    ['period,value\nJune 2026,171', 'between 0 and 100'],
    ['period,numerator,denominator\nJune 2026,60,50', 'more than the denominator'],
    ['period,numerator,denominator\nJune 2026,60,', 'or neither'],
    ['period,numerator,denominator\nJune 2026,0,0', 'above 0'],
    ['period,value,numerator,denominator\nJune 2026,61,30,50', 'but 30 of 50 makes 60%'],
    ['period,value,breakdown,group\nJune 2026,6,sex,martian', 'is no group'],
    ['period,value,group\nJune 2026,6,Male', 'Say by what'],
    ['period,value\nJune 2026,6\nJune 2026,7', 'stands on line 2 with another value'],
    ['period,value,measure\nJune 2026,6,Nothing', 'There is no measure “Nothing”'],
    ['when,what\nJune 2026,6', 'must have the heading “period”'],
    ['period,what\nJune 2026,6', 'must have the heading “value”'],
    ['period,value,measure\nJune 2026,6.5,Families', 'not a whole number'],
    ['period,value,measure\nJune 2026,-6,Families', 'below 0'],
  ])('%j is refused', (text, message) => {
    const { problems } = read(text);
    expect(problems.map((problem) => problem.message).join(' ')).toContain(message);
  });

  it('need to say of which measure, where there are several', () => {
    expect(read('period,value\nJune 2026,6', { one: null }).problems).toHaveLength(1);
    expect(
      read('measure,period,value\nready for SCHOOL,June 2026,6', { one: null }).rows,
    ).toMatchObject([{ measureId: 'share' }]);
  });

  it('are checked against their totals, and unknown is kept apart', () => {
    const head = 'measure,period,value,breakdown,group\n';
    const over = `${head}Families,June 2026,100,,\nFamilies,June 2026,60,sex,Female\nFamilies,June 2026,50,sex,Male`;
    expect(read(over).problems.map(({ message }) => message)).toEqual([
      'The groups by “Sex” of Jun 2026 add up to 110, more than the total of 100.',
    ]);
    const under = `${head}Families,June 2026,100,,\nFamilies,June 2026,60,sex,Female\nFamilies,June 2026,30,sex,Male`;
    expect(read(under).problems).toEqual([]);
    expect(read(under).remarks.map(({ message }) => message)).toEqual([
      '10 of 100 in Jun 2026 are in no group by “Sex”. Add them under “Unknown”, so that nobody is lost.',
    ]);
    expect(read(`${under}\nFamilies,June 2026,10,sex,not known`).remarks).toEqual([]);
  });

  it('are checked against totals that stand already', () => {
    const values = [
      kept({ measureId: 'count', start: '2026-06-01', end: '2026-06-30', value: 20 }),
    ];
    const text = 'measure,period,value,breakdown,group\nFamilies,June 2026,30,sex,Male';
    expect(read(text, { values }).problems).toHaveLength(1);
  });

  it('say what they correct, and pass over what is there', () => {
    const values = [kept({}), kept({ id: 'w', start: '2026-07-01', end: '2026-09-30', value: 62 })];
    const { rows } = read('period,value\nQ1 2026-27,61\nQ2 2026-27,62', { values });
    expect(rows.map(({ change }) => change)).toEqual([
      { kind: 'correct', was: 60 },
      { kind: 'same' },
    ]);
  });

  it('are looked at where periods overlap or are not over', () => {
    const { remarks } = read('period,value\n2026/27,61\nQ1 2026-27,62');
    const said = remarks.map(({ message }) => message).join(' ');
    expect(said).toContain('overlaps');
    expect(said).toContain('not over yet');
    expect(said).toContain('financial year');
  });

  it('come back from our own file as they went out', () => {
    const values = [
      kept({ numerator: 30, denominator: 50 }),
      kept({
        id: 'x',
        breakdown: 'sex',
        group: 'Male',
        value: 64,
        numerator: 16,
        denominator: 25,
        note: '=1+1',
      }),
    ];
    const csv = valuesCsv([
      { measure: share, outcome: 'Ready', values: shownValues(values, 'per cent') },
    ]);
    const again = read(csv, { values, one: null });
    expect(again.problems).toEqual([]);
    expect(again.rows.map(({ change }) => change.kind)).toEqual(['same', 'same']);
  });

  it('that are hidden in a file are left out and said', () => {
    const { rows, remarks, problems } = read(
      'period,value,numerator,denominator\nJune 2026,[c],[c],[c]',
    );
    expect([rows, problems]).toEqual([[], []]);
    expect(remarks[0]?.message).toContain('hidden');
  });

  it('never throw, whatever stands in the cells', () => {
    const cells = fc.array(fc.array(fc.string(), { maxLength: 6 }), { maxLength: 5 });
    fc.assert(
      fc.property(cells, (rows) => {
        const head = ['period', 'value', 'numerator', 'denominator', 'breakdown', 'group'];
        expect(readValues([head, ...rows], known()).rows).toBeDefined();
        expect(readValues(rows, known()).rows).toBeDefined();
      }),
    );
  });
});
