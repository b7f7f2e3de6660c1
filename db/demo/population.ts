import { addFindingWords, noteReach } from '#app/needs/missing/reach-families.server.ts';
import type { Margin } from '#app/needs/missing/margin.ts';
import { savePopulations } from '#app/needs/missing/save-population.server.ts';
import { saveWeights } from '#app/needs/weights/save-weights.server.ts';
import { dayFrom } from './days.ts';
import type { Demonstration } from './load.server.ts';

const CENSUS = 'Made-up figures for a fictional borough, in the manner of the census';
const AS_AT = '2021-03-21';

const margin = (question: string, groups: [string, string[], number][]): Margin => ({
  question,
  unit: 'people',
  groups: groups.map(([label, options, figure]) => ({ label, options, figure })),
  source: CENSUS,
  asAt: AS_AT,
  assumed: false,
});

/** Parents and carers of children in Wexcombe: 41,600 by every question. */
const POPULATION: readonly Margin[] = [
  margin('relationship', [
    ['Fathers', ['father'], 17_890],
    ['Mothers', ['mother', 'expecting'], 22_460],
    [
      'Step-parents, relatives and foster carers',
      ['step-parent', 'grandparent', 'kinship-carer', 'foster-carer'],
      1_250,
    ],
  ]),
  margin('ageBand', [
    ['Under 25', ['under-18', '18-24'], 2_080],
    ['25 to 34', ['25-34'], 13_730],
    ['35 to 44', ['35-44'], 17_470],
    ['45 and over', ['45-54', '55-64', '65-over'], 8_320],
  ]),
  margin('ethnicGroup', [
    ['White', ['white'], 32_450],
    ['Mixed or multiple ethnic groups', ['mixed'], 1_250],
    ['Asian or Asian British', ['asian'], 4_990],
    ['Black, African, Caribbean or Black British', ['black'], 2_080],
    ['Other ethnic group', ['other-group'], 830],
  ]),
  margin('area', [
    ['Aldermere', ['aldermere'], 9_980],
    ['Brookside', ['brookside'], 9_150],
    ['Canal Quarter', ['canal-quarter'], 8_320],
    ['Dunsley', ['dunsley'], 7_490],
    ['Eastmoor', ['eastmoor'], 6_660],
  ]),
];

/**
 * What families in Wexcombe look like, weights by three questions, and what was done about the
 * fathers who are missing: too few for weights to speak for the others. No figure of it is about a
 * real place.
 */
export async function demoPopulation(d: Demonstration, surveyId: string): Promise<void> {
  await savePopulations(d.lead, d.programme, surveyId, POPULATION);
  await saveWeights(d.lead, d.programme, surveyId, 0, {
    questions: ['ageBand', 'area', 'ethnicGroup'],
    lowest: 0.3,
    highest: 3,
    missing: 'own-group',
  });
  const daysAgo = (days: number) => dayFrom(d, -days);
  await noteReach(d.facilitator, d.programme, surveyId, {
    group: 'Fathers',
    doneOn: daysAgo(9),
    words:
      'Tablet at Saturday football in Eastmoor. The coach asked the fathers himself; most answered while they waited.',
  });
  await noteReach(d.facilitator, d.programme, surveyId, {
    group: 'Fathers',
    doneOn: daysAgo(4),
    words: 'Poster in the canteen of the bus depot, with a line in the drivers’ bulletin.',
  });
  await addFindingWords(
    d.facilitator,
    d.programme,
    'fathers',
    'Eastmoor Juniors, under-sevens: Saturdays from 9.30 at the recreation ground. Ask for the coach first.',
  );
}
