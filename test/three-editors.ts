import fc from 'fast-check';
import { EditorStore, type Answer, type Surroundings } from '#app/theory/canvas/editor-store.ts';
import type { Reply } from '#app/theory/editing.ts';
import type { Theory } from '#app/theory/graph.ts';
import type { Sent } from '#app/theory/operations.ts';
import type { ToldStep } from '#app/theory/live/told.ts';
import { operationOn } from './some-theories.ts';

/** Whoever keeps the theory: the pure rules in memory, or the real deed on a store. */
export interface Keeping {
  take(base: number, sent: readonly Sent[], by: string): Promise<Reply>;
  since(sequence: number): Promise<ToldStep[]>;
  theory(): Promise<Theory>;
}

/** One thing that happens; the seed says to what. */
export interface Happening {
  who: number;
  what:
    | 'edit'
    | 'type'
    | 'undo'
    | 'redo'
    | 'choose'
    | 'time'
    | 'deliver'
    | 'duplicate'
    | 'lose'
    | 'lose-answer'
    | 'delay'
    | 'hear'
    | 'miss'
    | 'offline'
    | 'online'
    | 'restart';
  seed: number;
}

/** What happens, and how often. */
const WHAT: readonly (readonly [Happening['what'], number])[] = [
  ['edit', 12],
  ['type', 6],
  ['undo', 3],
  ['redo', 2],
  ['choose', 2],
  ['time', 10],
  ['deliver', 8],
  ['duplicate', 2],
  ['lose', 1],
  ['lose-answer', 2],
  ['delay', 2],
  ['hear', 5],
  ['miss', 1],
  ['offline', 1],
  ['online', 2],
  ['restart', 1],
];

const happening = fc.record({
  who: fc.nat(2),
  what: fc.oneof(...WHAT.map(([what, weight]) => ({ arbitrary: fc.constant(what), weight }))),
  seed: fc.nat(),
});
/** Stories of three people on a bad network. */
export const happenings = (most: number) =>
  fc.array(happening, { minLength: 10, maxLength: most, size: 'max' });

/** A sending on its way. */
interface Underway {
  base: number;
  sent: readonly Sent[];
  /** Null when whoever sent it has given up waiting: it may still arrive. */
  answer: ((answer: Answer) => void) | null;
}

const LOST: Answer = { ok: false, message: 'Not saved, reconnecting', again: true };

/** A person with an editor that can be closed and opened again, on a network that fails in every way. */
export class Player implements Surroundings {
  store: EditorStore;
  underway: Underway[] = [];
  heardUpTo: number;
  offline = false;
  kept: { sent: readonly Sent[]; base: number } = { sent: [], base: 0 };
  /** The state that was known when each operation was made, by its id. */
  readonly knew = new Map<string, number>();
  private readonly bases = new Map<string, number>();
  private timers: { at: number; work: () => void }[] = [];
  private time = 0;
  private ids = 0;

  constructor(
    readonly name: string,
    private readonly keeper: Keeping,
    start: Theory,
  ) {
    this.heardUpTo = start.sequence;
    this.store = new EditorStore(start, this.of());
  }

  newId = () => `${this.name}-${String((this.ids += 1)).padStart(6, '0')}`;
  now = () => new Date(this.time);

  send(base: number, sent: readonly Sent[]): Promise<Answer> {
    if (this.offline) return Promise.resolve(LOST);
    return new Promise((answer) => this.underway.push({ base, sent, answer }));
  }

  async ask(since: number): Promise<Reply | null> {
    if (this.offline) return null;
    const steps = await this.keeper.since(since);
    return { steps, settled: [], conflicts: [], refused: [] };
  }

  later(milliseconds: number, work: () => void): () => void {
    const timer = { at: this.time + milliseconds, work };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  }

  /** As the outbox keeps it: an operation with the state that was known when it came in. */
  keep(sent: readonly Sent[], base: number): void {
    for (const { clientOpId } of sent) {
      if (!this.bases.has(clientOpId)) this.bases.set(clientOpId, base);
    }
    const bases = sent.map(({ clientOpId }) => this.bases.get(clientOpId) ?? base);
    this.kept = { sent, base: Math.min(base, ...bases) };
    for (const { clientOpId } of sent) {
      if (!this.knew.has(clientOpId)) this.knew.set(clientOpId, this.store.sequence);
    }
  }

