// Makes a store ready for a test of the built server, in a process of its own, because the engine is
// chosen when a process starts: `node --import tsx test/server/faults/prepare.ts [FAMILIES]`, with THROUGHLINE_DATA
// and perhaps DATABASE_URL. Prints what the test must know as JSON.
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { openSurvey, surveyOf } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { hashOf, newToken } from '#app/people/tokens.server.ts';
import { startTheory } from '#app/theory/start-theory.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { drafts, surveyVersions } from '#db/schema/index.ts';
import { inChunks, openStore, setTheStore, theStore } from '#db/store.server.ts';
import { latestVersion } from '#db/survey.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { makeBorough } from '#test/people.ts';

setTheStore(await openStore());
const { authorityId, priya, programme } = await makeBorough();
const surveyId = await startSurvey(priya, programme, {
  templateId: 'event-poll',
  title: 'How was today?',
  opensOn: null,
  closesOn: null,
  privacyNotice: 'We ask how it was. Staff see the answers. We delete them after {keepUntil}.',
  keepUntil: '2099-12-31',
});
// Open since days ago: it stays so when a test turns the clock back over midnight.
await openSurvey(priya, programme, surveyId, dayOf(new Date(Date.now() - 3 * 86_400_000)));
await theStore().write(null, (tx) =>
  tx
    .update(surveyVersions)
    .set({ languages: ['pl', 'ur'] })
    .where(eq(surveyVersions.surveyId, surveyId)),
);
const { code } = await surveyOf(theStore().read, programme, surveyId);
const { theoryId } = await startTheory(priya, programme.id, {
  title: 'How the hubs help',
  fromNeeds: false,
});

/** Families that have answered everything and not sent it yet. */
const ready = Array.from({ length: Number(process.argv[2] ?? 0) }, (_, at) => ({
  token: newToken(),
  key: randomBytes(16).toString('hex'),
  words: `family ${at} says`,
}));
const version = await latestVersion(theStore().read, authorityId, surveyId);
await theStore().write(null, (tx) =>
  inChunks(ready, (chunk) =>
    tx.insert(drafts).values(
      chunk.map(({ token, key, words }) => ({
        tokenHash: hashOf(token),
        authorityId,
        surveyId,
        versionId: version?.id ?? '',
        answers: { useful: 5, change: words },
        submissionKey: key,
        flag: '',
        updatedAt: new Date(),
        language: 'en',
        startedAt: null,
        phraseHash: null,
      })),
    ),
  ),
);
const cookie = (await BrowserOf.signedIn(priya)).request('/').headers.get('cookie') ?? '';
await theStore().close();
process.stdout.write(
  JSON.stringify({
    authorityId,
    programmeId: programme.id,
    surveyId,
    code,
    theoryId,
    cookie,
    ready,
  }),
);
