import { responsesByDay } from '#db/answer-counts.ts';
import { answersInPages } from '#db/answer-pages.ts';
import { reviewsMark } from '#db/published.ts';
import { readOnce } from '#db/read-once.server.ts';
import { theStore } from '#db/store.server.ts';
import { latestVersion, type SurveyVersion } from '#db/survey.ts';
import { versionsAsked } from '#db/survey-edits.ts';
import { inTurns } from '#db/turns.ts';
import { marginsOf, weightingOf } from '#db/weights.ts';
import { THRESHOLD, type Rule } from '#app/statistics/small-numbers.ts';
import { startColumns } from '#app/survey/columns.ts';
import { Definition } from '#app/survey/definition.ts';
import { everAsked } from '#app/survey/editor/ever-asked.ts';
import { growingNumbers } from '#app/survey/growing.ts';
import { reckoned } from '#app/survey/results.ts';
import { rulesOf } from '#app/survey/rules.server.ts';
import { loadSetAside, loadWeights } from '../weights/load-weights.server.ts';
import { startExtras } from './extras.ts';
import { KeptCounts, type Found } from './kept-counts.ts';
import { Variables } from './variables.ts';
import { weightedShares } from './weighted-results.ts';

/** A survey's answers ready to be counted. Answers that were set aside are not among them. */
export interface Counting {
  variables: Variables;
  /** One a set of answers, in the order of the columns; null where the survey is not weighted. */
  weights: Float64Array | null;
  /** How the answers are weighted: changes when a margin or a setting does. */
  weighting: string;
  /** Weighted shares by question and answer; null where the survey is not weighted. */
  weighted: Record<string, Record<string, number>> | null;
  /** How many are marked as doubtful. */
  marked: number;
}

export const RULE: Rule = { threshold: THRESHOLD, hideZeros: false, openTotals: false };

/** So few that others are heard between two pages of answers. */
const AT_A_TIME = 500;
/** Bytes of columns that are kept beside the largest: about five surveys of a hundred thousand answers. */
const MOST_BYTES = 96 * 1024 * 1024;

const kept = new KeptCounts<Counting>(MOST_BYTES, RULE.threshold);

/**
 * The answers to a survey as typed columns, with their weights. Null before the first opening. They stand
 * still until enough answers have come or gone (see KeptCounts), or the survey, its weighting or what was
 * set aside changes.
 */
export function loadCounting(authorityId: string, surveyId: string): Promise<Counting | null> {
  return readOnce(['counting', authorityId, surveyId], () => countOrKept(authorityId, surveyId));
}

async function countOrKept(authorityId: string, surveyId: string): Promise<Counting | null> {
  const { read } = theStore();
  const version = await latestVersion(read, authorityId, surveyId);
  if (!version) return null;
  const weighting = await weightingMark(authorityId, surveyId);
  const byDay = await responsesByDay(read, authorityId, surveyId);
  const answers = byDay.reduce((sum, day) => sum + day.answers, 0);
  const reviews = await reviewsMark(read, authorityId, surveyId);
  const settings = JSON.stringify([version.id, reviews, weighting]);
  return kept.of(surveyId, settings, answers, performance.now(), () =>
    count(authorityId, surveyId, version, weighting),
  );
}

async function weightingMark(authorityId: string, surveyId: string): Promise<string> {
  const { read } = theStore();
  const weighting = await weightingOf(read, authorityId, surveyId);
  if (!weighting?.on) return 'off';
  const margins = await marginsOf(read, authorityId, surveyId);
  const versions = margins.map(({ question, version }) => `${question} ${version}`);
  return ['on', weighting.version, ...versions].join('; ');
}

async function count(
  authorityId: string,
  surveyId: string,
  version: SurveyVersion,
  weighting: string,
): Promise<Found<Counting>> {
  const { read } = theStore();
  const aside = await loadSetAside(read, authorityId, surveyId);
  const weightById =
    weighting === 'off' ? null : await loadWeights(read, authorityId, surveyId, aside);
  // Answers to earlier versions count too: what they were asked, and has gone since, is shown as well.
  const versions = await versionsAsked(read, authorityId, surveyId);
  const asked = everAsked(versions.map(({ definition }) => Definition.parse(definition)));
  const columns = startColumns(asked ?? rulesOf(version).definition);
  const extras = startExtras();
  const weights = weightById && growingNumbers();
  let [marked, answers] = [0, 0];
  for await (const page of answersInPages(read, authorityId, surveyId, AT_A_TIME)) {
    answers += page.length;
    for (const row of page) {
      if (aside.has(row.id)) continue;
      columns.add(row.answers);
      extras.add(row);
      if (row.flag !== '') marked += 1;
      weights?.push(weightById?.get(row.id) ?? 0);
    }
  }
  const held = await inTurns(columns.finishing(RULE.threshold));
  const results = await inTurns(reckoned(held, RULE));
  const own = weights?.taken() ?? null;
  const made: Counting = {
    variables: new Variables(held, results, extras.finish(), RULE),
    weights: own,
    weighting,
    weighted: own && (await inTurns(weightedShares(held, results, own))),
    marked,
  };
  return { made, answers, bytes: made.variables.bytes + (own?.byteLength ?? 0) };
}
