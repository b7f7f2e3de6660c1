/** The lines of a flowchart of Mermaid, and what stands on one of them. */

/** Longer lines are no flowchart that somebody drew; each is gone through several times. */
export const LONGEST_LINE = 20_000;

/** The flowchart of a text: the text itself, or what stands in a fence of a Markdown file. */
export function flowchartIn(text: string): { lines: string[]; first: number } | null {
  const all = text.split(/\r?\n/);
  const opens = all.findIndex((line) => /^```\s*mermaid/.test(line));
  const closes = opens < 0 ? -1 : all.findIndex((line, at) => at > opens && /^\s*```/.test(line));
  const fenced = closes > opens;
  const lines = fenced ? all.slice(opens + 1, closes) : all;
  const starts = /^\s*(flowchart|graph)\b/;
  return lines.some((line) => starts.test(line)) ? { lines, first: fenced ? opens + 2 : 1 } : null;
}

/** A line without its comment, with one blank where there were several: none of them means anything. */
export function tidyLine(raw: string): string {
  return raw.slice(0, commentAt(raw)).replace(/\s+/g, ' ').trim();
}

/** Where a comment begins: what stands in quotation marks, or is the title, is somebody's words. */
function commentAt(raw: string): number {
  if (/^\s*acc(?:Title|Descr)\b/.test(raw)) return raw.length;
  let quoted = false;
  for (let at = 0; at < raw.length; at += 1) {
    if (raw[at] === '"') quoted = !quoted;
    if (!quoted && raw.startsWith('%%', at)) return at;
  }
  return raw.length;
}

/** Statements of a line, parted by semicolons outside quotation marks, brackets and entities. */
export function statements(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let depth = 0;
  // How much of an entity such as `#quot;` stands before a sign; -1 outside of one.
  let entity = -1;
  for (const [index, sign] of [...line].entries()) {
    if (sign === '"') quoted = !quoted;
    if (!quoted && /[[({]/.test(sign)) depth += 1;
    if (!quoted && /[\])}]/.test(sign)) depth -= 1;
    if (sign === ';' && !quoted && depth <= 0 && entity <= 0 && index > 0) {
      parts.push(part);
      part = '';
    } else part += sign;
    if (sign === '#') entity = 0;
    else entity = entity >= 0 && /\w/.test(sign) ? entity + 1 : -1;
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== '');
}
