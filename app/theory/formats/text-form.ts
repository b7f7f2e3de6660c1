import { emptyTheory } from '../graph.ts';
import { applyAll } from '../operations.ts';
import { readText } from '../text/read-text.ts';
import { textChanges } from '../text/text-changes.ts';
import type { ReadTheory } from './json.ts';

/** The text form of the editor as a file: what can be typed there can be brought in. */

/** Whether a text begins as the text form does: a title, and a heading for a type under it. */
export function isOurText(text: string): boolean {
  return /^#[^#]/.test(text) && /\n##[^#]/.test(text);
}

/** Reads the text form; what cannot be understood is named by its line. */
export function fromText(text: string): ReadTheory {
  const read = readText(text);
  if (!read.ok) {
    const problems = read.problems.map(({ line, message }) => ({ where: `line ${line}`, message }));
    return { ok: false, problems };
  }
  const { title } = read.theory;
  const before = readText(`# ${title}\n`);
  if (!before.ok) return { ok: false, problems: [{ where: 'line 1', message: 'Give a title.' }] };
  let count = 0;
  const newId = () => `text-${(count += 1)}`;
  const empty = emptyTheory('', title);
  const built = applyAll(empty, textChanges(before.theory, read.theory, empty, new Map(), newId));
  if ('theory' in built) return { ok: true, theory: built.theory, notes: [] };
  const { refusal } = built;
  const message = refusal.why === 'rule' ? refusal.message : 'It does not fit together.';
  return { ok: false, problems: [{ where: 'file', message }] };
}
