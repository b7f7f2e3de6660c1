import type { Finding } from '../checks/finding.ts';

/** A finding that somebody looked at and lets stand. */
export interface Accepted {
  /** The finding's key: its rule and what it is about. */
  key: string;
  /** What it said then. */
  message: string;
  because: string;
  /** Who accepted it, by name, and when. */
  by: string;
  at: Date;
}

/** Findings that still speak, and those that were accepted, each with who did and why. */
export interface Sorted {
  open: Finding[];
  accepted: { finding: Finding; accepted: Accepted }[];
}

/**
 * Sets aside what was accepted. A finding that says something else than it did then speaks again: it
 * is about other words or other boxes.
 */
export function sortFindings(findings: readonly Finding[], accepted: readonly Accepted[]): Sorted {
  const byKey = new Map(accepted.map((one) => [one.key, one]));
  const sorted: Sorted = { open: [], accepted: [] };
  for (const finding of findings) {
    const was = byKey.get(finding.key);
    if (was?.message === finding.message) sorted.accepted.push({ finding, accepted: was });
    else sorted.open.push(finding);
  }
  return sorted;
}

/** What is broken can only be put right: a link to nothing, a link to itself, a link drawn twice. */
export function mayBeAccepted({ id }: Pick<Finding, 'id'>): boolean {
  return !['TOC-I01', 'TOC-I02', 'TOC-I03'].includes(id);
}
