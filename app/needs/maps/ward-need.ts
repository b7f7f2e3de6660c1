import type { ReachArea } from './reach.ts';

/**
 * The deprivation of wards from that of their small areas: the average tenth, weighted by the children who
 * live in each area (each area alike where that is not known), rounded to a whole tenth. Small areas
 * without a tenth count for nothing; the children of a ward are known when those of all its areas are.
 *
 * @param links rows of a lookup; only those to wards are used
 */
export function byWard(
  small: readonly Omit<ReachArea, 'reached'>[],
  links: readonly { code: string; relation: string; toCode: string; toName: string }[],
): Omit<ReachArea, 'reached'>[] {
  const areas = new Map(small.map((area) => [area.code, area]));
  const wards = new Map<string, { name: string; members: Omit<ReachArea, 'reached'>[] }>();
  for (const { code, relation, toCode, toName } of links) {
    const area = areas.get(code);
    if (relation !== 'ward' || !area) continue;
    const ward = wards.get(toCode) ?? { name: toName || toCode, members: [] };
    ward.members.push(area);
    wards.set(toCode, ward);
  }
  return [...wards].map(([code, { name, members }]) => {
    const rated = members.flatMap(({ decile, children }) =>
      decile === null ? [] : [{ decile, weight: children ?? 1 }],
    );
    const weight = rated.reduce((sum, each) => sum + each.weight, 0);
    const average = rated.reduce((sum, each) => sum + each.decile * each.weight, 0) / weight;
    const known = members.flatMap(({ children }) => (children === null ? [] : [children]));
    return {
      code,
      name,
      decile: weight > 0 ? Math.round(average) : null,
      children: known.length === members.length ? known.reduce((sum, each) => sum + each, 0) : null,
    };
  });
}
