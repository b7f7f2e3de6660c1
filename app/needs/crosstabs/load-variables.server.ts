import { answersPage, reviewsMark } from '#db/published.ts';
import { theStore } from '#db/store.server.ts';
import { latestVersion, responsesByDay, type SurveyVersion } from '#db/survey.ts';
import { versionsOf } from '#db/survey-edits.ts';
import { marginsOf, weightingOf } from '#db/weights.ts';
import { THRESHOLD, type Rule } from '#app/statistics/small-numbers.ts';
import { startColumns } from '#app/survey/columns.ts';
import { Definition } from '#app/survey/definition.ts';
import { everAsked } from '#app/survey/editor/ever-asked.ts';
import { resultsFrom } from '#app/survey/results.ts';
import { rulesOf } from '#app/survey/rules.server.ts';
import { loadSetAside, loadWeights } from '../weights/load-weights.server.ts';
import { startExtras } from './extras.ts';
import { toldAgain } from './ledger.ts';
import { Variables } from './variables.ts';

/** A survey's answers ready to be counted. Answers that were set aside are not among them. */
export interface Counting {
  variables: Variables;
  /** One a set of answers, in the order of the columns; null where the survey is not weighted. */
  weights: Float64Array | null;
  /** How the answers are weighted: changes when a margin or a setting does. */
  weighting: string;
  /** How many are marked as doubtful. */
  marked: number;
}

export const RULE: Rule = { threshold: THRESHOLD, hideZeros: false, openTotals: false };

const AT_A_TIME = 2000;
/** Bytes of columns that are kept: about six surveys of a hundred thousand answers. */
const MOST_BYTES = 96 * 1024 * 1024;
const A_DAY = 24 * 60 * 60_000;

interface Kept {
  /** The version, the weighting and what was set aside: where one changes, all is counted anew. */
  settings: string;
  /** How many came on each day. */
  days: string;
  answers: number;
  at: number;
  counting: Promise<Counting | null>;
  bytes: number;
}

const kept = new Map<string, Kept>();

/**
 * The answers to a survey as typed columns, with their weights. Null before the first opening.
 *
 * They are counted anew when enough answers have come or gone, and after a day: between two counts that
 * differ by fewer than the threshold, subtraction would say what those few people answered.
 */
export async function loadCounting(
  authorityId: string,
  surveyId: string,
): Promise<Counting | null> {
  const { read } = theStore();
  const version = await latestVersion(read, authorityId, surveyId);
  if (!version) return null;
  const weighting = await weightingMark(authorityId, surveyId);
  const byDay = await responsesByDay(read, authorityId, surveyId);
  const days = JSON.stringify(byDay);
  const answers = byDay.reduce((sum, day) => sum + day.answers, 0);
  const reviews = await reviewsMark(read, authorityId, surveyId);
  const settings = JSON.stringify([version.id, reviews, weighting]);
  const known = kept.get(surveyId);
  const now = performance.now();
  if (known?.settings === settings && now - known.at < A_DAY && isStill(known, days, answers)) {
    kept.delete(surveyId);
    kept.set(surveyId, known);
    return known.counting;
  }
  const counting = count(authorityId, surveyId, version, weighting);
  const fresh: Kept = { settings, days, answers, at: now, counting, bytes: 0 };
  kept.set(surveyId, fresh);
  try {
    const made = await counting;
    fresh.bytes = (made?.variables.held.bytes ?? 0) + (made?.weights?.byteLength ?? 0);
    letGo();
    return made;
  } catch (error) {
    kept.delete(surveyId);
    throw error;
  }
}

const isStill = (known: Kept, days: string, answers: number) =>
  known.days === days || toldAgain(known, answers, RULE.threshold);

/** What was used longest ago goes first. */
function letGo(): void {
  let bytes = [...kept.values()].reduce((sum, each) => sum + each.bytes, 0);
  for (const [surveyId, each] of kept) {
    if (bytes <= MOST_BYTES || kept.size === 1) return;
    kept.delete(surveyId);
    bytes -= each.bytes;
  }
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
): Promise<Counting> {
  const { read } = theStore();
  const aside = await loadSetAside(read, authorityId, surveyId);
  const weightById =
    weighting === 'off' ? null : await loadWeights(read, authorityId, surveyId, aside);
  // Answers to earlier versions count too: what they were asked, and has gone since, is shown as well.
  const versions = await versionsOf(read, authorityId, surveyId);
  const asked = everAsked(versions.map((one) => Definition.parse(one.version.definition)));
  const columns = startColumns(asked ?? rulesOf(version).definition);
  const extras = startExtras();
  const weights: number[] = [];
  let marked = 0;
  let last: { answeredOn: string; id: string } | null = null;
  for (;;) {
    const page = await answersPage(read, authorityId, surveyId, last, AT_A_TIME);
    for (const row of page) {
      if (aside.has(row.id)) continue;
      columns.add(row.answers);
      extras.add(row);
      if (row.flag !== '') marked += 1;
      if (weightById) weights.push(weightById.get(row.id) ?? 0);
    }
    last = page.at(-1) ?? null;
    if (last === null || page.length < AT_A_TIME) break;
  }
  const held = columns.finish(RULE.threshold);
  const variables = new Variables(held, resultsFrom(held, RULE), extras.finish(), RULE);
  return { variables, weights: weightById && Float64Array.from(weights), weighting, marked };
}
