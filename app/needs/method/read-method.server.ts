import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { surveysOf } from '#db/survey.ts';
import { versionsOf } from '#db/survey-edits.ts';
import { answersToMark, pairsOf, reviewsOf } from '#db/weights.ts';
import type { Block } from '#app/documents/blocks.ts';
import { HIDDEN, maskCounts, type Shown } from '#app/statistics/small-numbers.ts';
import { CHANNEL_NAMES, CHANNELS } from '#app/survey/channels.ts';
import { Definition, questionsOf, titleOf } from '#app/survey/definition.ts';
import { languageOf } from '#app/survey/languages/languages.ts';
import { stateOn } from '#app/survey/survey.ts';
import { clusterWords } from '../flags/mark-words.ts';
import { clustersIn, type Cluster } from '../flags/marks.ts';
import { readMissing, type MissingFamilies } from '../missing/read-missing.server.ts';
import { populationOf } from '../missing/population-of.server.ts';
import { readWeights, type WeightsPage } from '../weights/read-weights.server.ts';
import { methodNote, type MethodFacts } from './method-note.ts';

/**
 * The method note of a survey, from the settings and answers as they are now.
 *
 * @param today YYYY-MM-DD in England
 */
export async function readMethod(
  programme: Programme,
  surveyId: string,
  today: string,
): Promise<{ survey: { id: string; title: string }; blocks: Block[] }> {
  const facts = await factsOf(programme, surveyId, today);
  return { survey: { id: surveyId, title: facts.title }, blocks: methodNote(facts) };
}

async function factsOf(
  programme: Programme,
  surveyId: string,
  today: string,
): Promise<MethodFacts> {
  const { read } = theStore();
  const { authorityId } = programme;
  const { survey, definition } = await populationOf(programme, surveyId);
  const versions = await versionsOf(read, authorityId, surveyId);
  const rows = await answersToMark(read, authorityId, surveyId);
  const pairs = await pairsOf(read, authorityId, surveyId);
  const reviews = await reviewsOf(read, authorityId, surveyId);
  const missing = await readMissing(programme, surveyId, today);
  const weights = await readWeights(programme, surveyId, null);
  const questions = questionsOf(definition);
  const titles = Object.fromEntries(questions.map((each) => [each.name, titleOf(each)]));
  const aside = reviews.filter(({ decision }) => decision === 'set-aside');
  const days = rows.map(({ answeredOn }) => answeredOn);
  return {
    title: survey.title,
    opensOn: survey.opensOn,
    closesOn: survey.closesOn,
    isOpen: missing.state === 'open',
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
    answers: rows.length,
    channels: shown(rows.map(({ channel }) => nameOfChannel(channel))),
    languages: shown(
      rows.flatMap(({ language }) => (language === null ? [] : [languageOf(language).name])),
    ),
    askedIn: (survey.languages ?? []).map((code) => languageOf(code).name),
    versions: versions.map(({ version }) => ({
      number: version.number,
      publishedAt: version.publishedAt,
      questions: questionsOf(Definition.parse(version.definition)).length,
    })),
    keepUntil: survey.keepUntil,
    titles,
    reached: missing.questions,
    weights: weightsOf(weights, missing),
    marks: marksByName(
      clustersIn(questions, rows, pairs),
      (one) => clusterWords(one, titles, pairs).name,
    ),
    setAside: { count: aside.length, reasons: [...new Set(aside.map(({ reason }) => reason))] },
  };
}

const nameOfChannel = (code: string) => {
  const channel = CHANNELS.find((each) => each === code);
  return channel ? CHANNEL_NAMES[channel] : code;
};

/** How often each name stands in a list, small numbers hidden, the most frequent first. */
function shown(names: readonly string[]): { name: string; count: Shown }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const masked = maskCounts(sorted.map(([, count]) => count)).counts;
  return sorted.map(([name], at) => ({ name, count: masked[at] ?? HIDDEN }));
}

/** How many answers each mark is on, groups of the same mark together. */
function marksByName(
  clusters: readonly Cluster[],
  nameOf: (cluster: Cluster) => string,
): MethodFacts['marks'] {
  const byName = new Map<string, Set<string>>();
  for (const cluster of clusters) {
    const ids = byName.get(nameOf(cluster)) ?? new Set<string>();
    for (const id of cluster.ids) ids.add(id);
    byName.set(nameOf(cluster), ids);
  }
  return [...byName].map(([name, ids]) => ({ name, answers: ids.size }));
}

function weightsOf(page: WeightsPage, { questions }: MissingFamilies): MethodFacts['weights'] {
  if (page.saved?.on !== true) return { state: 'off' };
  const { outcome, settings } = page;
  switch (outcome.state) {
    case 'none':
      return { state: 'off' };
    case 'refused':
      return { state: 'refused', obstacles: outcome.obstacles };
    case 'weighted': {
      const margins = questions
        .map(({ margin }) => margin)
        .filter(({ question }) => settings.questions.includes(question));
      return { state: 'on', settings, shown: outcome.shown, margins };
    }
  }
}

/** The method notes of every survey that was ever opened, one after the other, for a document. */
export async function methodOfSurveys(programme: Programme, today: string): Promise<Block[]> {
  const surveys = await surveysOf(theStore().read, programme.authorityId, programme.id);
  const blocks: Block[] = [];
  for (const { survey } of surveys) {
    if (stateOn(survey, today) === 'draft') continue;
    const facts = await factsOf(programme, survey.id, today);
    blocks.push({ type: 'heading', level: 2, text: `The survey “${survey.title}”` });
    blocks.push(...methodNote(facts, 3));
  }
  return blocks;
}
