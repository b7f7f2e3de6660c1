import { describe, expect, test } from 'vitest';
import { readAreaFile, type AreaFile } from './area-file.ts';
import { areaPage } from './area-page.ts';
import { linksPage } from './links-page.ts';
import { maskedAreas, sumsThatStand } from './own-counts.ts';

const rows = (text: string) => text.split('\n').map((line) => line.split(','));

function file(text: string): AreaFile {
  const cells = rows(text);
  const read = readAreaFile(
    cells,
    cells.map((_, at) => at + 1),
  );
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.file;
}

const LONG = file(`area_code,area_name,period,sex,referrals,plans
E06000001,Hartlepool,2022,Girls,1,10
E06000001,Hartlepool,2023,Girls,2,20
E06000001,Hartlepool,2022,Boys,3,30
E06000001,Hartlepool,2023,Boys,4,40
E92000001,England,2022,Girls,100,1000
E92000001,England,2023,Girls,200,2000
E92000001,England,2022,Boys,300,3000
E92000001,England,2023,Boys,400,4000`);

const ask = (more: Partial<Parameters<typeof areaPage>[2]> = {}) =>
  areaPage(LONG.measures, LONG.areas, { measure: '', search: '', page: 1, ...more });

describe('a long file', () => {
  test('begins at the newest period and is narrowed by figure, period and category', () => {
    const page = ask();
    expect(page.narrowing.map(({ label, values }) => [label, values])).toEqual([
      ['Figure', ['referrals', 'plans']],
      ['Period', ['2023', '2022']],
      ['Sex', ['Girls', 'Boys']],
    ]);
    expect(page.measure?.header).toBe('referrals: 2023, Girls');
    expect(page.columns.map(({ header }) => header)).toEqual([
      'referrals: 2023, Girls',
      'referrals: 2022, Girls',
    ]);
  });

  test('shows what was asked for, by choices or by the measure of an address', () => {
    const chosen = ask({ at: { figure: 'plans', period: '2022', sex: 'Boys' } });
    expect(chosen.measure?.header).toBe('plans: 2022, Boys');
    const key = chosen.measure?.key ?? '';
    expect(ask({ measure: key }).measure?.key).toBe(key);
    expect(ask({ at: { period: 'never' } }).measure?.header).toBe('referrals: 2023, Girls');
  });

  test('shows one kind of area at a time', () => {
    expect(ask().levels).toEqual([
      { level: 'local authorities', areas: 1 },
      { level: 'countries', areas: 1 },
    ]);
    const england = ask({ level: 'countries' });
    expect(england.areas.map(({ name }) => name)).toEqual(['England']);
  });
});

describe('own counts', () => {
  test('are gone where they are hidden, and every page is told where', () => {
    const areas = [7, 3, 9].map((n, at) => ({
      code: `E0100000${at}`,
      name: `${at}`,
      figures: { n },
    }));
    const { areas: shown, hidden } = maskedAreas(areas, [{ key: 'n', header: 'n' }]);
    expect(shown.map(({ figures }) => figures.n)).toEqual([null, null, 9]);
    expect([...hidden]).toEqual(['E01000000 n', 'E01000001 n']);
    expect(areas[1]?.figures.n).toBe(3);
  });

  test('a sum stands only where what it hides has room, alone and with the others', () => {
    expect(sumsThatStand([[], [3], [6]])).toEqual({ groups: [true, false, false], all: true });
    expect(sumsThatStand([[], [3, 6], []])).toEqual({ groups: [true, true, true], all: true });
    expect(sumsThatStand([[3, 6], [4], []]).groups).toEqual([false, false, true]);
    expect(sumsThatStand([[3], []])).toEqual({ groups: [false, true], all: false });
  });
});

test('a lookup is searched by any code or name in it', () => {
  const link = (code: string, toName: string) => ({
    code,
    name: code,
    relation: 'ward',
    toCode: 'E05000001',
    toName,
    change: '',
  });
  const all = [link('E01000001', 'Northgate'), link('E01000002', 'Southgate')];
  expect(linksPage(all, 'south', 0)).toMatchObject({ found: 1, pages: 1 });
  expect(linksPage(all, 'e05', 9)).toMatchObject({ found: 2, page: 0 });
});
