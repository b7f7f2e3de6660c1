import { readdirSync } from 'node:fs';
import path from 'node:path';
import { buildWhatChanged } from '../bin/built.mjs';
import { figuresOf, type Case } from './case.ts';
import { growth } from './growth.ts';
import { endOfRun } from './http/world.ts';
import { endLargeServer } from './http/large-world.ts';
import { national } from './national.ts';
import { optionsOf, type Options } from './options.ts';
import {
  circumstances,
  keep,
  printTable,
  type Circumstances,
  type Measured,
  type Report,
} from './report.ts';
import { writeSizing } from './sizing.ts';

const folder = import.meta.dirname;
/** A case that takes longer hangs. */
const PATIENCE_MS = 15 * 60_000;

class DidNotEnd extends Error {
  constructor() {
    super('It did not end.');
  }
}

/** Runs the cases and prints one table, or with --json one object. Gives the exit code. */
export async function bench(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  const cases = await casesOf(options.only);
  const about = circumstances();
  buildWhatChanged();
  try {
    if (options.growth) return await growth(options, about);
    if (options.national) return await national(options, about);
    const report = await measure(cases, options);
    const code = await told(report, options, about);
    return options.all && !report.hangs ? Math.max(code, await growth(options, about)) : code;
  } finally {
    await endLargeServer();
    await endOfRun();
  }
}

async function casesOf(only: readonly string[]): Promise<Case[]> {
  const files = readdirSync(path.join(folder, 'cases')).filter((name) => name.endsWith('.ts'));
  const ids = files.map((name) => name.replace(/\.ts$/, '')).sort();
  const unknown = only.filter((id) => !ids.includes(id));
  if (unknown.length > 0) {
    throw new Error(`There is no case ${unknown.join(', ')}. There are: ${ids.join(', ')}.`);
  }
  const chosen = only.length === 0 ? ids : ids.filter((id) => only.includes(id));
  return Promise.all(
    chosen.map(async (id) => {
      const { default: one } = (await import(`./cases/${id}.ts`)) as { default: Case };
      if (one.id !== id) throw new Error(`bench/cases/${id}.ts exports the case ${one.id}.`);
      return one;
    }),
  );
}

/**
 * One case after another: a fault of one is told at the end, and stops no other. But one that hangs may
 * still be at work, and figures beside it would be worth nothing: the rest are named as not measured.
 */
async function measure(cases: readonly Case[], options: Options): Promise<Report> {
  const report: Report = { measured: [], faults: [], hangs: false };
  for (const [at, one] of cases.entries()) {
    const began = performance.now();
    try {
      report.measured.push(await measured(one, options));
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      if (!options.json) process.stderr.write(`${one.id}: ${seconds} s\n`);
    } catch (error) {
      process.stderr.write(`${one.id}: ${error instanceof Error ? error.stack : String(error)}\n`);
      report.hangs = error instanceof DidNotEnd;
      if (report.hangs) {
        report.faults.push(...cases.slice(at).map(({ id }) => id));
        break;
      }
      report.faults.push(one.id);
    }
  }
  return report;
}

async function measured(one: Case, options: Options): Promise<Measured> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DidNotEnd()), PATIENCE_MS);
  });
  try {
    const found = await Promise.race([one.run(options), tooLong]);
    return { one, figures: figuresOf(one, found), note: found.note ?? '' };
  } finally {
    clearTimeout(timer);
  }
}

async function told(report: Report, options: Options, about: Circumstances): Promise<number> {
  const found = await keep(report, options, about);
  if (found !== null) await writeSizing(found);
  if (options.json) {
    const cases = report.measured.map(({ figures }) => figures);
    console.log(JSON.stringify({ commit: about.commit, cases }, null, 2));
  } else printTable(report);
  return report.faults.length === 0 ? 0 : 1;
}
