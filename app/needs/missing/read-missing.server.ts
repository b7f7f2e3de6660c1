import type { Programme } from '#db/people.ts';
import { findingWordsOf, reachNotesOf, type FindingWords, type ReachNote } from '#db/reach.ts';
import { theStore } from '#db/store.server.ts';
import { type Survey } from '#db/survey.ts';
import { answersById } from '#db/weights.ts';
import { resultsOf } from '#app/survey/results.ts';
import { stateOn, type SurveyState } from '#app/survey/survey.ts';
import { missingKind, type MissingKind } from '#templates/missing/index.ts';
import { assumedMargins } from './assumed-margins.ts';
import { asMargin } from './kept-margin.ts';
import { kindOfGroup } from './kind-of-group.ts';
import { groupsBy, type Margin } from './margin.ts';
import { comparable, populationOf } from './population-of.server.ts';
import {
  missingGroups,
  whoIsMissing,
  type GroupReached,
  type QuestionReached,
} from './who-is-missing.ts';

/** A missing group with what can be done to reach it and what was done. */
export interface MissingGroup {
  question: string;
  group: GroupReached;
  margin: Margin;
  kind: MissingKind | undefined;
  /** The authority's own lines on where to find these families. */
  ownWords: Pick<FindingWords, 'id' | 'words' | 'createdBy'>[];
  done: ReachNote[];
}

export interface MissingFamilies {
  survey: Survey;
  state: SurveyState;
  answers: number;
  questions: QuestionReached[];
  missing: MissingGroup[];
  notes: ReachNote[];
  /** Questions that could be compared and have no figures yet. */
  notCompared: { name: string; title: string }[];
}

/**
 * Who is missing from a survey so far, while it is open as well as after.
 *
 * @param today YYYY-MM-DD in England
 */
export async function readMissing(
  programme: Programme,
  surveyId: string,
  today: string,
): Promise<MissingFamilies> {
  const { read } = theStore();
  const { authorityId } = programme;
  const { survey, definition, rows } = await populationOf(programme, surveyId);
  const answers = (await answersById(read, authorityId, surveyId)).map((row) => row.answers);
  const margins = rows.map(asMargin);
  const known = margins.map(({ question }) => question);
  const questions = reached(definition, answers, [
    ...assumedMargins(definition, known),
    ...margins,
  ]);
  const notes = await reachNotesOf(read, authorityId, surveyId);
  const ownWords = await findingWordsOf(read, authorityId, programme.id);
  return {
    survey,
    state: stateOn(survey, today),
    answers: answers.length,
    questions,
    missing: missingGroups(questions).map(({ question, group }) => {
      const kind = missingKind(kindOfGroup(question.question, group));
      return {
        question: question.question,
        group,
        margin: question.margin,
        kind,
        ownWords: ownWords.filter((each) => each.kind === kind?.kind),
        done: notes.filter((note) => note.group === group.label && note.removedAt === null),
      };
    }),
    notes,
    notCompared: comparable(definition).filter(({ name }) => !known.includes(name)),
  };
}

/** How each question with known margins was reached, through the same mask as the results. */
export function reached(
  definition: Parameters<typeof resultsOf>[0],
  answers: readonly Record<string, unknown>[],
  margins: readonly Margin[],
): QuestionReached[] {
  if (margins.length === 0) return [];
  const results = resultsOf(definition, answers);
  return margins.flatMap((margin) => {
    const result = results.questions.find(({ name }) => name === margin.question);
    if (!result) return [];
    const groupOf = groupsBy(margin);
    const counts = margin.groups.map(() => 0);
    for (const each of answers) {
      const group = groupOf(each);
      if (typeof group === 'number') counts[group] = (counts[group] ?? 0) + 1;
    }
    return [whoIsMissing(result, margin, counts)];
  });
}
