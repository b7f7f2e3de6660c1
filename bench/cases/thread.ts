import type { Case } from '../case.ts';
import { aWorldOfLinks } from '../million-links.ts';

const BUDGET_MS = 10;

const thread: Case = {
  id: 'thread',
  what: 'How long it takes to follow one thing both ways, in an authority with a million links.',
  unit: 'ms',
  better: 'less',
  limitIs: `the budget of ${BUDGET_MS} ms within which a thread opens at once`,
  goal: 1,
  async run({ quick }) {
    const world = await aWorldOfLinks(quick ? 50_000 : 1_000_000);
    try {
      const samples: number[] = [];
      for (let round = quick ? -1 : -2; round < (quick ? 3 : 10); round += 1) {
        for (const object of world.objects) {
          const began = performance.now();
          await world.follow(object);
          if (round >= 0) samples.push(performance.now() - began);
        }
      }
      return { samples, limit: BUDGET_MS };
    } finally {
      await world.end();
    }
  },
};

export default thread;
