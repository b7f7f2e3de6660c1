import type { Pair } from './paired.ts';
import type { Tool } from './tools.ts';

const MOST_PAIRS = 5_000;
const MOST_PROBLEMS = 20;

/**
 * Pairs of scores, one person a line: the score before and the score after, parted by a comma, a tab or
 * a semicolon; an empty one was not taken. A line of headings may stand first. More columns are refused:
 * what could say who somebody is must not come in.
 */
export function readPairs(
  text: string,
  tool: Pick<Tool, 'name' | 'least' | 'most'>,
): { pairs: Pair[]; problems: string[] } {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/^\uFEFF/, ''));
  const pairs: Pair[] = [];
  const problems: string[] = [];
  lines.forEach((line, at) => {
    if (line.trim() === '' || problems.length >= MOST_PROBLEMS) return;
    const cells = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ''));
    if (at === 0 && cells.length === 2 && cells.every((cell) => /[a-z]/i.test(cell))) return;
    if (cells.length !== 2) {
      problems.push(
        `Line ${at + 1} has ${cells.length} columns. Give two and no more, before and after: nothing that says who somebody is.`,
      );
      return;
    }
    const [before = null, after = null] = cells.map((cell) => readScore(cell, tool));
    if (typeof before === 'string' || typeof after === 'string') {
      problems.push(`Line ${at + 1}: ${typeof before === 'string' ? before : String(after)}`);
    } else if (before !== null || after !== null) {
      pairs.push({ before, after });
    }
  });
  if (pairs.length > MOST_PAIRS) {
    problems.push(
      `There are ${pairs.length} people, and ${MOST_PAIRS} can be summed up at a time.`,
    );
  }
  return { pairs, problems };
}

/** A score, null where it was not taken, or what is wrong with it. */
function readScore(
  cell: string,
  { name, least, most }: Pick<Tool, 'name' | 'least' | 'most'>,
): number | null | string {
  if (cell === '' || /^(-|–|n\/a|na|null)$/i.test(cell)) return null;
  if (!/^-?\d{1,4}(\.\d{1,4})?$/.test(cell)) return 'enter a score as a number, such as 14.';
  const score = Number(cell);
  if ((least !== null && score < least) || (most !== null && score > most)) {
    return `${name} runs from ${least ?? 0} to ${most ?? 0}, and ${cell} is outside.`;
  }
  return score;
}
