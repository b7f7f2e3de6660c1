import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { format } from 'prettier';
import type { Case, Figures } from './case.ts';
import type { Options } from './options.ts';

export interface Measured {
  one: Case;
  figures: Figures;
  note: string;
}

export interface Report {
  measured: Measured[];
  /** The cases that could not be measured. */
  faults: string[];
  /** Whether one of them did not end, and still has the processor. */
  hangs: boolean;
}

export type Circumstances = ReturnType<typeof circumstances>;

const results = path.join(import.meta.dirname, 'results');

/** What runs of the bench write themselves. */
const WRITTEN = ['bench/results', 'docs/sizing.md', 'docs/growth.md', 'docs/pictures'];

/** The commit that is measured, with a + where files were changed since. */
function commitNow(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  try {
    const others = WRITTEN.map((file) => `:(top,exclude)${file}`);
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', '..', ...others);
    return `${git('rev-parse', '--short', 'HEAD')}${changed === '' ? '' : '+'}`;
  } catch {
    return 'unknown';
  }
}

/**
 * On which machine, and when: figures of two machines say little about each other. Read once, before
 * anything is measured: at the end of a long run there may be another commit.
 */
export function circumstances() {
  const [first] = cpus();
  return {
    commit: commitNow(),
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    machine: `${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`,
  };
}

/**
 * A whole run is kept under its date and commit. One without a fault is the latest as well, and is given
 * back: what lacks cases must not take the place of what has them all.
 */
export async function keep(report: Report, { quick, only }: Options, about: Circumstances) {
  if (quick || only.length > 0) return null;
  const cases = report.measured.map(({ one, figures, note }) => ({
    ...figures,
    goal: one.goal,
    reached: figures.ratio >= one.goal,
    what: one.what,
    limitIs: one.limitIs,
    ...(note === '' ? {} : { note }),
  }));
  const found = { ...about, faults: report.faults, cases };
  await kept(`${about.date}-${about.commit.replace('+', '-changed')}.json`, found);
  if (report.faults.length > 0) return null;
  await kept('latest.json', found);
  return found;
}

/** Writes figures to bench/results, as the house formats such files. */
export async function kept(name: string, found: object): Promise<void> {
  mkdirSync(results, { recursive: true });
  const text = await format(JSON.stringify(found, null, 2), { parser: 'json', printWidth: 100 });
  writeFileSync(path.join(results, name), text);
}

/** The table on standard output: under each line what a user would feel. */
export function printTable({ measured, faults }: Report): void {
  const rows = measured.map(({ one, figures }) => [
    one.id,
    `${short(figures.median)} ${figures.unit}`,
    `${short(figures.p99)} ${figures.unit}`,
    `${short(figures.limit)} ${figures.unit}`,
    short(figures.ratio),
    `${short(one.goal)} ${figures.ratio >= one.goal ? 'reached' : 'NOT REACHED'}`,
  ]);
  const head = ['case', 'median', '99 in 100', 'limit', 'ratio', 'goal'];
  const widths = head.map((word, at) =>
    Math.max(word.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  console.log(line(head));
  for (const [at, row] of rows.entries()) {
    console.log(line(row));
    const { one, note = '' } = measured[at] ?? {};
    if (one) console.log(`  ${one.what} Limit: ${one.limitIs}. ${note}`.trimEnd());
  }
  if (faults.length > 0) console.log(`\nCould not be measured: ${faults.join(', ')}.`);
}

/** A number as it is read: three figures of it. */
export const short = (number: number) => Number(number.toPrecision(3)).toLocaleString('en-GB');
