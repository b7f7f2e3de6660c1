import { askOf, type Ask } from '../checks/asks.ts';
import type { Finding } from '../checks/finding.ts';
import { fixesFor } from '../checks/fixes.ts';
import type { Surroundings } from '../checks/surroundings.ts';
import type { Theory } from '../graph.ts';

/** How a finding can be put right where it is read: buttons, and a question that words answer. */
export interface Ways {
  fixes: { kind: string; words: string }[];
  ask: Ask | null;
}

/** The ways of some findings, by the key of each; findings that have none are not there. */
export function waysOf(
  findings: readonly Finding[],
  theory: Theory,
  around: Surroundings | null,
): Record<string, Ways> {
  let made = 0;
  const id = () => `new-${(made += 1)}`;
  return Object.fromEntries(
    findings.flatMap((finding): [string, Ways][] => {
      const fixes = fixesFor(finding, theory, around, id).map(({ kind, words }) => ({
        kind,
        words,
      }));
      const ask = askOf(finding, theory);
      return fixes.length === 0 && ask === null ? [] : [[finding.key, { fixes, ask }]];
    }),
  );
}

/** What is said once a finding is put right: what was done, and what comes next. */
export function saidWithNext(said: string, next: Finding | null): string {
  return next === null ? `${said} Nothing else is found.` : `${said} Next: ${next.message}`;
}
