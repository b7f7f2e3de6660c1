import type { Reader } from '#db/store.server.ts';
import { versionsOf } from '#db/theory-versions.ts';
import { operationsSince } from '#db/theory.ts';
import type { Theory } from '../graph.ts';
import { historyList, type HistoryLook, type Went } from './history-list.ts';
import { toldHistory } from './history-words.ts';
import { beginningOf } from './theory-at.ts';

/** How many entries stand on one page. */
const PAGE = 40;

export interface HistorySeen {
  went: Went[];
  /** How many entries there are in all, and how many pages they make. */
  total: number;
  pages: number;
  /** Everybody who changed it, by name. */
  people: string[];
  /** Every box that there ever was, by its last words. */
  boxes: { id: string; label: string }[];
}

/** The history of a theory as its page shows it, latest first. */
export async function readHistory(
  db: Reader,
  authorityId: string,
  theory: Theory,
  { page, ...look }: HistoryLook & { page: number },
) {
  const history = await operationsSince(db, authorityId, theory.id, 0);
  const told = toldHistory(beginningOf(theory, history), history);
  const all = historyList(history, told, look);
  const labels = new Map<string, string>();
  for (const { operation } of history) {
    if (operation.kind === 'addBox') labels.set(operation.box.id, operation.box.label);
  }
  const there = new Set(theory.boxes.map(({ id }) => id));
  const gone = [...labels].filter(([id]) => !there.has(id));
  const seen: HistorySeen = {
    went: all.slice(page * PAGE, (page + 1) * PAGE),
    total: all.length,
    pages: Math.ceil(all.length / PAGE),
    people: [...new Set(history.map(({ personName }) => personName))].sort(),
    boxes: [
      ...theory.boxes.map(({ id, label }) => ({ id, label })),
      ...gone.map(([id, label]) => ({ id, label: `${label} (deleted)` })),
    ].sort((a, b) => a.label.localeCompare(b.label, 'en-GB')),
  };
  return { seen, versions: await versionsOf(db, authorityId, theory.id) };
}
