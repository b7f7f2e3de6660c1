import { missingFirst, type Coverage, type CoverageTotals } from './coverage.ts';
import { GRADES, type Grade, type Pack, type Requirement } from './packs.ts';

/** What the pages of guidance packs show. */

export interface PackRow {
  id: string;
  title: string;
  publisher: string;
  statusNote: string;
  effective: Pack['effective'];
  published: string;
  items: number;
  grades: { grade: Grade; count: number }[];
  corrected: number;
  own: boolean;
  followedBy: { id: string; title: string }[];
}

/** A pack as a row of the list, with who follows it. */
export function packRow(
  pack: Pack,
  own: boolean,
  programmes: readonly { id: string; title: string; packs: readonly string[] }[],
): PackRow {
  return {
    id: pack.id,
    title: pack.title,
    publisher: pack.publisher,
    statusNote: pack.statusNote,
    effective: pack.effective,
    published: pack.published,
    items: pack.requirements.length,
    grades: gradeMix(pack.requirements),
    corrected: pack.requirements.filter(({ corrected }) => corrected !== undefined).length,
    own,
    followedBy: programmes
      .filter(({ packs }) => packs.includes(pack.id))
      .map(({ id, title }) => ({ id, title })),
  };
}

/** How many items are of each grade, grades that none has left out. */
function gradeMix(requirements: readonly Requirement[]): PackRow['grades'] {
  return GRADES.map((grade) => ({
    grade,
    count: requirements.filter((one) => one.grade === grade).length,
  })).filter(({ count }) => count > 0);
}

/** A plan of this authority that follows a pack, and what it misses of it. */
export interface Affected {
  programme: { id: string; title: string };
  totals: CoverageTotals;
  /** What is not covered, or only in part, first thing first. */
  missing: { id: string; text: string }[];
}

export function affectedPlan(
  programme: { id: string; title: string },
  coverage: Coverage,
): Affected {
  return {
    programme: { id: programme.id, title: programme.title },
    totals: coverage.totals,
    missing: missingFirst(coverage).map(({ requirement: { id, text } }) => ({ id, text })),
  };
}