  /** Lets time pass until the next thing that was planned has been done. */
  pass(): void {
    const next = this.timers.toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined) return;
    this.timers = this.timers.filter((each) => each !== next);
    this.time = Math.max(this.time, next.at);
    next.work();
  }

  /** A sending arrives, perhaps twice, and perhaps its answer is lost. */
  async deliver(which: number, how: 'once' | 'twice' | 'unanswered'): Promise<void> {
    const [one] = this.underway.splice(which % Math.max(1, this.underway.length), 1);
    if (one === undefined) return;
    const reply = await this.keeper.take(one.base, one.sent, this.name);
    if (how === 'twice') await this.keeper.take(one.base, one.sent, this.name);
    one.answer?.(how === 'unanswered' ? LOST : { ok: true, reply });
  }

  /** Whoever sent it gives up; it is lost, or it arrives much later. */
  giveUp(which: number, arrivesLater: boolean): void {
    const [one] = this.underway.splice(which % Math.max(1, this.underway.length), 1);
    if (one === undefined) return;
    one.answer?.(LOST);
    if (arrivesLater) this.underway.push({ ...one, answer: null });
  }

  /** What others did is told, from where it was told last; some of it may be missed. */
  async hear(missing: number): Promise<void> {
    if (this.offline) return;
    const steps = (await this.keeper.since(this.heardUpTo)).slice(missing);
    this.heardUpTo = steps.at(-1)?.sequence ?? this.heardUpTo;
    if (steps.length > 0) this.store.heard(steps);
  }

  /** The page is closed in the middle of everything, and opened again. */
  async restart(): Promise<void> {
    const { sent, base } = this.kept;
    for (const each of this.underway) each.answer = null;
    this.timers = [];
    const theory = await this.keeper.theory();
    this.heardUpTo = theory.sequence;
    const of = this.of();
    this.store = new EditorStore(theory, of);
    this.store.takeUp(sent, base);
  }

  async do({ what, seed }: Happening): Promise<void> {
    const { theory, conflicts } = this.store.snapshot();
    switch (what) {
      case 'edit':
        this.store.change([operationOn(theory, seed, this.newId())]);
        return;
      case 'type': {
        const box = theory.boxes[seed % Math.max(1, theory.boxes.length)];
        if (box === undefined) return;
        const to = `${box.label.slice(0, 40)}${String.fromCharCode(97 + (seed % 26))}`;
        const edit = { kind: 'editBox', id: box.id, field: 'label', from: box.label, to } as const;
        this.store.change([edit], `${box.id} label`);
        return;
      }
      case 'undo':
        return this.store.undo();
      case 'redo':
        return this.store.redo();
      case 'choose': {
        const conflict = conflicts[seed % Math.max(1, conflicts.length)];
        if (conflict) this.store.choose(conflict, seed % 2 === 0 ? 'theirs' : 'yours');
        return;
      }
      case 'time':
        return this.pass();
      case 'deliver':
        return this.deliver(seed, 'once');
      case 'duplicate':
        return this.deliver(seed, 'twice');
      case 'lose-answer':
        return this.deliver(seed, 'unanswered');
      case 'lose':
        return this.giveUp(seed, false);
      case 'delay':
        return this.giveUp(seed, true);
      case 'hear':
        return this.hear(0);
      case 'miss':
        return this.hear(1);
      case 'offline':
      case 'online':
        this.offline = what === 'offline';
        return;
      case 'restart':
        return this.restart();
    }
  }

  /** What a store of this player is given: an old store, left behind, keeps and plans nothing more. */
  private of(): Surroundings {
    const mine = () => this.current === surroundings;
    const surroundings: Surroundings = {
      send: (base, sent) => (mine() ? this.send(base, sent) : new Promise(() => undefined)),
      ask: (since) => (mine() ? this.ask(since) : Promise.resolve(null)),
      newId: this.newId,
      now: this.now,
      later: (milliseconds, work) => (mine() ? this.later(milliseconds, work) : () => undefined),
      keep: (sent, base) => {
        if (mine()) this.keep(sent, base);
      },
    };
    this.current = surroundings;
    return surroundings;
  }

  private current: Surroundings | null = null;
}

/** Lets everything that has been answered be taken up. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}

/** Everybody is on line again, settles what is to be chosen and saves, until nothing is left. */
export async function settle(players: readonly Player[], keeper: Keeping): Promise<void> {
  for (let round = 0; round < 300; round += 1) {
    for (const player of players) {
      player.offline = false;
      while (player.underway.length > 0) {
        await player.deliver(0, 'once');
        await rest();
      }
      const [conflict] = player.store.snapshot().conflicts;
      if (conflict)
        player.store.choose(conflict, round < 4 && round % 2 === 0 ? 'yours' : 'theirs');
      player.pass();
      await rest();
      const reply = await player.ask(player.store.sequence);
      if (reply !== null && reply.steps.length > 0) player.store.heard(reply.steps);
      await rest();
    }
    const { sequence } = await keeper.theory();
    const done = players.every(
      ({ store, underway, kept }) =>
        underway.length === 0 &&
        kept.sent.length === 0 &&
        store.snapshot().conflicts.length === 0 &&
        store.sequence === sequence,
    );
    if (done) return;
  }
  throw new Error('It never settles');
}
