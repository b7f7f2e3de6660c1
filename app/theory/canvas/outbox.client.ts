import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Sent } from '../operations.ts';

/**
 * Changes to a theory that are not saved yet, kept in this browser until they are: a row an operation,
 * each with the theory, the person and the tab it belongs to. What a tab left behind when it was closed
 * is taken up by the next that is opened, and by no more than one.
 */
export interface Outbox {
  /** What tabs that are gone left behind, oldest first, and the state of the theory it was made on. */
  left(): Promise<{ base: number; sent: Sent[] } | null>;
  /** Keeps exactly these, made on a state of the theory or later; returns when they are kept. */
  keep(pending: readonly Sent[], base: number): Promise<void>;
}

/** Whose changes these are. */
export interface Whose {
  theoryId: string;
  personId: string;
}

/** How tabs of one browser know of one another. */
export interface Tabs {
  /** This tab, by a name that no other has. */
  readonly own: string;
  /** Whether a tab is closed. */
  gone(tab: string): Promise<boolean>;
}

interface Row extends Whose {
  clientOpId: string;
  tab: string;
  /** In which order a tab made them. */
  order: number;
  base: number;
  sent: Sent;
}

interface Tables extends DBSchema {
  operations: { key: string; value: Row; indexes: { whose: [string, string] } };
}

const DATABASE = 'throughline-theory';

/** Opens the outbox of a person for a theory. Where a browser keeps nothing it keeps nothing. */
export function openOutbox(whose: Whose, tabs: Tabs, name = DATABASE): Outbox {
  const opened = open(name);
  const known = new Map<string, { text: string; order: number; base: number }>();
  // One after another, so that what is kept last is what stands.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: (db: IDBPDatabase<Tables>) => Promise<T>, instead: T): Promise<T> => {
    const turn = queue.then(async () => {
      const db = await opened;
      if (db === null) return instead;
      // A full disk must not stop anybody from working: what is typed still goes to the server.
      return work(db).catch(() => instead);
    });
    queue = turn;
    return turn;
  };
  return {
    left: () =>
      inTurn(async (db) => {
        const rows = await takenOver(db, whose, tabs);
        for (const row of rows)
          known.set(row.clientOpId, { ...row, text: JSON.stringify(row.sent) });
        if (rows.length === 0) return null;
        const base = Math.min(...rows.map((row) => row.base));
        return { base, sent: rows.map(({ sent }) => sent) };
      }, null),
    keep: (pending, base) =>
      inTurn(async (db) => {
        const wanted = new Map(pending.map((sent) => [sent.clientOpId, sent]));
        const gone = [...known.keys()].filter((id) => !wanted.has(id));
        const orders = ordersOf(pending, known);
        const fresh = pending.flatMap((sent, at): Row[] => {
          const before = known.get(sent.clientOpId);
          if (before?.text === JSON.stringify(sent)) return [];
          const { clientOpId } = sent;
          const order = orders[at] ?? 0;
          return [{ ...whose, clientOpId, tab: tabs.own, order, base: before?.base ?? base, sent }];
        });
        if (gone.length === 0 && fresh.length === 0) return;
        const tx = db.transaction('operations', 'readwrite');
        await Promise.all([
          ...gone.map((id) => tx.store.delete(id)),
          ...fresh.map((row) => tx.store.put(row)),
          tx.done,
        ]);
        for (const id of gone) known.delete(id);
        for (const row of fresh)
          known.set(row.clientOpId, { ...row, text: JSON.stringify(row.sent) });
      }, undefined),
  };
}

/** Numbers in the order of what is waiting; what is known keeps its own, new ones go between. */
function ordersOf(
  pending: readonly Sent[],
  known: ReadonlyMap<string, { order: number }>,
): number[] {
  const own = pending.map(({ clientOpId }) => known.get(clientOpId)?.order);
  const next = [...own];
  for (let at = next.length - 2; at >= 0; at -= 1) next[at] ??= next[at + 1];
  const numbers: number[] = [];
  for (const [at, number] of own.entries()) {
    const [last, later] = [numbers.at(-1), next[at]];
    if (number !== undefined) numbers.push(number);
    else if (later === undefined) numbers.push(Math.floor(Math.max(last ?? 0, 0)) + 1);
    else numbers.push(last === undefined ? later - 1 : (last + later) / 2);
  }
  return numbers;
}

/** The database, or null where a browser has none, as in some private windows. */
async function open(name: string): Promise<IDBPDatabase<Tables> | null> {
  try {
    return await openDB<Tables>(name, 1, {
      upgrade(db) {
        const rows = db.createObjectStore('operations', { keyPath: 'clientOpId' });
        rows.createIndex('whose', ['theoryId', 'personId']);
      },
    });
  } catch {
    return null;
  }
}

/** Makes what closed tabs left behind this tab's own. Two tabs that open at once do not both get it. */
async function takenOver(db: IDBPDatabase<Tables>, whose: Whose, tabs: Tabs): Promise<Row[]> {
  const key: [string, string] = [whose.theoryId, whose.personId];
  const there = await db.getAllFromIndex('operations', 'whose', key);
  const others = new Set(there.map(({ tab }) => tab).filter((tab) => tab !== tabs.own));
  const closed = new Set<string>();
  for (const tab of others) if (await tabs.gone(tab)) closed.add(tab);
  if (closed.size === 0) return [];
  const tx = db.transaction('operations', 'readwrite');
  const rows = (await tx.store.index('whose').getAll(key)).filter(({ tab }) => closed.has(tab));
  rows.sort((a, b) => (a.tab === b.tab ? a.order - b.order : a.base - b.base));
  // Before whatever this tab does itself.
  const ours = rows.map((row, at) => ({ ...row, tab: tabs.own, order: at - rows.length }));
  await Promise.all([...ours.map((row) => tx.store.put(row)), tx.done]);
  return ours;
}

/**
 * The tabs of this browser: each holds a lock while it is open, so that the others can tell. Without
 * locks all others count as gone: what two tabs send under the same id the server takes once.
 */
export function openTabs(own: string): Tabs {
  const locks = (navigator as { locks?: LockManager }).locks;
  const name = (tab: string) => `throughline theory ${tab}`;
  // Held until the page is gone.
  locks?.request(name(own), () => new Promise(() => undefined)).catch(() => undefined);
  return {
    own,
    async gone(tab) {
      if (locks === undefined) return true;
      return locks.request(name(tab), { ifAvailable: true }, (lock) => lock !== null);
    },
  };
}
