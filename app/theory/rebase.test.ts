import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changed,
  chosen,
  opened,
  received,
  sendable,
  shown,
  type Editing,
  type Reply,
} from './editing.ts';
import type { Theory } from './graph.ts';
import { apply, applyAll, type Logged, type Operation, type Sent } from './operations.ts';
import { rebase, type Rebased } from './rebase.ts';
import { boxOf, linkOf, operationOn, pieceOf, theoryOf } from '#test/some-theories.ts';

const start = theoryOf(
  [boxOf('need', 'n'), boxOf('activity', 'a'), boxOf('longTermOutcome', 'o')],
  [linkOf('n', 'a', 'addresses'), linkOf('a', 'o')],
);

/** What keeps the history: it applies, logs and answers, as the store does. */
class Keeper {
  log: Logged[] = [];
  theory: Theory = start;

  take(base: number, sent: readonly Sent[], by: string): Reply & { rebased: Rebased } {
    const since = this.log.filter(({ sequence }) => sequence > base);
    const seen = new Set(this.log.map(({ clientOpId }) => clientOpId));
    const rebased = rebase(
      this.theory,
      since,
      sent.filter(
        ({ clientOpId }) => !seen.has(clientOpId) || since.some((e) => e.clientOpId === clientOpId),
      ),
    );
    let sequence = this.theory.sequence;
    for (const each of rebased.accepted) {
      sequence += 1;
      this.log.push({ ...each, sequence, personId: by, personName: by, at: new Date(sequence) });
    }
    this.theory = { ...rebased.theory, sequence };
    const settled = sent
      .map(({ clientOpId }) => clientOpId)
      .filter((id) => this.log.some((e) => e.clientOpId === id) || rebased.already.includes(id));
    return {
      steps: this.log.filter((entry) => entry.sequence > base),
      settled,
      conflicts: rebased.conflicts,
      refused: rebased.refused,
      rebased,
    };
  }
}

function sent(clientOpId: string, operation: Operation): Sent {
  return { clientOpId: clientOpId.padEnd(8, '-'), operation };
}

const label = (id: string, from: string, to: string): Operation => ({
  kind: 'editBox',
  id,
  field: 'label',
  from,
  to,
});

