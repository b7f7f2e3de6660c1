import type { Operation } from './operations.ts';

/** What a button of the list of questions does: "up hubUse", "page-down page2". */
export function pressedOperation(pressed: string): Operation | null {
  const at = pressed.indexOf(' ');
  const does = at < 0 ? pressed : pressed.slice(0, at);
  const name = at < 0 ? '' : pressed.slice(at + 1);
  switch (does) {
    case 'up':
    case 'down':
      return { kind: 'move', name, way: does };
    case 'page-up':
    case 'page-down':
      return { kind: 'move-page', name, way: does === 'page-up' ? 'up' : 'down' };
    case 'join':
    case 'part':
    case 'remove':
    case 'remove-page':
      return { kind: does, name };
    case 'add-page':
      return { kind: 'add-page', after: name === '' ? null : name, title: '' };
    default:
      return null;
  }
}

/** The button to stand on afterwards: the same, where it can be pressed again. */
export function focusAfter(pressed: string): string {
  return /^(page-)?(up|down) /.test(pressed) ? pressed : '';
}
