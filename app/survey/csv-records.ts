import type { Delimiter } from './csv-delimiter.ts';

/** What is wrong with a file and where: the line as an editor counts it, 0 for the file as a whole. */
export interface FileProblem {
  line: number;
  message: string;
}

/**
 * A quotation mark that is never closed swallows the rest of a file. Nobody writes this much into
 * one cell, so that reading stops here instead of filling the memory.
 */
export const LONGEST_CELL = 1_000_000;

export interface CsvRecords {
  /** Takes the next piece of the text, cut anywhere. Newlines are `\n` already. */
  push(text: string): void;
  /** The text is over. What is wrong with it, if anything is: then no row after it was given. */
  end(): FileProblem | undefined;
}

type Inside = 'start' | 'plain' | 'quoted' | 'closed';

const QUOTE = 34;
const NEWLINE = 10;
const SPACE = 32;

/**
 * Reads CSV (RFC 4180) piece by piece, so that a file of any length needs little memory. Every cell is
 * given as text, exactly as written: "007" stays "007". Rows may differ in length; lines with nothing
 * on them are not rows. A quotation mark means something only at the beginning of a cell.
 *
 * @param onRow is given each row with the line of the file on which it begins
 * @param firstLine the line on which the text begins, from 1
 */
export function csvRecords(
  delimiter: Delimiter,
  onRow: (cells: string[], line: number) => void,
  firstLine = 1,
): CsvRecords {
  const part = delimiter.charCodeAt(0);
  let cells: string[] = [];
  let inside: Inside = 'start';
  /** What an earlier piece held of the cell under way. */
  let held = '';
  let line = firstLine;
  let rowLine = firstLine;
  let quoteLine = firstLine;
  let problem: FileProblem | undefined;

  const endRow = () => {
    const blank = cells.length === 1 && cells[0]?.trim() === '';
    if (!blank) onRow(cells, rowLine);
    cells = [];
    line += 1;
    rowLine = line;
  };

  /** After the delimiter or newline at `at`; the cell under way is complete. */
  const endCell = (text: string, from: number, at: number, code: number) => {
    cells.push(held === '' ? text.slice(from, at) : held + text.slice(from, at));
    held = '';
    inside = 'start';
    if (code === NEWLINE) endRow();
  };

  /** Reads inside quotation marks from `at`; gives where it stopped. */
  const quoted = (text: string, from: number): number => {
    const close = text.indexOf('"', from);
    const to = close === -1 ? text.length : close;
    held += text.slice(from, to);
    for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
      line += 1;
    }
    if (held.length > LONGEST_CELL) problem = notClosed(quoteLine);
    if (close === -1) return text.length;
    inside = 'closed';
    return close + 1;
  };

  /** Reads what follows a closing mark: a second one, the end of the cell, or what may not stand there. */
  const closed = (text: string, at: number): number => {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      held += '"';
      inside = 'quoted';
    } else if (code === part || code === NEWLINE) {
      endCell(text, at, at, code);
    } else if (code !== SPACE) {
      problem = {
        line,
        message: `On line ${line} there are words after a closing quotation mark. Write a quotation mark twice ("") where it belongs to the text.`,
      };
    }
    return at + 1;
  };

  /** Reads a cell that no quotation mark encloses. */
  const unquoted = (text: string, from: number): number => {
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === part || code === NEWLINE) {
        endCell(text, from, at, code);
        return at + 1;
      }
    }
    held += text.slice(from);
    if (held.length > LONGEST_CELL) {
      problem = { line: rowLine, message: `A cell on line ${rowLine} is longer than any answer.` };
    }
    return text.length;
  };

  return {
    push(text) {
      let at = 0;
      while (at < text.length && problem === undefined) {
        if (inside === 'start') {
          const opens = text.charCodeAt(at) === QUOTE;
          inside = opens ? 'quoted' : 'plain';
          if (opens) {
            quoteLine = line;
            at += 1;
          }
        }
        // `closed` may be the state at the end of a piece, with the next character still unknown.
        else if (inside === 'closed') at = closed(text, at);
        else at = inside === 'quoted' ? quoted(text, at) : unquoted(text, at);
      }
    },
    end() {
      if (problem !== undefined) return problem;
      if (inside === 'quoted') return notClosed(quoteLine);
      if (inside !== 'start' || cells.length > 0) {
        cells.push(held);
        endRow();
      }
      return undefined;
    },
  };
}

function notClosed(line: number): FileProblem {
  return {
    line,
    message: `A quotation mark on line ${line} is not closed. Close it, or write it twice ("") if it belongs to the text.`,
  };
}

/** Makes every line end `\n`, piece by piece. */
export function newlineTidier(): (text: string, last?: boolean) => string {
  let heldReturn = false;
  return (text, last = false) => {
    const whole = heldReturn ? `\r${text}` : text;
    // A carriage return at the end of a piece may be the first half of a line end.
    heldReturn = !last && whole.endsWith('\r');
    const ready = heldReturn ? whole.slice(0, -1) : whole;
    return ready.includes('\r') ? ready.replace(/\r\n?/g, '\n') : ready;
  };
}
