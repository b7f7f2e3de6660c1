import { expected, rate } from '../http/visitor.ts';
import { firstQuestion } from '../http/family.ts';
import { theServer } from '../http/world.ts';
import { middle, type Case } from '../case.ts';

const AT_ONCE = 10;

const respondentPage: Case = {
  id: 'respondent-page',
  what: 'How many families a second can open the first question of a survey, ten at once.',
  unit: 'a second',
  better: 'more',
  limitIs: 'the same server giving a page with nothing on it',
  goal: 1 / 2,
  async run({ quick }) {
    const server = await theServer();
    const browsers = Array.from({ length: AT_ONCE }, () => server.visitor());
    const [first] = browsers;
    if (first === undefined) throw new Error('Nobody came.');
    const question = await firstQuestion(first, server.codes.family);
    const each = quick ? 10 : 50;
    const asking = (path: string) =>
      rate(AT_ONCE, each, async (lane) => {
        expected(await (browsers[lane] ?? first).get(path), 200, path);
      });
    const samples: number[] = [];
    const empty: number[] = [];
    // In turns, so that whatever else the machine does is done to both; the first are to get warm.
    for (let round = quick ? -2 : -4; round < (quick ? 3 : 12); round += 1) {
      const [ours, least] = [await asking(question), await asking('/bench/empty')];
      if (round < 0) continue;
      samples.push(ours);
      empty.push(least);
    }
    return { samples, limit: middle(empty) };
  },
};

export default respondentPage;
