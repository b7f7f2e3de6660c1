/** By what a figure can be broken down: the lists of the quarterly return, and what councils add. */

export interface Breakdown {
  name: string;
  /** The groups in order; empty where an authority has its own, such as places. */
  groups: readonly string[];
}

const UNKNOWN = 'Unknown';
const NOT_SAID = 'Prefer not to say';

export const BREAKDOWN_KEYS = [
  'sex',
  'ethnicGroup',
  'idaciDecile',
  'age',
  'whoCounted',
  'freeMeals',
  'send',
  'panelAge',
  'place',
  'site',
  'strand',
] as const;

export type BreakdownKey = (typeof BREAKDOWN_KEYS)[number];

export const BREAKDOWNS: Readonly<Record<BreakdownKey, Breakdown>> = {
  sex: { name: 'Sex', groups: ['Female', 'Male', 'Other', NOT_SAID, UNKNOWN] },
  ethnicGroup: {
    name: 'Ethnic group',
    groups: ['White', 'Mixed', 'Asian', 'Black', 'Other', NOT_SAID, UNKNOWN],
  },
  idaciDecile: {
    name: 'Income deprivation of the area (IDACI tenth, 1 the most deprived)',
    groups: [...Array.from({ length: 10 }, (_, at) => String(at + 1)), UNKNOWN],
  },
  age: { name: 'Age', groups: ['0-2', '3-4', '5-17', '18-25', '26 and over', UNKNOWN] },
  whoCounted: {
    name: 'Who is counted',
    groups: ['Main carers', 'Co-parents or other adults', 'Children', 'Siblings', 'Other', UNKNOWN],
  },
  freeMeals: { name: 'Free school meals', groups: ['Eligible', 'Not eligible', UNKNOWN] },
  send: {
    name: 'Special educational needs',
    groups: ['None', 'Support at school', 'Education, health and care plan', UNKNOWN],
  },
  panelAge: {
    name: 'Age of members',
    groups: ['18-24', '25-34', '35-44', '45-54', '55-64', '65 and over', NOT_SAID],
  },
  place: { name: 'Place', groups: [] },
  site: { name: 'Site', groups: [] },
  strand: { name: 'Strand', groups: [] },
};

/** The keys in a measure's list; keys that an authority wrote itself are kept as they are. */
export function keysOf(breakdowns: string): string[] {
  return [
    ...new Set(
      breakdowns
        .split(',')
        .map((key) => key.trim())
        .filter(Boolean),
    ),
  ];
}

function known(key: string): Breakdown | undefined {
  return (BREAKDOWNS as Record<string, Breakdown | undefined>)[key];
}

export function breakdownName(key: string): string {
  return known(key)?.name ?? key;
}

/** The key that a heading or a word in a file means; what is not known is its own key. */
export function breakdownNamed(word: string): string {
  const said = plain(word);
  const found = BREAKDOWN_KEYS.find(
    (key) => plain(key) === said || plain(BREAKDOWNS[key].name) === said,
  );
  if (found !== undefined) return found;
  return SAME_AS.find(([pattern]) => pattern.test(said))?.[1] ?? word.trim();
}

const SAME_AS: readonly [RegExp, BreakdownKey][] = [
  [/^(gender)$/, 'sex'],
  [/^(ethnicity|ethnic)$/, 'ethnicGroup'],
  [/^(idaci|idaci decile|deprivation|decile)$/, 'idaciDecile'],
  [/^(age group|age band)$/, 'age'],
  [/^(fsm)$/, 'freeMeals'],
  [/^(sen|senstatus)$/, 'send'],
  [/^(ward|area)$/, 'place'],
];

/**
 * A group under the name that its list has for it; null when the list does not have it. Lists that
 * an authority fills itself take any name.
 */
export function groupNamed(key: string, word: string): string | null {
  const groups = known(key)?.groups ?? [];
  const said = plain(word);
  if (said === '') return null;
  if (/^(unknown|not known|missing)$/.test(said)) return UNKNOWN;
  if (groups.length === 0) return word.trim().replace(/\s+/g, ' ');
  return groups.find((group) => plain(group) === said) ?? null;
}

export function isUnknown(group: string): boolean {
  return group === UNKNOWN;
}

/** Groups in the order of their list, those of an authority's own by name, unknown last. */
export function inOrder(key: string, groups: readonly string[]): string[] {
  const list = known(key)?.groups ?? [];
  const at = (group: string) => {
    if (isUnknown(group)) return list.length + 1;
    const found = list.indexOf(group);
    return found < 0 ? list.length : found;
  };
  return groups.toSorted((a, b) => at(a) - at(b) || a.localeCompare(b, 'en-GB', { numeric: true }));
}

function plain(word: string): string {
  return word.trim().toLowerCase().replace(/[–—]/g, '-').replace(/\s+/g, ' ');
}
