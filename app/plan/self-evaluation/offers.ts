import type { FrameworkId } from './frameworks.ts';

/** Something that the system knows and that may stand as evidence. */
export interface Offer {
  /** `kind:id`. */
  key: string;
  /** With its base and day, as it stands now. */
  words: string;
}

export type OfferKind =
  | 'measure'
  | 'survey'
  | 'consultation'
  | 'return'
  | 'board'
  | 'agreement'
  | 'sites'
  | 'assets'
  | 'replies';

/** Which kinds speak to an item first; every other kind can be tied as well. */
const SPEAKS_TO: Readonly<Record<string, readonly OfferKind[]>> = {
  'FHN-01': ['sites', 'survey'],
  'FHN-02': ['measure'],
  'FHN-03': ['agreement', 'board', 'sites'],
  'FHN-04': ['consultation', 'replies'],
  'FHN-05': ['sites', 'survey'],
  'FHN-06': ['board', 'consultation', 'replies'],
  'FHN-07': ['measure', 'assets'],
  'FHN-08': ['assets', 'board'],
  'FHSL-MOD-01': ['sites', 'survey'],
  'FHSL-MOD-02': ['board', 'measure'],
  'FHSL-MOD-03': ['agreement', 'sites'],
  'FHSL-MOD-04': ['assets', 'board'],
  'FHSL-MOD-05': ['consultation', 'replies'],
  'FHSL-MOD-06': ['consultation', 'measure'],
  'FHSL-MOD-07': ['board'],
  'FHSL-MOD-08': ['board'],
  'FHSL-MOD-09': ['measure', 'return'],
};

const kindOf = (offer: Offer) => offer.key.slice(0, offer.key.indexOf(':'));

/** What can be tied to an item and is not yet: what speaks to it first. */
export function offersFor(
  item: { framework: FrameworkId; id: string },
  all: readonly Offer[],
  tied: readonly { key: string }[],
): { first: Offer[]; others: Offer[] } {
  const there = new Set(tied.map(({ key }) => key));
  const open = all.filter(({ key }) => !there.has(key));
  const kinds: readonly string[] = SPEAKS_TO[item.id] ?? [];
  return {
    first: open
      .filter((offer) => kinds.includes(kindOf(offer)))
      .sort((a, b) => kinds.indexOf(kindOf(a)) - kinds.indexOf(kindOf(b))),
    others: open.filter((offer) => !kinds.includes(kindOf(offer))),
  };
}
