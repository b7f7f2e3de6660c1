import type { Pack } from '#app/plan/coverage/packs.ts';

/** What an authority measures itself against: the principles of hubs and the model framework. */

export const FRAMEWORKS = ['fhn-principles', 'model-framework'] as const;
export type FrameworkId = (typeof FRAMEWORKS)[number];

/** A step of a scale; the shape stands beside its word, so that colour is never the only sign. */
export interface Rating {
  value: string;
  label: string;
  shape: string;
}

export interface Framework {
  id: FrameworkId;
  title: string;
  /** "principle", "element". */
  one: string;
  about: string;
  /** What is not known of it, and to whom that is left. */
  note: string;
  /** From the lowest. */
  ratings: readonly Rating[];
  /** The ratings whose meaning the authority writes itself. */
  meansFor: readonly string[];
}

const SHAPES = ['○', '◔', '◑', '●'];

const scale = (...pairs: readonly (readonly [string, string])[]): Rating[] =>
  pairs.map(([value, label], at) => ({ value, label, shape: SHAPES[at] ?? '' }));

export const FRAMEWORK: Readonly<Record<FrameworkId, Framework>> = {
  'fhn-principles': {
    id: 'fhn-principles',
    title: 'Principles of family hubs',
    one: 'principle',
    about:
      'The principles of the Family Hubs Network: rate each, say what shows it, and what to do.',
    note: 'The Family Hubs Network speaks of nine principles; eight are printed in the copies that could be read. The ninth is left to you: add it in your own words. The scale is ours.',
    ratings: scale(
      ['not-yet', 'Not in place yet'],
      ['begun', 'Begun'],
      ['in-place', 'In place'],
      ['shown', 'In place, and shown to work'],
    ),
    meansFor: [],
  },
  'model-framework': {
    id: 'model-framework',
    title: 'Model framework',
    one: 'element',
    about:
      'The elements of the family hub model framework that are known, from not yet basic to developed.',
    note: 'What basic, developing and developed mean for each element is not in the copies that could be read, and the edition for 2025 to 2026 has only basic and developed. To be confirmed by the authority: write down what each stage means here, from the official copy.',
    ratings: scale(
      ['below', 'Not basic yet'],
      ['basic', 'Basic'],
      ['developing', 'Developing'],
      ['developed', 'Developed'],
    ),
    meansFor: ['basic', 'developing', 'developed'],
  },
};

/** Something that is rated. */
export interface Item {
  framework: FrameworkId;
  id: string;
  title: string;
  /** Written by the authority itself. */
  own: boolean;
  /** Where it was read; empty for an own one. */
  source: string;
  /** What each rating means, in the authority's words: rating → words. */
  means: Readonly<Record<string, string>>;
}

/** An item that the authority wrote, or its meanings of an item of a pack. */
export interface OwnItem {
  id: string;
  framework: string;
  title: string;
  /** The item of a pack whose meanings these are; empty for an own item. */
  aboutItem: string;
  means: Record<string, string>;
}

/** The items of both frameworks: those of the packs that ship, then the authority's own. */
export function itemsOf(
  packs: { principles: Pick<Pack, 'requirements'>; model: Pick<Pack, 'requirements'> },
  own: readonly OwnItem[],
): Item[] {
  const meansOf = (framework: FrameworkId, id: string) =>
    own.find((one) => one.framework === framework && one.aboutItem === id)?.means ?? {};
  const printed = (framework: FrameworkId, some: Pack['requirements']): Item[] =>
    some.map(({ id, text, source }) => ({
      ...{ framework, id, title: text, own: false, means: meansOf(framework, id) },
      source: `${source.heading}, ${source.where}`,
    }));
  const added = (framework: FrameworkId): Item[] =>
    own
      .filter((one) => one.framework === framework && one.aboutItem === '')
      .map(({ id, title, means }) => ({ framework, id, title, own: true, source: '', means }));
  return [
    ...printed('fhn-principles', packs.principles.requirements),
    ...added('fhn-principles'),
    ...printed(
      'model-framework',
      packs.model.requirements.filter(({ section }) => section === 'model'),
    ),
    ...added('model-framework'),
  ];
}

/** Where a rating stands on the scale of its framework, from 0; null where it is not rated. */
export function rankOf(framework: FrameworkId, rating: string): number | null {
  const at = FRAMEWORK[framework].ratings.findIndex(({ value }) => value === rating);
  return at < 0 ? null : at;
}

/** "◑ In place", or that it is not rated. */
export function sayRating(framework: FrameworkId, rating: string): string {
  const found = FRAMEWORK[framework].ratings.find(({ value }) => value === rating);
  return found ? `${found.shape} ${found.label}` : '– Not rated';
}
