import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { answersToMark, pairsOf, reviewsOf, type AnswerReview } from '#db/weights.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { questionsOf, titleOf } from '#app/survey/definition.ts';
import { populationOf } from '../missing/population-of.server.ts';
import { clusterWords, type ClusterWords } from './mark-words.ts';
import { pairable, pairWords } from './pair-form.ts';
import { clustersIn, type Cluster } from './marks.ts';
import { whatSettingAsideChanges } from './with-and-without.ts';

export interface ClusterLine extends ClusterWords {
  key: string;
  size: number;
  /** How many of them nobody has decided on, were set aside, were kept. */
  open: number;
  setAside: number;
  kept: number;
}

async function load(programme: Programme, surveyId: string) {
  const { read } = theStore();
  const { authorityId } = programme;
  const { survey, definition } = await populationOf(programme, surveyId);
  const rows = await answersToMark(read, authorityId, surveyId);
  const pairs = await pairsOf(read, authorityId, surveyId);
  const reviews = new Map(
    (await reviewsOf(read, authorityId, surveyId)).map((one) => [one.responseId, one]),
  );
  const questions = questionsOf(definition);
  const titles = Object.fromEntries(questions.map((each) => [each.name, titleOf(each)]));
  const clusters = clustersIn(questions, rows, pairs);
  return { survey, definition, rows, pairs, reviews, titles, clusters };
}

/** Every mark on the answers to a survey, and what was decided. */
export async function readMarked(programme: Programme, surveyId: string) {
  const { survey, definition, rows, pairs, reviews, titles, clusters } = await load(
    programme,
    surveyId,
  );
  const aside = new Set(
    [...reviews.values()].flatMap((one) => (one.decision === 'set-aside' ? one.responseId : [])),
  );
  const marked = new Set(clusters.flatMap(({ ids }) => ids));
  return {
    survey: { id: survey.id, title: survey.title },
    answers: rows.length,
    marked: marked.size,
    setAside: aside.size,
    clusters: numbered(
      clusters.map((one) => lineOf(one, reviews, clusterWords(one, titles, pairs))),
    ),
    changed: whatSettingAsideChanges(definition, rows, aside),
    choices: pairable(definition),
    pairs: pairs.map((pair) => ({
      id: pair.id,
      why: pair.why,
      words: pairWords(pair, definition),
    })),
  };
}

/** Clusters of one name are numbered, and what their mark means is said with the first. */
function numbered(lines: readonly ClusterLine[]): ClusterLine[] {
  const seen = new Map<string, number>();
  const several = (name: string) => lines.filter((line) => line.name === name).length > 1;
  return lines.map((line) => {
    if (!several(line.name)) return line;
    const number = (seen.get(line.name) ?? 0) + 1;
    seen.set(line.name, number);
    return {
      ...line,
      name: `${line.name}, group ${number}`,
      means: number === 1 ? line.means : '',
    };
  });
}

function lineOf(
  { key, ids }: Cluster,
  reviews: ReadonlyMap<string, AnswerReview>,
  words: ClusterWords,
): ClusterLine {
  const decided = ids.map((id) => reviews.get(id)?.decision);
  const setAside = decided.filter((one) => one === 'set-aside').length;
  const kept = decided.filter((one) => one === 'keep').length;
  return { key, ...words, size: ids.length, setAside, kept, open: ids.length - setAside - kept };
}

/** One of the answers of a cluster, as far as it is needed to decide. */
export interface MarkedAnswer {
  id: string;
  answeredOn: string;
  channel: string;
  /** The words that are alike; null where the mark is not about words. */
  words: string | null;
  /** What was decided, with the reason and by whom. */
  decision: { name: string; reason: string; by: string } | null;
}

/** Looks at the answers of one cluster. Where words are shown, that is recorded. */
export async function readCluster(by: Person, programme: Programme, surveyId: string, key: string) {
  allow(by, 'answers.read', programme);
  const { survey, rows, pairs, reviews, titles, clusters } = await load(programme, surveyId);
  const cluster = clusters.find((one) => one.key === key);
  if (!cluster) throw new NotFound('marked answer any more');
  const inIt = new Set(cluster.ids);
  const isWords = cluster.kind === 'same-words';
  const answers = rows
    .filter(({ id }) => inIt.has(id))
    .map(({ id, answeredOn, channel, answers: given }): MarkedAnswer => {
      const review = reviews.get(id);
      const words = isWords ? given[cluster.about] : null;
      return {
        id,
        answeredOn,
        channel,
        words: typeof words === 'string' ? words : null,
        decision: review
          ? { name: review.decision, reason: review.reason, by: review.decidedBy }
          : null,
      };
    });
  if (isWords) {
    const details = { count: answers.length, title: survey.title };
    await theStore().write(null, (tx) =>
      record(tx, by, 'answers.words-read', { kind: 'survey', id: surveyId }, details),
    );
  }
  return {
    survey: { id: survey.id, title: survey.title },
    key,
    ...clusterWords(cluster, titles, pairs),
    answers,
  };
}
