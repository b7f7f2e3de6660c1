import type { Finding, Severity } from './finding.ts';

/** How a finding's weight is called, beside its message. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'Put this right first',
  warn: 'Look at this',
  info: 'Worth knowing',
  hint: 'Hint',
};

/**
 * What the coach says: the one thing that matters most now, and what comes after it. Of several
 * findings about one box only the first is kept: the others mostly follow from it.
 *
 * @param findings as checkTheory gives them, the first thing first
 */
export function coached(findings: readonly Finding[]): { first: Finding | null; rest: Finding[] } {
  const spoken = new Set<string>();
  const kept = findings.filter(({ targets, key }) => {
    const about = targets[0] ?? key;
    if (spoken.has(about)) return false;
    spoken.add(about);
    return true;
  });
  return { first: kept[0] ?? null, rest: kept.slice(1) };
}
