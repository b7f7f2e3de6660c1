import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#app/survey/csv.ts';
import { checkTable, tableReport, type CheckedTable } from './printed-table.ts';

/** The table of these CSV lines, checked. */
function checked(lines: string[], title = 'A table'): CheckedTable {
  const csv = readCsv(new TextEncoder().encode(lines.join('\n')));
  if (!csv.ok) throw new Error(csv.problems[0]?.message);
  const result = checkTable(csv.rows, title);
  if (!result.ok) throw new Error(result.message);
  return result.table;
}

const found = (table: CheckedTable) =>
  table.problems.map(({ row, column, printed, computed }) => [row, column, printed, computed]);

// Tables as printed in Family Hubs: an interim review (Centre for Social Justice, October 2024).
const HALTON_ADULTS = [
  'Local Hub,Number,Adult,%',
  'Kingsway Family Hub,4258,,22%',
  'Brookvale Family Hub,4203,,21%',
  'Halton Lodge Family Hub,3839,,18%',
  'Ditton Family Hub,2310,,13%',
  'Warrington Road Family Hub,2226,,12%',
  'Windmill Hill Family Hub,1897,,10%',
  'All Saints Upton Family Hub,828,,4%',
  'Grand Total,19561,,100%',
];

const HALTON_UNDER_FIVES = [
  'Local Hub,Number,Under 5,%',
  'Kingsway Family Hub,3641,,20%',
  'Halton Lodge Family Hub,3614,,20%',
  'Brookvale Family Hub,3262,,18%',
  'Ditton Family Hub,2539,,14%',
  'Windmill Hill Family Hub,2287,,13%',
  'Warrington Road Family Hub,1831,,10%',
  'All Saints Upton Family Hub,800,,4%',
  'Grand Total,17974,,100%',
];

const DONCASTER = [
  ',IDAC%,Total Reach',
  'Communities with the Highest levels of deprivation,10%,"15,688"',
  ',20%,7862',
  ',30%,4966',
  ',Total,"28,156"',
  ',70%,"15,790"',
  ',Outside Doncaster,953',
  ',Unknown,295',
  ',Overall Total,"45,554"',
];

const PERINATAL = [
  ',Absolute values,,,,In relation to current service provision,,,',
  ',Costs (£),Benefit (QALYs),Benefit (£),Net cost/benefit (£),Costs (£),Benefit (QALYs),Benefit (£),Net cost/benefit (£)',
  'Current provision,"111,309,460","1,085","21,694,100","89,615,360 COST",-,-,-,-',
  'Option 1,"98,853,220","2,743","54,865,210","34,988,010 (COST)","-21,456,230 (reduction)","1,659","33,171,110","54,627,350 BENEFIT"',
  'Option 2,"137,974,850","1,697","33,941,020","104,033,830 (COST)","26,665,390",612,"12,246,920","14,418,470C COST"',
];

describe('printed tables that do not add up', () => {
  it('finds exactly the three wrong percentages of Halton’s adults, and the right total', () => {
    const table = checked(HALTON_ADULTS);
    expect(found(table)).toEqual([
      ['Halton Lodge Family Hub', '%', 18, 20],
      ['Ditton Family Hub', '%', 13, 12],
      ['Warrington Road Family Hub', '%', 12, 11],
    ]);
    expect(table.totals).toEqual([
      { row: 'Grand Total', column: 'Number', printed: 19_561, computed: 19_561, holds: true },
    ]);
    expect(table.notes).toEqual([]);
    expect(table.problems[0]?.message).toBe(
      '3,839 of 19,561 is 20%, and 18% is printed for “Halton Lodge Family Hub”.',
    );
  });

  it('says that rounding alone makes the under-fives’ percentages add to 99', () => {
    const table = checked(HALTON_UNDER_FIVES);
    expect(table.problems).toEqual([]);
    expect(table.totals[0]).toMatchObject({ printed: 17_974, holds: true });
    expect(table.notes).toEqual([expect.stringContaining('add up to 99, not 100')]);
  });

  it('finds Doncaster’s subtotal with two digits changed over; the overall total holds', () => {
    const table = checked(DONCASTER);
    expect(found(table)).toEqual([['Total', 'Total Reach', 28_156, 28_516]]);
    expect(table.problems[0]?.message).toContain('same in another order');
    expect(table.problems[0]?.message).toContain('“Overall Total” (45,554) holds only with 28,516');
    expect(table.totals[1]).toMatchObject({ row: 'Overall Total', printed: 45_554, holds: true });
    const group = 'Communities with the Highest levels of deprivation';
    expect(table.lines[1]).toMatchObject({ label: '20%', group, kind: 'row' });
    expect(table.lines[4]).toMatchObject({ label: '70%', group: '', kind: 'row' });
  });

  it('finds the perinatal cost that its own net and change contradict, not its neighbours', () => {
    expect(found(checked(PERINATAL))).toEqual([
      ['Option 1', 'Absolute values: Costs (£)', 98_853_220, 89_853_220],
    ]);
  });

  it('finds a total across that its row does not make', () => {
    const table = checked([
      'Hub,Spring,Summer,Total',
      'Aldermere,10,20,30',
      'Brookside,11,21,33',
      'Dunsley,12,22,34',
    ]);
    expect(found(table)).toEqual([['Brookside', 'Total', 33, 32]]);
  });

  it('holds a second subtotal against its own rows and the grand total against all', () => {
    const table = checked([
      'Site,Visits',
      'A,10',
      'B,20',
      'North total,30',
      'C,5',
      'D,6',
      'South total,12',
      'Grand total,41',
    ]);
    expect(found(table)).toEqual([['South total', 'Visits', 12, 11]]);
  });
});

