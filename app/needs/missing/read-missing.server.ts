import type { Programme } from '#db/people.ts';
import { findingWordsOf, reachNotesOf, type FindingWords, type ReachNote } from '#db/reach.ts';
import { readOnce } from '#db/read-once.server.ts';
import { registerRowsOf } from '#db/registers.ts';
import { theStore } from '#db/store.server.ts';
import { type Survey } from '#db/survey.ts';
import { questionsOf } from '#app/survey/definition.ts';
import { stateOn, type SurveyState } from '#app/survey/survey.ts';
import { missingKind, type MissingKind } from '#templates/missing/index.ts';
import { loadCounting, type Counting } from '../crosstabs/load-variables.server.ts';
import { assumedMargins } from './assumed-margins.ts';
import { asMargin } from './kept-margin.ts';
import { kindOfGroup } from './kind-of-group.ts';
import type { Margin } from './margin.ts';
import { placesToFind, type KnownPlace, type PlaceToFind } from './places-to-find.ts';
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
  /** Of the authority's own registers. */
  places: PlaceToFind[];
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
export function readMissing(
  programme: Programme,
  surveyId: string,
  today: string,
): Promise<MissingFamilies> {
  return readOnce(['missing', programme.authorityId, programme.id, surveyId, today], () =>
    whoIsMissingFrom(programme, surveyId, today),
  );
}

async function whoIsMissingFrom(
  programme: Programme,
  surveyId: string,
  today: string,
): Promise<MissingFamilies> {
  const { read } = theStore();
  const { authorityId } = programme;
  const { survey, definition, rows } = await populationOf(programme, surveyId);
  const counting = await loadCounting(authorityId, surveyId);
  const asked = questionsOf(definition).map(({ name }) => name);
  const margins = rows
    .map(asMargin)
    .sort((a, b) => asked.indexOf(a.question) - asked.indexOf(b.question));
  const known = margins.map(({ question }) => question);
  const questions = reached(counting, [...assumedMargins(definition, known), ...margins]);
  const notes = await reachNotesOf(read, authorityId, surveyId);
  const places = await readOnce(['places to find', authorityId, programme.id], () =>
    knownPlaces(programme),
  );
  const ownWords = await readOnce(['words that find families', authorityId, programme.id], () =>
    findingWordsOf(read, authorityId, programme.id),
  );
  return {
    survey,
    state: stateOn(survey, today),
    answers: counting?.variables.held.answers ?? 0,
    questions,
    missing: missingGroups(questions).map(({ question, group }) => {
      const kind = missingKind(kindOfGroup(question.question, group));
      return {
        question: question.question,
        group,
        margin: question.margin,
        kind,
        ownWords: ownWords.filter((each) => each.kind === kind?.kind),
        places: kind ? placesToFind(group, kind, places) : [],
        done: notes.filter((note) => note.group === group.label && note.removedAt === null),
      };
    }),
    notes,
    notCompared: comparable(definition).filter(({ name }) => !known.includes(name)),
  };
}

async function knownPlaces({ authorityId, id }: Programme): Promise<KnownPlace[]> {
  const { read } = theStore();
  const found: KnownPlace[] = [];
  for (const register of ['assets', 'sites'] as const) {
    const rows = await registerRowsOf(read, authorityId, id, register);
    found.push(
      ...rows.map((row) => ({ id: row.id, register, name: row.name, fields: row.fields })),
    );
  }
  return found;
}

/**
 * How each question with known margins was reached: counted and masked as the results are, so that
 * the two pages can never be laid side by side to work out what one hides.
 */
export function reached(counting: Counting | null, margins: readonly Margin[]): QuestionReached[] {
  return margins.flatMap((margin) => {
    const result = counting?.variables.results.questions.find(
      ({ name }) => name === margin.question,
    );
    const column = counting?.variables.column(margin.question);
    if (!result || !column) return [];
    const byLabel = column.counts;
    const counts = margin.groups.map(({ options }) =>
      column.labels.reduce(
        (sum, { value }, at) => sum + (options.includes(value) ? (byLabel[at] ?? 0) : 0),
        0,
      ),
    );
    return [whoIsMissing(result, margin, counts)];
  });
}
