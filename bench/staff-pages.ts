import { middle, timed, type Case } from './case.ts';
import { expected } from './http/visitor.ts';
import { theServer, type Served } from './http/world.ts';

interface Asked {
  id: string;
  what: string;
  goal: number;
  path: (server: Served) => string;
}

/** A page of staff, one after another, beside a page with nothing on it for the same person. */
export function staffPage({ path, ...about }: Asked): Case {
  return {
    ...about,
    unit: 'ms',
    better: 'less',
    limitIs: 'the same server giving a page with nothing on it to the same person',
    async run({ quick }) {
      const server = await theServer();
      const browser = server.staff();
      const page = path(server);
      const times = quick ? 15 : 100;
      const samples = await timed(times, async () => expected(await browser.get(page), 200, page));
      const empty = await timed(times, () => browser.get('/bench/empty'));
      return { samples, limit: middle(empty) };
    },
  };
}
