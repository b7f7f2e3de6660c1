/** Where boxes and pieces stand in a text, for the caret and for switching between views. */

/** Where the line of a mark begins, counted in characters and in lines from 1; null when it has none. */
export function lineOfMark(text: string, mark: string): { at: number; line: number } | null {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.startsWith('- ') && markOf(line) === mark);
  if (index === -1) return null;
  const at = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
  return { at, line: index + 1 };
}

/** The mark of the box or piece in whose lines a place of the text is; null above the first. */
export function markAt(text: string, at: number): string | null {
  const lines = text.slice(0, at).split('\n');
  // The line of the caret counts whole, not only up to it.
  const rest = text.slice(at).split('\n')[0] ?? '';
  lines.push(`${lines.pop() ?? ''}${rest}`);
  const start = lines.findLast((line) => /^\s*([-*] |##)/.test(line));
  return start === undefined || start.trimStart().startsWith('#') ? null : markOf(start);
}

function markOf(line: string): string | null {
  return /\[#([A-Za-z0-9-]{1,40})\]\s*$/.exec(line)?.[1]?.toLowerCase() ?? null;
}
