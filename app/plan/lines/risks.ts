import type { LineRisk } from '#app/plan/plan.ts';

/** The words of the scores 1 to 5, as risk registers of authorities use them. */
export const RISK_WORDS = {
  likelihood: ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'],
  severity: ['Slight', 'Minor', 'Moderate', 'Major', 'Severe'],
} as const;

/** Likelihood times severity, 1 to 25; null while one of them is not known. */
export function riskScore({ likelihood, severity }: LineRisk): number | null {
  return likelihood === null || severity === null ? null : likelihood * severity;
}

export type RiskBand = 'low' | 'medium' | 'high';

export const RISK_BANDS: Readonly<Record<RiskBand, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
};

/** Low below 6, high from 15 on: the bands of a register of five by five. */
export function riskBand(score: number): RiskBand {
  if (score >= 15) return 'high';
  return score >= 6 ? 'medium' : 'low';
}

/** "High, 16 of 25: likely and major"; a reason where it is not known. */
export function riskInWords(risk: LineRisk): string {
  const score = riskScore(risk);
  if (score === null) return 'Not scored yet';
  const likelihood = RISK_WORDS.likelihood[(risk.likelihood ?? 1) - 1] ?? '';
  const severity = RISK_WORDS.severity[(risk.severity ?? 1) - 1] ?? '';
  const words = `${likelihood} and ${severity}`.toLowerCase();
  return `${RISK_BANDS[riskBand(score)]}, ${score} of 25: ${words}`;
}
