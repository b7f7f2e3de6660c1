import { krippendorffAlpha, themeAgreement } from '#app/statistics/agreement.ts';

/** One piece of a sample as two people coded it apart. */
export interface TwiceCoded {
  first: readonly string[];
  second: readonly string[];
}

export interface ThemeFigures {
  id: string;
  name: string;
  n: number;
  /** The share of pieces on which both said the same of this theme. */
  observed: number;
  kappa: number | null;
  alpha: number | null;
  /** The share of all judgements that gave this theme. */
  prevalence: number;
  both: number;
  firstOnly: number;
  secondOnly: number;
}

/**
 * How far two coders agree, theme by theme: each theme is a judgement of yes or no on each piece, for
 * words may stand under several. Kappa (Cohen 1960) and alpha (Krippendorff 2004) beside the observed
 * agreement and the prevalence, because kappa is low for rare themes however well people agree.
 */
export function agreementByTheme(
  themes: readonly { id: string; name: string }[],
  coded: readonly TwiceCoded[],
): ThemeFigures[] {
  return themes.map(({ id, name }) => {
    const judged = coded.map(
      ({ first, second }) => [first.includes(id), second.includes(id)] as const,
    );
    const { n, observed, kappa, prevalence, both, firstOnly, secondOnly } = themeAgreement(judged);
    const alpha = krippendorffAlpha([
      judged.map(([first]) => Number(first)),
      judged.map(([, second]) => Number(second)),
    ]);
    return { id, name, n, observed, kappa, alpha, prevalence, both, firstOnly, secondOnly };
  });
}

/** The pieces on which the two differ, with what each gave that the other did not. */
export function differences<Item extends TwiceCoded>(
  items: readonly Item[],
): (Item & { firstOnly: string[]; secondOnly: string[] })[] {
  return items
    .map((item) => ({
      ...item,
      firstOnly: item.first.filter((id) => !item.second.includes(id)),
      secondOnly: item.second.filter((id) => !item.first.includes(id)),
    }))
    .filter(({ firstOnly, secondOnly }) => firstOnly.length + secondOnly.length > 0);
}

/** What a kappa says of a theme, and what it does not. */
export function sayKappa({ kappa, observed, prevalence, n }: ThemeFigures): string {
  const percent = Math.round(observed * 100);
  if (n === 0) return 'Nothing coded twice yet.';
  if (kappa === null) {
    return prevalence === 0
      ? 'Neither found it in this sample: it says nothing about this theme.'
      : 'Both gave it every time: chance explains it as well.';
  }
  const rare = prevalence < 0.1 && percent >= 80;
  if (kappa >= 0.6) return `They agree well: the same judgement on ${percent}%.`;
  if (rare)
    return `Rare here, so a few differences weigh heavily: the same judgement on ${percent}%.`;
  return `They do not agree enough: look at the differences and sharpen the definition (same judgement on ${percent}%).`;
}

/**
 * A random sample without replacement: which of n things, in the order drawn. Mulberry32, a small
 * generator with a period of 2³²: enough to draw lots that can be drawn again from the same seed.
 */
export function sampleOf(n: number, size: number, seed: number): number[] {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const lots = Array.from({ length: n }, (_, at) => at);
  const drawn = Math.min(size, n);
  for (let at = 0; at < drawn; at += 1) {
    const other = at + Math.floor(next() * (n - at));
    [lots[at], lots[other]] = [lots[other] ?? 0, lots[at] ?? 0];
  }
  return lots.slice(0, drawn);
}
