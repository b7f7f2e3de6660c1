import type { FileProblem } from '#app/survey/csv.ts';
import type { AreaFile } from './area-file.ts';
import type { Official } from './read-any.ts';

type Read = Official & { ok: true };

/** What a file that was read is called, how many areas it holds, and what must be said about it. */
export function summaryOf(read: Read): { title: string; areas: number; notes: string[] } {
  switch (read.what) {
    case 'figures':
      return { title: read.file.title, areas: read.file.areas.length, notes: read.file.notes };
    case 'links':
      return { title: read.links.title, areas: read.links.areas, notes: read.links.notes };
    case 'boundaries': {
      const { title, shapes, notes } = read.boundaries;
      return { title, areas: shapes.length, notes };
    }
  }
}

const withFigure = ({ areas }: AreaFile, key: string) =>
  areas.filter(({ figures }) => (figures[key] ?? null) !== null).length;

/** The stable shape of `import areas --json`. */
export function reportOf(read: Read) {
  const { title, areas, notes } = summaryOf(read);
  const about = { title, areas, notes, problems: [] as FileProblem[] };
  switch (read.what) {
    case 'figures': {
      const { kind, level, boundaries, missing, authorities } = read.file;
      const measures = read.file.measures.map(({ key, header, at }) => ({
        key,
        header,
        ...(at ? { at } : {}),
        areas: withFigure(read.file, key),
      }));
      const levels = counted(read.file.areas.map((area) => area.level ?? ''));
      return { ...about, kind, level, levels, boundaries, authorities, measures, missing };
    }
    case 'links': {
      const { kind, level, boundaries, authorities, links } = read.links;
      const relations = counted(links.map(({ relation }) => relation));
      const changes = counted(links.map(({ change }) => change).filter((change) => change !== ''));
      return { ...about, kind, level, boundaries, authorities, relations, changes };
    }
    case 'boundaries': {
      const { level, year, tolerance, pointsBefore, points, authorities } = read.boundaries;
      const outline = { tolerance, pointsBefore, points };
      return { ...about, kind: 'boundaries', level, boundaries: year, authorities, ...outline };
    }
  }
}

function counted(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
