import { middle, type Case } from './case.ts';
import { aTablet, answerAndSend, FORMS } from './http/family.ts';
import { expected, rate } from './http/visitor.ts';
import { theServer } from './http/world.ts';

/** As many bytes as the answers of one page with all that is kept beside them. */
const ROW = 'r'.repeat(300);

/**
 * How many whole answers a second are safely on the disk, with so many families at once. A family
 * sends three forms, each of which is durable before it is answered, and reads the page with its
 * answers and the receipt. The limit posts three forms as well, each of which keeps one row of the
 * same size and does nothing else; it reads nothing in between.
 */
export function durableSubmissions(atOnce: number): Case {
  return {
    id: `durable-submission-${atOnce}`,
    what: `How many families a second can answer by the real forms, ${atOnce} at once, each thanked only when it is on the disk.`,
    unit: 'a second',
    better: 'more',
    limitIs: `${FORMS} forms posted to the same server, each a durable transaction of one raw row`,
    goal: 1 / 3,
    async run({ quick }) {
      const server = await theServer();
      const tablets = await Promise.all(Array.from({ length: atOnce }, () => aTablet(server)));
      const at = (lane: number) => {
        const tablet = tablets[lane];
        if (tablet === undefined) throw new Error('There are fewer tablets than families.');
        return tablet;
      };
      const each = Math.max(1, Math.ceil((quick ? 20 : 60) / atOnce));
      const samples: number[] = [];
      const bare: number[] = [];
      const processor: number[] = [];
      for (let round = -1; round < (quick ? 3 : 8); round += 1) {
        const before = (await server.ask('cpu')).ms;
        const ours = await rate(atOnce, each, (lane) => answerAndSend(at(lane)));
        const after = (await server.ask('cpu')).ms;
        const rows = await rate(atOnce, each * FORMS, async (lane) => {
          at(lane).browser.fromElsewhere();
          expected(await at(lane).browser.post('/bench/row', { row: ROW }), 303, 'a row');
        });
        if (round < 0) continue;
        samples.push(ours);
        bare.push(rows);
        processor.push((after - before) / (atOnce * each));
      }
      const rows = middle(bare);
      const note =
        `One raw row by itself: ${Math.round(rows)} a second, of which whole submissions are ${(middle(samples) / rows).toFixed(2)}. ` +
        `Each takes ${middle(processor).toFixed(1)} ms of the server’s processor.`;
      return { samples, limit: rows / FORMS, note };
    },
  };
}
