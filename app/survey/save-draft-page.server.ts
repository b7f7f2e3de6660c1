import { randomBytes } from 'node:crypto';
import { theStore } from '#db/store.server.ts';
import { deleteDraft, draftOf, insertDraft, updateDraft } from '#db/drafts.ts';
import { hashOf, newToken } from '#app/people/tokens.server.ts';
import { withFlags, type Flag } from './flags.ts';
import { otherKey } from './options.ts';
import { readPosted, type Fields } from './posted.ts';
import type { AnswerProblem } from './rules.server.ts';
import type { Answers, AskedStep } from './steps.ts';
import type { Visit } from './visit.server.ts';

export type SavedPage =
  | { outcome: 'saved'; token: string; answers: Answers }
  | { outcome: 'problems'; problems: AnswerProblem[] }
  /** What was begun is not there any more: sent from another window, or too old. */
  | { outcome: 'gone' };

/**
 * Saves one page of answers, so that a crash or a flat battery loses at most the page not yet sent.
 * The first page makes the draft, its token and the key under which the answers will arrive once.
 *
 * @param posted `trapped`: the field that only a robot sees was filled in; `began`: when we gave the
 *   first page out, null where that is not truthfully said
 */
export async function saveDraftPage(
  visit: Visit,
  token: string | undefined,
  step: AskedStep,
  posted: { fields: Fields; trapped: boolean; began: Date | null },
  now: Date,
): Promise<SavedPage> {
  const { asking, survey } = visit;
  if (!asking) return { outcome: 'gone' };
  const given = readPosted(step.questions, posted.fields);
  const problems = asking.rules.problemsWith(
    step.questions,
    merged(visit.answers, step, given),
    visit.speaker,
  );
  if (problems.length > 0) return { outcome: 'problems', problems };
  const trapped: Flag[] = posted.trapped ? ['hidden-field'] : [];
  if (token === undefined || !visit.draft) {
    const first = asking.rules.asked({})[0];
    if (first?.name !== step.name) return { outcome: 'gone' };
    const flags: Flag[] = posted.began === null ? [...trapped, 'no-form-time'] : trapped;
    return startDraft(visit, given, { flags, began: posted.began, now });
  }
  const tokenHash = hashOf(token);
  return theStore().write(`draft:${tokenHash}`, async (tx): Promise<SavedPage> => {
    // Read again inside the write: two windows may save different pages at once.
    const draft = await draftOf(tx, survey.authorityId, survey.id, tokenHash);
    if (!draft) return { outcome: 'gone' };
    const answers = merged(draft.answers, step, given);
    await updateDraft(tx, survey.authorityId, tokenHash, {
      answers,
      flag: withFlags(draft.flag, trapped),
      updatedAt: now,
      language: visit.speaker.language.code,
    });
    return { outcome: 'saved', token, answers };
  });
}

async function startDraft(
  { survey, asking, speaker }: Visit,
  answers: Record<string, unknown>,
  { flags, began, now }: { flags: readonly Flag[]; began: Date | null; now: Date },
): Promise<SavedPage> {
  if (!asking) return { outcome: 'gone' };
  const token = newToken();
  await theStore().write(null, async (tx) => {
    await insertDraft(tx, {
      tokenHash: hashOf(token),
      authorityId: survey.authorityId,
      surveyId: survey.id,
      versionId: asking.version.id,
      answers,
      submissionKey: randomBytes(16).toString('hex'),
      flag: withFlags('', flags),
      updatedAt: now,
      language: speaker.language.code,
      startedAt: began,
      phraseHash: null,
    });
  });
  return { outcome: 'saved', token, answers };
}

/** The answers so far with one page's answers in place of what that page held before. */
function merged(before: Answers, step: AskedStep, given: Record<string, unknown>): Answers {
  const replaced = new Set(step.questions.flatMap(({ name }) => [name, otherKey(name)]));
  const kept = Object.entries(before).filter(([name]) => !replaced.has(name));
  return { ...Object.fromEntries(kept), ...given };
}

/** Throws away what was begun: the family starts again, or leaves a shared tablet to the next one. */
export async function forgetDraft(visit: Visit, token: string): Promise<void> {
  await theStore().write(null, (tx) => deleteDraft(tx, visit.survey.authorityId, hashOf(token)));
}
