import { answersInPages } from '#db/answer-pages.ts';
import type { Reader } from '#db/store.server.ts';
import { marginsOf, reviewsOf, weightingOf, type Weighting } from '#db/weights.ts';
import type { Answers } from '#app/survey/steps.ts';
import { asMargin } from '../missing/kept-margin.ts';
import type { Margin } from '../missing/margin.ts';
import { weigh, type Obstacle, type Settings, type Weighted } from './weigh.ts';

/** Whether a survey is weighted, and with what. */
export type LoadedWeights =
  | { state: 'off' }
  /** It should be, and cannot be: a group has too few answers. Results are shown unweighted. */
  | { state: 'refused'; obstacles: Obstacle[]; settings: Settings }
  | { state: 'on'; weighted: Weighted; settings: Settings; margins: Margin[] };

/**
 * The weights of a survey as they are now: worked out from the answers each time, so that they are
 * right as soon as answers come or a family's are erased, and nothing has to be kept in step.
 *
 * @param without answers that are not counted, such as those set aside; they get weight 0
 */
async function loadWeighting(
  reader: Reader,
  authorityId: string,
  surveyId: string,
  without: ReadonlySet<string> = new Set(),
): Promise<LoadedWeights> {
  const weighting = await weightingOf(reader, authorityId, surveyId);
  if (!weighting?.on || weighting.questions.length === 0) return { state: 'off' };
  const margins = (await marginsOf(reader, authorityId, surveyId)).map(asMargin);
  const settings = settingsOf(weighting);
  const asked = margins.map(({ question }) => question);
  const counted: { id: string; answers: Answers }[] = [];
  for await (const page of answersInPages(reader, authorityId, surveyId, AT_A_TIME)) {
    for (const { id, answers } of page) {
      if (!without.has(id)) counted.push({ id, answers: only(asked, answers) });
    }
  }
  const weighing = weigh(counted, margins, settings);
  if (!weighing.ok) return { state: 'refused', obstacles: weighing.obstacles, settings };
  for (const id of without) weighing.weighted.weights.set(id, 0);
  return { state: 'on', weighted: weighing.weighted, settings, margins };
}

/** So few that others are heard between two pages of answers. */
const AT_A_TIME = 500;

/** What was answered to some questions: of very many answers the rest need not be held. */
const only = (names: readonly string[], answers: Answers): Answers =>
  Object.fromEntries(
    names.filter((name) => Object.hasOwn(answers, name)).map((name) => [name, answers[name]]),
  );

/**
 * The weight of each set of answers by its id, mean 1, 0 where it is left out; null where the survey
 * is not weighted (or cannot be: loadWeighting says why).
 */
export async function loadWeights(
  reader: Reader,
  authorityId: string,
  surveyId: string,
  without: ReadonlySet<string> = new Set(),
): Promise<Map<string, number> | null> {
  const loaded = await loadWeighting(reader, authorityId, surveyId, without);
  return loaded.state === 'on' ? loaded.weighted.weights : null;
}

/** The answers that somebody has looked at and set aside, with a reason. */
export async function loadSetAside(
  reader: Reader,
  authorityId: string,
  surveyId: string,
): Promise<Set<string>> {
  const reviews = await reviewsOf(reader, authorityId, surveyId);
  return new Set(
    reviews.filter(({ decision }) => decision === 'set-aside').map(({ responseId }) => responseId),
  );
}

export function settingsOf(row: Weighting): Settings {
  const { questions, lowest, highest } = row;
  const missing = row.missing === 'left-out' ? 'left-out' : 'own-group';
  return { questions, lowest, highest, missing };
}
