import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { leaningOf, shownTally, tallyOf, type Leaning, type ShownTally } from '#app/panel/tally.ts';

/** How members stand to a link or an outcome. */
export const AGREEMENTS = ['united', 'doubted', 'divided', 'unclear', 'few'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/** Each has its own colour, dashes and sign, so that a picture says nothing by colour alone. */
export const AGREEMENT_LOOKS: Readonly<
  Record<Agreement, { name: string; sign: string; colour: string; dashes: string; width: number }>
> = {
  united: { name: 'United: people agree', sign: '✓', colour: '#00703c', dashes: '', width: 3.5 },
  doubted: {
    name: 'Doubted: people disagree',
    sign: '✕',
    colour: '#b10e1e',
    dashes: '3 4',
    width: 3.5,
  },
  divided: { name: 'Divided', sign: '≠', colour: '#6a2c91', dashes: '12 4', width: 3.5 },
  unclear: { name: 'No clear view', sign: '?', colour: '#8a4600', dashes: '8 4 2 4', width: 2.5 },
  few: { name: 'Too few answers to show', sign: '–', colour: '#505a5f', dashes: '1 5', width: 2 },
};

const OF_LEANING: Readonly<Record<Leaning, Agreement>> = {
  agreed: 'united',
  refused: 'doubted',
  divides: 'divided',
  mixed: 'unclear',
  'too-few': 'few',
};

export interface Agreed extends ShownTally {
  agreement: Agreement;
}

/**
 * The answers to each stop of a walk. For those who may not read single answers small counts are
 * hidden, and with them how people stand, unless it can be said without giving a count away.
 */
export function agreements(
  items: readonly { id: string; text: string }[],
  votes: readonly { statementId: string; vote: string }[],
  closely: boolean,
): Agreed[] {
  return tallyOf(items, votes).map((tally) => {
    const shown = shownTally(tally, closely);
    const hidden = Object.values(shown.counts).includes(HIDDEN);
    return { ...shown, agreement: hidden ? 'few' : OF_LEANING[leaningOf(tally)] };
  });
}