describe('two people edit at once', () => {
  test('what does not overlap is applied for both, without a word', () => {
    const keeper = new Keeper();
    keeper.take(0, [sent('a1', label('a', 'Box a', 'Amira’s words'))], 'Amira');
    const reply = keeper.take(
      0,
      [
        sent('b1', label('o', 'Box o', 'Ben’s words')),
        sent('b2', { kind: 'editBox', id: 'a', field: 'detail', from: '', to: 'More by Ben' }),
      ],
      'Ben',
    );
    expect(reply.conflicts).toEqual([]);
    expect(keeper.theory.boxes.map((box) => [box.label, box.detail])).toEqual([
      ['Box n', ''],
      ['Amira’s words', 'More by Ben'],
      ['Ben’s words', ''],
    ]);
  });

  test('the same words changed twice come back with both values and who was first', () => {
    const keeper = new Keeper();
    keeper.take(0, [sent('a1', label('a', 'Box a', 'Amira’s words'))], 'Amira');
    const { conflicts } = keeper.take(0, [sent('b1', label('a', 'Box a', 'Ben’s words'))], 'Ben');
    expect(conflicts).toMatchObject([
      {
        about: 'the wording of “Amira’s words”',
        theirs: 'Amira’s words',
        yours: 'Ben’s words',
        by: 'Amira',
        insist: [label('a', 'Amira’s words', 'Ben’s words')],
      },
    ]);
    expect(keeper.theory.boxes[1]?.label).toBe('Amira’s words');
  });

  test('nobody deletes what they have not seen', () => {
    const keeper = new Keeper();
    keeper.take(0, [sent('a1', label('a', 'Box a', 'Changed since'))], 'Amira');
    const reply = keeper.take(0, [sent('b1', { kind: 'removeBox', id: 'a' })], 'Ben');
    expect(reply.conflicts).toMatchObject([{ theirs: 'Changed since', yours: null, by: 'Amira' }]);
    expect(keeper.theory.boxes).toHaveLength(3);
  });

  test('a link drawn to a box keeps somebody else from deleting the box unseen', () => {
    const keeper = new Keeper();
    const drawn = { id: 'x', source: 'n', target: 'o', reason: 'It matters', more: {} };
    keeper.take(0, [sent('a1', { kind: 'addLink', link: drawn })], 'Amira');
    const reply = keeper.take(0, [sent('b1', { kind: 'removeBox', id: 'o' })], 'Ben');
    expect(reply.conflicts).toHaveLength(1);
  });

  test('words written into a box that was deleted can be put back with the box and its links', () => {
    const keeper = new Keeper();
    keeper.take(0, [sent('a1', { kind: 'removeBox', id: 'a' })], 'Amira');
    const reply = keeper.take(0, [sent('b1', label('a', 'Box a', 'Ben’s words'))], 'Ben');
    const [conflict] = reply.conflicts;
    expect(conflict).toMatchObject({ about: 'the wording of “Box a”', theirs: null, by: 'Amira' });
    const back = keeper.take(
      keeper.theory.sequence,
      conflict!.insist.map((operation, index) => sent(`again${index}`, operation)),
      'Ben',
    );
    expect(back.conflicts).toEqual([]);
    expect(keeper.theory.boxes.find(({ id }) => id === 'a')?.label).toBe('Ben’s words');
    expect(keeper.theory.links).toHaveLength(2);
  });

  test('evidence that somebody put on a link keeps it from being deleted unseen', () => {
    const keeper = new Keeper();
    const piece = pieceOf('e', 'evidence', 'a>o', { what: 'A trial' });
    keeper.take(0, [sent('a1', { kind: 'addPiece', piece })], 'Amira');
    const reply = keeper.take(0, [sent('b1', { kind: 'removeLink', id: 'a>o' })], 'Ben');
    expect(reply.conflicts).toMatchObject([{ by: 'Amira', yours: null }]);
    const removing = keeper.take(0, [sent('b2', { kind: 'removeBox', id: 'o' })], 'Ben');
    expect(removing.conflicts).toHaveLength(1);
  });

  test('evidence on a box that was deleted can be put back with the box', () => {
    const keeper = new Keeper();
    keeper.take(0, [sent('a1', { kind: 'removeBox', id: 'a' })], 'Amira');
    const piece = pieceOf('e', 'evidence', 'a', { what: 'A trial' });
    const reply = keeper.take(0, [sent('b1', { kind: 'addPiece', piece })], 'Ben');
    const [conflict] = reply.conflicts;
    expect(conflict).toMatchObject({ about: 'the evidence “A trial”', theirs: null, by: 'Amira' });
    const again = conflict!.insist.map((operation, index) => sent(`again${index}`, operation));
    expect(keeper.take(keeper.theory.sequence, again, 'Ben').conflicts).toEqual([]);
    expect(keeper.theory.pieces).toEqual([piece]);
    expect(keeper.theory.links).toHaveLength(2);
  });

  test('words about a piece that was deleted with its link bring back all of it', () => {
    const keeper = new Keeper();
    const piece = pieceOf('e', 'evidence', 'a>o', { what: 'A trial' });
    keeper.take(0, [sent('a0', { kind: 'addPiece', piece })], 'Amira');
    keeper.take(1, [sent('a1', { kind: 'removeLink', id: 'a>o' })], 'Amira');
    const edit = { kind: 'editPiece', id: 'e', field: 'more.year', from: '', to: '2024' } as const;
    const [conflict] = keeper.take(1, [sent('b1', edit)], 'Ben').conflicts;
    expect(conflict).toMatchObject({ about: 'a detail of the evidence “A trial”', by: 'Amira' });
    const again = conflict!.insist.map((operation, index) => sent(`again${index}`, operation));
    expect(keeper.take(keeper.theory.sequence, again, 'Ben').conflicts).toEqual([]);
    expect(keeper.theory.pieces[0]?.more).toEqual({ what: 'A trial', year: '2024' });
  });

  test('two facts of the whole theory are two things, one fact is one', () => {
    const keeper = new Keeper();
    const fact = (key: string, to: string): Operation => ({
      kind: 'editTheory',
      field: `more.${key}`,
      from: '',
      to,
    });
    keeper.take(0, [sent('a1', fact('ceiling', 'impact'))], 'Amira');
    expect(keeper.take(0, [sent('b1', fact('afterwards', 'Groups'))], 'Ben').conflicts).toEqual([]);
    const { conflicts } = keeper.take(0, [sent('b2', fact('ceiling', 'aim'))], 'Ben');
    expect(conflicts).toMatchObject([{ theirs: 'impact', yours: 'aim', by: 'Amira' }]);
  });

  test('where a box stands is never a conflict', () => {
    const keeper = new Keeper();
    const place = { kind: 'moveBox', id: 'a', position: 1 } as const;
    keeper.take(0, [sent('a1', { ...place, x: 10, y: 10 })], 'Amira');
    const reply = keeper.take(
      0,
      [sent('b1', { ...place, x: 20, y: 20 }), sent('b2', { kind: 'removeBox', id: 'a' })],
      'Ben',
    );
    expect(reply.conflicts).toEqual([]);
    expect(keeper.theory.boxes).toHaveLength(2);
  });

  test('what builds on a conflict waits for it', () => {
    const keeper = new Keeper();
    keeper.take(0, [sent('a1', label('a', 'Box a', 'Amira’s words'))], 'Amira');
    const reply = keeper.take(
      0,
      [
        sent('b1', label('a', 'Box a', 'Ben’s words')),
        sent('b2', label('a', 'Ben’s words', 'Ben’s better words')),
        sent('b3', label('o', 'Box o', 'Elsewhere')),
      ],
      'Ben',
    );
    expect(reply.rebased.held.map(({ clientOpId }) => clientOpId)).toEqual(['b2------']);
    expect(keeper.theory.boxes[2]?.label).toBe('Elsewhere');
  });
});

