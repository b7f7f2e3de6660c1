import { flagIfWorrying } from '#db/care.ts';
import { NotFound } from '#app/people/errors.ts';
import { hashOf } from '#app/people/tokens.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { authorityById } from '#db/people.ts';
import { pollAnswersOf, pollByCode, putPollAnswers } from '#db/polls.ts';
import { statementsOf } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';
import { stateOf } from '../consultation.ts';
import { itemResults, type ItemResult } from '../kinds/item-results.ts';
import type { ItemAnswer } from '../kinds/items.ts';
import { fieldsOf, fits } from '../kinds/read-answer.ts';
import { shownItems } from '../kinds/shown-item.ts';
import { audienceOf, inSteps } from './poll.ts';

/** The poll at an address, to whom it belongs and what it asks. A draft is as unknown as any other. */
export async function pollAt(code: string, at = new Date()) {
  const { read } = theStore();
  const found = await pollByCode(read, code.toLowerCase());
  const state = found && stateOf(found.consultation, dayOf(at));
  if (!found || state === 'draft' || state === undefined) throw new NotFound('poll');
  const { poll, consultation } = found;
  const authority = await authorityById(read, poll.authorityId);
  if (!authority) throw new NotFound('poll');
  const { name, colour, isDemonstration } = authority;
  return {
    authorityId: poll.authorityId,
    consultationId: consultation.id,
    authority: { name, colour, isDemonstration },
    title: consultation.title,
    purpose: consultation.purpose,
    closesOn: consultation.closesOn,
    code: poll.code,
    audience: audienceOf(poll.audience),
    onScreen: poll.onScreen === 'yes',
    state,
    items: await statementsOf(read, poll.authorityId, consultation.id),
  };
}
export type PollAt = Awaited<ReturnType<typeof pollAt>>;

/** The device of a cookie in one poll: a hash of both, so that it is another one in every poll. */
const deviceOf = (token: string, consultationId: string) => hashOf(`${consultationId} ${token}`);

/** The poll's questions with what this telephone answered before, as fields. */
export async function pollFor(poll: PollAt, token: string | undefined) {
  const { read } = theStore();
  const all =
    token === undefined ? [] : await pollAnswersOf(read, poll.authorityId, poll.consultationId);
  const device = deviceOf(token ?? '', poll.consultationId);
  const mine = all.filter((answer) => answer.device === device);
  return {
    answered: mine.length > 0,
    items: shownItems(poll.items).map((shown, at) => {
      const item = poll.items[at];
      const answer = mine.find(({ statementId }) => statementId === shown.id);
      const before = item && answer ? fieldsOf(item, { ...answer, words: null }) : {};
      return { ...shown, before };
    }),
  };
}

/**
 * Keeps what one telephone answered; sent again, the last answers stand. Whether it closed before they
 * arrived is said, and then nothing is kept.
 */
export async function answerPoll(
  poll: PollAt,
  token: string,
  answers: readonly { itemId: string; answer: ItemAnswer }[],
  at = new Date(),
): Promise<'kept' | 'worrying' | 'closed'> {
  const { authorityId, consultationId, items } = poll;
  const fitting = answers.flatMap(({ itemId, answer }) => {
    const item = items.find(({ id }) => id === itemId);
    if (!item || !fits(item, answer)) return [];
    const { vote, choice, comment } = answer;
    return [{ statementId: itemId, vote, choice, comment }];
  });
  return theStore().write(`consultation:${consultationId}`, async (tx) => {
    const now = await pollByCode(tx, poll.code);
    if (!now || stateOf(now.consultation, dayOf(at)) !== 'open') return 'closed';
    const device = deviceOf(token, consultationId);
    await putPollAnswers(tx, authorityId, consultationId, device, fitting);
    const { programmeId } = now.consultation;
    const rows = await pollAnswersOf(tx, authorityId, consultationId);
    let worrying = false;
    for (const { id, comment: words } of rows.filter((row) => row.device === device)) {
      const source = { kind: 'poll', id, question: '' };
      if (await flagIfWorrying(tx, { authorityId, programmeId, source, words, at }))
        worrying = true;
    }
    return worrying ? 'worrying' : 'kept';
  });
}

/**
 * What the room answered, small numbers hidden: all of it once the poll is closed; before, in steps
 * and only where staff let a screen show it.
 */
export async function roomSaid(poll: PollAt): Promise<ItemResult[]> {
  const rows = await pollAnswersOf(theStore().read, poll.authorityId, poll.consultationId);
  const shown = poll.state === 'closed' ? rows : poll.onScreen ? inSteps(rows) : [];
  const answers = shown.map((row) => ({ ...row, words: null }));
  return itemResults(poll.items, answers, false);
}
