import { gzipSync } from 'node:zlib';
import { anOpenSurvey } from '../open-survey.ts';
import { timed, type Case } from '../case.ts';
import { firstPageOf } from '../page.tsx';

const respondentPage: Case = {
  id: 'respondent-page',
  what: 'How long the server needs to look up a survey and write its first question as a page.',
  unit: 'ms',
  better: 'less',
  limitIs: 'looking the survey up and packing a page that is written already',
  goal: 1 / 2,
  async run({ quick }) {
    const world = await anOpenSurvey('family-needs');
    const times = quick ? 30 : 300;
    try {
      const ready = firstPageOf(await world.visitNow());
      const samples = await timed(
        times,
        async () => gzipSync(firstPageOf(await world.visitNow())),
        20,
      );
      const least = await timed(
        times,
        async () => {
          await world.visitNow();
          gzipSync(ready);
        },
        20,
      );
      return { samples, limit: least.sort((a, b) => a - b)[Math.floor(times / 2)] ?? NaN };
    } finally {
      await world.end();
    }
  },
};

export default respondentPage;
