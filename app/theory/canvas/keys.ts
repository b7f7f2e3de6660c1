import type { Arrow } from '../walk.ts';

/** What a key on the canvas does. */
export type Key =
  | { does: 'walk'; arrow: Arrow }
  | { does: 'move'; way: 'up' | 'down' }
  | { does: 'open' | 'connect' | 'delete' | 'add' | 'leave' | 'undo' | 'redo' };

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
  ['Enter', 'opens the box to change it; Escape goes back'],
  ['C', 'links the box to another'],
  ['N', 'adds a box to this column'],
  ['Alt + Up, Alt + Down', 'move the box in its column'],
  ['Delete', 'deletes the box'],
  ['Ctrl + Z, Ctrl + Y', 'undo and redo'],
];

/** What a key means on the canvas; null when it means nothing there. */
export function keyOf(pressed: Pressed, onBox: boolean): Key | null {
  const { key } = pressed;
  const letter = key.toLowerCase();
  if (pressed.ctrlKey || pressed.metaKey) {
    if (letter === 'y' || (letter === 'z' && pressed.shiftKey)) return { does: 'redo' };
    return letter === 'z' ? { does: 'undo' } : null;
  }
  if (key === 'Escape') return { does: 'leave' };
  if (!onBox) return null;
  if (pressed.altKey) {
    if (key === 'ArrowUp') return { does: 'move', way: 'up' };
    return key === 'ArrowDown' ? { does: 'move', way: 'down' } : null;
  }
  if (ARROWS.includes(key)) return { does: 'walk', arrow: key as Arrow };
  if (key === 'Enter' || key === 'F2' || key === ' ') return { does: 'open' };
  if (key === 'Delete' || key === 'Backspace') return { does: 'delete' };
  if (letter === 'c') return { does: 'connect' };
  return letter === 'n' ? { does: 'add' } : null;
}
