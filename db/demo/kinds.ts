import { svgToPng } from '#app/documents/raster.server.ts';
import { castVote } from '#app/panel/cast-vote.server.ts';
import { closeConsultation } from '#app/panel/close-consultation.server.ts';
import { saveItem, setPicture } from '#app/panel/kinds/change-item.server.ts';
import { decideProposal } from '#app/panel/kinds/decide-proposal.server.ts';
import { drawPicture } from '#app/panel/kinds/draw-picture.server.ts';
import type { ItemFormFields } from '#app/panel/kinds/item-form.ts';
import type { Kind } from '#app/panel/kinds/kinds.ts';
import { proposeStatement } from '#app/panel/kinds/propose-statement.server.ts';
import { openConsultation } from '#app/panel/open-consultation.server.ts';
import { answerPoll, pollAt } from '#app/panel/poll/answer-poll.server.ts';
import { changePoll } from '#app/panel/poll/change-poll.server.ts';
import { startConsultation } from '#app/panel/start-consultation.server.ts';
import type { Person } from '#app/people/can.ts';
import { dayOf } from '#app/ui/words.ts';
import { proposalsOf, statementsOf, type Statement } from '#db/statements.ts';
import { pollOf } from '../polls.ts';
import { theStore } from '../store.server.ts';
import { DESIGNS, DRAWINGS, FIRST_HUB, NAMES, POLL, PROPOSED } from './kinds-words.ts';
import type { Demonstration } from './load.server.ts';
import type { DemoPanel } from './panel.ts';

const daysFrom = (d: Demonstration, days: number) => new Date(d.now.getTime() + days * 86_400_000);

/** A ballot with two pictures, a ranking, open questions, a poll, and statements that members propose. */
export async function demoKinds(d: Demonstration, panel: DemoPanel): Promise<void> {
  await designs(d, panel.people);
  await names(d, panel.people);
  await firstHub(d, panel.people);
  await openDay(d);
  await proposed(d, panel);
}

interface Asked {
  title: string;
  purpose: string;
}

async function drafted(d: Demonstration, kind: Kind, about: Asked, days: number): Promise<string> {
  const { title, purpose } = about;
  const fields = { title, purpose, standing: 'engagement', kind } as const;
  return startConsultation(d.facilitator, d.programme, fields, daysFrom(d, days));
}

const thing = (change: Partial<ItemFormFields>): ItemFormFields => ({
  type: 'choice',
  text: '',
  hint: '',
  method: 'one',
  options: [],
  ...change,
});

async function opened(
  d: Demonstration,
  id: string,
  days: { opens: number; closes: number },
): Promise<Statement[]> {
  const closesOn = dayOf(daysFrom(d, days.closes));
  const opensAt = daysFrom(d, days.opens);
  const why = await openConsultation(d.facilitator, d.programme, id, closesOn, opensAt);
  if (why.length > 0) throw new Error(`It does not open: ${why[0]?.message ?? ''}`);
  return statementsOf(theStore().read, d.authorityId, id);
}

const nothing = { vote: '', comment: '', choice: null, words: null };

async function designs(d: Demonstration, people: readonly Person[]): Promise<void> {
  const id = await drafted(d, 'ballot', DESIGNS, -30);
  const lines = DESIGNS.options.map(({ words }) => words);
  const fields = thing({ text: DESIGNS.question, options: lines });
  const itemId = await saveItem(d.facilitator, d.programme, id, null, fields);
  const [draft] = await statementsOf(theStore().read, d.authorityId, id);
  for (const [at, option] of (draft?.options ?? []).entries()) {
    const { png } = await svgToPng(DRAWINGS[at] ?? '', { own: true });
    const { drawn } = await drawPicture(png);
    if (!drawn) throw new Error(`“${option.words}” cannot be drawn.`);
    const where = { consultationId: id, itemId, optionId: option.id };
    await setPicture(d.facilitator, d.programme, where, drawn, DESIGNS.options[at]?.alt ?? '');
  }
  const [item] = await opened(d, id, { opens: -28, closes: -14 });
  const comments: Readonly<Record<string, string>> = DESIGNS.comments;
  for (const [n, person] of people.entries()) {
    const chosen = item?.options?.['ab'.indexOf(DESIGNS.votes[n] ?? '')];
    if (!chosen) continue;
    const answer = { ...nothing, choice: [chosen.id], comment: comments[person.name] ?? '' };
    await castVote(person, id, itemId, answer, daysFrom(d, -27 + (n % 5)));
  }
  await closeConsultation(d.facilitator, d.programme, id, daysFrom(d, -14));
}

