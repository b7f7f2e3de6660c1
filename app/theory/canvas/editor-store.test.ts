import { describe, expect, test } from 'vitest';
import { boxOf, linkOf, theoryOf } from '#test/some-theories.ts';
import type { Reply } from '../editing.ts';
import { addingBox, type Operation, type Sent } from '../operations.ts';
import { rebase } from '../rebase.ts';
import { EditorStore, type Answer, type Surroundings } from './editor-store.ts';

const start = theoryOf(
  [boxOf('activity', 'a'), boxOf('impact', 'i')],
  [linkOf('a', 'i')],
  'A theory',
);

/** A network and a clock in the hands of the test, with a keeper of the theory behind them. */
class Hands implements Surroundings {
  time = 0;
  timers: { at: number; work: () => void }[] = [];
  arrived: Sent[][] = [];
  kept: readonly Sent[] = [];
  /** What the network does with the next sendings: lost on the way, or the answer lost. */
  troubles: ('lost' | 'answer-lost')[] = [];
  private theory = start;
  private log: Parameters<typeof rebase>[1][number][] = [];
  private ids = 0;

  newId = () => `operation-${(this.ids += 1)}`;
  now = () => new Date(this.time);
  keep = (pending: readonly Sent[]) => {
    this.kept = pending;
  };

  later = (milliseconds: number, work: () => void) => {
    const timer = { at: this.time + milliseconds, work };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  };

  /** Lets time pass, one timer after another, with what each sets going. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.time + milliseconds;
    for (;;) {
      const next = this.timers.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > until) break;
      this.timers = this.timers.filter((each) => each !== next);
      this.time = next.at;
      next.work();
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.time = until;
  }

  /** Somebody else's save. */
  elsewhere(operation: Operation): void {
    this.take(this.theory.sequence, [{ clientOpId: this.newId(), operation }], 'Amira');
  }

  send = async (base: number, sent: readonly Sent[]): Promise<Answer> => {
    const trouble = this.troubles.shift();
    if (trouble === 'lost') return { ok: false, message: 'No network', again: true };
    this.arrived.push([...sent]);
    const reply = this.take(base, sent, 'Priya');
    return trouble === undefined
      ? { ok: true, reply }
      : { ok: false, message: 'No network', again: true };
  };

  ask = async (since: number): Promise<Reply> => ({
    steps: this.log.filter(({ sequence }) => sequence > since),
    settled: [],
    conflicts: [],
    refused: [],
  });

  private take(base: number, sent: readonly Sent[], by: string): Reply {
    const since = this.log.filter(({ sequence }) => sequence > base);
    const known = this.log.map(({ clientOpId }) => clientOpId);
    const result = rebase(
      this.theory,
      since,
      sent.filter((each) => !known.includes(each.clientOpId)),
    );
    let { sequence } = this.theory;
    for (const each of result.accepted) {
      sequence += 1;
      this.log.push({ ...each, sequence, personId: by, personName: by, at: this.now() });
    }
    this.theory = { ...result.theory, sequence };
    return {
      steps: this.log.filter((entry) => entry.sequence > base),
      settled: [
        ...known,
        ...result.already,
        ...result.accepted.map(({ clientOpId }) => clientOpId),
      ],
      conflicts: result.conflicts,
      refused: result.refused,
    };
  }

  get stored() {
    return this.theory;
  }
}

const label = (from: string, to: string): Operation => ({
  kind: 'editBox',
  id: 'a',
  field: 'label',
  from,
  to,
});

function opened() {
  const hands = new Hands();
  const store = new EditorStore(start, hands);
  return { hands, store };
}

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
