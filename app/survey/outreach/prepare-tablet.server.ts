import { newId } from '#db/ids.ts';
import { authorityById, record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { versionById } from '#db/survey.ts';
import { batchInAuthority, insertTablet } from '#db/tablets.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { hashOf, newToken } from '#app/people/tokens.server.ts';
import { batchOf } from '../entry/run-batch.server.ts';
import { offeredIn } from '../languages/choose.ts';
import { noticeParagraphs } from '../survey.ts';
import { spokenIn } from '../visit.server.ts';
import { AGREEMENT, KeyAsJson } from './sealing.ts';
import { definitionForTablet, PROTOCOL, type Pack } from './tablet.ts';

/** A tablet that was not back on line for so long must be prepared again before it sends. */
const TABLET_DAYS = 30;

/** What a tablet would be prepared for: shown before it is. */
export async function tabletBatch(by: Person, batchId: string) {
  allow(by, 'answers.enter', by);
  const { read } = theStore();
  const found = await batchInAuthority(read, by.authorityId, batchId);
  if (!found) throw new NotFound('batch');
  const opened = await batchOf(read, found.programme, found.batch.surveyId, batchId);
  if (opened.batch.status !== 'open') {
    throw new Conflict('This batch takes no more answers. Open it again, or start another.');
  }
  return { ...opened, programme: found.programme };
}

/**
 * Prepares a tablet for working off line: gives it the questions, a token that only sends, and the
 * public half of a key of its own. The private half stays here.
 */
export async function prepareTablet(by: Person, batchId: string, now = new Date()): Promise<Pack> {
  const { survey, batch, rules, programme } = await tabletBatch(by, batchId);
  const authority = await authorityById(theStore().read, by.authorityId);
  if (!authority) throw new NotFound('authority');
  const { read } = theStore();
  const version = await versionById(read, by.authorityId, survey.id, batch.versionId);
  const offered = offeredIn(rules.definition, version?.languages);
  const spoken = await Promise.all(offered.map((code) => spokenIn(read, by.authorityId, code)));
  const pair = await crypto.subtle.generateKey(AGREEMENT, true, ['deriveBits']);
  const publicKey = KeyAsJson.parse(await crypto.subtle.exportKey('jwk', pair.publicKey));
  const privateKey = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const tabletId = newId(now);
  const token = newToken();
  await theStore().write(null, async (tx) => {
    await insertTablet(tx, {
      id: tabletId,
      authorityId: by.authorityId,
      batchId,
      tokenHash: hashOf(token),
      personId: by.id,
      publicKey,
      privateKey: { ...privateKey },
      createdAt: now,
      expiresAt: new Date(now.getTime() + TABLET_DAYS * 86_400_000),
    });
    const thing = { kind: 'survey', id: survey.id };
    await record(tx, by, 'outreach.begun', thing, { title: survey.title });
  });
  return {
    protocol: PROTOCOL,
    tabletId,
    token,
    batchId,
    publicKey,
    authority: {
      name: authority.name,
      colour: authority.colour,
      isDemonstration: authority.isDemonstration,
    },
    place: batch.place,
    survey: {
      id: survey.id,
      programmeId: programme.id,
      title: survey.title,
      minutes: survey.minutes,
    },
    languages: spoken.map(({ speaker, unchecked }) => {
      const { language, words } = speaker;
      const own = survey.translations?.[language.code];
      const notice = own?.privacyNotice || survey.privacyNotice;
      return {
        language,
        words,
        unchecked,
        title: own?.title || survey.title,
        notice: noticeParagraphs(notice, speaker.day(survey.keepUntil)),
      };
    }),
    definition: definitionForTablet(
      rules.definition,
      spoken.map(({ speaker }) => speaker),
    ),
  };
}
