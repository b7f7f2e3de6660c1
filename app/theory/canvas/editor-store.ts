import type { Conflict } from '../conflict.ts';
import {
  changed,
  chosen,
  nextToSend,
  opened,
  received,
  resumed,
  shown,
  unsaved,
  type Editing,
  type Reply,
  type Step,
} from '../editing.ts';
import type { Theory } from '../graph.ts';
import type { Operation, Sent } from '../operations.ts';
import { takenBack, tried } from '../trying.ts';
import type { SaveState, Snapshot, Surroundings } from './surroundings.ts';
import { joined, UndoStack } from './undo-stack.ts';

export type { Answer, SaveState, Snapshot, Surroundings } from './surroundings.ts';

const PAUSE = 800;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;
const ASK_EVERY = 10_000;

/**
 * What an open editor holds, and how it saves: a short while after the last change, one save at a
 * time, again and again until it arrives. Opening saves nothing. Everything of the outside world is
 * handed in, so that all of this is tested without a browser.
 */
export class EditorStore {
  private editing: Editing;
  private steps = new UndoStack();
  private save: SaveState = { kind: 'saved', at: null };
  private notice: string | null = null;
  private saving = false;
  /** How many changes were waiting while the connection was cut; null while it is not. */
  private cut: number | null = null;
  private everSent = new Set<string>();
  private retry = FIRST_RETRY;
  private callOff: () => void = () => undefined;
  private listeners = new Set<() => void>();
  private current: Snapshot;

  constructor(
    theory: Theory,
    private around: Surroundings,
    /** Changes of an earlier visit that never arrived. */
    left: readonly Sent[] = [],
  ) {
    this.editing = opened(theory, { base: theory.sequence, sent: left });
    this.current = this.look();
    if (left.length > 0) this.soon(0);
  }

  /**
   * Takes up changes of an earlier visit that never arrived. They go first, and on the state that they
   * were made on, so that what others did in between is not run over.
   */
  takeUp(left: readonly Sent[], base: number): void {
    const here = new Set(this.editing.pending.map(({ clientOpId }) => clientOpId));
    const fresh = left.filter(({ clientOpId }) => !here.has(clientOpId));
    if (fresh.length === 0) return;
    this.editing = resumed(this.editing, { base, sent: fresh });
    this.notice =
      'Changes of an earlier visit were not saved. They are here again and are saved now.';
    this.soon(0);
    this.tell();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): Snapshot => this.current;

  /** Makes changes; refused ones become a notice. Those of one call are one step to take back. */
  change(operations: readonly Operation[], gesture: string | null = null): boolean {
    const { done, inverse, refusal } = tried(this.current.theory, operations);
    this.notice = refusal;
    if (done.length === 0) {
      this.tell();
      return false;
    }
    const batch = this.steps.batchFor(gesture, () => this.around.newId());
    this.take(done, batch, gesture !== null);
    this.steps.did(gesture, batch, done, inverse);
    this.tell();
    return true;
  }

  undo(): void {
    this.goBack('undo');
  }

  redo(): void {
    this.goBack('redo');
  }

  /** Settles a conflict: their value stays, or this person's goes in after all. */
  choose(conflict: Conflict, choice: 'theirs' | 'yours'): void {
    this.editing = chosen(this.editing, conflict, choice, () => this.around.newId());
    this.nothingLeft();
    this.keep();
    this.soon(0);
    this.tell();
  }

  /** Saves at once, for example when the page is left. */
  flush(): void {
    this.callOff();
    void this.saveNow();
  }

  /** The last step of the history that is known here. */
  get sequence(): number {
    return this.editing.confirmed.sequence;
  }

  /** Asks from time to time what others did, while nobody tells it, until it is called off. */
  follow(told: () => boolean = () => false): () => void {
    let callOff = () => undefined as void;
    const next = () => {
      callOff = this.around.later(ASK_EVERY, () => {
        if (told()) next();
        else void this.askNow().finally(next);
      });
    };
    next();
    return () => callOff();
  }

  /** Takes up what was changed, as it is told. What does not follow on what is known is asked for. */
  heard(steps: readonly Step[]): void {
    this.receive({ steps, settled: [], conflicts: [], refused: [] });
    const last = steps.at(-1);
    if (last !== undefined && last.sequence > this.sequence) void this.askNow();
    this.nothingLeft();
    this.keep();
    this.tell();
  }

  /** The connection is there again: what waits goes at once. */
  reconnected(): void {
    this.retry = FIRST_RETRY;
    if (this.save.kind === 'not-saved') this.soon(0);
  }

  /** Ends typing as one gesture: what is typed next is a step of its own. */
  endGesture(): void {
    this.steps.end();
  }

  private async askNow(): Promise<void> {
    if (this.saving) return;
    const reply = await this.around.ask(this.editing.confirmed.sequence);
    if (reply === null || reply.steps.length === 0 || this.saving) return;
    this.receive(reply);
    this.tell();
  }

