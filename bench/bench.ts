import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { figuresOf, type Case, type Figures } from './case.ts';

const folder = import.meta.dirname;

interface Options {
  quick: boolean;
  json: boolean;
  only: string[];
}

/** Runs the cases and prints one table, or with --json one object. Gives the exit code. */
export async function bench(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  const cases = await casesOf(options.only);
  const measured: { one: Case; figures: Figures }[] = [];
  for (const one of cases) {
    if (!options.json) process.stderr.write(`${one.id} …\n`);
    measured.push({ one, figures: figuresOf(one, await one.run({ quick: options.quick })) });
  }
  const report = { commit: commitNow(), cases: measured.map(({ figures }) => figures) };
  keep(report, options);
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else print(measured);
  return 0;
}

function optionsOf(args: readonly string[]): Options {
  const at = args.indexOf('--only');
  return {
    quick: args.includes('--quick'),
    json: args.includes('--json'),
    only: at < 0 ? [] : (args[at + 1] ?? '').split(',').filter(Boolean),
  };
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

function commitNow(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: folder }).toString().trim();
  } catch {
    return 'unknown';
  }
}

/** The last whole run is kept, so that a change can be seen in the history of the file. */
function keep(report: { commit: string; cases: Figures[] }, { quick, only }: Options): void {
  if (quick || only.length > 0) return;
  mkdirSync(path.join(folder, 'results'), { recursive: true });
  writeFileSync(
    path.join(folder, 'results', 'latest.json'),
    `${JSON.stringify(report, null, 2)}\n`,
  );
}

function print(measured: readonly { one: Case; figures: Figures }[]): void {
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
    const one = measured[at]?.one;
    if (one) console.log(`  ${one.what} Limit: ${one.limitIs}.`);
  }
}

const short = (number: number) => Number(number.toPrecision(3)).toLocaleString('en-GB');
