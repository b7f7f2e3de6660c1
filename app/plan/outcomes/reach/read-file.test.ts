import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '#app/survey/csv.ts';
import { checksOf } from './check-reach.ts';
import { COUNTED } from './counting.ts';
import { cellOf, type Count } from './reach.ts';
import { readReach } from './read-file.ts';
import { reachRows } from './reach-file.ts';
import type { Known } from './reading.ts';

const SITES = ['Aldermere Family Hub', 'Brookside Family Hub', 'Dunsley Children’s Centre'].map(
  (name, at) => ({ id: `s${at}`, name, isOpen: true }),
);
const KNOWN: Known = { sites: SITES, what: 'users', keepStrange: false };

function read(lines: string[], known: Partial<Known> = {}) {
  const csv = readCsv(new TextEncoder().encode(lines.join('\n')));
  if (!csv.ok) throw new Error(csv.problems[0]?.message);
  return readReach(csv.rows, { ...KNOWN, ...known });
}
const said = (counts: readonly Count[]) =>
  counts.map(({ siteName, what, breakdown, group, count }) =>
    [siteName, what, breakdown, group, count].join(' | '),
  );

describe('one count a row', () => {
  it('reads sites, counts and groups under the names of their lists', () => {
    const { counts, problems } = read([
      'Site,What,Breakdown,Group,Count',
      'Aldermere Family Hub,People who used a service,,,"1,204"',
      'aldermere  family hub,QSU05,Gender,female,700',
      'All sites,attendances,,,5000',
      'Brookside Family Hub,users,Age,0–2,',
    ]);
    expect(problems).toEqual([]);
    expect(said(counts)).toEqual([
      'Aldermere Family Hub | users |  |  | 1204',
      'Aldermere Family Hub | users | sex | Female | 700',
      ' | attendances |  |  | 5000',
    ]);
    expect(counts[0]?.siteId).toBe('s0');
  });

  it('takes no name for another: it names those that are like it', () => {
    const { counts, problems } = read([
      'Site,What,Breakdown,Group,Count',
      'Brookside Hub,users,,,20',
      'Xyzzy,users,,,20',
    ]);
    expect(counts).toEqual([]);
    expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '2: No site is called “Brookside Hub”. Did you mean “Brookside Family Hub”?',
      '3: No site is called “Xyzzy”. The register has 3 sites, and none is like it.',
    ]);
    expect(said(read(['Site,What,Count', 'Xyzzy,users,20'], { keepStrange: true }).counts)).toEqual(
      ['Xyzzy | users |  |  | 20'],
    );
  });

  it('says what is no count, no group, nothing that is counted, and what stands twice', () => {
    const { problems, remarks } = read([
      'Site,What,Breakdown,Group,Count',
      'Aldermere Family Hub,users,,,12.5',
      'Aldermere Family Hub,users,,,-3',
      'Aldermere Family Hub,users,Sex,Martian,3',
      'Aldermere Family Hub,cups of tea,,,3',
      'Aldermere Family Hub,users,,,10',
      'Aldermere Family Hub,users,,,11',
      'Aldermere Family Hub,users,Sex,Male,[c]',
    ]);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 7]);
    expect(problems[2]?.message).toContain('The groups are: Female; Male;');
    expect(remarks[0]?.message).toContain('“[c]” stands for no figure');
  });
});

