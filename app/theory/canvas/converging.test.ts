import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, linkOf, pieceOf, theoryOf } from '#test/some-theories.ts';
import {
  happenings,
  Player,
  rest,
  settle,
  type Happening,
  type Keeping,
} from '#test/three-editors.ts';
import type { Reply } from '../editing.ts';
import type { Theory } from '../graph.ts';
import { apply, applyAll, isDeleting, isPlacing, type Logged, type Sent } from '../operations.ts';
import { rebase } from '../rebase.ts';
import { overlap, touched, type Touched } from '../touched.ts';

const start: Theory = {
  ...theoryOf(
    [boxOf('need', 'n'), boxOf('activity', 'a'), boxOf('longTermOutcome', 'o')],
    [linkOf('n', 'a', 'addresses'), linkOf('a', 'o')],
  ),
  pieces: [pieceOf('e', 'evidence', 'o', { what: 'A trial' })],
};

/** The rules of the server in memory, as app/theory/apply-operations.server.ts has them on a store. */
class Rules implements Keeping {
  head = start;
  log: Logged[] = [];
  /** What came of each operation, other than into the history. */
  settledOtherwise = new Set<string>();

  async take(base: number, sent: readonly Sent[], by: string): Promise<Reply> {
    const known = new Set(this.log.map(({ clientOpId }) => clientOpId));
    const fresh = sent.filter(({ clientOpId }) => !known.has(clientOpId));
    const since = this.log.filter(({ sequence }) => sequence > base);
    const resent = new Set(sent.map(({ clientOpId }) => clientOpId));
    const others = since.filter(({ clientOpId }) => !resent.has(clientOpId));
    const rebased = rebase(this.head, others, fresh);
    const steps = rebased.accepted.map((each, index) => ({
      ...each,
      sequence: this.head.sequence + index + 1,
      personId: by,
      personName: by,
      at: new Date(0),
    })) as Logged[];
    this.log.push(...steps);
    this.head = { ...rebased.theory, sequence: this.head.sequence + steps.length };
    const { already, conflicts, refused } = rebased;
    for (const id of already) this.settledOtherwise.add(id);
    for (const { clientOpId } of [...conflicts, ...refused]) this.settledOtherwise.add(clientOpId);
    return {
      steps: [...since, ...steps],
      settled: [
        ...sent.filter(({ clientOpId }) => known.has(clientOpId)).map((each) => each.clientOpId),
        ...already,
        ...steps.map(({ clientOpId }) => clientOpId),
      ],
      conflicts,
      refused,
    };
  }

  since = async (sequence: number) => this.log.filter((each) => each.sequence > sequence);
  theory = async () => this.head;
}

const stories = happenings(120);

async function play(story: readonly Happening[]) {
  const rules = new Rules();
  const players = ['Amira', 'Ben', 'Chloe'].map((name) => new Player(name, rules, start));
  for (const each of story) {
    await players[each.who]?.do(each);
    await rest();
  }
  await settle(players, rules);
  return { rules, players };
}

/** More runs than in the suite: CONVERGENCE_RUNS=20000 npx vitest run app/theory/canvas/converging */
const numRuns = Number(process.env['CONVERGENCE_RUNS'] ?? 120);

describe('three editors on a network that delays, repeats, mixes up and loses, with restarts', () => {
  test('end with the same theory, which the history rebuilds, each operation in it once', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const { rules, players } = await play(story);
        for (const { store } of players) expect(store.snapshot().theory).toEqual(rules.head);
        const ids = rules.log.map(({ clientOpId }) => clientOpId);
        expect(new Set(ids).size).toBe(ids.length);
        const made = rules.log.map(({ operation }) => operation);
        expect(applyAll(start, made)).toEqual({ theory: { ...rules.head, sequence: 0 } });
      }),
      { numRuns },
    );
  });

  test('lose nothing: each change is in the history, or was answered with a choice or a reason', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const { rules, players } = await play(story);
        const history = new Set(rules.log.map(({ clientOpId }) => clientOpId));
        const lost = players
          .flatMap(({ knew }) => [...knew.keys()])
          .filter((id) => !history.has(id) && !rules.settledOtherwise.has(id));
        expect(lost).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('nobody deletes what they had not seen', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const { rules, players } = await play(story);
        const knew = new Map(players.flatMap((player) => [...player.knew]));
        let theory = start;
        const earlier: { entry: Logged; touch: Touched }[] = [];
        for (const entry of rules.log) {
          const touch = touched(entry.operation, theory);
          const unseen = earlier.filter(
            (each) =>
              each.entry.sequence > (knew.get(entry.clientOpId) ?? 0) &&
              each.entry.personName !== entry.personName &&
              !isPlacing(each.entry.operation) &&
              overlap(touch, each.touch),
          );
          if (isDeleting(entry.operation)) expect(unseen).toEqual([]);
          earlier.push({ entry, touch });
          const applied = apply(theory, entry.operation);
          if ('theory' in applied) theory = applied.theory;
        }
      }),
      { numRuns },
    );
  });
});
