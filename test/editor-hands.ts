import { readArriving } from '#app/theory/arriving.ts';
import type { Reply } from '#app/theory/editing.ts';
import type { Operation, Sent } from '#app/theory/operations.ts';
import { rebase } from '#app/theory/rebase.ts';
import { EditorStore, type Answer, type Surroundings } from '#app/theory/canvas/editor-store.ts';
import { boxOf, linkOf, theoryOf } from './some-theories.ts';

export const start = theoryOf(
  [boxOf('activity', 'a'), boxOf('impact', 'i')],
  [linkOf('a', 'i')],
  'A theory',
);

/** A network and a clock in the hands of the test, with a keeper of the theory behind them. */
export class Hands implements Surroundings {
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
    const read = readArriving(JSON.parse(JSON.stringify(sent)) as unknown[]);
    if (read === null) return { ok: false, message: 'None of ours', again: false };
    const taken = this.take(base, read.sent, 'Priya');
    const reply = { ...taken, refused: [...read.refused, ...taken.refused] };
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

export const label = (from: string, to: string): Operation => ({
  kind: 'editBox',
  id: 'a',
  field: 'label',
  from,
  to,
});

export function opened() {
  const hands = new Hands();
  const store = new EditorStore(start, hands);
  return { hands, store };
}
