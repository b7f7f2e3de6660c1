import { randomBytes } from 'node:crypto';
import { saveDraftPage } from '#app/survey/save-draft-page.server.ts';
import { submitResponse } from '#app/survey/submit-response.server.ts';
import { newId, shuffledId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { insertResponse } from '#db/survey.ts';
import type { Case } from './case.ts';
import { anOpenSurvey, TODAY } from './open-survey.ts';

const NETWORK = { network: '', answeredBefore: false };

/**
 * How many whole answers a second are safely on the disk, with so many families at once: the first
 * page saved as a draft, then all of it checked and sent. That is two durable writes of several rows
 * and three reads, and the limit is one bare write of one row: a third is about the most there is.
 */
export function durableSubmissions(atOnce: number): Case {
  return {
    id: `durable-submission-${atOnce}`,
    what: `How many families a second can answer, ${atOnce} at once, each on the disk before it is thanked.`,
    unit: 'a second',
    better: 'more',
    limitIs: 'bare inserts of one answer, each a durable write of its own',
    goal: 1 / 3,
    async run({ quick }) {
      const world = await anOpenSurvey('event-poll');
      const rounds = quick ? 3 : 10;
      const each = Math.max(1, Math.ceil((quick ? 20 : 100) / atOnce));
      const samples: number[] = [];
      const bare: number[] = [];
      try {
        for (let round = -1; round < rounds; round += 1) {
          const ours = await rate(atOnce, each, () => answerAndSend(world.visitNow));
          const first = await world.visitNow();
          const least = await rate(atOnce, each, () => bareInsert(first));
          if (round < 0) continue;
          samples.push(ours);
          bare.push(least);
        }
      } finally {
        await world.end();
      }
      return { samples, limit: bare.sort((a, b) => a - b)[Math.floor(bare.length / 2)] ?? NaN };
    },
  };
}

type VisitNow = Awaited<ReturnType<typeof anOpenSurvey>>['visitNow'];

async function rate(atOnce: number, each: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  const family = async () => {
    for (let i = 0; i < each; i += 1) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, family));
  return (1000 * atOnce * each) / (performance.now() - began);
}

async function answerAndSend(visitNow: VisitNow): Promise<void> {
  const first = await visitNow();
  const [step] = first.asking?.rules.asked({}) ?? [];
  if (!step) throw new Error('The survey asks nothing.');
  const now = new Date();
  const posted = { fields: { useful: ['4'] }, trapped: false, began: now };
  const saved = await saveDraftPage(first, undefined, step, posted, now);
  if (saved.outcome !== 'saved') throw new Error('The page was not saved.');
  const visit = await visitNow(saved.token);
  const key = visit.draft?.submissionKey ?? '';
  const sent = await submitResponse(visit, saved.token, key, { today: TODAY, now }, NETWORK);
  if (sent.outcome !== 'sent') throw new Error('The answers were not sent.');
}

async function bareInsert({ survey, asking }: Awaited<ReturnType<VisitNow>>): Promise<void> {
  const row = {
    id: shuffledId(),
    authorityId: survey.authorityId,
    surveyId: survey.id,
    versionId: asking?.version.id ?? '',
    reference: newId(),
    submissionKey: randomBytes(16).toString('hex'),
    channel: 'web',
    importId: null,
    answeredOn: TODAY,
    answers: { useful: 4, change: null },
    flag: '',
    language: 'en',
  };
  await theStore().write(null, (tx) => insertResponse(tx, row));
}
