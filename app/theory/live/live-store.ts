import { named, SILENCE, SPEAK_EVERY, TYPE_EVERY, type PersonHere } from './here.ts';
import type { Told, ToldStep } from './told.ts';

/** What is heard of the stream of an open page. */
export interface Ears {
  opened(): void;
  told(told: Told): void;
  /** The stream broke. The browser opens it again by itself, unless it gave up. */
  broke(gaveUp: boolean): void;
}

/** Where this window is in the theory. */
export interface Where {
  at: string | null;
  typing: string | null;
}

/** What following needs of the outside world; all of it is tested without a browser. */
export interface LiveSurroundings {
  /** Opens the stream of what comes after a step; the result closes it. */
  open(since: number, ears: Ears): () => void;
  /** Says where this window is; who else is there comes back, or null when nobody answers. */
  say(where: Where): Promise<PersonHere[] | null>;
  /** Does something later; the result calls it off. */
  later(milliseconds: number, work: () => void): () => void;
  /** The time in milliseconds. */
  now(): number;
}

/** The editor that follows. */
export interface Follows {
  readonly sequence: number;
  heard(steps: readonly ToldStep[]): void;
  reconnected(): void;
}

/** What the page shows. A new object whenever something changed, else the same. */
export interface LiveSnapshot {
  people: readonly PersonHere[];
  /** What is said to who listens to the page, once. */
  spoken: string;
  /** Whether what others do is told at once, or looked for from time to time, or not at all. */
  line: 'told' | 'asking' | 'cut';
}

/** Two and a half beats of the server: nothing for so long, and the stream is dead. */
const DEAD = 40_000;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 60_000;
/** Somebody who was seen so lately does not arrive anew: they loaded the page again. */
const LATELY = 120_000;
/** Where somebody is goes out when they stop a moment: not at each box that they pass. */
const REST = 150;

/** Follows a theory: what others do in it, who is there, and where; and says the same of this window. */
export class LiveStore {
  private current: LiveSnapshot = { people: [], spoken: '', line: 'asking' };
  private readonly listeners = new Set<() => void>();
  private where: Where = { at: null, typing: null };
  private typedAt = 0;
  private retry = FIRST_RETRY;
  private heardAt = 0;
  private first = true;
  /** When each person was seen last. */
  private readonly seen = new Map<string, number>();
  private close: () => void = () => undefined;
  private readonly timers = new Map<string, () => void>();

  constructor(
    private readonly around: LiveSurroundings,
    private readonly editor: Follows,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): LiveSnapshot => this.current;

  /** Whether others' changes come by themselves. */
  isTold = (): boolean => this.current.line === 'told';

  /** Follows until the result is called. */
  follow(): () => void {
    this.open();
    this.after('speak', SPEAK_EVERY, () => this.speak());
    return () => {
      this.close();
      for (const callOff of this.timers.values()) callOff();
      this.timers.clear();
    };
  }

  /** The window is looked at again: what has been missed comes at once. */
  wake(): void {
    if (this.current.line !== 'told') this.open();
    this.speak();
  }

  /** This person went to a box or link, or to none. */
  goTo(at: string | null): void {
    if (at === this.where.at) return;
    this.where = { at, typing: null };
    this.after('speak', REST, () => this.speak());
  }

  /** This person typed in a field. */
  types(field: string): void {
    const now = this.around.now();
    if (this.where.typing === field && now - this.typedAt < TYPE_EVERY) return;
    this.where = { ...this.where, typing: field };
    this.typedAt = now;
    this.speak();
  }

  /** What was typed is saved, or the field was left. */
  typed(): void {
    if (this.where.typing === null) return;
    this.where = { ...this.where, typing: null };
    this.speak();
  }

  private open(): void {
    this.close();
    this.heardAt = this.around.now();
    this.close = this.around.open(this.editor.sequence, {
      opened: () => this.isAlive(),
      told: (told) => this.told(told),
      broke: (gaveUp) => this.broke(gaveUp),
    });
    this.watch();
  }

  private isAlive(): void {
    this.heardAt = this.around.now();
    this.retry = FIRST_RETRY;
    const was = this.current.line;
    if (was === 'told') return;
    this.show({ line: 'told' });
    this.editor.reconnected();
    // The server may have been started anew: it knows nobody.
    this.speak();
  }

  private told(told: Told): void {
    this.heardAt = this.around.now();
    switch (told.event) {
      case 'steps':
        return this.editor.heard(told.data.steps);
      case 'here':
        return this.met(told.data);
      case 'beat':
        return this.isAlive();
      case 'enough':
      case 'out':
      case 'ahead':
        this.close();
        this.show({ line: 'asking' });
        return this.after('open', LONGEST_RETRY, () => this.open());
    }
  }

  private broke(gaveUp: boolean): void {
    this.show({ line: 'cut' });
    if (gaveUp) this.again();
  }

  private again(): void {
    this.close();
    this.after('open', this.retry, () => this.open());
    this.retry = Math.min(this.retry * 2, LONGEST_RETRY);
  }

  /** A stream that is silent for longer than a server ever is has died without a word. */
  private watch(): void {
    this.after('watch', DEAD / 4, () => {
      const silent = this.around.now() - this.heardAt;
      if (silent > SILENCE && this.current.people.length > 0) this.show({ people: [] });
      if (silent > DEAD && this.current.line === 'told') {
        this.show({ line: 'cut' });
        this.again();
      }
      this.watch();
    });
  }

  private speak(): void {
    this.after('speak', SPEAK_EVERY, () => this.speak());
    void this.around.say(this.where).then((people) => {
      if (people !== null && !this.isTold()) this.met(people);
    });
  }

  /** Takes up who is here, and says who has come. */
  private met(people: readonly PersonHere[]): void {
    const now = this.around.now();
    const fresh = people.filter(({ id }) => now - (this.seen.get(id) ?? -LATELY) >= LATELY);
    for (const { id } of [...this.current.people, ...people]) this.seen.set(id, now);
    const names = fresh.map(({ name }) => name);
    const words = this.first
      ? `${named(names)} ${names.length === 1 ? 'has' : 'have'} this theory open too`
      : `${named(names)} opened the theory`;
    this.first = false;
    this.show({ people, ...(names.length === 0 ? {} : { spoken: words }) });
  }

  private show(change: Partial<LiveSnapshot>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Does something later, and only once: what was planned under the same name is called off. */
  private after(name: string, milliseconds: number, work: () => void): void {
    this.timers.get(name)?.();
    this.timers.set(name, this.around.later(milliseconds, work));
  }
}