describe('what is not a mistake', () => {
  it('takes either way of rounding a half, and decimals as printed', () => {
    const lines = [
      'Hub,Visits,%',
      'A,25,12.5%',
      'B,25,13%',
      'C,25,12%',
      'D,125,62.5%',
      'Total,200,100%',
    ];
    expect(checked(lines).problems).toEqual([]);
  });

  it('does not mistake percentages of something else for wrong ones', () => {
    const table = checked([
      'Said,Base,%',
      'Felt supported,148,94%',
      'Knew of the hubs,148,44%',
      'Had not used one,148,47%',
    ]);
    expect(table.problems).toEqual([]);
    expect(table.notes[0]).toContain('could not be checked');
  });

  it('finds percentages of another count of the same row', () => {
    const table = checked([
      'Area,Children,Reached,% reached',
      'North,200,50,25%',
      'South,400,100,25%',
      'East,100,40,44%',
      'Total,700,190,27%',
    ]);
    expect(found(table)).toEqual([['East', '% reached', 44, 40]]);
  });

  it('does not take “All Saints” for a total, nor add averages, ranks or mixed units', () => {
    expect(checked(['Hub,Visits', 'All Saints,5', 'Totland,6']).totals).toEqual([]);
    expect(checked(['Hub,Average visits', 'A,5', 'B,6', 'Total,5.5']).totals).toEqual([]);
    const mixed = ['Item,Value,Unit', 'Cost,2098000,GBP', 'Staff,92,%', 'Total,5,GBP'];
    expect(checked(mixed).totals).toEqual([]);
  });

  it('keeps a title printed above the headings, and years as headings', () => {
    const table = checked([
      'Attendance 2023 to 2024,,',
      'Hub,2023,2024',
      'A,1,2',
      'B,3,4',
      'Total,4,6',
    ]);
    expect(table.title).toBe('Attendance 2023 to 2024');
    expect(table.columns.map(({ header }) => header)).toEqual(['Hub', '2023', '2024']);
    expect(table.totals.every(({ holds }) => holds)).toBe(true);
  });

  it('counts no hidden or missing figure as zero', () => {
    const table = checked(['Hub,Visits', 'A,10', 'B,c', 'C,-', 'Total,10']);
    expect(table.problems).toEqual([]);
    expect(tableReport(table).rows[1]).toEqual({ label: 'B', figures: { Visits: null } });
  });

  it('refuses a file without figures, in words that say what to choose', () => {
    const result = checkTable(
      [
        ['Aim', 'Outcome'],
        ['Better', 'Health'],
      ],
      'x',
    );
    expect(result).toMatchObject({
      ok: false,
      message: expect.stringContaining('figures') as string,
    });
  });
});

describe('any table', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 3, maxLength: 12 });
  const linesOf = (values: number[], percents: string[], total: number) => [
    'Hub,Visits,%',
    ...values.map((value, i) => `Hub ${String.fromCharCode(65 + i)},${value},${percents[i] ?? ''}`),
    `Total,${total},100%`,
  ];

  it('that adds up has no problem, however it is rounded', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 2 }), (values, decimals) => {
        const total = values.reduce((a, b) => a + b, 0);
        const percents = values.map((value) => `${((value / total) * 100).toFixed(decimals)}%`);
        expect(checked(linesOf(values, percents, total)).problems).toEqual([]);
      }),
    );
  });

  it('with a wrong total is found out, and only there', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 500 }), (values, off) => {
        const total = values.reduce((a, b) => a + b, 0);
        const table = checked([
          'Hub,Visits',
          ...values.map((v, i) => `H${i},${v}`),
          `Total,${total + off}`,
        ]);
        expect(found(table)).toEqual([['Total', 'Visits', total + off, total]]);
      }),
    );
  });

  it('with one wrong percentage among four right ones is found out, and only there', () => {
    fc.assert(
      fc.property(counts, fc.nat(), fc.integer({ min: 2, max: 30 }), (values, at, off) => {
        fc.pre(values.length >= 5);
        const total = values.reduce((a, b) => a + b, 0);
        const wrong = at % values.length;
        const rounded = values.map((value) => Math.round((value / total) * 100));
        const percents = rounded.map((each, i) => `${i === wrong ? each + off : each}%`);
        expect(checked(linesOf(values, percents, total)).problems.map((p) => p.at.line)).toEqual([
          wrong,
        ]);
      }),
    );
  });
});
