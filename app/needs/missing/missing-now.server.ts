import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { surveysOf } from '#db/survey.ts';
import { stateOn } from '#app/survey/survey.ts';
import { readMissing } from './read-missing.server.ts';
import { sayMore, sentenceOf } from './standing-words.ts';
import type { GroupReached } from './who-is-missing.ts';

/** Who is missing from one survey, short enough for another page. */
export interface MissingNow {
  surveyId: string;
  title: string;
  answers: number;
  /** How many groups are missing, and the first of them in words. */
  count: number;
  first: { label: string; sentence: string; more: string | null }[];
  /** The question with the group that lacks most, or the first, for a picture of it. */
  picture: { title: string; groups: GroupReached[] } | null;
  /** Nothing to compare with: nobody has said what families look like. */
  nothingKnown: boolean;
}

const SHOWN = 3;

/**
 * Who is missing from one survey now.
 *
 * @param today YYYY-MM-DD in England
 */
export async function missingNow(
  programme: Programme,
  surveyId: string,
  today: string,
): Promise<MissingNow> {
  const found = await readMissing(programme, surveyId, today);
  const [worst] = found.missing;
  const question =
    found.questions.find(({ question: name }) => name === worst?.question) ?? found.questions[0];
  return {
    surveyId,
    title: found.survey.title,
    answers: found.answers,
    count: found.missing.length,
    first: found.missing.slice(0, SHOWN).map(({ group, question: name }) => ({
      label: group.label,
      sentence: sentenceOf(group, found.questions.find((q) => q.question === name)?.base ?? 0),
      more: sayMore(group),
    })),
    picture: question ? { title: question.title, groups: question.groups } : null,
    nothingKnown: found.questions.length === 0,
  };
}

/** The same for every open survey of a programme that has answers and lacks somebody. */
export async function missingFromOpenSurveys(
  programme: Programme,
  today: string,
): Promise<MissingNow[]> {
  const surveys = await surveysOf(theStore().read, programme.authorityId, programme.id);
  const found: MissingNow[] = [];
  for (const { survey, answers } of surveys) {
    if (answers === 0 || stateOn(survey, today) !== 'open') continue;
    const now = await missingNow(programme, survey.id, today);
    if (now.count > 0) found.push(now);
  }
  return found;
}
