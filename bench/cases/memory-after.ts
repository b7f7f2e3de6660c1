import type { Case } from '../case.ts';
import { memoryFound } from '../memory.ts';

const memoryAfter: Case = {
  id: 'memory-after',
  what: 'How much the program still holds when everybody has gone: a leak would show.',
  unit: 'MB',
  better: 'less',
  limitIs: 'what it held before they came',
  goal: 2 / 3,
  async run({ quick }) {
    const { heldAfter, heldBefore } = await memoryFound(quick);
    return { samples: [heldAfter], limit: heldBefore };
  },
};

export default memoryAfter;
