import { faultsIn, Succession } from '#app/plan/coverage/succession.ts';
import { packById } from './index.ts';
import bsfhAfterFhsl from './successions/fhsl-2025-26--bsfh-2026.json';

const FILES: readonly [file: string, content: unknown][] = [
  ['fhsl-2025-26--bsfh-2026.json', bsfhAfterFhsl],
];

/** Reads what one pack became in the next. Throws with the file and the path when it is wrong. */
export function readSuccession(file: string, content: unknown): Succession {
  const named = `templates/frameworks/successions/${file} cannot be used:`;
  const read = Succession.safeParse(content);
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error([named, ...wrong].join('\n'));
  }
  const [before, after] = [packById(read.data.from), packById(read.data.to)];
  if (!before || !after) throw new Error(`${named}\n  from, to: there is no such pack.`);
  const faults = faultsIn(read.data, before, after);
  if (faults.length > 0) throw new Error([named, ...faults.map((one) => `  ${one}`)].join('\n'));
  return read.data;
}

let shelf: readonly Succession[] | undefined;

/** Every succession that ships, read and validated once. */
export function successions(): readonly Succession[] {
  shelf ??= FILES.map(([file, content]) => readSuccession(file, content));
  return shelf;
}
