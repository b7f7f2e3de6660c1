import { changeNeed, needOf } from '#app/needs/register/change-need.server.ts';
import { plainFields } from '#app/needs/register/history.ts';
import type { ScoresFields } from '#app/needs/register/priority.ts';
import { scoreNeed, weighCriteria } from '#app/needs/register/score-need.server.ts';
import { putEvidence } from '#app/needs/register/stand-behind.server.ts';
import { takeFinding } from '#app/needs/take-finding.server.ts';
import { theStore } from '../store.server.ts';
import type { Demonstration } from './load.server.ts';
import type { DemoNeed } from './needs.ts';

type Judged = readonly [score: number, reason: string];

interface Scored {
  size: Judged;
  severity: Judged;
  voice: Judged;
  inequality: Judged;
  follows?: 'person';
}

/** How the lead scores each need in play, as the panel and the figures suggest. */
const SCORES: Readonly<Partial<Record<DemoNeed, Scored>>> = {
  hours: {
    size: [3, 'More than one answer in four names it'],
    severity: [2, 'Families miss help, and find it later'],
    voice: [4, 'Named in the survey, by the panel and in comments'],
    inequality: [2, 'Falls on those who work shifts'],
  },
  transport: {
    size: [3, 'One answer in four finds it hard to get there'],
    severity: [2, 'Groups out of reach, and appointments missed'],
    voice: [4, 'Named in the survey, by the panel and in comments'],
    inequality: [4, 'Only on families without a car, most of them with little money'],
  },
  knowing: {
    size: [3, 'Three answers in ten do not know what is on'],
    severity: [1, 'Help is found late'],
    voice: [3, 'Raised in the survey and by the panel'],
    inequality: [2, 'More on those who are new here'],
    follows: 'person',
  },
  send: {
    size: [2, 'One answer in six'],
    severity: [4, 'Months without help when it would change most'],
    voice: [3, 'Raised in the survey and in many comments'],
    inequality: [3, 'On families who pay in time and work'],
  },
  wellbeing: {
    size: [2, 'One answer in five'],
    severity: [4, 'A parent’s mental health shapes a child’s start'],
    voice: [3, 'Raised in the survey and in comments'],
    inequality: [3, 'More where money is short'],
  },
  talking: {
    size: [2, 'One answer in five'],
    severity: [3, 'Children start school behind'],
    voice: [2, 'Raised in the survey'],
    inequality: [4, 'Mostly in three parts of the borough'],
  },
  fathers: {
    size: [1, 'Few fathers answered: how many is not known'],
    severity: [2, 'Fathers stay away, and mothers carry more'],
    voice: [3, 'Raised by those fathers who were heard'],
    inequality: [3, 'A group that is not asked'],
  },
  deprivation: {
    size: [3, 'One child in three lives there'],
    severity: [3, 'Worse health and learning from the start'],
    voice: [1, 'From the figures more than from families'],
    inequality: [4, 'By definition'],
  },
};

/** The rule of priorities and the scores, and what speaks against two of the needs. */
export async function demoPriorities(
  d: Demonstration,
  { needs }: { needs: Readonly<Record<DemoNeed, string>> },
  { surveyId }: { surveyId: string },
): Promise<void> {
  const weights = { size: 1, severity: 2, voice: 1, inequality: 2 };
  const reason =
    'Severity and inequality count twice: agreed with the parent carer panel, because a small group can be hit hardest.';
  await weighCriteria(d.lead, d.programme, { weights, highFrom: 70, mediumFrom: 45, reason }, 0);
  for (const name of Object.keys(SCORES) as DemoNeed[]) {
    const scored = SCORES[name];
    if (!scored) continue;
    const { version } = await needOf(theStore().read, d.programme, needs[name]);
    await scoreNeed(d.lead, d.programme, needs[name], version, fieldsOf(scored));
  }
  await decideOtherwise(d, needs.knowing);
  for (const [name, question, row] of AGAINST) {
    const source = { from: 'survey', survey: surveyId, question, row } as const;
    const taken = await takeFinding(d.lead, d.programme, source, { needId: needs[name] }, null);
    if (!taken.ok) throw new Error(`Nothing is found that speaks against “${name}”.`);
    await putEvidence(d.lead, d.programme, needs[name], taken.evidenceId, 'against');
  }
}

/** What speaks against a need: families who say that it is not theirs. */
const AGAINST: readonly (readonly [DemoNeed, question: string, row: string])[] = [
  ['transport', 'travel', 'walk'],
  ['hours', 'barriers', 'none'],
];

function fieldsOf({ size, severity, voice, inequality, follows }: Scored): ScoresFields {
  return {
    size: size[0],
    sizeReason: size[1],
    severity: severity[0],
    severityReason: severity[1],
    voice: voice[0],
    voiceReason: voice[1],
    inequality: inequality[0],
    inequalityReason: inequality[1],
    follows: follows ?? 'rule',
  };
}

async function decideOtherwise(d: Demonstration, needId: string): Promise<void> {
  const need = await needOf(theStore().read, d.programme, needId);
  await changeNeed(d.lead, d.programme, needId, need.version, {
    ...plainFields(need),
    priority: 'high',
    priorityReason:
      'Higher than its points: it costs little, and every other offer depends on families hearing of it.',
  });
}
