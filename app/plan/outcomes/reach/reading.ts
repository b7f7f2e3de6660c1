import { readFigure } from '#app/needs/figure.ts';
import { breakdownName, breakdownNamed, groupNamed } from '#app/theory/measures/breakdowns.ts';
import { COUNTED, countedAs, groupsOf, type WhatId } from './counting.ts';
import type { Count, Site } from './reach.ts';
import { siteNamed, type NamedSite } from './site-names.ts';

/** What both kinds of table have in common: how a cell of a file is understood. */

/** Something to put right, or to look at, with its line in the file; 0 is the whole file. */
export interface Remark {
  line: number;
  message: string;
}

/** What a file is read against. */
export interface Known {
  sites: readonly Site[];
  /** What figures count where the file does not say. */
  what: WhatId;
  /** Names that are not in the register are kept as they are; otherwise they are put right first. */
  keepStrange: boolean;
}

/** What was read so far, with the line of each count. */
export interface Reading {
  counts: Count[];
  problems: Remark[];
  remarks: Remark[];
  lines: number[];
}

export const nothingRead = (): Reading => ({ counts: [], problems: [], remarks: [], lines: [] });

export function add(read: Reading, line: number, count: Count): void {
  read.counts.push(count);
  read.lines.push(line);
}

/** A site as a row of the file names it; null with its problem told where it is none. */
export function siteIn(
  word: string,
  line: number,
  known: Known,
  read: Reading,
): Pick<Count, 'siteId' | 'siteName'> | null {
  const found: NamedSite = siteNamed(word, known.sites, known.keepStrange);
  if (found.ok) return { siteId: found.siteId, siteName: found.siteName };
  read.problems.push({ line, message: found.message });
  return null;
}

/** A whole number, or null where nothing is given or what is given is none. */
export function countIn(text: string, line: number, read: Reading): number | null {
  const figure = readFigure(text);
  if (figure.kind === 'number' && Number.isInteger(figure.value) && figure.value >= 0) {
    if (figure.value <= 10_000_000) return figure.value;
  }
  if (figure.kind === 'missing') {
    if (figure.why !== 'empty') {
      read.remarks.push({
        line,
        message: `“${text.trim()}” stands for no figure, and is left out.`,
      });
    }
    return null;
  }
  read.problems.push({
    line,
    message: `“${text.trim()}” is no count. Enter a whole number, such as 214.`,
  });
  return null;
}

/** What is counted by its id, its name or the code of its question. */
export function whatNamed(word: string): WhatId | null {
  const said = plain(word);
  const found = COUNTED.find(
    ({ id, name, code }) =>
      plain(id) === said || plain(name) === said || code?.toLowerCase() === said,
  );
  return found?.id ?? ALSO.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}

const ALSO: readonly [RegExp, WhatId][] = [
  [
    /^(users|people|people reached|individuals|total users|unique users|total reach|reach)$/,
    'users',
  ],
  [/^(virtual|online|digital|virtual users)$/, 'online'],
  [/^(child|under 5|under 5s|under fives|under five)$/, 'children'],
  [/^(adult|parents|carers|parents and carers)$/, 'adults'],
  [/^(family|households)$/, 'families'],
  [/^(attendance|visits|contacts|footfall|total attendances)$/, 'attendances'],
];

type PartNamed = { breakdown: string; group: string } | { problem: string };

/** A breakdown and a group under the names that their lists have for them. */
export function partNamed(breakdownWord: string, groupWord: string): PartNamed {
  if (breakdownWord === '' && groupWord === '') return { breakdown: '', group: '' };
  if (breakdownWord === '') return { problem: `Say by what “${groupWord}” is a group: age, sex …` };
  const breakdown = breakdownNamed(breakdownWord);
  const name = breakdownName(breakdown).toLowerCase();
  if (groupWord === '') return { problem: `Say which group of ${name} this is.` };
  const group = groupNamed(breakdown, groupWord);
  if (group !== null) return { breakdown, group };
  return {
    problem: `“${groupWord}” is no group of ${name}. The groups are: ${groupsOf(breakdown).join('; ')}.`,
  };
}

export const plain = (word: string) =>
  word
    .trim()
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/[_\s]+/g, ' ');

/** The breakdowns that a count is asked for by, for headings of columns that name a group only. */
export const keysFor = (what: string): string[] =>
  countedAs(what)?.by.map(({ key }) => String(key)) ?? [];
