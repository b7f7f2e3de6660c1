import { links, type TheoryLook } from '#app/http/links.ts';
import { viewOf } from '../parts.ts';
import { neighbour, stepFrom } from '../walk.ts';
import type { EditorStore } from './editor-store.ts';
import { focusSoon } from './focus.ts';
import { keyOf, type Key } from './keys.ts';
import type { Commands } from './useCommands.tsx';
import { goWhenSaved } from './useSwitch.tsx';

/** Keys that change nothing: readers have them too. */
const READING: ReadonlySet<Key['does']> = new Set(['walk', 'open', 'links', 'leave', 'help']);

/** What a key does on the canvas. Keys that change something do nothing for readers. */
export function onKey(
  event: React.KeyboardEvent,
  store: EditorStore,
  commands: Commands,
  { mayEdit, programmeId, look }: { mayEdit: boolean; programmeId: string; look: TheoryLook },
): void {
  const on = (event.target as HTMLElement).closest<HTMLElement>('[data-id]')?.dataset['id'];
  const key = keyOf(event, on !== undefined);
  if (key === null || (!mayEdit && !READING.has(key.does))) return;
  event.preventDefault();
  const id = on ?? '';
  if (commands.linking === null) keyOnBox(key, id, store, commands, { programmeId, look });
  else keyWhileLinking(key, id, store, commands, look);
}

function keyWhileLinking(
  key: Key,
  id: string,
  store: EditorStore,
  commands: Commands,
  look: TheoryLook,
): void {
  switch (key.does) {
    case 'walk': {
      const next = stepFrom(viewOf(store.snapshot().theory, look.part), id, key.arrow);
      return next === null ? undefined : commands.focusBox(next);
    }
    case 'open':
      return commands.linkTo(id);
    case 'help':
      return showKeys();
    default:
      return commands.endLinking();
  }
}

function keyOnBox(
  key: Key,
  id: string,
  store: EditorStore,
  commands: Commands,
  { programmeId, look }: { programmeId: string; look: TheoryLook },
): void {
  const theory = viewOf(store.snapshot().theory, look.part);
  switch (key.does) {
    case 'undo':
      return store.undo();
    case 'redo':
      return store.redo();
    case 'leave':
      return commands.select(null);
    case 'help':
      return showKeys();
    case 'walk': {
      const next = neighbour(theory, id, key.arrow);
      return next === null ? undefined : commands.focusBox(next);
    }
    case 'move':
      return commands.move(id, key.way);
    case 'tier':
      return commands.moveTier(id, key.way);
    case 'open':
      commands.select(id);
      return focusSoon('box-label');
    case 'links':
      commands.select(id);
      return focusSoon('box-links', 'connect-to');
    case 'connect':
      return commands.linkFrom(id);
    case 'evidence':
      return goWhenSaved(store, links.addTheoryEvidence(programmeId, id));
    case 'measure':
      return goWhenSaved(store, links.addMeasure(programmeId, id));
    case 'delete':
      return commands.remove(id);
    case 'add':
      return commands.startAdding(theory.boxes.find((box) => box.id === id)?.type ?? 'activity');
  }
}

/** Opens the list of keys, wherever the focus is; Escape and Tab lead on from there. */
function showKeys(): void {
  const list = document.querySelector<HTMLDetailsElement>('.tl-toolbar__keys');
  if (list === null) return;
  list.open = true;
  list.querySelector('summary')?.focus();
}
