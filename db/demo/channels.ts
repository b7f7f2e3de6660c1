import type { Person } from '#app/people/can.ts';
import type { Question } from '#app/survey/definition.ts';
import { enterForm } from '#app/survey/entry/enter-form.server.ts';
import { enterAgain, settleForm } from '#app/survey/entry/read-again.server.ts';
import {
  batchOf,
  closeBatch,
  finishEntering,
  openBatch,
} from '#app/survey/entry/run-batch.server.ts';
import { optionsOf } from '#app/survey/options.ts';
import { prepareTablet } from '#app/survey/outreach/prepare-tablet.server.ts';
import { receiveParcels } from '#app/survey/outreach/receive-parcels.server.ts';
import { AGREEMENT, IV_BYTES, seal } from '#app/survey/outreach/sealing.ts';
import { PROTOCOL, type Contents, type Pack, type Parcel } from '#app/survey/outreach/tablet.ts';
import { referenceFrom } from '#app/survey/reference.ts';
import { openSurvey } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { surveyTemplate } from '#templates/surveys/index.ts';
import { entriesOf, entryById } from '../entry.ts';
import { shuffledId } from '../ids.ts';
import { theStore } from '../store.server.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { demoListening } from './listening.ts';
import type { Demonstration } from './load.server.ts';

/** The demonstration's dice: any number will do, as long as it stays the same. */
const SEED = 20_260_711;
const DAY = 86_400_000;

/** What parents wrote on the forms, word for word. */
const BETTER = [
  'Open on one evening a week, please.',
  'The group was full twice. We gave up.',
  'Somebody who speaks Bengali at the desk.',
  'A place to leave the pram.',
  'Tell us what is on. I only heard by chance.',
];

type Answers = Record<string, unknown>;

/**
 * Answers that did not come over the web: forms from a hub, a sample of them read twice, a batch that
 * is being entered, and a day at the summer fair with a tablet.
 */
export async function demoChannels(d: Demonstration): Promise<void> {
  const dice = chanceFrom(SEED);
  const ago = (days: number) => new Date(d.now.getTime() - days * DAY);
  const surveyId = await hubSurvey(d, dayOf(ago(20)));
  const paper = await openBatch(
    d.facilitator,
    d.programme,
    surveyId,
    {
      channel: 'paper',
      place: 'Brookside family hub, box at the desk',
      receivedOn: dayOf(ago(9)),
      expected: 12,
      sampleShare: 20,
    },
    ago(9),
  );
  const where = { surveyId, batchId: paper };
  const { rules } = await batchOf(theStore().read, d.programme, surveyId, paper);
  for (let form = 0; form < 12; form += 1) {
    await enter(d, d.facilitator, where, someAnswers(rules.questions, dice), ago(8));
  }
  await readTwice(d, where, rules.questions, ago(7));
  const open = await openBatch(
    d.lead,
    d.programme,
    surveyId,
    {
      channel: 'paper',
      place: 'Dunsley Children’s Centre',
      receivedOn: dayOf(ago(2)),
      expected: 8,
      sampleShare: 10,
    },
    ago(1),
  );
  for (let form = 0; form < 3; form += 1) {
    const at = { surveyId, batchId: open };
    await enter(d, d.lead, at, someAnswers(rules.questions, dice), ago(1));
  }
  await dayOut(d, surveyId, rules.questions, dice, ago(5));
  await demoListening(d);
}

async function hubSurvey(d: Demonstration, opensOn: string): Promise<string> {
  const template = surveyTemplate('hub-satisfaction');
  if (!template) throw new Error('The survey of hubs is missing from templates/surveys.');
  const surveyId = await startSurvey(d.lead, d.programme, {
    templateId: template.id,
    title: 'How was your family hub?',
    opensOn,
    closesOn: null,
    privacyNotice: template.privacyNotice.replaceAll('{authority}', 'Wexcombe Borough Council'),
    keepUntil: dayOf(new Date(d.now.getTime() + 3 * 365 * DAY)),
  });
  await openSurvey(d.lead, d.programme, surveyId, opensOn);
  return surveyId;
}

