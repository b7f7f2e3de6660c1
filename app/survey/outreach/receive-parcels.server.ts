import { randomBytes, randomInt } from 'node:crypto';
import { entryWithNumber } from '#db/entry.ts';
import { noteUnmixed } from '#db/mixed.ts';
import { asPerson, personById } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { referenceOf, type Survey } from '#db/survey.ts';
import {
  batchInAuthority,
  surveyClosedAt,
  tabletById,
  tabletWithToken,
  type OutreachTablet,
} from '#db/tablets.ts';
import { can } from '#app/people/can.ts';
import { hashOf } from '#app/people/tokens.server.ts';
import { dayOf, sayDay } from '#app/ui/words.ts';
import { storeForm } from '../entry/enter-form.server.ts';
import { batchOf } from '../entry/run-batch.server.ts';
import { isLanguageCode } from '../languages/languages.ts';
import { dayBefore } from '../mix-answers.server.ts';
import { referenceFrom, typedReference } from '../reference.ts';
import { stateOn } from '../survey.ts';
import { unseal } from './sealing.ts';
import {
  believedDay,
  Contents,
  type Delivery,
  type DeliveryAnswer,
  type Parcel,
  type Receipt,
} from './tablet.ts';

/**
 * Takes in what a tablet sends, each parcel in a write of its own: a line that is cut in the middle
 * loses nothing, because what arrived is known by its key and what did not is sent again.
 */
export async function receiveParcels(
  delivery: Delivery,
  now = new Date(),
): Promise<DeliveryAnswer> {
  const { read } = theStore();
  const tablet = await tabletWithToken(read, hashOf(delivery.token));
  if (!tablet || tablet.expiresAt < now) return { outcome: 'sign-in' };
  const person = await personById(read, tablet.authorityId, tablet.personId);
  if (!person || person.closedAt !== null) return { outcome: 'sign-in' };
  if (!can(asPerson(person), 'answers.enter', tablet).yes) return { outcome: 'sign-in' };
  const receipts: Receipt[] = [];
  for (const parcel of delivery.parcels) receipts.push(await receiveOne(tablet, parcel, now));
  return { outcome: 'received', receipts };
}

async function receiveOne(tablet: OutreachTablet, parcel: Parcel, now: Date): Promise<Receipt> {
  const kept = (reason: string): Receipt => ({ key: parcel.key, outcome: 'kept', reason });
  const stored: Receipt = { key: parcel.key, outcome: 'stored', reason: '' };
  const { authorityId, batchId } = tablet;
  const contents = await contentsOf(tablet, parcel);
  if (!contents) return kept('It cannot be read: it was sealed for another server.');
  const removed = kept('Its batch was removed.');
  const there = await batchInAuthority(theStore().read, authorityId, batchId);
  if (!there) return removed;
  // The scope of the survey: its answers are mixed and erased in it, and other batches' are changed.
  return theStore().write(`survey:${there.batch.surveyId}`, async (tx): Promise<Receipt> => {
    const found = await batchInAuthority(tx, authorityId, batchId);
    if (!found) return removed;
    const opened = await batchOf(tx, found.programme, found.batch.surveyId, batchId);
    const { survey, batch, rules } = opened;
    if ((await referenceOf(tx, authorityId, survey.id, parcel.key)) !== undefined) return stored;
    if (batch.status !== 'open') {
      return kept(`The batch “${batch.place}” was closed. Open it again, then send once more.`);
    }
    const today = dayOf(now);
    const answeredOn = believedDay(contents.answeredOn, dayOf(tablet.createdAt), today);
    const closed = await closingDay(tx, survey, today);
    if (closed !== null && answeredOn > closed) {
      return kept(
        `It was answered on ${sayDay(answeredOn)}, after the survey closed on ${sayDay(closed)}.`,
      );
    }
    const judged = rules.finish(contents.answers);
    const [problem] = judged.problems;
    if (problem) return kept(`It does not fit the questions: ${problem.message}.`);
    const reference = typedReference(contents.reference) ?? referenceFrom(randomBytes(16));
    await storeForm(
      tx,
      opened,
      { id: tablet.personId },
      {
        answers: judged.kept,
        number: await freeNumber(tx, authorityId, batch.id),
        key: parcel.key,
        language: isLanguageCode(contents.language) ? contents.language : null,
        answeredOn,
        reference,
        enteredOn: today,
      },
    );
    if (answeredOn < today) await noteUnmixed(tx, authorityId, survey.id, dayBefore(answeredOn));
    return stored;
  });
}

/**
 * A number that no form of the batch has, by chance: whoever handed the tablet round knows in which order
 * families came, and numbers by arrival would say which answers are whose.
 */
async function freeNumber(tx: Writer, authorityId: string, batchId: string): Promise<number> {
  // Four figures, and more only where a batch has used up most of those.
  for (let most = 10_000, tries = 1; ; tries += 1) {
    const number = randomInt(1000, most);
    if (!(await entryWithNumber(tx, authorityId, batchId, number))) return number;
    if (tries % 10 === 0) most = Math.min(most * 10, 1_000_000_000);
  }
}

/** What is in a parcel: sealed for this tablet, or for an earlier preparation of it. */
async function contentsOf(tablet: OutreachTablet, parcel: Parcel): Promise<Contents | null> {
  const sealer =
    parcel.tabletId === tablet.id
      ? tablet
      : await tabletById(theStore().read, tablet.authorityId, parcel.tabletId);
  if (sealer?.batchId !== tablet.batchId) return null;
  const what = { tabletId: parcel.tabletId, submissionKey: parcel.key };
  const text = await unseal(parcel.sealed, sealer.privateKey, what);
  if (text === null) return null;
  try {
    const read = Contents.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The last day on which a survey could be answered, when it is closed now. */
async function closingDay(
  db: Parameters<typeof surveyClosedAt>[0],
  survey: Survey,
  today: string,
): Promise<string | null> {
  if (stateOn(survey, today) !== 'closed') return null;
  const byHand =
    survey.status === 'closed' ? await surveyClosedAt(db, survey.authorityId, survey.id) : null;
  const days = [byHand && dayOf(byHand), survey.closesOn].filter((day) => day !== null);
  return days.sort()[0] ?? null;
}
