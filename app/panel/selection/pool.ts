/** Somebody who would like to be on the panel, as far as the draw needs to know them. */
export interface Candidate {
  id: string;
  /** What they said about themselves: sex, age band, area … */
  about: Readonly<Record<string, string>>;
}

/** How many of the panel shall have one answer: at least `min`, at most `max`. */
export interface Quota {
  /** Which thing about a person, such as sex. */
  about: string;
  value: string;
  min: number;
  max: number;
}

/** Candidates who are alike in everything that a quota asks: the draw has no reason to part them. */
export interface Alike {
  ids: string[];
  /** By quota, in its order: whether these people count towards it. */
  counts: boolean[];
}

/** What a draw is made from. */
export interface Pool {
  size: number;
  quotas: readonly Quota[];
  groups: readonly Alike[];
}

/** The candidates grouped by what the quotas ask. */
export function poolOf(
  candidates: readonly Candidate[],
  quotas: readonly Quota[],
  size: number,
): Pool {
  const groups = new Map<string, Alike>();
  for (const { id, about } of [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const counts = quotas.map((quota) => about[quota.about] === quota.value);
    const key = counts.map(Number).join('');
    const group = groups.get(key) ?? { ids: [], counts };
    group.ids.push(id);
    groups.set(key, group);
  }
  return { size, quotas, groups: [...groups.values()] };
}

/** A panel as how many are taken of each group, in the groups' order. */
export type Composition = readonly number[];

/** Whether a panel has its size and meets every quota. */
export function meetsQuotas(pool: Pool, composition: Composition): boolean {
  const taken = composition.reduce((sum, count) => sum + count, 0);
  if (taken !== pool.size) return false;
  if (composition.some((count, at) => count < 0 || count > (pool.groups[at]?.ids.length ?? 0))) {
    return false;
  }
  return pool.quotas.every((quota, at) => {
    const here = countOf(pool, composition, at);
    return here >= quota.min && here <= quota.max;
  });
}

/** How many of a panel count towards a quota. */
export function countOf(pool: Pool, composition: Composition, quota: number): number {
  return pool.groups.reduce(
    (sum, group, at) => sum + (group.counts[quota] ? (composition[at] ?? 0) : 0),
    0,
  );
}

/** A quota that no panel of this pool can meet, with how far the nearest panel is from it. */
export interface Unmet {
  quota: Quota;
  /** Too few of them came forward, or the quotas leave too little room for others. */
  wrong: 'too-few' | 'too-many';
  by: number;
}

/** "At least 2 more people are needed where sex is male." */
export function sayUnmet({ quota, wrong, by }: Unmet, name: (quota: Quota) => string): string {
  const people = by === 1 ? '1 person' : `${by} people`;
  return wrong === 'too-few'
    ? `${name(quota)}: ${people} too few for the least that you asked (${quota.min})`
    : `${name(quota)}: ${people} too many for the most that you allow (${quota.max})`;
}
