import type { Theory } from '../graph.ts';
import { AGREEMENT_LOOKS, type Agreement } from '../walk/agreement.ts';
import { overlayOf, type Overlay, type Said } from './overlay.ts';

/** How members stand to a box or link that they were asked about, with small numbers hidden. */
export interface AgreementFact {
  number: number;
  on: string;
  agreement: Agreement;
  /** The counts in words, as far as they may be shown. */
  counts: string;
}

/** The panel's view of the steps that it was asked about, as the page of the walk shows it. */
export function agreementOverlay(theory: Theory, asked: readonly AgreementFact[]): Overlay {
  const said = asked.map(({ number, on, agreement, counts }): Said => {
    const { name, sign, colour, dashes, width } = AGREEMENT_LOOKS[agreement];
    return {
      id: on,
      words: name,
      because: counts,
      mark: {
        words: `${number} ${sign}`,
        name,
        meaning: name,
        sample: sign,
        colour,
        dashes,
        width,
      },
    };
  });
  return overlayOf(theory, 'agreement', said);
}
