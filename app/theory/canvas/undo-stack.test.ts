import { describe, expect, test } from 'vitest';
import { label, opened, type Hands } from '#test/editor-hands.ts';
import { boxOf, linkOf } from '#test/some-theories.ts';
import { addingBox, type Operation } from '../operations.ts';
import type { EditorStore } from './editor-store.ts';

describe('taking back', () => {
  test('a gesture is one step, and can be had again', async () => {
    const { hands, store } = opened();
    store.change([label('Box a', 'O')], 'a:label');
    store.change([label('O', 'One')], 'a:label');
    store.change([{ kind: 'removeBox', id: 'i' }]);
    store.undo();
    expect(store.snapshot().theory.boxes).toHaveLength(2);
    expect(store.snapshot().theory.links).toHaveLength(1);
    store.undo();
    expect(store.snapshot()).toMatchObject({ canUndo: false, canRedo: true });
    expect(store.snapshot().theory.boxes.find(({ id }) => id === 'a')?.label).toBe('Box a');
    store.redo();
    store.redo();
    expect(store.snapshot().theory.boxes).toMatchObject([{ id: 'a', label: 'One' }]);
    await hands.pass(5_000);
    expect(hands.stored.boxes).toMatchObject([{ id: 'a', label: 'One' }]);
  });

  test('typing after a pause is a step of its own', () => {
    const { store } = opened();
    store.change([label('Box a', 'One')], 'a:label');
    store.endGesture();
    store.change([label('One', 'One two')], 'a:label');
    store.undo();
    expect(store.snapshot().theory.boxes[0]?.label).toBe('One');
  });

  test('does not run over what somebody else changed since', async () => {
    const { hands, store } = opened();
    store.change([label('Box a', 'Mine')]);
    await hands.pass(1_000);
    hands.elsewhere(label('Mine', 'Amira’s words'));
    const callOff = store.follow();
    await hands.pass(11_000);
    callOff();
    store.undo();
    expect(store.snapshot().theory.boxes[0]?.label).toBe('Amira’s words');
    expect(store.snapshot().notice).toMatch(/^Somebody has changed this since/);
  });

  test('names what it leaves as it is, and takes the rest back', async () => {
    const { hands, store } = opened();
    const reason: Operation = {
      kind: 'editLink',
      id: 'a>i',
      field: 'reason',
      from: 'Because a, i',
      to: 'My reason',
    };
    store.change([label('Box a', 'Mine'), reason]);
    await hands.pass(1_000);
    hands.elsewhere(label('Mine', 'Amira’s words'));
    await followed(hands, store);
    store.undo();
    const { theory, notice } = store.snapshot();
    expect(theory.boxes[0]?.label).toBe('Amira’s words');
    expect(theory.links[0]?.reason).toBe('Because a, i');
    expect(notice).toBe(
      'Somebody has changed this since, so it stays as it is: the wording of “Amira’s words”.',
    );
  });

  test('leaves a box that somebody has built upon since', async () => {
    const { hands, store } = opened();
    store.change([addingBox(boxOf('output', 'o'))]);
    await hands.pass(1_000);
    hands.elsewhere({ kind: 'addLink', link: { ...linkOf('a', 'o'), id: 'x' } });
    await followed(hands, store);
    store.undo();
    expect(store.snapshot().theory.boxes.map(({ id }) => id)).toContain('o');
    expect(store.snapshot().notice).toMatch(/stays as it is: the box “Box o”/);
  });

  test('takes a box moved by key, place after place, back in one step', async () => {
    const { hands, store } = opened();
    for (const position of [5, 6, 7]) {
      store.change([{ kind: 'moveBox', id: 'a', x: null, y: null, position }], 'move:a');
    }
    store.undo();
    expect(store.snapshot().theory.boxes[0]?.position).toBe(1);
    expect(store.snapshot().canUndo).toBe(false);
    await hands.pass(1_000);
    expect(hands.stored.boxes[0]?.position).toBe(1);
    // After a pause it is a step of its own.
    store.change([{ kind: 'moveBox', id: 'a', x: null, y: null, position: 5 }], 'move:a');
    await hands.pass(1_000);
    store.change([{ kind: 'moveBox', id: 'a', x: null, y: null, position: 6 }], 'move:a');
    store.undo();
    expect(store.snapshot().theory.boxes[0]?.position).toBe(5);
  });

  test('sends each gesture under a name of its own, and the way back under one that says so', async () => {
    const { hands, store } = opened();
    store.change([label('Box a', 'O')], 'a:label');
    store.change([label('O', 'One')], 'a:label');
    store.endGesture();
    store.change([label('One', 'Two')], 'a:label');
    store.undo();
    store.redo();
    await hands.pass(1_000);
    const batches = hands.arrived.flat().map(({ batch }) => batch ?? '');
    expect(batches).toHaveLength(4);
    const [first, second] = batches;
    expect(first).not.toBe(second);
    expect(batches[2]).toMatch(new RegExp(`^undo/.+/${second}$`));
    expect(batches[3]).toMatch(new RegExp(`^redo/.+/${second}$`));
  });
});

async function followed(hands: Hands, store: EditorStore): Promise<void> {
  const callOff = store.follow();
  await hands.pass(11_000);
  callOff();
}
