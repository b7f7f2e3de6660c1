import { personById } from '#db/people.ts';
import { theStore, type Store } from '#db/store.server.ts';
import { THEORY_NEWS } from '#db/theory-save.ts';
import { operationsSince } from '#db/theory.ts';
import { leaving, peopleHere, reported, settled, type PersonHere, type Visits } from './here.ts';
import type { Follower, Said } from './follower.ts';

interface Following extends Follower {
  /** Who is here, as this page was told last. */
  toldOf: string;
}

interface Room {
  visits: Visits;
  followers: Set<Following>;
  reading: boolean;
  again: boolean;
}

const HERE_NEWS = 'theory-here';
/** Asks the other servers who is at a theory with them. */
const WHO_NEWS = 'theory-who';
/** Browsers keep six connections to a server over HTTP/1.1: a person's windows may not take them all. */
export const MOST_OF_ONE_PERSON = 3;
const TICK = 1_000;
const BEAT = 15;

/**
 * Tells open pages of theories what is changed in them and who else is there. One for each server
 * process; through the news of the store those on one database agree. Nothing of it is stored.
 */
export class Hub {
  private readonly rooms = new Map<string, Room>();
  private readonly names = new Map<string, string>();
  /** What the windows at this server said last, by visit, and until when it counts. */
  private readonly said = new Map<string, Said & { until: number }>();
  private readonly deaf: (() => void)[];
  private ticking: NodeJS.Timeout | undefined;
  private ticks = 0;
  private closed = false;

  constructor(
    private readonly store: Pick<Store, 'read' | 'news'>,
    private readonly now: () => number = () => Date.now(),
  ) {
    const missed = () => this.missed();
    this.deaf = [
      store.news.listen(THEORY_NEWS, (body) => this.changed(body), missed),
      store.news.listen(HERE_NEWS, (body) => void this.heard(body)),
      store.news.listen(WHO_NEWS, (theoryId) => this.answer(theoryId)),
    ];
  }

  /** Follows a theory until the result is called, or the hub ends it. */
  follow(follower: Follower): () => void {
    if (this.closed) {
      follower.end();
      return () => undefined;
    }
    const room = this.room(follower.theoryId);
    const following = { ...follower, toldOf: '' };
    this.makeRoomFor(follower.personId);
    if (room.followers.size === 0) this.store.news.tell(WHO_NEWS, follower.theoryId);
    room.followers.add(following);
    this.tickOn();
    this.tellWho(room);
    void this.tellSteps(follower.theoryId, room);
    return () => {
      if (!room.followers.delete(following)) return;
      const { authorityId, theoryId, personId, visit } = follower;
      this.say({ authorityId, theoryId, personId, visit, at: null, typing: null, lasts: 0 });
    };
  }

  /** Says where a person is in a theory, to everybody who follows it on any server. */
  say(said: Said, name?: string): void {
    if (this.closed) return;
    if (name !== undefined) this.names.set(said.personId, name);
    if (said.lasts === 0) this.said.delete(said.visit);
    else if (name !== undefined) {
      this.said.set(said.visit, { ...said, until: this.now() + said.lasts });
    }
    this.store.news.tell(HERE_NEWS, JSON.stringify(said));
  }

  /** Who else has a theory open. */
  here(theoryId: string, except: string): PersonHere[] {
    const room = this.rooms.get(theoryId);
    return room === undefined ? [] : peopleHere(settled(room.visits, this.now()), except);
  }

  /** How many pages follow, for whoever runs the server. */
  get size(): number {
    return [...this.rooms.values()].reduce((sum, { followers }) => sum + followers.size, 0);
  }

  /** Ends every stream: nothing of it may hold up the closing of the server. */
  close(): void {
    this.closed = true;
    for (const stop of this.deaf) stop();
    clearInterval(this.ticking);
    for (const { followers } of this.rooms.values()) {
      for (const each of followers) each.end();
      followers.clear();
    }
    this.rooms.clear();
  }

  private room(theoryId: string): Room {
    const known = this.rooms.get(theoryId);
    if (known !== undefined) return known;
    const room = {
      visits: new Map(),
      followers: new Set<Following>(),
      reading: false,
      again: false,
    };
    this.rooms.set(theoryId, room);
    return room;
  }

  /** The oldest window of a person who has too many goes back to asking from time to time. */
  private makeRoomFor(personId: string): void {
    const theirs = [...this.rooms.values()].flatMap(({ followers }) =>
      [...followers].filter((each) => each.personId === personId),
    );
    for (const each of theirs.slice(0, Math.max(0, theirs.length - MOST_OF_ONE_PERSON + 1))) {
      each.send({ event: 'enough', data: null });
      each.end();
    }
  }

  private changed(body: string): void {
    const { theoryId } = JSON.parse(body) as { theoryId: string };
    const room = this.rooms.get(theoryId);
    if (room !== undefined && room.followers.size > 0) void this.tellSteps(theoryId, room);
  }

  /** Another server has somebody at a theory, and does not know who is there already. */
  private answer(theoryId: string): void {
    const following = new Set([...(this.rooms.get(theoryId)?.followers ?? [])].map((f) => f.visit));
    for (const { until: _, ...said } of this.said.values()) {
      if (said.theoryId === theoryId && following.has(said.visit)) this.say(said);
    }
  }

