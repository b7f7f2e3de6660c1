import type { Problem } from '#app/http/problems.ts';
import { isUnknown } from '#app/theory/measures/breakdowns.ts';
import { COUNTED, groupsOf } from './counting.ts';
import type { Count, Site } from './reach.ts';

/** A place for one count on the form of a site. */
export interface Cell {
  field: string;
  what: string;
  breakdown: string;
  group: string;
  label: string;
}

/** Every count that the form of a site asks for: the total first, then each breakdown. */
export const CELLS: readonly Cell[] = COUNTED.flatMap(({ id, name, by }) => [
  { field: id, what: id, breakdown: '', group: '', label: name },
  ...by.flatMap(({ key }) =>
    groupsOf(key).map((group, at) => ({
      ...{ field: `${id}-${key}-${at}`, what: id, breakdown: key, group },
      label: isUnknown(group) ? 'Unknown' : group,
    })),
  ),
]);

/** The counts of a site as the fields of its form; an empty field is not given. */
export function typedSite(counts: readonly Count[]): Record<string, string> {
  return Object.fromEntries(
    CELLS.flatMap((cell) => {
      const found = counts.find((count) => isAt(cell, count));
      return found === undefined ? [] : [[cell.field, String(found.count)]];
    }),
  );
}

const isAt = (cell: Cell, count: Count) =>
  cell.what === count.what && cell.breakdown === count.breakdown && cell.group === count.group;

/**
 * The counts that were typed for a site, or what is wrong with them. Counts of the site for which the
 * form has no field (brought from a file) stay.
 */
export function readSite(
  typed: Readonly<Record<string, string>>,
  site: Pick<Site, 'id' | 'name'>,
  there: readonly Count[],
): { ok: true; counts: Count[] } | { ok: false; problems: Problem[] } {
  const problems: Problem[] = [];
  const kept = there.filter((count) => !CELLS.some((cell) => isAt(cell, count)));
  const counts = CELLS.flatMap(({ field, what, breakdown, group, label }): Count[] => {
    const text = (typed[field] ?? '').replace(/[,\s]/g, '');
    if (text === '') return [];
    if (!/^\d{1,8}$/.test(text)) {
      const message = `${label}: enter a whole number, or leave it empty if nobody counted`;
      problems.push({ field, message });
      return [];
    }
    const count = Number(text);
    return [{ siteId: site.id, siteName: site.name, what, breakdown, group, count }];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, counts: [...counts, ...kept] };
}
