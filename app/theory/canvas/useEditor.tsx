import { useEffect, useState, useSyncExternalStore } from 'react';
import { links } from '#app/http/links.ts';
import { useRoot } from '#app/ui/Form.tsx';
import type { Reply } from '../editing.ts';
import type { Theory } from '../graph.ts';
import type { Sent } from '../operations.ts';
import { EditorStore, type Answer, type Snapshot } from './editor-store.ts';
import { openOutbox, openTabs, type Outbox } from './outbox.client.ts';

/** The store of an open editor, in a browser: its network, its clock, its outbox. */
export function useEditor(
  programmeId: string,
  theory: Theory,
  personId: string,
): { store: EditorStore; now: Snapshot } {
  const { csrf } = useRoot();
  const [{ store, outbox }] = useState(() => makeStore(programmeId, theory, personId, csrf));
  const now = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') store.flush();
    };
    const leaving = () => store.flush();
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', leaving);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', leaving);
    };
  }, [store]);
  useEffect(() => takingUp(store, outbox), [store, outbox]);
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
): { store: EditorStore; outbox: Outbox } {
  const tabs = openTabs(crypto.randomUUID());
  const outbox = openOutbox({ theoryId: theory.id, personId }, tabs);
  const address = links.theoryOperations(programmeId);
  const store = new EditorStore(theory, {
    send: (base, sent) => send(address, csrf, theory.id, base, sent),
    ask: (since) => ask(`${address}?theory=${encodeURIComponent(theory.id)}&since=${since}`),
    newId: () => crypto.randomUUID(),
    now: () => new Date(),
    later: (milliseconds, work) => {
      const timer = window.setTimeout(work, milliseconds);
      return () => window.clearTimeout(timer);
    },
    keep: (pending, base) => void outbox.keep(pending, base),
  });
  return { store, outbox };
}

/** A page that was closed a moment ago may still hold what it left: it is looked for once more. */
const LOOK_AGAIN = 5_000;

/** Takes up what closed tabs left behind. */
function takingUp(store: EditorStore, outbox: Outbox): () => void {
  const look = async () => {
    const left = await outbox.left();
    if (left !== null) store.takeUp(left.sent, left.base);
  };
  void look();
  const timer = window.setTimeout(() => void look(), LOOK_AGAIN);
  return () => window.clearTimeout(timer);
}

const TROUBLE = 'Not saved, reconnecting';
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
    const why = response.status < 500 ? reasonIn(await response.text()) : null;
    const message = why === null ? TROUBLE : `Not saved. ${why}`;
    return { ok: false, message, again: response.status !== 422 };
  } catch {
    return { ok: false, message: TROUBLE, again: true };
  }
}

/** What the server says against it: a sentence, or what is wrong with the form; null when neither. */
function reasonIn(text: string): string | null {
  try {
    const { problems } = JSON.parse(text) as { problems?: { message: string }[] };
    return problems?.[0]?.message ?? null;
  } catch {
    return text !== '' && text.length < 300 ? text : null;
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
