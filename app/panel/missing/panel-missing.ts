import { indexOf, moreNeeded, standingOf } from '#app/statistics/representativeness.ts';
import { HIDDEN, maskCounts, type Shown } from '#app/statistics/small-numbers.ts';
import {
  AGE_BANDS,
  BROAD_GROUPS,
  broadGroupOf,
  CARES_AS,
  NOT_SAID,
  SEXES,
  type Listed,
} from '../member-lists.ts';
import type { About } from '../members.ts';

/** The ways of laying the panel beside the families who live here. */
export const WAYS = ['caresAs', 'sex', 'ageBand', 'broadGroup', 'area'] as const;
export type Way = (typeof WAYS)[number];

export const WAY_NAMES: Readonly<Record<Way, string>> = {
  caresAs: 'Looks after children as',
  sex: 'Sex',
  ageBand: 'Age',
  broadGroup: 'Ethnic group',
  area: 'Lives in',
};

export const wayOf = (word: string): Way | undefined => WAYS.find((way) => way === word);

/** A group of the population, what members say who are of it, and how many or which part it is. */
export interface PopulationGroup {
  label: string;
  options: readonly string[];
  figure: number;
}

/** What is known of the population by one way of looking at it. */
export interface PanelPopulation {
  way: Way;
  groups: readonly PopulationGroup[];
  source: string;
  /** YYYY-MM-DD, or empty where nobody counted. */
  asAt: string;
  /** own: entered for the panel; survey: entered for a survey; assumed: nobody counted it. */
  from: 'own' | 'survey' | 'assumed';
}

/** The groups that can be entered by a way. */
export function groupsBy(way: Way, places: readonly string[]): readonly Listed[] {
  const said = (list: readonly Listed[]) => list.filter(({ value }) => value !== NOT_SAID);
  switch (way) {
    case 'caresAs':
      return said(CARES_AS);
    case 'sex':
      return said(SEXES);
    case 'ageBand':
      return said(AGE_BANDS);
    case 'broadGroup':
      return said(BROAD_GROUPS);
    case 'area':
      return places.map((place) => ({ value: place, label: place }));
  }
}

/** What a member says by a way. */
function saidBy(way: Way, about: About): string | undefined {
  if (way !== 'broadGroup') return about[way];
  return about['ethnicGroup'] && broadGroupOf(about['ethnicGroup']);
}

/** Questions of surveys that ask the same, and their answers where they are named otherwise. */
const ASKED_AS: Readonly<Record<string, Way>> = {
  relationship: 'caresAs',
  sex: 'sex',
  ageBand: 'ageBand',
  ethnicGroup: 'broadGroup',
  area: 'area',
};
const OTHERWISE: Readonly<Record<string, string>> = {
  '65-over': '65-and-over',
  'other-group': 'other',
  man: 'male',
  woman: 'female',
};

const slug = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * What was entered for a survey as the panel can use it: its answers as members say them. Undefined
 * where a group of it holds nothing that a member can say, because the rest would then not add up.
 */
export function fromSurvey(
  margin: {
    question: string;
    groups: readonly PopulationGroup[];
    source: string;
    asAt: string;
    assumed: boolean;
  },
  places: readonly string[],
): PanelPopulation | undefined {
  const way = ASKED_AS[margin.question];
  if (!way) return undefined;
  const values = groupsBy(way, places).map(({ value }) => value);
  const groups = margin.groups.map(({ label, options, figure }) => ({
    label,
    figure,
    options: options.flatMap((option) => {
      const named = OTHERWISE[option] ?? option;
      return values.filter((value) => value === named || slug(value) === named);
    }),
  }));
  if (groups.some(({ options }) => options.length === 0)) return undefined;
  const { source, asAt, assumed } = margin;
  return { way, groups, source, asAt, from: assumed ? 'assumed' : 'survey' };
}

/** As many fathers as mothers: what may be assumed before anybody has entered a figure. */
export const HALF_FATHERS: PanelPopulation = {
  way: 'caresAs',
  groups: [
    { label: 'Fathers', options: ['father'], figure: 50 },
    { label: 'Mothers', options: ['mother', 'expecting'], figure: 50 },
  ],
  source: 'An assumption, not a figure: as many fathers as mothers.',
  asAt: '',
  from: 'assumed',
};

