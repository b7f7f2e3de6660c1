import type { Authority } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import {
  draftOf,
  latestVersion,
  surveyAtAddress,
  versionById,
  type Draft,
  type Survey,
  type SurveyVersion,
} from '#db/survey.ts';
import { NotFound } from '#app/people/errors.ts';
import { hashOf } from '#app/people/tokens.server.ts';
import { rulesOf, type Rules } from './rules.server.ts';
import type { Answers } from './steps.ts';
import { stateOn, typedCode, type SurveyState } from './survey.ts';

/** A family at the public address of a survey, and what they have answered so far. */
export interface Visit {
  survey: Survey;
  authority: Authority;
  state: SurveyState;
  /** What they are asked; null before the survey was first opened. */
  asking: { version: SurveyVersion; rules: Rules } | null;
  draft: Draft | null;
  answers: Answers;
}

/**
 * Who stands at /s/CODE. Somebody who began keeps the version that they began with.
 *
 * @param token of the cookie that the first page left, if there is one
 * @param today YYYY-MM-DD in England
 */
export async function visit(
  code: string,
  token: string | undefined,
  today: string,
): Promise<Visit> {
  const { read } = theStore();
  const found = await surveyAtAddress(read, typedCode(code));
  if (!found) throw new NotFound('survey');
  const { survey, authority } = found;
  const draft =
    token === undefined
      ? undefined
      : await draftOf(read, survey.authorityId, survey.id, hashOf(token));
  const version = draft
    ? await versionById(read, survey.authorityId, survey.id, draft.versionId)
    : await latestVersion(read, survey.authorityId, survey.id);
  return {
    survey,
    authority,
    state: stateOn(survey, today),
    asking: version ? { version, rules: rulesOf(version) } : null,
    draft: draft ?? null,
    answers: draft?.answers ?? {},
  };
}
