import type { Link, Theory } from '../graph.ts';

/** What comparing two texts of a theory needs everywhere. */

/** A value as it is stored: reading a text trims what it reads. */
export const stored = (value: string | undefined, seen: string) =>
  value !== undefined && value.trim() === seen.trim() ? value : seen;

/** The keys of all of them, each once. */
export const keysOf = (...all: Readonly<Record<string, string>>[]) => [
  ...new Set(all.flatMap((one) => Object.keys(one))),
];

/** Facts with a value. */
export const present = (more: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(more).filter(([, value]) => value !== ''));

/** The link between two boxes, in this direction. */
export function linkBetween(theory: Theory, source: string, target: string): Link | undefined {
  return theory.links.find((link) => link.source === source && link.target === target);
}
