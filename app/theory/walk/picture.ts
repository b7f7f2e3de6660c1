import type { Marks } from '../draw.ts';
import { AGREEMENT_LOOKS, type Agreement } from './agreement.ts';

/** What the picture of a theory shows at each link and outcome that members were asked about. */
export function marksOf(
  asked: readonly {
    number: number;
    about: { kind: string; id: string };
    agreement: Agreement;
  }[],
): Marks {
  const links: Marks['links'] = new Map();
  const boxes: Marks['boxes'] = new Map();
  for (const { number, about, agreement } of asked) {
    const { name, sign, colour, dashes, width } = AGREEMENT_LOOKS[agreement];
    const mark = { words: `${number} ${sign}`, name, colour, dashes, width };
    (about.kind === 'link' ? links : boxes).set(about.id, mark);
  }
  return { links, boxes };
}
