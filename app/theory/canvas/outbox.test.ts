import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sent } from '../operations.ts';
import { openOutbox, type Tabs } from './outbox.client.ts';

const whose = { theoryId: 'hubs', personId: 'priya' };
let databases = 0;
const fresh = () => `outbox-${(databases += 1)}`;

/** Tabs of a browser in the hands of the test. */
function browser() {
  const open = new Set<string>();
  return {
    open,
    tab(own: string): Tabs {
      open.add(own);
      return { own, gone: async (tab) => !open.has(tab) };
    },
  };
}

const sent = (id: string, to = id): Sent => ({
  clientOpId: id,
  operation: { kind: 'rename', from: '', to },
});

describe('the outbox', () => {
  test('gives what a closed tab left behind, in order, with the state it was made on', async () => {
    const [name, tabs] = [fresh(), browser()];
    const first = openOutbox(whose, tabs.tab('one'), name);
    await first.keep([sent('b')], 4);
    await first.keep([sent('b'), sent('a')], 6);
    tabs.open.delete('one');
    const second = openOutbox(whose, tabs.tab('two'), name);
    expect(await second.left()).toEqual({ base: 4, sent: [sent('b'), sent('a')] });
  });

  test('keeps the order of what is waiting, also where something goes in between', async () => {
    const [name, tabs] = [fresh(), browser()];
    const first = openOutbox(whose, tabs.tab('one'), name);
    for (const ids of [['c'], ['a', 'c'], ['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'e']]) {
      await first.keep(
        ids.map((id) => sent(id)),
        1,
      );
    }
    tabs.open.clear();
    const left = await openOutbox(whose, tabs.tab('two'), name).left();
    expect(left?.sent.map(({ clientOpId }) => clientOpId)).toEqual(['b', 'c', 'd', 'e']);
  });

  test('gives nothing of a tab that is still open, and nothing twice', async () => {
    const [name, tabs] = [fresh(), browser()];
    await openOutbox(whose, tabs.tab('one'), name).keep([sent('a')], 1);
    const second = openOutbox(whose, tabs.tab('two'), name);
    expect(await second.left()).toBeNull();
    tabs.open.delete('one');
    const third = openOutbox(whose, tabs.tab('three'), name);
    const both = await Promise.all([second.left(), third.left()]);
    expect(both.filter((each) => each !== null)).toHaveLength(1);
  });

  test('keeps what a tab took over until it is saved, also over another closing', async () => {
    const [name, tabs] = [fresh(), browser()];
    await openOutbox(whose, tabs.tab('one'), name).keep([sent('a')], 1);
    tabs.open.delete('one');
    const second = openOutbox(whose, tabs.tab('two'), name);
    await second.left();
    await second.keep([sent('a'), sent('b')], 9);
    tabs.open.delete('two');
    const third = openOutbox(whose, tabs.tab('three'), name);
    expect(await third.left()).toEqual({ base: 1, sent: [sent('a'), sent('b')] });
    await third.keep([], 10);
    tabs.open.delete('three');
    expect(await openOutbox(whose, tabs.tab('four'), name).left()).toBeNull();
  });

  test('is one person’s for one theory', async () => {
    const [name, tabs] = [fresh(), browser()];
    await openOutbox(whose, tabs.tab('one'), name).keep([sent('a')], 1);
    tabs.open.clear();
    for (const other of [
      { ...whose, theoryId: 'other' },
      { ...whose, personId: 'tom' },
    ]) {
      expect(await openOutbox(other, tabs.tab('two'), name).left()).toBeNull();
    }
  });

  test('keeps nothing where the browser keeps nothing, and nobody notices', async () => {
    const real = globalThis.indexedDB;
    try {
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });
      const outbox = openOutbox(whose, browser().tab('one'), fresh());
      await outbox.keep([sent('a')], 1);
      expect(await outbox.left()).toBeNull();
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', { value: real, configurable: true });
    }
  });

  test('holds exactly what was kept last, whatever came before', async () => {
    const lists = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(lists, fc.nat(9), async (steps, words) => {
        const [name, tabs] = [fresh(), browser()];
        const outbox = openOutbox(whose, tabs.tab('one'), name);
        // Not waited for: keeping comes in bursts, and the last one stands.
        for (const [at, ids] of steps.entries()) {
          void outbox.keep(
            ids.map((id) => sent(id, `${id} ${words * at}`)),
            at,
          );
        }
        const last = (steps.at(-1) ?? []).map((id) =>
          sent(id, `${id} ${words * (steps.length - 1)}`),
        );
        await outbox.keep(last, steps.length);
        tabs.open.clear();
        const left = await openOutbox(whose, tabs.tab('two'), name).left();
        const byId = (a: Sent, b: Sent) => (a.clientOpId < b.clientOpId ? -1 : 1);
        expect((left?.sent ?? []).toSorted(byId)).toEqual(last.toSorted(byId));
      }),
      { numRuns: 30 },
    );
  });
});