async function names(d: Demonstration, people: readonly Person[]): Promise<void> {
  const id = await drafted(d, 'ranking', NAMES, -30);
  const fields = thing({ type: 'ranking', text: NAMES.question, options: [...NAMES.options] });
  const itemId = await saveItem(d.facilitator, d.programme, id, null, fields);
  const [item] = await opened(d, id, { opens: -28, closes: -14 });
  for (const [n, person] of people.entries()) {
    const choice = [...(NAMES.orders[n] ?? '')].flatMap(
      (place) => item?.options?.[Number(place)]?.id ?? [],
    );
    const when = daysFrom(d, -26 + (n % 4));
    await castVote(person, id, itemId, { ...nothing, choice }, when);
  }
  await closeConsultation(d.facilitator, d.programme, id, daysFrom(d, -14));
}

async function firstHub(d: Demonstration, people: readonly Person[]): Promise<void> {
  const id = await drafted(d, 'questions', FIRST_HUB, -3);
  for (const { text, hint } of FIRST_HUB.questions) {
    const fields = thing({ type: 'question', text, hint });
    await saveItem(d.facilitator, d.programme, id, null, fields);
  }
  const items = await opened(d, id, { opens: -3, closes: 11 });
  for (const [at, item] of items.entries()) {
    const answers: Readonly<Record<string, string>> = FIRST_HUB.questions[at]?.answers ?? {};
    for (const person of people) {
      const comment = answers[person.name];
      if (!comment) continue;
      await castVote(person, id, item.id, { ...nothing, comment }, daysFrom(d, -2));
    }
  }
}

async function openDay(d: Demonstration): Promise<void> {
  const id = await drafted(d, 'poll', POLL, -1);
  const choice = thing({ text: POLL.choice, options: [...POLL.options] });
  await saveItem(d.facilitator, d.programme, id, null, choice);
  const question = thing({ type: 'question', text: POLL.question });
  await saveItem(d.facilitator, d.programme, id, null, question);
  const settings = { audience: 'adults', onScreen: 'yes' } as const;
  await changePoll(d.facilitator, d.programme, id, settings);
  await opened(d, id, { opens: 0, closes: 0 });
  const row = await pollOf(theStore().read, d.authorityId, id);
  const poll = await pollAt(row?.code ?? '', d.now);
  const [first, second] = poll.items;
  for (const [n, place] of [...POLL.answers].entries()) {
    const chosen = first?.options?.[Number(place)]?.id ?? '';
    const comment = n % 5 === 0 ? (POLL.words[n / 5] ?? '') : '';
    const answers = [
      { itemId: first?.id ?? '', answer: { ...nothing, choice: [chosen] } },
      { itemId: second?.id ?? '', answer: { ...nothing, comment } },
    ];
    await answerPoll(poll, `telephone ${n}`, answers, d.now);
  }
}

async function proposed(d: Demonstration, { people, welcomeId }: DemoPanel): Promise<void> {
  const { waiting, refused } = PROPOSED;
  for (const { by, text } of [waiting, refused]) {
    const person = people.find(({ name }) => name === by);
    if (person) await proposeStatement(person, welcomeId, text, daysFrom(d, -2));
  }
  const all = await proposalsOf(theStore().read, d.authorityId, welcomeId);
  const found = all.find(({ text }) => text === refused.text);
  if (!found) return;
  const decided = { intent: 'refuse', statementId: found.id, refusal: refused.reason } as const;
  await decideProposal(d.facilitator, d.programme, welcomeId, decided, daysFrom(d, -1));
}
