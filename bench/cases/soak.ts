import { MB, endedIn, families } from '../memory.ts';
import { middle, type Case } from '../case.ts';
import { aServer } from '../http/world.ts';

/** So many looks at the memory, whatever the time: the last third is held against the first. */
const LOOKS = 30;
/** The first looks are left out: pages are compiled, and caches fill. */
const WARM = 6;

const soak: Case = {
  id: 'soak',
  what: 'How much the program holds after minutes of load without a pause; a leak would bring it down in weeks.',
  unit: 'MB',
  better: 'less',
  limitIs: 'what it held in the first third of the same load',
  goal: 0.95,
  async run({ quick, soakMinutes }) {
    const seconds = quick ? 9 : soakMinutes * 60;
    const server = await aServer();
    try {
      const held: { minute: number; mb: number }[] = [];
      const began = performance.now();
      const load = families(server, seconds);
      while (!(await endedIn(load, (seconds * 1000) / LOOKS))) {
        const minute = (performance.now() - began) / 60_000;
        held.push({ minute, mb: (await server.ask('memory')).heapUsed / MB });
      }
      const counted = held.slice(Math.min(WARM, held.length - 2));
      const third = Math.max(1, Math.floor(counted.length / 3));
      const early = counted.slice(0, third).map(({ mb }) => mb);
      const note = `Over ${(seconds / 60).toFixed(1)} minutes it rose by ${slope(counted).toFixed(2)} MB a minute.`;
      return { samples: counted.slice(-third).map(({ mb }) => mb), limit: middle(early), note };
    } finally {
      await server.stop();
    }
  },
};

/** The straight line through the looks by least squares, in MB a minute. */
function slope(looks: readonly { minute: number; mb: number }[]): number {
  const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
  const [x, y] = [mean(looks.map(({ minute }) => minute)), mean(looks.map(({ mb }) => mb))];
  const rise = looks.reduce((sum, { minute, mb }) => sum + (minute - x) * (mb - y), 0);
  const run = looks.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
  return run === 0 ? 0 : rise / run;
}

export default soak;
