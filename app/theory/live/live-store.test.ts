import { beforeEach, describe, expect, test } from 'vitest';
import { SPEAK_EVERY, type PersonHere } from './here.ts';
import {
  LiveStore,
  type Ears,
  type Follows,
  type LiveSurroundings,
  type Where,
} from './live-store.ts';
import type { Told, ToldStep } from './told.ts';

/** A stream and a clock in the hands of the test. */
class Wire implements LiveSurroundings {
  time = 0;
  timers: { at: number; work: () => void }[] = [];
  opened: { since: number; ears: Ears; closed: boolean }[] = [];
  said: Where[] = [];
  answer: PersonHere[] | null = null;

  now = () => this.time;
  open(since: number, ears: Ears): () => void {
    const one = { since, ears, closed: false };
    this.opened.push(one);
    return () => {
      one.closed = true;
    };
  }
  say = async (where: Where) => {
    this.said.push(where);
    return this.answer;
  };
  later(milliseconds: number, work: () => void): () => void {
    const timer = { at: this.time + milliseconds, work };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  }
  async pass(milliseconds: number): Promise<void> {
    const until = this.time + milliseconds;
    for (;;) {
      const next = this.timers.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > until) break;
      this.timers = this.timers.filter((each) => each !== next);
      this.time = next.at;
      next.work();
      await Promise.resolve();
    }
    this.time = until;
  }
  tell(told: Told): void {
    this.opened.at(-1)?.ears.told(told);
  }
}

class Editor implements Follows {
  sequence = 7;
  steps: ToldStep[] = [];
  back = 0;
  heard(steps: readonly ToldStep[]): void {
    this.steps.push(...steps);
  }
  reconnected(): void {
    this.back += 1;
  }
}

const person = (name: string): PersonHere => ({ id: name, name, at: [], typing: [] });
const beat: Told = { event: 'beat', data: null };

let wire: Wire;
let editor: Editor;
let live: LiveStore;
let end: () => void;
beforeEach(() => {
  wire = new Wire();
  editor = new Editor();
  live = new LiveStore(wire, editor);
  end = live.follow();
});
const opened = () => wire.opened.at(-1)?.ears.opened();

describe('following', () => {
  test('begins after what the page knows, hands on what is told, and leaves nothing behind', () => {
    opened();
    expect(wire.opened[0]?.since).toBe(7);
    const step = { sequence: 8, clientOpId: 'x', personName: 'Tom' } as ToldStep;
    wire.tell({ event: 'steps', id: 8, data: { steps: [step] } });
    expect(editor.steps).toEqual([step]);
    end();
    expect(wire.timers).toEqual([]);
    expect(wire.opened[0]?.closed).toBe(true);
  });

  test('a stream that dies without a word is noticed, opened again, and what waits goes at once', async () => {
    opened();
    wire.tell(beat);
    await wire.pass(39_000);
    expect(live.isTold()).toBe(true);
    await wire.pass(15_000);
    expect(live.snapshot().line).toBe('cut');
    expect(wire.opened).toHaveLength(2);
    opened();
    expect(live.isTold()).toBe(true);
    expect(editor.back).toBe(2);
  });

  test('a browser that gave up is started again, later and later', async () => {
    wire.opened.at(-1)?.ears.broke(true);
    await wire.pass(1_900);
    expect(wire.opened).toHaveLength(1);
    await wire.pass(200);
    expect(wire.opened).toHaveLength(2);
    wire.opened.at(-1)?.ears.broke(true);
    await wire.pass(3_900);
    expect(wire.opened).toHaveLength(2);
    await wire.pass(200);
    expect(wire.opened).toHaveLength(3);
    // A break that the browser mends by itself is left to it.
    wire.opened.at(-1)?.ears.broke(false);
    await wire.pass(5_000);
    expect(wire.opened).toHaveLength(3);
  });

  test.each(['enough', 'out', 'ahead'] as const)(
    'told “%s”, it closes and asks instead',
    (event) => {
      opened();
      wire.tell({ event, data: null });
      expect(live.snapshot().line).toBe('asking');
      expect(wire.opened.at(-1)?.closed).toBe(true);
      // Until the window is looked at again.
      live.wake();
      expect(wire.opened).toHaveLength(2);
    },
  );
});

describe('who is here', () => {
  test('is said once: those who are there, then who comes, and not who loads the page again', async () => {
    opened();
    wire.tell({ event: 'here', data: [person('Tom')] });
    expect(live.snapshot().spoken).toBe('Tom has this theory open too');
    wire.tell({ event: 'here', data: [person('Priya'), person('Tom')] });
    expect(live.snapshot().spoken).toBe('Priya opened the theory');
    wire.tell({ event: 'here', data: [person('Tom')] });
    await wire.pass(3_000);
    wire.tell(beat);
    wire.tell({ event: 'here', data: [person('Priya'), person('Tom'), person('Zoe')] });
    expect(live.snapshot().spoken).toBe('Zoe opened the theory');
  });

  test('is known without a stream too, from the answers', async () => {
    wire.answer = [person('Tom')];
    wire.opened.at(-1)?.ears.broke(true);
    await wire.pass(SPEAK_EVERY + 1);
    await Promise.resolve();
    expect(live.snapshot().people).toEqual([person('Tom')]);
  });
});

describe('this window says', () => {
  test('where it is, when it stays a moment, and again from time to time', async () => {
    opened();
    wire.said = [];
    live.goTo('a');
    live.goTo('b');
    await wire.pass(200);
    expect(wire.said).toEqual([{ at: 'b', typing: null }]);
    await wire.pass(SPEAK_EVERY);
    expect(wire.said).toHaveLength(2);
  });

  test('what is typed at once, then now and then, and when it ends', () => {
    opened();
    wire.said = [];
    for (const at of [0, 500, 2_900, 3_100]) {
      wire.time = at;
      live.types('a label');
    }
    expect(wire.said).toEqual([
      { at: null, typing: 'a label' },
      { at: null, typing: 'a label' },
    ]);
    live.typed();
    live.typed();
    expect(wire.said.at(-1)).toEqual({ at: null, typing: null });
    expect(wire.said).toHaveLength(3);
  });
});
