import type { DocumentModel } from '#app/documents/blocks.ts';
import type { planJson } from '#app/plan/export/export-json.ts';
import type { PlanSheet } from '#app/plan/export/plan-sheets.ts';
import { sayDay } from '#app/ui/words.ts';

export type PlanData = ReturnType<typeof planJson>;

/** Everything that a board signs: printed words, figures and data, as they stood on that day. */
export interface FrozenPlan {
  document: DocumentModel;
  sheets: PlanSheet[];
  data: PlanData;
}

export const VERSION_STATES = ['waiting', 'approved', 'returned', 'withdrawn'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

export const VERSION_STATE_NAMES: Readonly<Record<VersionState, string>> = {
  waiting: 'Waiting for a decision',
  approved: 'Approved',
  returned: 'Sent back',
  withdrawn: 'Withdrawn',
};

/**
 * One text for one value, however its keys are ordered and whatever was kept it in between: what a
 * digest is made of. Keys in the order of their code units; undefined is not there.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value as Record<string, unknown>)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

/** How many figures of a digest are printed: 128 bits, which nobody can make another plan fit. */
const SEAL = 32;

/** The seal as it is printed: eight groups of four figures. */
export function sealOf(digest: string): string {
  return (digest.slice(0, SEAL).match(/.{4}/g) ?? []).join(' ');
}

/** The figures of a seal as somebody typed it; null when it is no whole seal. */
export function readSeal(typed: string): string | null {
  const figures = typed.toLowerCase().replace(/[\s.–-]/g, '');
  return /^[0-9a-f]{32,64}$/.test(figures) ? figures : null;
}

/** How a version stands, in a line for its cover. */
export interface Standing {
  number: number;
  name: string;
  state: VersionState;
  putUpName: string;
  putUpOn: string;
  decidedName: string;
  decidedOn: string | null;
  /** Conditions, or why it was sent back. */
  words: string;
  digest: string;
}

/** The frozen document with how it stands on its cover. */
export function withStanding(
  document: DocumentModel,
  standing: Standing,
  checkAt: string,
): DocumentModel {
  return { ...document, cover: [...document.cover, ...standingLines(standing, checkAt)] };
}

/** @param checkAt the address of the page on which a seal can be checked */
export function standingLines(standing: Standing, checkAt: string): string[] {
  const { number, name, state, putUpName, putUpOn, decidedName, decidedOn, words } = standing;
  const head = `Version ${number}: ${name}. Put up for sign-off by ${putUpName} on ${sayDay(putUpOn)}.`;
  if (decidedOn === null) return [head, 'Not decided yet.'];
  const decided = `${VERSION_STATE_NAMES[state]} by ${decidedName} on ${sayDay(decidedOn)}.`;
  if (state !== 'approved') return [head, words === '' ? decided : `${decided} ${words}`];
  return [
    head,
    decided,
    words === '' ? 'Without conditions.' : `On these conditions: ${words}`,
    `Seal: ${sealOf(standing.digest)}. Check it at ${checkAt}`,
  ];
}
