import { writeCsv } from '#app/survey/csv.ts';
import { HEADINGS, packOf, type AboutPack } from './own-pack.ts';
import { KIND_NAMES, type Requirement } from './packs.ts';

/** The items of a pack as a table that can be changed and brought in again. */
export function packCsv(requirements: readonly Requirement[], sectionOf: (id: string) => string) {
  const rows = requirements.map(
    ({ id, section, strand, text, kind, source, grade, countsAsCovered = '' }) => [
      id,
      sectionOf(section),
      strand,
      text,
      KIND_NAMES[kind],
      source.heading,
      source.where,
      source.url ?? '',
      grade,
      countsAsCovered,
    ],
  );
  return writeCsv([[...HEADINGS], ...rows], { forExcel: true });
}

/** Two items as an example, for the template. */
const EXAMPLE: readonly Requirement[] = [
  {
    id: 'LOCAL-01',
    section: 'Promises',
    strand: 'All families',
    text: 'Every family is within 30 minutes by bus of a hub.',
    kind: 'minimum',
    source: { heading: 'Promise 1', where: 'Children and young people’s plan', url: null },
    grade: 'L',
    countsAsCovered: 'A plan line with an owner and dates.',
  },
];

/** The template to fill in. */
export function packTemplate(format: 'csv' | 'json'): string {
  if (format === 'csv') return packCsv(EXAMPLE, (id) => id);
  const about: AboutPack = {
    title: 'Our local promises',
    publisher: 'Our council',
    published: '2026-04-01',
    from: '2026-04-01',
    to: '',
  };
  return `${JSON.stringify(packOf(about, [...EXAMPLE]), null, 2)}\n`;
}
