import { expect, test } from 'vitest';
import { inTurns, turnIfDue } from './turns.ts';

/** Keeps this thread for so many milliseconds, as a query does; on a busy machine for longer. */
function query(ms: number): void {
  const stop = performance.now() + ms;
  while (performance.now() < stop);
}

/** As a page does that asks the database again and again, at once and on this thread. */
async function asks(times: number): Promise<void> {
  for (let asked = 0; asked < times; asked += 1) {
    await turnIfDue();
    query(2);
  }
}

test('whoever comes in between is heard before a long page is done', async () => {
  // Taken out (`await undefined` in place of the turn), the timer fires after the page.
  const heard: string[] = [];
  setTimeout(() => heard.push('somebody else'), 5);
  await asks(60).then(() => heard.push('the page'));
  expect(heard).toEqual(['somebody else', 'the page']);
});

test('many long pages at once do not add up to one long stop', async () => {
  // With one `setImmediate` for each that waits, all of them go on in the same turn of the loop.
  let turn = 0;
  let over = false;
  const count = () => {
    turn += 1;
    if (!over) setImmediate(count);
  };
  setImmediate(count);
  const ran: { page: number; turn: number }[] = [];
  const page = async (number: number) => {
    for (let asked = 0; asked < 12; asked += 1) {
      await turnIfDue();
      ran.push({ page: number, turn });
      query(4);
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, number) => page(number)));
  over = true;
  const pagesOf = (one: number) =>
    new Set(ran.filter((at) => at.turn === one).map((at) => at.page));
  const later = [...new Set(ran.map((at) => at.turn))].filter(
    (one) => one > (ran[0]?.turn ?? 0) + 1,
  );
  expect(later.length).toBeGreaterThan(8);
  for (const one of later) expect(pagesOf(one).size).toBe(1);
});

test('who holds up others goes first', async () => {
  const order: string[] = [];
  // Both must wait for a turn. Taken out (`push` in place of `unshift`), the page goes first.
  query(15);
  await Promise.all([
    asks(1).then(() => order.push('a page')),
    Promise.resolve(turnIfDue({ first: true })).then(() => order.push('the change')),
  ]);
  expect(order).toEqual(['the change', 'a page']);
});

test('long reckoning is put down between its steps, and comes to its end', async () => {
  // Taken out (the steps run through without a turn), the timer fires after the reckoning.
  const heard: string[] = [];
  setTimeout(() => heard.push('somebody else'), 5);
  function* reckoning() {
    for (let step = 0; step < 60; step += 1) {
      query(2);
      yield;
    }
    return 'the sum';
  }
  heard.push(await inTurns(reckoning()));
  expect(heard).toEqual(['somebody else', 'the sum']);
});
