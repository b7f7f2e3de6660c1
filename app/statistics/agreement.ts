/**
 * How far coders who worked apart agree. Landis and Koch's words (1977) are a gloss and no verdict.
 */

export interface Kappa {
  /** Observed agreement, 0 to 1. */
  observed: number;
  /** What chance alone would give, coders' habits as they are. */
  byChance: number;
  /** (observed − chance) / (1 − chance); null where chance explains everything (one code only). */
  kappa: number | null;
  n: number;
}

/**
 * Cohen's kappa of two coders (Cohen 1960, Educ. Psychol. Meas. 20:37).
 *
 * @param counts a row for each code of the first coder, a column for each of the second, same order
 */
export function cohenKappa(counts: readonly (readonly number[])[]): Kappa {
  const rows = counts.map((row) => sum(row));
  const columns = counts.map((_, c) => sum(counts.map((row) => row[c] ?? 0)));
  const n = sum(rows);
  if (n === 0) return { observed: 0, byChance: 0, kappa: null, n };
  const observed = sum(counts.map((row, at) => row[at] ?? 0)) / n;
  const byChance = sum(rows.map((row, at) => row * (columns[at] ?? 0))) / n ** 2;
  return { observed, byChance, kappa: beyondChance(observed, byChance), n };
}

/** Kappa of one theme of many: each coder gave it to an excerpt or not. */
export interface ThemeAgreement extends Kappa {
  /** The share of all judgements that gave the theme: rare themes have low kappas (the kappa paradox). */
  prevalence: number;
  both: number;
  firstOnly: number;
  secondOnly: number;
  neither: number;
}

/** @param judgements one a coded excerpt: whether the first and the second coder gave the theme */
export function themeAgreement(
  judgements: readonly (readonly [first: boolean, second: boolean])[],
): ThemeAgreement {
  const count = (first: boolean, second: boolean) =>
    judgements.filter(([a, b]) => a === first && b === second).length;
  const [both, firstOnly, secondOnly, neither] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  const given = 2 * both + firstOnly + secondOnly;
  return {
    ...cohenKappa([
      [both, firstOnly],
      [secondOnly, neither],
    ]),
    prevalence: judgements.length === 0 ? 0 : given / (2 * judgements.length),
    both,
    firstOnly,
    secondOnly,
    neither,
  };
}

/**
 * Fleiss' kappa of several coders, each unit judged by the same number (Fleiss 1971, Psychol. Bull.
 * 76:378).
 *
 * @param counts a row a unit: how many coders gave it each code
 */
export function fleissKappa(counts: readonly (readonly number[])[]): Kappa {
  const coders = sum(counts[0] ?? []);
  const n = counts.length;
  if (n === 0 || coders < 2) return { observed: 0, byChance: 0, kappa: null, n };
  const agreed = counts.map(
    (row) => (sum(row.map((c) => c * c)) - coders) / (coders * (coders - 1)),
  );
  const observed = sum(agreed) / n;
  const byChance = sum(
    (counts[0] ?? []).map((_, c) => (sum(counts.map((row) => row[c] ?? 0)) / (n * coders)) ** 2),
  );
  return { observed, byChance, kappa: beyondChance(observed, byChance), n };
}

/**
 * Krippendorff's alpha for codes without order (Krippendorff 2004, Content Analysis, ch. 11): any number
 * of coders, gaps allowed.
 *
 * @param codes a row a coder, a column a unit; null where this coder did not judge it
 * @returns 1 is full agreement, 0 is chance; null where fewer than two judgements can be compared or
 *   only one code was ever used
 */
export function krippendorffAlpha(
  codes: readonly (readonly (string | number | null)[])[],
): number | null {
  const units = Math.max(0, ...codes.map((row) => row.length));
  const totals = new Map<string | number, number>();
  let disagreed = 0;
  let pairable = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const given = codes.flatMap((row) => row[unit] ?? []);
    if (given.length < 2) continue;
    pairable += given.length;
    for (const code of given) totals.set(code, (totals.get(code) ?? 0) + 1);
    const unlike = sum(given.map((code) => given.filter((other) => other !== code).length));
    disagreed += unlike / (given.length - 1);
  }
  const expected = sum([...totals.values()].map((count) => count * (pairable - count)));
  if (pairable < 2 || expected === 0) return null;
  return 1 - ((pairable - 1) * disagreed) / expected;
}

/** Landis and Koch (1977, Biometrics 33:159): words for kappa, and no more than words. */
export function inWordsKappa(kappa: number): string {
  if (kappa < 0) return 'poor';
  if (kappa <= 0.2) return 'slight';
  if (kappa <= 0.4) return 'fair';
  if (kappa <= 0.6) return 'moderate';
  if (kappa <= 0.8) return 'substantial';
  return 'almost perfect';
}

function beyondChance(observed: number, byChance: number): number | null {
  return byChance >= 1 ? null : (observed - byChance) / (1 - byChance);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