/** One form as it might lie in the pile: an answer to each question, words on some. */
function someAnswers(questions: readonly Question[], dice: Chance): Answers {
  const answers: Answers = {};
  for (const question of questions) {
    const values = optionsOf(question)
      .map(({ value }) => value)
      .filter((value) => !['other', 'none', 'refused', 'dontknow'].includes(String(value)));
    const one = values[dice.below(Math.max(values.length, 1))];
    if (question.type === 'checkbox') answers[question.name] = [one];
    else if (one !== undefined) answers[question.name] = one;
    else if (question.type === 'comment' && dice.happens(0.5)) {
      answers[question.name] = BETTER[dice.below(BETTER.length)];
    }
  }
  return answers;
}

async function enter(
  d: Demonstration,
  by: Person,
  where: { surveyId: string; batchId: string },
  answers: Answers,
  now: Date,
): Promise<void> {
  const form = { answers, number: null, key: shuffledId() };
  const entered = await enterForm(by, d.programme, where, form, now);
  if (entered.outcome !== 'entered') throw new Error('A form does not fit its questions.');
}

/** The lead reads the sample again: one form differs, in one answer that the first reading had wrong. */
async function readTwice(
  d: Demonstration,
  where: { surveyId: string; batchId: string },
  questions: readonly Question[],
  now: Date,
): Promise<void> {
  const { read } = theStore();
  await finishEntering(d.facilitator, d.programme, where, now);
  const sample = (await entriesOf(read, d.authorityId, where.batchId)).filter(
    ({ sampled }) => sampled,
  );
  for (const [at, { id }] of sample.entries()) {
    const found = await entryById(read, d.authorityId, where.batchId, id);
    const answers: Answers = { ...found?.response.answers };
    const rating = questions.find(({ type, name }) => type === 'rating' && name in answers);
    if (at === 0 && rating) answers[rating.name] = answers[rating.name] === 4 ? 5 : 4;
    const entry = { ...where, entryId: id };
    const came = await enterAgain(d.lead, d.programme, entry, answers, now);
    if (came.outcome === 'apart' && rating) {
      await settleForm(d.lead, d.programme, entry, { [rating.name]: 'second' }, now);
    }
  }
  await closeBatch(d.lead, d.programme, where, now);
}

/** The facilitator at the summer fair: ten families, one tablet, everything sent in the evening. */
async function dayOut(
  d: Demonstration,
  surveyId: string,
  questions: readonly Question[],
  dice: Chance,
  now: Date,
): Promise<void> {
  const batchId = await openBatch(
    d.facilitator,
    d.programme,
    surveyId,
    {
      channel: 'outreach',
      place: 'Summer fair, Eastmoor Park',
      receivedOn: dayOf(now),
      expected: null,
      sampleShare: 0,
    },
    now,
  );
  const pack = await prepareTablet(d.facilitator, batchId, now);
  const parcels: Parcel[] = [];
  for (let family = 0; family < 10; family += 1) {
    parcels.push(await sealed(pack, someAnswers(questions, dice), dayOf(now)));
  }
  const delivery = { protocol: PROTOCOL, token: pack.token, parcels } as const;
  const came = await receiveParcels(delivery, now);
  const refused =
    came.outcome === 'received' ? came.receipts.find(({ outcome }) => outcome === 'kept') : came;
  if (refused) throw new Error('The demonstration’s tablet was not understood.');
}

async function sealed(pack: Pack, answers: Answers, answeredOn: string): Promise<Parcel> {
  const key = shuffledId();
  const reference = referenceFrom(crypto.getRandomValues(new Uint8Array(16)));
  const contents: Contents = { answeredOn, reference, answers };
  const pair = await crypto.subtle.generateKey(AGREEMENT, true, ['deriveBits']);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const what = { tabletId: pack.tabletId, submissionKey: key };
  const closed = await seal(JSON.stringify(contents), pack.publicKey, what, { pair, iv });
  return { key, tabletId: pack.tabletId, sealed: closed };
}
