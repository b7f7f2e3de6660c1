import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#app/people/can.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { emptyTheory, type Theory } from '#app/theory/graph.ts';
import { applyAll, building, type Sent } from '#app/theory/operations.ts';
import { newId } from '#db/ids.ts';
import type { Store } from '#db/store.server.ts';
import { operationsSince, theoryById } from '#db/theory.ts';
import { freshStore } from '../fresh-store.ts';
import { boxOf, linkOf, pieceOf, theoryOf } from '../some-theories.ts';
import { begin, startedFrom, type Begun } from '../theory-begun.ts';
import { happenings, Player, rest, settle, type Keeping } from '../three-editors.ts';

// The same stories as in app/theory/canvas/converging.test.ts, against the real store.

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

/** The real deed, on the store of this run's engine. */
class OnStore implements Keeping {
  constructor(
    private readonly begun: Begun,
    private readonly theoryId: string,
    private readonly people: ReadonlyMap<string, Person>,
  ) {}

  async take(baseSequence: number, sent: readonly Sent[], by: string) {
    const person = this.people.get(by) ?? this.begun.borough.priya;
    const { programme } = this.begun.borough;
    return applyOperations(person, programme.id, {
      theoryId: this.theoryId,
      baseSequence,
      sent,
    });
  }

  since = (sequence: number) =>
    operationsSince(store.read, this.begun.borough.authorityId, this.theoryId, sequence);

  async theory(): Promise<Theory> {
    const found = await theoryById(store.read, this.begun.borough.authorityId, this.theoryId);
    if (found === undefined) throw new Error('There is no theory');
    return found.theory;
  }
}

/** A theory whatever the order in which its parts were read. */
function inOrder(theory: Theory) {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const { boxes, links, pieces } = theory;
  return {
    ...theory,
    boxes: boxes.toSorted(byId),
    links: links.toSorted(byId),
    pieces: pieces.toSorted(byId),
  };
}

test('three editors on a bad network end as one with the tables and the history, nothing half done', async () => {
  const stories = fc.sample(happenings(60), { numRuns: 3, seed: 2026 });
  for (const [number, story] of stories.entries()) {
    const begun = await begin();
    const { id } = await startedFrom(begun, 'blank');
    const name = (given: string) => `${given}-${number}-${newId().slice(0, 8)}`;
    const [n, a, o] = ['n', 'a', 'o'].map(name) as [string, string, string];
    const wanted = {
      ...theoryOf(
        [boxOf('need', n), boxOf('activity', a), boxOf('longTermOutcome', o)],
        [linkOf(n, a, 'addresses'), linkOf(a, o)],
      ),
      pieces: [pieceOf(name('e'), 'evidence', o, { what: 'A trial' })],
    };
    const { priya, asha } = begun.borough;
    const names = ['Amira', 'Ben', 'Chloe'].map(name);
    const people = new Map(names.map((each, index) => [each, index === 1 ? asha : priya]));
    const keeper = new OnStore(begun, id, people);
    const first = building(wanted).map((operation) => ({ clientOpId: newId(), operation }));
    await keeper.take(0, first, '');
    const start = await keeper.theory();

    const players = names.map((each) => new Player(each, keeper, start));
    for (const each of story) {
      await players[each.who]?.do(each);
      await rest();
    }
    await settle(players, keeper);

    const now = await keeper.theory();
    for (const player of players) {
      expect(inOrder(player.store.snapshot().theory)).toEqual(inOrder(now));
    }
    const history = await keeper.since(0);
    expect(history.map(({ sequence }) => sequence)).toEqual(history.map((_, at) => at + 1));
    const made = history.map(({ operation }) => operation);
    const replayed = applyAll(emptyTheory(id, 'How the hubs help'), made);
    if ('refusal' in replayed) throw new Error(JSON.stringify(replayed.refusal));
    expect(inOrder({ ...replayed.theory, sequence: now.sequence })).toEqual(inOrder(now));
  }
});
