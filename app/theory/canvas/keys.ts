import type { Arrow } from '../walk.ts';

/** Where a box goes among its own: one place, or to the end. */
export type Way = 'up' | 'down' | 'top' | 'bottom';

/** What a key on the canvas does. */
export type Key =
  | { does: 'walk'; arrow: Arrow }
  | { does: 'move'; way: Way }
  | { does: 'tier'; way: 'earlier' | 'later' }
  | {
      does: 'open' | 'links' | 'connect' | 'evidence' | 'measure' | 'delete' | 'add' | 'leave';
    }
  | { does: 'undo' | 'redo' | 'help' };

interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

const ARROWS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** The keys of the canvas, as its help tells them. */
export const KEYS_HELP: readonly (readonly [keys: string, does: string])[] = [
  ['Tab', 'goes to the canvas and on from it'],
  ['Right, Left', 'go to what a box leads to, or to what leads to it'],
  ['Up, Down', 'go through the column'],
  ['Enter or E', 'opens the box to change it; Escape goes back'],
  ['C', 'links the box: arrows choose the other, Enter links, Escape ends it'],
  ['L', 'goes to the box’s links, to give or change a reason'],
  ['V', 'adds evidence for or against the box'],
  ['M', 'adds a measure of the box'],
  ['N', 'adds a box to this column'],
  ['Alt + Up, Alt + Down', 'move the box in its column; with Shift to its top or bottom'],
  ['Alt + Left, Alt + Right', 'move the box to the column before or after'],
  ['Delete', 'deletes the box'],
  ['Ctrl + Z, Ctrl + Y', 'undo and redo'],
  ['?', 'shows these keys'],
];

const MOVES: Readonly<Record<string, Key>> = {
  ArrowUp: { does: 'move', way: 'up' },
  ArrowDown: { does: 'move', way: 'down' },
  ArrowLeft: { does: 'tier', way: 'earlier' },
  ArrowRight: { does: 'tier', way: 'later' },
};
const FAR_MOVES: Readonly<Record<string, Key>> = {
  ArrowUp: { does: 'move', way: 'top' },
  ArrowDown: { does: 'move', way: 'bottom' },
};

/** What a key means on the canvas; null when it means nothing there. */
export function keyOf(pressed: Pressed, onBox: boolean): Key | null {
  const { key } = pressed;
  const letter = key.toLowerCase();
  if (pressed.ctrlKey || pressed.metaKey) {
    if (letter === 'y' || (letter === 'z' && pressed.shiftKey)) return { does: 'redo' };
    return letter === 'z' ? { does: 'undo' } : null;
  }
  if (key === 'Escape') return { does: 'leave' };
  if (key === '?') return { does: 'help' };
  if (!onBox) return null;
  if (pressed.altKey) return (pressed.shiftKey ? FAR_MOVES : MOVES)[key] ?? null;
  if (ARROWS.includes(key)) return { does: 'walk', arrow: key as Arrow };
  if (key === 'Enter' || key === 'F2' || key === ' ' || letter === 'e') return { does: 'open' };
  if (key === 'Delete' || key === 'Backspace') return { does: 'delete' };
  if (letter === 'c') return { does: 'connect' };
  if (letter === 'l') return { does: 'links' };
  if (letter === 'v') return { does: 'evidence' };
  if (letter === 'm') return { does: 'measure' };
  return letter === 'n' ? { does: 'add' } : null;
}
