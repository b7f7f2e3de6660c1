import { describe, expect, test } from 'vitest';
import { Hands, label, opened, start } from '#test/editor-hands.ts';
import { linkOf } from '#test/some-theories.ts';
import { LIMITS } from '../graph.ts';
import { EditorStore } from './editor-store.ts';

describe('saving', () => {
  test('opening saves nothing; a change is saved a short while after the last', async () => {
    const { hands, store } = opened();
    await hands.pass(60_000);
    expect(hands.arrived).toEqual([]);
    store.change([label('Box a', 'One')]);
    await hands.pass(500);
    expect(store.snapshot().save).toEqual({ kind: 'waiting' });
    store.change([{ kind: 'removeLink', id: 'a>i' }]);
    await hands.pass(700);
    expect(hands.arrived).toHaveLength(0);
    await hands.pass(200);
    expect(hands.arrived.map((sent) => sent.length)).toEqual([2]);
    expect(store.snapshot().save).toMatchObject({ kind: 'saved', at: new Date(61_300) });
  });

  test('what is typed goes as one operation, and what was sent is never changed after', async () => {
    const { hands, store } = opened();
    store.change([label('Box a', 'H')], 'a:label');
    store.change([label('H', 'He')], 'a:label');
    await hands.pass(1_000);
    store.change([label('He', 'Hel')], 'a:label');
    await hands.pass(1_000);
    expect(hands.arrived.flat().map(({ operation }) => operation)).toEqual([
      label('Box a', 'He'),
      label('He', 'Hel'),
    ]);
  });

  test('without a network it tries again, later and later, and loses nothing', async () => {
    const { hands, store } = opened();
    hands.troubles = ['lost', 'lost', 'answer-lost'];
    store.change([label('Box a', 'Kept')]);
    await hands.pass(900);
    expect(store.snapshot().save).toEqual({ kind: 'not-saved', message: 'No network' });
    expect(hands.kept).toHaveLength(1);
    await hands.pass(2_000 + 4_000);
    expect(hands.arrived).toHaveLength(1);
    await hands.pass(8_000);
    // The answer was lost, so it went twice; it stands in the history once.
    expect(hands.arrived).toHaveLength(2);
    expect(hands.stored.sequence).toBe(1);
    expect(hands.kept).toEqual([]);
    expect(store.snapshot().save.kind).toBe('saved');
  });

  test('what an earlier visit left behind is sent when the editor is opened', async () => {
    const hands = new Hands();
    const left = [{ clientOpId: 'left-over-1', operation: label('Box a', 'From before') }];
    const store = new EditorStore(start, hands, left);
    expect(store.snapshot().theory.boxes[0]?.label).toBe('From before');
    await hands.pass(10);
    expect(hands.stored.boxes[0]?.label).toBe('From before');
  });

  test('a text too long to be saved, left from before, holds up nothing', async () => {
    const hands = new Hands();
    const long = `Because ${'x'.repeat(LIMITS.reason)}`;
    const reason = (from: string, to: string) =>
      ({ kind: 'editLink', id: 'a>i', field: 'reason', from, to }) as const;
    const was = start.links[0]?.reason ?? '';
    const left = [
      { clientOpId: 'left-over-1', operation: label('Box a', 'From before') },
      { clientOpId: 'left-over-2', operation: reason(was, long) },
      { clientOpId: 'left-over-3', operation: reason(long, 'Shorter') },
      {
        clientOpId: 'left-over-4',
        operation: { ...reason(was, long), field: 'more.owner' as const },
      },
    ];
    const store = new EditorStore(start, hands, left);
    await hands.pass(10);
    expect(store.snapshot().notice).toMatch(
      /^Not saved: “Because x+…”. Write it again in 2000 char/,
    );
    store.change([label('From before', 'Now')]);
    await hands.pass(1_000);
    expect(hands.stored.boxes[0]?.label).toBe('Now');
    expect(hands.stored.links[0]).toMatchObject({ reason: 'Shorter', more: {} });
    expect(hands.kept).toEqual([]);
    const { save, theory } = store.snapshot();
    expect(save.kind).toBe('saved');
    expect(theory.links[0]?.reason).toBe('Shorter');
  });

  test('what is not allowed is said and not sent', async () => {
    const { hands, store } = opened();
    store.change([{ kind: 'addLink', link: { ...linkOf('a', 'a'), id: 'x' } }]);
    expect(store.snapshot().notice).toBe('Choose two different boxes to link.');
    await hands.pass(5_000);
    expect(hands.arrived).toEqual([]);
  });
});

describe('others', () => {
  test('are followed while nothing is saved here', async () => {
    const { hands, store } = opened();
    const callOff = store.follow();
    hands.elsewhere(label('Box a', 'Amira’s words'));
    await hands.pass(11_000);
    expect(store.snapshot().theory.boxes[0]?.label).toBe('Amira’s words');
    callOff();
    expect(hands.timers).toEqual([]);
  });

  test('who changed the same first make a choice, and either is obeyed', async () => {
    for (const choice of ['theirs', 'yours'] as const) {
      const { hands, store } = opened();
      hands.elsewhere(label('Box a', 'Amira’s words'));
      store.change([label('Box a', 'My words'), { kind: 'rename', from: 'A theory', to: 'Mine' }]);
      await hands.pass(1_000);
      const [conflict] = store.snapshot().conflicts;
      expect(conflict).toMatchObject({ theirs: 'Amira’s words', yours: 'My words', by: 'Amira' });
      expect(store.snapshot().save.kind).toBe('not-saved');
      expect(hands.stored.title).toBe('Mine');
      store.choose(conflict!, choice);
      await hands.pass(1_000);
      expect(store.snapshot().conflicts).toEqual([]);
      const words = { theirs: 'Amira’s words', yours: 'My words' }[choice];
      expect(store.snapshot().theory.boxes[0]?.label).toBe(words);
      expect(hands.stored.boxes[0]?.label).toBe(words);
    }
  });
});

describe('what an earlier visit left behind', () => {
  test('goes first, on the state it was made on, and is told', async () => {
    const { hands, store } = opened();
    hands.elsewhere(label('Box a', 'Amira’s words'));
    hands.elsewhere({ kind: 'rename', from: 'A theory', to: 'New' });
    const callOff = store.follow();
    await hands.pass(11_000);
    callOff();
    const left = [
      { clientOpId: 'left-over-1', operation: { kind: 'removeBox' as const, id: 'a' } },
    ];
    store.takeUp(left, 0);
    store.change([{ kind: 'rename', from: 'New', to: 'Newer' }]);
    expect(store.snapshot().notice).toBeNull();
    await hands.pass(2_000);
    // What Amira wrote since is not deleted unseen: it is a choice.
    expect(store.snapshot().conflicts).toMatchObject([{ by: 'Amira', theirs: 'Amira’s words' }]);
    expect(hands.stored.title).toBe('Newer');
    expect(hands.arrived.map((sent) => sent.map(({ clientOpId }) => clientOpId))[0]).toEqual([
      'left-over-1',
    ]);
  });

  test('is not sent twice when it is found twice', async () => {
    const { hands, store } = opened();
    const left = [{ clientOpId: 'left-over-1', operation: label('Box a', 'From before') }];
    store.takeUp(left, 0);
    store.takeUp(left, 0);
    expect(store.snapshot().notice).toMatch(/earlier visit/);
    await hands.pass(2_000);
    expect(hands.arrived.flat()).toHaveLength(1);
    expect(hands.kept).toEqual([]);
  });
});
