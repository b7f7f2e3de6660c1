import { useCallback, useEffect, useState } from 'react';
import { sendQueue, type Sent } from './send-queue.client.ts';
import { deliver } from './server-door.client.ts';
import {
  activePack,
  countQueue,
  openTablet,
  type Count,
  type TabletDatabase,
} from './tablet-store.client.ts';
import type { Pack } from './tablet.ts';

/** How often a tablet with answers waiting tries to send them by itself. */
const EVERY_MS = 20_000;
const NOTHING: Count = { waiting: 0, kept: 0, sent: 0 };

export interface TabletState {
  db: TabletDatabase | null;
  pack: Pack | null;
  count: Count;
  /** What came of the last sending; null before the first. */
  sent: Sent | null;
  /** Reads the tablet's store again. */
  look: () => Promise<void>;
  send: (also?: 'waiting' | 'kept-too') => Promise<void>;
}

/** The tablet's store and its sending, which goes on by itself whenever there is a network. */
export function useTablet(): TabletState {
  const [db, setDb] = useState<TabletDatabase | null>(null);
  const [pack, setPack] = useState<Pack | null>(null);
  const [count, setCount] = useState(NOTHING);
  const [sent, setSent] = useState<Sent | null>(null);

  const look = useCallback(async () => {
    const open = db ?? (await openTablet());
    setPack((await activePack(open)) ?? null);
    setCount(await countQueue(open));
    setDb(open);
  }, [db]);

  const send = useCallback(
    async (also: 'waiting' | 'kept-too' = 'waiting') => {
      if (!db) return;
      // One window of the browser sends at a time; the others see what it did.
      await navigator.locks.request('throughline-outreach', { ifAvailable: true }, async (lock) => {
        if (lock) setSent(await sendQueue(db, deliver, also));
      });
      setCount(await countQueue(db));
    },
    [db],
  );

  useEffect(() => void look(), [look]);
  useEffect(() => {
    const trySending = () => void send();
    trySending();
    window.addEventListener('online', trySending);
    const timer = window.setInterval(trySending, EVERY_MS);
    return () => {
      window.removeEventListener('online', trySending);
      window.clearInterval(timer);
    };
  }, [send]);

  return { db, pack, count, sent, look, send };
}
