import { describe, expect, test } from 'vitest';
import { keyOf } from './keys.ts';

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const pressed = (key: string, held: Partial<typeof none> = {}, onBox = true) =>
  keyOf({ key, ...none, ...held }, onBox);

describe('keys of the canvas', () => {
  test.each([
    ['ArrowLeft', {}, { does: 'walk', arrow: 'ArrowLeft' }],
    ['ArrowUp', { altKey: true }, { does: 'move', way: 'up' }],
    ['ArrowDown', { altKey: true, shiftKey: true }, { does: 'move', way: 'bottom' }],
    ['ArrowRight', { altKey: true }, { does: 'tier', way: 'later' }],
    ['ArrowRight', { altKey: true, shiftKey: true }, null],
    ['Enter', {}, { does: 'open' }],
    ['E', { shiftKey: true }, { does: 'open' }],
    ['c', {}, { does: 'connect' }],
    ['l', {}, { does: 'links' }],
    ['v', {}, { does: 'evidence' }],
    ['m', {}, { does: 'measure' }],
    ['?', { shiftKey: true }, { does: 'help' }],
    ['z', { ctrlKey: true }, { does: 'undo' }],
    ['Z', { metaKey: true, shiftKey: true }, { does: 'redo' }],
    ['c', { ctrlKey: true }, null],
    ['x', {}, null],
  ] as const)('%s with %j', (key, held, does) => {
    expect(pressed(key, held)).toEqual(does);
  });

  test('off a box only undo, redo, help and leaving are left', () => {
    const keys = ['ArrowUp', 'Enter', 'c', 'n', 'Delete', 'v'];
    expect(keys.map((key) => pressed(key, {}, false))).toEqual(keys.map(() => null));
    expect(pressed('Escape', {}, false)).toEqual({ does: 'leave' });
    expect(pressed('y', { ctrlKey: true }, false)).toEqual({ does: 'redo' });
  });
});
