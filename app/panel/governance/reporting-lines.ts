/** A board by itself and the one that it reports to. */
export interface Reporting {
  id: string;
  reportsTo: string | null;
}

/** The boards that may be reported to by one: all but itself and those that report to it. */
export function mayReportTo<B extends Reporting>(boards: readonly B[], id: string | null): B[] {
  return boards.filter((board) => {
    const seen = new Set<string>();
    for (let at: string | null = board.id; at !== null && !seen.has(at);) {
      if (at === id) return false;
      seen.add(at);
      at = boards.find((one) => one.id === at)?.reportsTo ?? null;
    }
    return true;
  });
}

export interface Box<B> {
  board: B;
  /** The middle of the box, in the picture's units. */
  x: number;
  y: number;
}

export interface Lines<B> {
  width: number;
  height: number;
  boxes: Box<B>[];
  /** From the foot of who is reported to, to the head of who reports. */
  lines: { from: Box<B>; to: Box<B> }[];
}

export const BOX = { width: 190, height: 84, across: 30, down: 56 } as const;

/**
 * Places boards as a tree: who is reported to stands above, those who report stand below it side by
 * side. A board that reports to one that is not there stands at the top.
 */
export function reportingLines<B extends Reporting>(boards: readonly B[]): Lines<B> {
  const ids = new Set(boards.map(({ id }) => id));
  const childrenOf = (id: string | null) =>
    boards.filter(({ reportsTo }) =>
      id === null ? reportsTo === null || !ids.has(reportsTo) : reportsTo === id,
    );
  const boxes: Box<B>[] = [];
  const lines: { from: Box<B>; to: Box<B> }[] = [];
  let next = 0;
  const place = (board: B, depth: number): Box<B> => {
    const y = depth * (BOX.height + BOX.down) + BOX.height / 2;
    const box: Box<B> = { board, x: 0, y };
    boxes.push(box);
    const below = childrenOf(board.id)
      // A ring of boards that report to each other would have no top: it is not followed twice.
      .filter(({ id }) => !boxes.some((one) => one.board.id === id))
      .map((child) => place(child, depth + 1));
    if (below.length === 0) {
      box.x = next + BOX.width / 2;
      next += BOX.width + BOX.across;
    } else box.x = ((below[0]?.x ?? 0) + (below.at(-1)?.x ?? 0)) / 2;
    below.forEach((to) => lines.push({ from: box, to }));
    return box;
  };
  childrenOf(null).forEach((top) => place(top, 0));
  const height = Math.max(0, ...boxes.map(({ y }) => y + BOX.height / 2));
  return { width: Math.max(0, next - BOX.across), height, boxes, lines };
}

/** A name in lines that fit into a box; the last one is cut where there is more. */
export function inLines(words: string, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  const cut = lines.map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line));
  if (cut.length <= most) return cut;
  const shown = cut.slice(0, most);
  return shown.map((line, at) => (at === most - 1 ? `${line.slice(0, width - 1)}…` : line));
}
