import { writeCsv, type CsvCell } from '#app/survey/csv.ts';
import { chanceFrom } from './chance.ts';

/** How many small areas England had in 2021: ranks run from 1 to this. */
const AREAS_OF_ENGLAND = 33_755;
const SEED = 20_260_402;

/** How deprived each part of the borough is on the whole, 0 (least) to 1 (most). */
const PARTS: readonly (readonly [place: string, deprivation: number])[] = [
  ['Aldermere', 0.22],
  ['Brookside', 0.45],
  ['Canal Quarter', 0.68],
  ['Dunsley', 0.8],
  ['Eastmoor', 0.92],
];
const AREAS_A_PART = 8;

const INDEX = (name: string) => [
  `${name} Score`,
  `${name} Rank (where 1 is most deprived)`,
  `${name} Decile (where 1 is most deprived 10% of LSOAs)`,
];

/**
 * A file in the publisher's own shape for a borough that does not exist: codes that no area has,
 * figures made up. Three areas have no figure for children, as happens in real files.
 */
export function madeUpAreaFile(): string {
  const dice = chanceFrom(SEED);
  const rows: CsvCell[][] = [
    [
      'LSOA code (2021)',
      'LSOA name (2021)',
      'Local Authority District code (2024)',
      'Local Authority District name (2024)',
      ...INDEX('Index of Multiple Deprivation (IMD)'),
      ...INDEX('Income Deprivation Affecting Children Index (IDACI)'),
      'Total population: mid 2022',
      'Dependent Children aged 0-15: mid 2022',
    ],
  ];
  for (const [part, [place, deprivation]] of PARTS.entries()) {
    for (let at = 0; at < AREAS_A_PART; at += 1) {
      const number = part * AREAS_A_PART + at + 1;
      const position = within(1 - deprivation + (dice.below(41) - 20) / 100);
      const children = within(position + (dice.below(21) - 10) / 100);
      const people = 1350 + dice.below(500);
      rows.push([
        `E01999${String(number).padStart(3, '0')}`,
        `${place} ${String(part + 1).padStart(3, '0')}${String.fromCharCode(65 + at)}`,
        'E06999999',
        'Wexcombe',
        ...figuresAt(position, 60),
        ...(number % 13 === 0 ? [null, null, null] : figuresAt(children, 0.6)),
        people,
        number % 13 === 0 ? null : Math.round(people * (0.16 + 0.1 * (1 - children))),
      ]);
    }
  }
  return writeCsv(rows, { forExcel: false });
}

const within = (share: number) => Math.min(0.995, Math.max(0.005, share));

/** Score, rank and decile of an area at a place between 0 (most deprived) and 1. */
function figuresAt(position: number, highest: number): CsvCell[] {
  const rank = Math.max(1, Math.round(position * AREAS_OF_ENGLAND));
  const decile = Math.min(10, Math.ceil((rank / AREAS_OF_ENGLAND) * 10));
  const score = Number(((1 - position) * highest).toFixed(3));
  return [score, rank, decile];
}

/** Attendance as an annual report printed it; the share of one hub is wrong, and looks right. */
export const ATTENDANCE: readonly (readonly string[])[] = [
  ['Hub', 'Visits by adults', 'Visits by children under 5', '% of adults'],
  ['Aldermere Family Hub', '3,912', '3,306', '27%'],
  ['Brookside Family Hub', '3,447', '2,981', '24%'],
  ['Canal Quarter Family Hub', '3,120', '2,894', '24%'],
  ['Dunsley Family Hub', '2,655', '2,410', '19%'],
  ['Eastmoor Family Hub', '1,204', '1,077', '8%'],
  ['All hubs total', '14,338', '12,668', '100%'],
];