/** missing: nobody where one would be expected, or fewer than chance explains. */
export type GroupStands = 'missing' | 'fewer' | 'alike' | 'more' | 'hidden';

export interface GroupOnPanel {
  label: string;
  /** Of the population, 0 to 1. */
  share: number;
  count: Shown;
  /** Of the members who said it, 0 to 1. */
  part: number | null;
  stands: GroupStands;
  /** How many more would come within a fifth of its share, if nobody else joined. */
  ask: number | null;
}

export interface WayOnPanel {
  population: PanelPopulation;
  /** Members in a group of the population; hidden where that is a small number. */
  base: Shown;
  groups: GroupOnPanel[];
}

/**
 * The panel beside the population by one way. A panel is small, so that chance alone moves shares by
 * much: "missing" is said only where nobody is there though one would be expected, or where the Wilson
 * interval leaves the population's share out.
 *
 * @param members parents and carers who are on the panel: practitioners are no part of it
 * @param closely for those who may see who is on the panel; for others small counts are hidden, and
 *   nothing is said that only they could tell
 */
export function wayOnPanel(
  members: readonly About[],
  population: PanelPopulation,
  closely: boolean,
): WayOnPanel {
  const said = members.map((about) => saidBy(population.way, about));
  const counts = population.groups.map(
    ({ options }) => said.filter((value) => value && options.includes(value)).length,
  );
  const base = counts.reduce((sum, count) => sum + count, 0);
  // Zeros too: that nobody of a group is among five says something of all five.
  const masked = maskCounts(counts, { hideZeros: true });
  const shown: readonly Shown[] = closely ? counts : masked.counts;
  const people = population.groups.reduce((sum, { figure }) => sum + figure, 0);
  return {
    population,
    base: closely ? base : masked.total,
    groups: population.groups.map(({ label, figure }, at): GroupOnPanel => {
      const share = people === 0 ? 0 : figure / people;
      const count = shown[at] ?? HIDDEN;
      return { label, share, count, ...standsAs(count, base, share) };
    }),
  };
}

type Stands = Pick<GroupOnPanel, 'part' | 'stands' | 'ask'>;

function standsAs(count: Shown, base: number, share: number): Stands {
  if (count === HIDDEN) return { part: null, stands: 'hidden', ask: null };
  if (base === 0 || share <= 0) return { part: null, stands: 'alike', ask: null };
  const index = indexOf(count, base, share);
  const standing = standingOf(index);
  const part = index.reached;
  if (index.index >= 80) return { part, stands: index.index > 120 ? 'more' : 'alike', ask: null };
  const ask = Math.max(1, moreNeeded(count, base, share, 0.8));
  const nobody = count === 0 && share * base >= 1;
  return { part, stands: nobody || standing === 'too-few' ? 'missing' : 'fewer', ask };
}

/** A group to ask for, as the panel's home says it. */
export interface Gap {
  way: Way;
  label: string;
  ask: number;
  words: string;
}

/**
 * The groups to ask for, those that are missing first, then those of whom most are wanted. A group
 * that is half of the panel already is heard, even where it is more of the families.
 */
export function gapsOf(ways: readonly WayOnPanel[]): Gap[] {
  return ways
    .flatMap(({ population, base, groups }) =>
      groups.flatMap(({ label, share, count, part, stands, ask }) =>
        ask !== null && (part ?? 0) < 0.5 && (stands === 'missing' || stands === 'fewer')
          ? [{ way: population.way, label, ask, stands, words: sayGap(label, count, base, share) }]
          : [],
      ),
    )
    .sort(
      (a, b) => Number(b.stands === 'missing') - Number(a.stands === 'missing') || b.ask - a.ask,
    )
    .map(({ way, label, ask, words }) => ({ way, label, ask, words }));
}

/** "Fathers: 2 of 10 members, 43% of families". */
function sayGap(label: string, count: Shown, base: Shown, share: number): string {
  const here = base === HIDDEN ? `${count} members` : `${count} of ${base} members`;
  return `${label}: ${here}, ${sayPart(share)} of families`;
}

export const sayPart = (share: number) =>
  share > 0 && share < 0.01 ? 'under 1%' : `${Math.round(100 * share)}%`;
