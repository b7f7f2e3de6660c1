import * as sending from '#app/routes/outreach.send/route.ts';
import { AGREEMENT, IV_BYTES, seal } from '#app/survey/outreach/sealing.ts';
import { DeliveryAnswer, PROTOCOL, type Pack, type Parcel } from '#app/survey/outreach/tablet.ts';
import { dayOf } from '#app/ui/words.ts';
import { shuffledId } from '#db/ids.ts';
import type { BrowserOf } from './browser-of.ts';

/** Answers that fit the questions of the family needs survey. */
export const ANSWERS = {
  childrenAges: ['1-2'],
  hubUse: 'never-heard',
  barriers: ['cost'],
  support: ['sleep'],
  relationship: 'father',
};

/** A set of answers that fits the questions, sealed as the tablet does. */
export async function parcelOf(
  of: Pack,
  answers: Record<string, unknown> = ANSWERS,
  answeredOn = dayOf(new Date()),
  reference = 'CDFG-HJKM',
): Promise<Parcel> {
  const key = shuffledId();
  const contents = { answeredOn, reference, answers };
  const pair = await crypto.subtle.generateKey(AGREEMENT, true, ['deriveBits']);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const what = { tabletId: of.tabletId, submissionKey: key };
  const sealed = await seal(JSON.stringify(contents), of.publicKey, what, { pair, iv });
  return { key, tabletId: of.tabletId, sealed };
}

/** Sends parcels from a tablet as its page does. */
export async function send(from: BrowserOf, of: Pack, parcels: Parcel[]): Promise<DeliveryAnswer> {
  const delivery = JSON.stringify({ protocol: PROTOCOL, token: of.token, parcels });
  const came = await from.post(sending.action, '/', { delivery });
  return DeliveryAnswer.parse(JSON.parse(came.text));
}