describe('tables as reports print them', () => {
  // Family Hubs: an interim review (Centre for Social Justice, October 2024).
  const ADULTS = [
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

  it('Halton’s adults: seven sites, the total, and the three percentages that are wrong', () => {
    const { counts, problems, printed } = read(ADULTS, { sites: [], what: 'adults' });
    expect(problems).toEqual([]);
    expect(counts).toHaveLength(8);
    expect(said(counts).at(-1)).toBe(' | adults |  |  | 19561');
    expect(printed).toEqual([
      '3,839 of 19,561 is 20%, and 18% is printed for “Halton Lodge Family Hub”.',
      '2,310 of 19,561 is 12%, and 13% is printed for “Ditton Family Hub”.',
      '2,226 of 19,561 is 11%, and 12% is printed for “Warrington Road Family Hub”.',
    ]);
    const around = { quarter: '2024-25-Q1', today: '2026-01-01', sites: [], before: [] } as const;
    expect(checksOf(counts, around)).toEqual([]);
  });

  it('Halton’s under-fives: the total holds, and rounding alone makes 99', () => {
    const { counts, printed, notes } = read(
      [
        'Local Hub,Number,Under 5,%',
        'Kingsway Family Hub,3641,,20%',
        'Halton Lodge Family Hub,3614,,20%',
        'Brookvale Family Hub,3262,,18%',
        'Ditton Family Hub,2539,,14%',
        'Windmill Hill Family Hub,2287,,13%',
        'Warrington Road Family Hub,1831,,10%',
        'All Saints Upton Family Hub,800,,4%',
        'Grand Total,17974,,100%',
      ],
      { sites: [], what: 'children' },
    );
    expect(counts.at(-1)).toMatchObject({ siteName: '', what: 'children', count: 17_974 });
    expect(printed).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('add up to 99, not 100')]);
  });

  it('Doncaster’s reach: the subtotal has two digits changed over, the overall total holds', () => {
    const { counts, printed } = read(
      [
        ',IDAC%,Total Reach',
        'Communities with the Highest levels of deprivation,10%,"15,688"',
        ',20%,7862',
        ',30%,4966',
        ',Total,"28,156"',
        ',70%,"15,790"',
        ',Outside Doncaster,953',
        ',Unknown,295',
        ',Overall Total,"45,554"',
      ],
      { sites: [] },
    );
    expect(printed[0]).toContain('add up to 28,516, and 28,156 is printed');
    expect(counts.at(-1)).toMatchObject({ siteName: '', what: 'users', count: 45_554 });
    const around = { quarter: '2024-25-Q1', today: '2026-01-01', sites: [], before: [] } as const;
    // What is kept adds up: the wrong subtotal is no count of its own.
    expect(checksOf(counts, around)).toEqual([]);
  });

  it('reads groups as columns, by name or with their breakdown before them', () => {
    const { counts, problems, remarks } = read([
      'Site,People,Female,Sex: Unknown,Age 0-2,Opening hours',
      'Aldermere Family Hub,100,60,5,20,38',
    ]);
    expect(problems).toEqual([]);
    expect(said(counts)).toEqual([
      'Aldermere Family Hub | users |  |  | 100',
      'Aldermere Family Hub | users | sex | Female | 60',
      'Aldermere Family Hub | users | sex | Unknown | 5',
      'Aldermere Family Hub | users | age | 0-2 | 20',
    ]);
    expect(remarks[0]?.message).toContain('“Opening hours” is no count that we know');
  });

  it('refuses what holds no count', () => {
    expect(read(['Name,Words', 'A,hello']).problems[0]?.message).toContain('no column of figures');
    expect(read(['Site,Rainfall', 'Aldermere Family Hub,3']).problems[0]?.message).toContain(
      'No heading names a count',
    );
  });
});

describe('there and back', () => {
  it('what is exported comes in again as it was', () => {
    const whats = COUNTED.flatMap(({ id, by }) => [
      { what: id, breakdown: '', group: '' },
      ...(by.some(({ key }) => key === 'sex')
        ? [{ what: id, breakdown: 'sex', group: 'Prefer not to say' }]
        : []),
    ]);
    const one = fc.record({
      site: fc.constantFrom({ id: '', name: '' }, ...SITES),
      part: fc.constantFrom(...whats),
      count: fc.nat(100_000),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(one, {
          selector: ({ site, part }) => cellOf({ siteName: site.name, ...part }),
        }),
        (some) => {
          const counts: Count[] = some.map(({ site, part, count }) => ({
            ...{ siteId: site.id, siteName: site.name, count },
            ...part,
          }));
          const csv = readCsv(
            new TextEncoder().encode(writeCsv(reachRows(counts), { forExcel: true })),
          );
          if (!csv.ok) throw new Error('unreadable');
          const back = readReach(csv.rows, KNOWN);
          expect(back.problems).toEqual([]);
          expect(back.counts).toEqual(counts);
        },
      ),
    );
  });
});