  /** Takes a gesture back, or does it again: what still applies, and it says what does not. */
  private goBack(way: 'undo' | 'redo'): void {
    const next = this.steps.next(way, () => this.around.newId());
    if (next === undefined) return;
    const { inverse, made } = next.gesture;
    const went = takenBack(this.current.theory, inverse, made);
    this.notice = went.refusal ?? changedSince(went.missed);
    if (went.done.length > 0) {
      this.take(went.done, next.batch, false);
      this.steps.went(way, next, went.done, went.inverse);
    }
    this.tell();
  }

  /** Puts operations on their way; what goes on with the last one, as typing does, becomes one with it. */
  private take(operations: readonly Operation[], batch: string, goesOn: boolean): void {
    for (const operation of operations) {
      const last = this.editing.pending.at(-1);
      const fresh =
        last !== undefined && last.batch === batch && !this.everSent.has(last.clientOpId);
      const merged = fresh && goesOn ? joined(last.operation, operation) : null;
      if (fresh && merged !== null) {
        const pending = [...this.editing.pending.slice(0, -1), { ...last, operation: merged }];
        this.editing = { ...this.editing, pending };
      } else {
        const sent = { clientOpId: this.around.newId(), operation, batch };
        this.editing = changed(this.editing, [sent]);
      }
    }
    this.keep();
    if (this.save.kind !== 'not-saved' && !this.saving) this.save = { kind: 'waiting' };
    if (!this.saving) this.soon(PAUSE);
  }

  /** What is not saved, and the earliest state that any of it was made on. */
  private keep(): void {
    const bases = [this.editing.confirmed.sequence, ...this.editing.seen.values()];
    this.around.keep(unsaved(this.editing), Math.min(...bases));
  }

  private soon(milliseconds: number): void {
    this.callOff();
    this.callOff = this.around.later(milliseconds, () => void this.saveNow());
  }

  private async saveNow(): Promise<void> {
    const next = nextToSend(this.editing);
    if (this.saving || next === null) return;
    const { base, sent } = next;
    this.saving = true;
    // Moves by key one after another are one gesture; after a pause long enough to save, two.
    this.steps.end('move:');
    this.save = { kind: 'saving' };
    for (const { clientOpId } of sent) this.everSent.add(clientOpId);
    this.tell();
    const answer = await this.around.send(base, sent);
    this.saving = false;
    if (answer.ok) this.arrived(answer.reply);
    else this.failed(answer);
    this.nothingLeft();
    this.keep();
    this.tell();
  }

  private receive(reply: Reply): void {
    const before = this.editing.pending.length;
    this.editing = received(this.editing, reply);
    const others = reply.conflicts.length + reply.refused.length;
    if (this.cut !== null) this.cut += before - this.editing.pending.length - others;
  }

  private arrived(reply: Reply): void {
    this.receive(reply);
    this.retry = FIRST_RETRY;
    this.notice = reply.refused[0]?.message ?? this.notice;
    this.save = { kind: 'saved', at: this.around.now() };
    if (this.editing.conflicts.length > 0) {
      const message = 'Somebody else changed the same: choose below which stays.';
      this.save = { kind: 'not-saved', message };
    }
    if (nextToSend(this.editing) !== null) this.soon(PAUSE);
  }

  private failed({ message, again }: { message: string; again: boolean }): void {
    this.save = { kind: 'not-saved', message };
    if (!again) return;
    this.cut ??= 0;
    this.soon(this.retry);
    this.retry = Math.min(this.retry * 2, LONGEST_RETRY);
  }

  /** Says that all is saved, also when it was told so before the answer came, and what was done. */
  private nothingLeft(): void {
    const { pending, conflicts } = this.editing;
    if (this.saving || pending.length > 0 || conflicts.length > 0) return;
    if (this.save.kind !== 'saved') this.save = { kind: 'saved', at: this.around.now() };
    if (this.cut === null) return;
    const changes = this.cut === 1 ? '1 change' : `${this.cut} changes`;
    this.notice =
      this.cut === 0 ? 'Connected again.' : `Connected again. ${changes} that waited: saved.`;
    this.cut = null;
  }

  private look(): Snapshot {
    return {
      theory: shown(this.editing),
      conflicts: this.editing.conflicts,
      save: this.save,
      canUndo: this.steps.canUndo,
      canRedo: this.steps.canRedo,
      notice: this.notice,
    };
  }

  private tell(): void {
    this.current = this.look();
    for (const listener of this.listeners) listener();
  }
}

/** Says what could not be taken back; null when all of it could. */
function changedSince(missed: readonly string[]): string | null {
  const [first, ...others] = missed;
  if (first === undefined) return null;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `Somebody has changed this since, so it stays as it is: ${first}${more}.`;
}
