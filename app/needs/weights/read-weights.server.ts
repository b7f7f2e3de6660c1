import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { answersById, weightingOf, type Weighting } from '#db/weights.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { loadCounting, type Counting } from '../crosstabs/load-variables.server.ts';
import { asMargin } from '../missing/kept-margin.ts';
import type { Margin } from '../missing/margin.ts';
import { comparable, populationOf } from '../missing/population-of.server.ts';
import { reached } from '../missing/read-missing.server.ts';
import { loadSetAside, settingsOf } from './load-weights.server.ts';
import { whatMoves, type Moved } from './moved.ts';
import {
  USUAL,
  weigh,
  type Obstacle,
  type Settings,
  type ShownWeights,
  type Weighted,
} from './weigh.ts';

export interface WeightsPage {
  survey: { id: string; title: string };
  answers: number;
  setAside: number;
  choices: { name: string; title: string; margin: Margin }[];
  /** The settings in the form: tried out, saved or usual. */
  settings: Settings;
  /** Tried out in the address and not saved. */
  trial: boolean;
  saved: Pick<Weighting, 'on' | 'version' | 'savedBy' | 'savedAt'> | null;
  outcome:
    | { state: 'none' }
    | { state: 'refused'; obstacles: Obstacle[] }
    | { state: 'weighted'; shown: ShownWeights; moved: Moved[] };
  titles: Record<string, string>;
}

/** What weighting by some settings does: those of the address, the saved ones, or none yet. */
export async function readWeights(
  programme: Programme,
  surveyId: string,
  tried: Settings | null,
): Promise<WeightsPage> {
  const { read } = theStore();
  const { authorityId } = programme;
  const { survey, definition, rows: kept } = await populationOf(programme, surveyId);
  const saved = (await weightingOf(read, authorityId, surveyId)) ?? null;
  const margins = kept.map(asMargin);
  const questions = comparable(definition);
  const settings = tried ?? (saved ? settingsOf(saved) : USUAL);
  const all = await answersById(read, authorityId, surveyId);
  const setAside = await loadSetAside(read, authorityId, surveyId);
  const counted = all.filter(({ id }) => !setAside.has(id));
  const titles = Object.fromEntries(questions.map(({ name, title }) => [name, title]));
  return {
    survey: { id: survey.id, title: survey.title },
    answers: all.length,
    setAside: setAside.size,
    choices: margins.map((margin) => ({
      name: margin.question,
      title: titles[margin.question] ?? margin.question,
      margin,
    })),
    settings,
    trial: tried !== null,
    saved: saved && {
      on: saved.on,
      version: saved.version,
      savedBy: saved.savedBy,
      savedAt: saved.savedAt,
    },
    outcome: outcomeOf(await loadCounting(authorityId, surveyId), counted, margins, settings),
    titles,
  };
}

function outcomeOf(
  counting: Counting | null,
  rows: readonly { id: string; answers: Record<string, unknown> }[],
  margins: readonly Margin[],
  settings: Settings,
): WeightsPage['outcome'] {
  const used = margins.filter(({ question }) => settings.questions.includes(question));
  if (used.length === 0 || rows.length === 0) return { state: 'none' };
  const weighing = weigh(rows, used, settings);
  if (!weighing.ok) return { state: 'refused', obstacles: weighing.obstacles };
  const hidden = reached(counting, used)
    .filter(({ base, groups }) => base === HIDDEN || groups.some(({ count }) => count === HIDDEN))
    .map(({ question }) => question);
  return {
    state: 'weighted',
    shown: shownOf(weighing.weighted, hidden),
    moved: whatMoves(counting?.variables.results.questions ?? [], rows, weighing.weighted.weights),
  };
}

/** How much weights say depends on how few a group is: where one is hidden, only rounded figures. */
function shownOf(weighted: Weighted, hidden: readonly string[]): ShownWeights {
  const { margins, effect, least, most, raked, leftOut } = weighted;
  if (hidden.length === 0) return { effect, least, most, raked, leftOut, margins, rounded: false };
  const near = (value: number, step: number) => Math.round(value / step) * step;
  const effective = Math.max(1, near(effect.effective, 10));
  return {
    effect: { answers: effect.answers, effective, effect: effect.answers / effective },
    least: near(least, 0.5),
    most: near(most, 0.5),
    raked,
    leftOut,
    margins: margins.filter(({ question }) => !hidden.includes(question)),
    rounded: true,
  };
}