  private async heard(body: string): Promise<void> {
    const said = JSON.parse(body) as Said;
    const { visit, personId, at, typing, lasts } = said;
    const name = this.names.get(personId) ?? (await this.nameOf(said));
    if (name === null || this.closed) return;
    const room = this.room(said.theoryId);
    const report = { visit, personId, name, at, typing };
    room.visits =
      lasts === 0
        ? leaving(room.visits, visit, personId, this.now())
        : reported(room.visits, report, this.now(), lasts);
    this.tickOn();
    this.tellWho(room);
  }

  /** The name of somebody whom another server told of. */
  private async nameOf({ authorityId, personId }: Said): Promise<string | null> {
    try {
      const found = await personById(this.store.read, authorityId, personId);
      if (found !== undefined) this.names.set(personId, found.name);
      return found?.name ?? null;
    } catch {
      // The database does not answer: they are told of again before long.
      return null;
    }
  }

  private tellWho(room: Room): void {
    for (const each of room.followers) {
      const people = peopleHere(room.visits, each.personId);
      const told = JSON.stringify(people);
      if (told === each.toldOf) continue;
      each.toldOf = told;
      each.send({ event: 'here', data: people });
    }
  }

  /** Tells every follower the steps that it does not know yet: one look for all, one after another. */
  private async tellSteps(theoryId: string, room: Room): Promise<void> {
    room.again = true;
    if (room.reading) return;
    room.reading = true;
    try {
      while (room.again && room.followers.size > 0) {
        room.again = false;
        await this.tellOnce(theoryId, room);
      }
    } catch {
      // The database does not answer. Pages that are cut off come back and ask.
      for (const each of room.followers) each.end();
    } finally {
      room.reading = false;
    }
  }

  private async tellOnce(theoryId: string, room: Room): Promise<void> {
    const [first] = room.followers;
    if (first === undefined) return;
    const from = Math.min(...[...room.followers].map(({ sequence }) => sequence));
    const history = await operationsSince(this.store.read, first.authorityId, theoryId, from);
    const steps = history.map(({ sequence, clientOpId, operation, personName }) => ({
      sequence,
      clientOpId,
      operation,
      personName,
    }));
    for (const each of room.followers) {
      const fresh = steps.filter(({ sequence }) => sequence > each.sequence);
      const last = fresh.at(-1);
      if (last === undefined) continue;
      each.sequence = last.sequence;
      each.send({ event: 'steps', id: last.sequence, data: { steps: fresh } });
    }
  }

  private lookEverywhere(): void {
    for (const [theoryId, room] of this.rooms) void this.tellSteps(theoryId, room);
  }

  private missed(): void {
    this.lookEverywhere();
    for (const theoryId of this.rooms.keys()) this.store.news.tell(WHO_NEWS, theoryId);
  }

  private tickOn(): void {
    if (this.ticking !== undefined || this.closed) return;
    this.ticking = setInterval(() => this.tick(), TICK);
    this.ticking.unref();
  }

  private tick(): void {
    this.ticks += 1;
    for (const [theoryId, room] of this.rooms) {
      room.visits = settled(room.visits, this.now());
      this.tellWho(room);
      if (room.followers.size === 0 && room.visits.size === 0) this.rooms.delete(theoryId);
    }
    this.forget();
    if (this.ticks % BEAT === 0) this.beat();
    if (this.rooms.size > 0) return;
    clearInterval(this.ticking);
    this.ticking = undefined;
    this.names.clear();
    this.said.clear();
  }

  /**
   * Lets go of windows that fell silent, and of the names of whoever is nowhere any more: on a server of
   * many authorities somebody is always at some theory, and each page that is opened is a window of its own.
   */
  private forget(): void {
    for (const [visit, { until }] of this.said) if (this.now() >= until) this.said.delete(visit);
    const here = new Set([...this.said.values()].map(({ personId }) => personId));
    for (const { visits } of this.rooms.values()) {
      for (const { personId } of visits.values()) here.add(personId);
    }
    for (const personId of this.names.keys()) if (!here.has(personId)) this.names.delete(personId);
  }

  /** Keeps streams alive through proxies, looks who may still follow, and what was missed. */
  beat(): void {
    for (const { followers } of this.rooms.values()) {
      for (const each of followers) {
        each.send({ event: 'beat', data: null });
        void this.checked(each);
      }
    }
    this.lookEverywhere();
  }

  private async checked(each: Following): Promise<void> {
    const may = await each.stillMay().catch(() => true);
    if (may) return;
    each.send({ event: 'out', data: null });
    each.end();
  }
}

// One hub a process and store, also when the development server loads this module anew.
const shelf = globalThis as { throughlineHub?: { hub: Hub; store: Store } };

/** The hub of this process, on the store of this process. */
export function theHub(): Hub {
  const store = theStore();
  if (shelf.throughlineHub?.store !== store) {
    shelf.throughlineHub?.hub.close();
    shelf.throughlineHub = { hub: new Hub(store), store };
  }
  return shelf.throughlineHub.hub;
}

/** Ends what open pages follow, when the server stops. */
export function closeHub(): void {
  shelf.throughlineHub?.hub.close();
  delete shelf.throughlineHub;
}
