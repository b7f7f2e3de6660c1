import type { Case } from '../case.ts';
import { memoryFound } from '../memory.ts';

const memoryLoad: Case = {
  id: 'memory-load',
  what: 'How much memory the server takes while eight families answer and two of staff read, without a pause.',
  unit: 'MB',
  better: 'less',
  limitIs: '512 MB, half of the smallest server that is for hire',
  goal: 1,
  judgedBy: 'worst',
  async run({ quick }) {
    const { underLoad } = await memoryFound(quick);
    return { samples: underLoad, limit: 512 };
  },
};

export default memoryLoad;
