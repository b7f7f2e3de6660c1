import type { Case } from '../case.ts';
import { memoryFound } from '../memory.ts';

const memoryRest: Case = {
  id: 'memory-rest',
  what: 'How much memory the server takes once every page of the load was shown once.',
  unit: 'MB',
  better: 'less',
  limitIs: 'a Node server that gives one word',
  goal: 1 / 5,
  async run({ quick }) {
    const { rest, bare } = await memoryFound(quick);
    return { samples: [rest], limit: bare };
  },
};

export default memoryRest;