interface Client {
  name: string;
  editing: Editing;
  /** Sent and not answered: to be sent again, unchanged, until an answer comes. */
  underway: { base: number; sent: Sent[] } | null;
}

type Move = { who: number; what: 'edit' | 'save' | 'lose-answer' | 'restart'; seed: number };

const move = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom<Move['what'][]>(
    'edit',
    'edit',
    'edit',
    'save',
    'save',
    'lose-answer',
    'restart',
  ),
  seed: fc.nat(),
});

/** One save: the answer may be lost on the way, and then the same is sent again later. */
function save(client: Client, keeper: Keeper, answerArrives: boolean): void {
  client.underway ??= {
    base: client.editing.confirmed.sequence,
    sent: sendable(client.editing),
  };
  const reply = keeper.take(client.underway.base, client.underway.sent, client.name);
  if (!answerArrives) return;
  client.editing = received(client.editing, reply);
  client.underway = null;
}

function play(moves: readonly Move[]): { keeper: Keeper; clients: Client[]; made: Set<string> } {
  const keeper = new Keeper();
  const clients: Client[] = ['Amira', 'Ben', 'Chloe'].map((name) => ({
    name,
    editing: opened(start),
    underway: null,
  }));
  const made = new Set<string>();
  let count = 0;
  const newId = () => `id-${String((count += 1)).padStart(6, '0')}`;
  for (const { who, what, seed } of moves) {
    const client = clients[who]!;
    if (what === 'edit') {
      const operation = operationOn(shown(client.editing), seed, newId());
      if ('refusal' in apply(shown(client.editing), operation)) continue;
      const clientOpId = newId();
      made.add(clientOpId);
      client.editing = changed(client.editing, [{ clientOpId, operation }]);
    } else if (what === 'restart') {
      // The browser is closed and opened again: what was not acknowledged comes from its outbox.
      client.editing = { ...client.editing, confirmed: keeper.theory };
    } else {
      save(client, keeper, what === 'save');
    }
  }
  settle(keeper, clients, newId);
  return { keeper, clients, made };
}

/** Everybody settles their conflicts and saves until nothing is left to save. */
function settle(keeper: Keeper, clients: Client[], newId: () => string): void {
  for (let round = 0; round < 200; round += 1) {
    for (const client of clients) {
      save(client, keeper, true);
      for (const conflict of client.editing.conflicts) {
        const choice = round < 3 && conflict.clientOpId.endsWith('1') ? 'yours' : 'theirs';
        client.editing = chosen(client.editing, conflict, choice, newId);
      }
    }
    if (
      clients.every(
        ({ editing }) =>
          editing.pending.length === 0 &&
          editing.conflicts.length === 0 &&
          editing.confirmed.sequence === keeper.theory.sequence,
      )
    ) {
      return;
    }
  }
  throw new Error('It never settles');
}

describe('three editors with lost answers, repeated sendings and restarts', () => {
  const stories = fc.array(move, { minLength: 5, maxLength: 80 });

  test('always end with the same theory', () => {
    fc.assert(
      fc.property(stories, (moves) => {
        const { keeper, clients } = play(moves);
        for (const { editing } of clients) expect(shown(editing)).toEqual(keeper.theory);
      }),
      { numRuns: 400 },
    );
  });

  test('leave a history in which each operation stands once and which rebuilds the theory', () => {
    fc.assert(
      fc.property(stories, (moves) => {
        const { keeper } = play(moves);
        const ids = keeper.log.map(({ clientOpId }) => clientOpId);
        expect(new Set(ids).size).toBe(ids.length);
        const replayed = applyAll(
          start,
          keeper.log.map(({ operation }) => operation),
        );
        expect(replayed).toEqual({
          theory: { ...keeper.theory, sequence: 0 },
        });
      }),
      { numRuns: 400 },
    );
  });

  test('can go back step by step to the beginning', () => {
    fc.assert(
      fc.property(stories, (moves) => {
        const { keeper } = play(moves);
        const back = keeper.log.toReversed().flatMap(({ inverse }) => inverse);
        const result = applyAll(keeper.theory, back);
        if ('refusal' in result) throw new Error(JSON.stringify(result.refusal));
        expect(new Set(result.theory.boxes)).toEqual(new Set(start.boxes));
        expect(new Set(result.theory.links)).toEqual(new Set(start.links));
      }),
      { numRuns: 400 },
    );
  });
});
