import { BREAKDOWNS, type BreakdownKey } from '#app/theory/measures/breakdowns.ts';

/** What a reach return counts, and by what each count may be broken down. */
export interface Counted {
  id: WhatId;
  name: string;
  hint: string;
  /** The question of the department's quarterly return that asks for it; null where none does. */
  code: string | null;
  /** Broken down by what, with the question that asks for it. */
  by: readonly { key: BreakdownKey; code: string | null }[];
}

export const WHAT_IDS = [
  'users',
  'online',
  'children',
  'adults',
  'families',
  'attendances',
] as const;
export type WhatId = (typeof WHAT_IDS)[number];

export const COUNTED: readonly Counted[] = [
  {
    id: 'users',
    name: 'People who used a service',
    hint: 'Each person once in the quarter, in whatever way they used it',
    code: 'QSU05',
    by: [
      { key: 'whoCounted', code: 'QSU08' },
      { key: 'age', code: 'QSU12' },
      { key: 'sex', code: 'QSU11' },
      { key: 'ethnicGroup', code: 'QSU09' },
      { key: 'idaciDecile', code: 'QSU10' },
    ],
  },
  {
    id: 'online',
    name: 'Of these, online or by phone',
    hint: 'For a website unique visitors, best of all those who stayed over two minutes',
    code: 'QSU06',
    by: [],
  },
  {
    id: 'children',
    name: 'Children',
    hint: 'Each child once in the quarter',
    code: null,
    by: [
      { key: 'age', code: null },
      { key: 'idaciDecile', code: null },
    ],
  },
  {
    id: 'adults',
    name: 'Adults',
    hint: 'Each adult once in the quarter',
    code: null,
    by: [{ key: 'sex', code: null }],
  },
  {
    id: 'families',
    name: 'Families',
    hint: 'Households with somebody who came',
    code: null,
    by: [],
  },
  {
    id: 'attendances',
    name: 'Attendances',
    hint: 'Every visit, also of the same person',
    code: null,
    by: [],
  },
];

/** Codes of the department's return that stand for two questions in what was published of it. */
export const USED_TWICE: Readonly<Record<string, string>> = {
  QSU12:
    'asks for age in one place and for waiting time in another: check which before you send it',
};

export function countedAs(id: string): Counted | undefined {
  return COUNTED.find((one) => one.id === id);
}

export function whatName(id: string): string {
  return countedAs(id)?.name ?? id;
}

/** The code of the question that a count answers; null where none does. */
export function codeOf(what: string, breakdown: string): string | null {
  const counted = countedAs(what);
  if (breakdown === '') return counted?.code ?? null;
  return counted?.by.find(({ key }) => key === breakdown)?.code ?? null;
}

/** The groups of a breakdown, in order; empty where an authority has its own. */
export function groupsOf(breakdown: string): readonly string[] {
  return (
    (BREAKDOWNS as Record<string, { groups: readonly string[] } | undefined>)[breakdown]?.groups ??
    []
  );
}
