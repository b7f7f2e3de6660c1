import { theStore } from '#db/store.server.ts';
import { draftOf, draftWithPhrase, handOverDraft, type Draft } from '#db/drafts.ts';
import { hashOf, newToken } from '#app/people/tokens.server.ts';
import { phraseFrom } from './phrase.ts';
import type { Visit } from './visit.server.ts';

/** A keyed hash with the server's own secret: the same words give the same hash, here only. */
export type Seal = (text: string) => string;

/** Another phrase is made where somebody else's saved answers have the same. */
const TRIES = 8;

function phraseOf(draft: Draft, tries: number, seal: Seal): string {
  return phraseFrom(Buffer.from(seal(`phrase\n${draft.submissionKey}\n${tries}`), 'base64url'));
}

const hashOfPhrase = (surveyId: string, phrase: string, seal: Seal) =>
  seal(`phrase-hash\n${surveyId}\n${phrase}`);

/**
 * Puts what was begun under a phrase of four words, so that it can be taken up on any phone. The
 * phrase follows from the draft and the server's secret; only its keyed hash is stored. The same
 * draft has the same phrase however often it is asked for.
 */
export async function keepForLater({ survey }: Visit, token: string, seal: Seal): Promise<void> {
  const tokenHash = hashOf(token);
  await theStore().write(`draft-phrase:${survey.id}`, async (tx) => {
    const draft = await draftOf(tx, survey.authorityId, survey.id, tokenHash);
    if (!draft) return;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const phrase = phraseOf(draft, tries, seal);
      const phraseHash = hashOfPhrase(survey.id, phrase, seal);
      const taken = await draftWithPhrase(tx, survey.authorityId, survey.id, phraseHash);
      if (taken && taken.tokenHash !== tokenHash) continue;
      await handOverDraft(tx, survey.authorityId, tokenHash, { phraseHash });
      return;
    }
    throw new Error('No free phrase was found.');
  });
}

/** The phrase of what was begun; undefined where none was asked for. */
export function phraseKept({ draft, survey }: Visit, seal: Seal): string | undefined {
  if (!draft || draft.phraseHash === null) return undefined;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const phrase = phraseOf(draft, tries, seal);
    if (hashOfPhrase(survey.id, phrase, seal) === draft.phraseHash) return phrase;
  }
  return undefined;
}

/**
 * Takes up saved answers in another browser: it gets a token of its own, and the browser that had
 * them before has them no longer. Undefined: nothing is saved under this phrase.
 */
export async function takeUpSaved(
  { survey }: Visit,
  phrase: string,
  seal: Seal,
  now: Date,
): Promise<string | undefined> {
  const phraseHash = hashOfPhrase(survey.id, phrase, seal);
  const token = newToken();
  return theStore().write(`draft-phrase:${survey.id}`, async (tx) => {
    const draft = await draftWithPhrase(tx, survey.authorityId, survey.id, phraseHash);
    if (!draft) return undefined;
    const change = { tokenHash: hashOf(token), updatedAt: now };
    await handOverDraft(tx, survey.authorityId, draft.tokenHash, change);
    return token;
  });
}
