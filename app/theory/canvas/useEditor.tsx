import { useEffect, useState, useSyncExternalStore } from 'react';
import { links } from '#app/http/links.ts';
import { useRoot } from '#app/ui/Form.tsx';
import type { Reply } from '../editing.ts';
import type { Theory } from '../graph.ts';
import { OPERATION_KINDS, type Sent } from '../operations.ts';
import { EditorStore, type Answer, type Snapshot } from './editor-store.ts';

/** The store of an open editor, in a browser: its network, its clock, its outbox. */
export function useEditor(
  programmeId: string,
  theory: Theory,
  personId: string,
): { store: EditorStore; now: Snapshot } {
  const { csrf } = useRoot();
  const [store] = useState(() => makeStore(programmeId, theory, personId, csrf));
  const now = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  useEffect(() => store.follow(), [store]);
  useEffect(() => {
    const leaving = () => {
      if (document.visibilityState === 'hidden') store.flush();
    };
    document.addEventListener('visibilitychange', leaving);
    return () => document.removeEventListener('visibilitychange', leaving);
  }, [store]);
  const unsaved = now.save.kind !== 'saved';
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
  return { store, now };
}

function makeStore(
  programmeId: string,
  theory: Theory,
  personId: string,
  csrf: string,
): EditorStore {
  const outbox = outboxOf(`throughline theory ${theory.id} ${personId}`);
  const address = links.theoryOperations(programmeId);
  return new EditorStore(
    theory,
    {
      send: (base, sent) => send(address, csrf, theory.id, base, sent),
      ask: (since) => ask(`${address}?theory=${encodeURIComponent(theory.id)}&since=${since}`),
      newId: () => crypto.randomUUID(),
      now: () => new Date(),
      later: (milliseconds, work) => {
        const timer = window.setTimeout(work, milliseconds);
        return () => window.clearTimeout(timer);
      },
      keep: (pending) => outbox.keep(pending),
    },
    outbox.left(),
  );
}

/** Operations that are not saved yet, kept in this browser until they are. */
function outboxOf(key: string) {
  return {
    left(): Sent[] {
      try {
        const read = JSON.parse(localStorage.getItem(key) ?? '[]') as unknown;
        return Array.isArray(read) ? read.filter(isSent) : [];
      } catch {
        return [];
      }
    },
    keep(pending: readonly Sent[]): void {
      try {
        if (pending.length === 0) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(pending));
      } catch {
        // A browser that keeps nothing still saves to the server.
      }
    },
  };
}

/**
 * Whether something is an operation that this page wrote. The server looks closer; here it only must
 * not stop the editor from opening, and a library for it would weigh a quarter of the page.
 */
function isSent(value: unknown): value is Sent {
  const { clientOpId, operation } = (value ?? {}) as Partial<Sent>;
  return typeof clientOpId === 'string' && OPERATION_KINDS.includes(operation?.kind ?? '');
}

const TROUBLE = 'Not saved: no connection. It is tried again by itself.';
/** Browsers send a request after the page is gone only when it is smaller than this. */
const KEEPALIVE_BYTES = 60_000;

async function send(
  address: string,
  csrf: string,
  theoryId: string,
  base: number,
  sent: readonly Sent[],
): Promise<Answer> {
  const operations = JSON.stringify(sent);
  const body = new FormData();
  body.set('csrf', csrf);
  body.set('theoryId', theoryId);
  body.set('base', String(base));
  body.set('operations', operations);
  try {
    const keepalive = operations.length < KEEPALIVE_BYTES;
    const response = await fetch(address, { method: 'POST', body, keepalive });
    if (response.redirected) {
      const message = 'Not saved: you are signed out. Sign in in another tab; then it is saved.';
      return { ok: false, message, again: true };
    }
    if (response.ok) return { ok: true, reply: revived((await response.json()) as Reply) };
    const why = response.status < 500 ? await response.text() : '';
    const told =
      why !== '' && why.length < 300 && !why.startsWith('{') ? `Not saved. ${why}` : TROUBLE;
    return { ok: false, message: told, again: response.status !== 422 };
  } catch {
    return { ok: false, message: TROUBLE, again: true };
  }
}

/** Instants come as text. */
function revived(reply: Reply): Reply {
  const conflicts = reply.conflicts.map((conflict) => ({
    ...conflict,
    at: conflict.at === null ? null : new Date(conflict.at),
  }));
  return { ...reply, conflicts };
}

async function ask(address: string): Promise<Reply | null> {
  if (document.visibilityState === 'hidden') return null;
  try {
    const response = await fetch(address);
    return response.ok && !response.redirected ? ((await response.json()) as Reply) : null;
  } catch {
    return null;
  }
}
