/** Which character parts the cells of a CSV file. */
export type Delimiter = ',' | ';' | '\t' | '|';

/** In the order in which a draw is decided. */
const CANDIDATES: readonly Delimiter[] = [',', ';', '\t', '|'];

const RECORDS_LOOKED_AT = 200;
const CHARACTERS_LOOKED_AT = 262_144;

/**
 * Guesses the delimiter from the first records: the candidate under which most records have the same
 * number of cells, and the first record that number too. Newlines in `text` are `\n` already.
 * Our own, because PapaParse's guess does not know quotes and is slow on long quoted cells.
 */
export function guessDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; score: number; cells: number } | undefined;
  for (const delimiter of CANDIDATES) {
    const counts = cellCounts(text, delimiter);
    const usual = mostCommonAbove1(counts);
    if (usual === undefined) continue;
    const agreeing = counts.filter((count) => count === usual).length / counts.length;
    const score = agreeing + (counts[0] === usual ? 0.5 : 0);
    if (!best || score > best.score || (score === best.score && usual > best.cells)) {
      best = { delimiter, score, cells: usual };
    }
  }
  return best?.delimiter ?? ',';
}

/** The number of cells in each record of the sample, quoted cells kept whole; blank lines left out. */
function cellCounts(text: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  const end = Math.min(text.length, CHARACTERS_LOOKED_AT);
  let cells = 1;
  let atCellStart = true;
  let quoted = false;
  let blank = true;
  for (let i = 0; i < end && counts.length < RECORDS_LOOKED_AT; i += 1) {
    const character = text[i];
    if (quoted) {
      if (character === '"') {
        if (text[i + 1] === '"') i += 1;
        else quoted = false;
      }
    } else if (character === '"' && atCellStart) {
      quoted = true;
      atCellStart = false;
      blank = false;
    } else if (character === delimiter) {
      cells += 1;
      atCellStart = true;
      blank = false;
    } else if (character === '\n') {
      if (!blank) counts.push(cells);
      cells = 1;
      atCellStart = true;
      blank = true;
    } else {
      atCellStart = false;
      blank = false;
    }
  }
  // The last record counts only when the whole file was read: a cut one has too few cells.
  if (!blank && !quoted && end === text.length) counts.push(cells);
  return counts;
}

function mostCommonAbove1(counts: readonly number[]): number | undefined {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 1) tally.set(count, (tally.get(count) ?? 0) + 1);
  let usual: number | undefined;
  let most = 0;
  for (const [count, times] of tally) {
    if (times > most || (times === most && usual !== undefined && count > usual)) {
      usual = count;
      most = times;
    }
  }
  return usual;
}
