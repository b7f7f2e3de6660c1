import { randomBytes } from 'node:crypto';
import { flagAllWorrying } from '#db/care.ts';
import { newId, shuffledId } from '#db/ids.ts';
import { countPace, pacesOf } from '#db/languages.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { deleteDraft, draftOf, type Draft } from '#db/drafts.ts';
import { insertResponse, referenceOf, type ResponseRow } from '#db/survey.ts';
import { hashOf } from '#app/people/tokens.server.ts';
import { countBurst } from './burst.server.ts';
import { withFlags, type Flag } from './flags.ts';
import { freeTextOf, ownWordsIn } from './own-words.ts';
import { isTooFast, paceStep } from './pace.ts';
import { referenceFrom } from './reference.ts';
import type { AnswerProblem } from './rules.server.ts';
import type { Visit } from './visit.server.ts';

export type Submitted =
  | { outcome: 'sent'; reference: string; worrying?: boolean }
  | { outcome: 'problems'; problems: AnswerProblem[] }
  | { outcome: 'gone' };

/**
 * Sends the answers of a draft: one durable write. The key was made with the first page, and the
 * database holds it once: however often a form is sent, there is one set of answers and one
 * reference. Only the day is kept, and codes that say why it may not come from a family.
 *
 * @param when today is YYYY-MM-DD in England
 */
export async function submitResponse(
  visit: Visit,
  token: string | undefined,
  key: string,
  when: { today: string; now: Date },
  signs: Signs,
): Promise<Submitted> {
  const { survey, asking, speaker } = visit;
  const arrived = await referenceOf(theStore().read, survey.authorityId, survey.id, key);
  if (arrived !== undefined) return { outcome: 'sent', reference: arrived };
  if (token === undefined || !asking || visit.state !== 'open') return { outcome: 'gone' };
  // Judged before the write, which keeps every other family waiting while it lasts.
  const judged = asking.rules.finish(visit.answers, speaker);
  const flags = await flagsOf(visit, when, signs);
  return theStore().write(`draft:${hashOf(token)}`, async (tx): Promise<Submitted> => {
    const draft = await draftOf(tx, survey.authorityId, survey.id, hashOf(token));
    if (draft?.submissionKey !== key) {
      // Sent a moment ago from another window: the same reference.
      const reference = await referenceOf(tx, survey.authorityId, survey.id, key);
      return reference === undefined ? { outcome: 'gone' } : { outcome: 'sent', reference };
    }
    const same = draft.updatedAt.getTime() === visit.draft?.updatedAt.getTime();
    const { kept, problems } = same ? judged : asking.rules.finish(draft.answers, speaker);
    if (problems.length > 0) return { outcome: 'problems', problems };
    const flag = withFlags(draft.flag, flags);
    // Questions of another version would not say which of these answers are words of their own.
    const ownWords =
      draft.versionId === asking.version.id
        ? ownWordsIn(freeTextOf(asking.rules.definition), kept)
        : null;
    const sent = { answers: kept, ownWords, today: when.today };
    const { id, reference } = await addOnce(tx, { ...draft, flag }, sent);
    const seconds = secondsOf(draft, when.now);
    if (seconds !== undefined) {
      const { authorityId, id: surveyId } = survey;
      await countPace(tx, { id: newId(), authorityId, surveyId, step: paceStep(seconds) });
    }
    await deleteDraft(tx, survey.authorityId, draft.tokenHash);
    const { authorityId, programmeId } = survey;
    const source = { kind: 'response', id };
    const worrying = await flagAllWorrying(tx, { authorityId, programmeId, source }, kept);
    return { outcome: 'sent', reference, worrying };
  });
}

/** What is known of where answers come from; none of it is kept but the codes. */
export interface Signs {
  /** Address and kind of browser; empty where they are not known. */
  network: string;
  /** This browser has sent answers to this survey before. */
  answeredBefore: boolean;
}

async function flagsOf(
  { survey, draft }: Visit,
  { today, now }: { today: string; now: Date },
  { network, answeredBefore }: Signs,
): Promise<Flag[]> {
  const seconds = draft ? secondsOf(draft, now) : undefined;
  const fast =
    seconds !== undefined &&
    isTooFast(seconds, await pacesOf(theStore().read, survey.authorityId, survey.id));
  const burst = countBurst(network, survey.id, today);
  return [
    ...(fast ? (['too-fast'] as const) : []),
    ...(answeredBefore ? (['answered-before'] as const) : []),
    ...(burst === undefined ? [] : [burst]),
  ];
}

/** From the first page to now; undefined for what was saved in between or begun untruthfully. */
function secondsOf({ startedAt, phraseHash }: Draft, now: Date): number | undefined {
  if (startedAt === null || phraseHash !== null) return undefined;
  return (now.getTime() - startedAt.getTime()) / 1000;
}

interface Sent {
  answers: Record<string, unknown>;
  /** See responses.ownWords. */
  ownWords: number | null;
  today: string;
}

/** Two references in 5 × 10^10 are seldom the same; then another is made. */
async function addOnce(
  tx: Writer,
  draft: Draft,
  sent: Sent,
): Promise<{ id: string; reference: string }> {
  for (let tries = 0; tries < 5; tries += 1) {
    const row = responseRow(draft, sent);
    if (await insertResponse(tx, row)) return row;
    const arrived = await referenceOf(tx, draft.authorityId, draft.surveyId, draft.submissionKey);
    if (arrived !== undefined) return { id: '', reference: arrived };
  }
  throw new Error('No free reference was found.');
}

function responseRow(draft: Draft, { answers, ownWords, today }: Sent): ResponseRow {
  return {
    id: shuffledId(),
    authorityId: draft.authorityId,
    surveyId: draft.surveyId,
    versionId: draft.versionId,
    reference: referenceFrom(randomBytes(16)),
    submissionKey: draft.submissionKey,
    channel: 'web',
    importId: null,
    answeredOn: today,
    answers,
    flag: draft.flag,
    language: draft.language,
    ownWords,
  };
}

/** The reference of what was sent under this key, for the receipt. */
export async function receiptOf(
  { survey }: Visit,
  key: string | undefined,
): Promise<string | undefined> {
  if (key === undefined) return undefined;
  return referenceOf(theStore().read, survey.authorityId, survey.id, key);
}
