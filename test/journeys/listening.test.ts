import { afterAll, beforeAll, expect, test } from 'vitest';
import * as home from '#app/routes/programmes.$programmeId.needs.listening._index/route.tsx';
import * as event from '#app/routes/programmes.$programmeId.needs.listening.$eventId._index/route.tsx';
import * as editing from '#app/routes/programmes.$programmeId.needs.listening.$eventId.edit/route.tsx';
import * as note from '#app/routes/programmes.$programmeId.needs.listening.$eventId.notes.$noteId/route.tsx';
import * as exporting from '#app/routes/programmes.$programmeId.needs.listening.export.$what/route.ts';
import * as importing from '#app/routes/programmes.$programmeId.needs.listening.import/route.tsx';
import * as starting from '#app/routes/programmes.$programmeId.needs.listening.new/route.tsx';
import { deleteExpiredNotes } from '#app/survey/listening/delete-expired-notes.server.ts';
import { listNoteExcerpts } from '#db/listening.ts';
import type { Store } from '#db/store.server.ts';
import { aWorry, keptOf } from '#test/a-worry.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';

// Talks at Church Street: recorded, noted, taken out and put back, moved between spreadsheets.

let store: Store;
let borough: Borough;
let tom: BrowserOf;
let where: Record<string, string>;
let at: Record<string, string>;

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  tom = await BrowserOf.signedIn(borough.tom);
  where = { programmeId: borough.programme.id };
});
afterAll(() => store.close());

const said = () => listNoteExcerpts(store.read, borough.authorityId, borough.programme.id);
const CHURCH_STREET = {
  kind: 'one-to-one',
  title: 'Talks at Church Street',
  place: 'Church Street Library',
  heldOn: '2026-05-03',
  facilitator: 'Navigators',
  languages: 'English, Arabic',
  heads: 'Families 300\nPractitioners 40',
  keepUntil: '2029-03-31',
};

test('an exercise with 300 families and 40 practitioners is recorded and counted', async () => {
  const wrong = await tom.post(starting.action, '/', { ...CHURCH_STREET, heads: 'many' }, where);
  expect(wrong.status).toBe(422);
  expect(wrong.data.typed['title']).toBe('Talks at Church Street');
  const made = await tom.post(starting.action, '/', CHURCH_STREET, where);
  at = { ...where, eventId: made.location?.split('/').at(-1) ?? '' };
  const page = await tom.get(home.loader, '/', where);
  expect(page.data.events).toMatchObject([{ title: 'Talks at Church Street', notes: 0 }]);
  expect(page.data.reach.people).toEqual({ group: 'Everybody', count: 340, atLeast: false });
});

test('what was said is noted, with what its speaker agreed to', async () => {
  const notes = {
    intent: 'add',
    texts: 'The bus stops at six.\n\nNobody told us that there is a hub.',
    saidBy: 'Mothers',
    consent: 'quote',
  };
  const wrong = await tom.post(event.action, '/', { ...notes, texts: 'jo@example.org' }, at);
  expect(wrong.data.problems).toMatchObject([{ field: 'texts' }]);
  await tom.post(event.action, '/', notes, at);
  await tom.post(event.action, '/', { ...notes, texts: 'Too dear.', consent: 'not-asked' }, at);
  expect((await said()).map(({ text, quotable }) => [text, quotable])).toEqual([
    ['The bus stops at six.', true],
    ['Nobody told us that there is a hub.', true],
    ['Too dear.', false],
  ]);
});

test('a note is changed, taken out and put back', async () => {
  const [first] = await said();
  const one = { ...at, noteId: first?.id ?? '' };
  const page = await tom.get(note.loader, '/', one);
  const change = { ...page.data.note, version: String(page.data.note.version), intent: 'save' };
  await tom.post(note.action, '/', { ...change, consent: 'no-quote' }, one);
  expect((await said())[0]).toMatchObject({ quotable: false });
  // Somebody who still looks at the earlier version is told, and keeps what was typed.
  const late = await tom.post(note.action, '/', { ...change, text: 'Mine' }, one);
  expect(late.status).toBe(422);
  expect(late.data.typed['text']).toBe('Mine');
  await tom.post(note.action, '/', { intent: 'take-out' }, one);
  expect(await said()).toHaveLength(2);
  await tom.post(event.action, '/', { intent: 'put-back', noteId: one.noteId }, at);
  expect(await said()).toHaveLength(3);
  await tom.post(editing.action, '/', { intent: 'take-out' }, at);
  expect(await said()).toEqual([]);
  await tom.post(home.action, '/', { intent: 'put-back', eventId: at.eventId ?? '' }, where);
  expect(await said()).toHaveLength(3);
});

test('both files go out and come into another programme of another borough', async () => {
  const file = async (what: string) =>
    (await tom.get(exporting.loader, '/', { ...where, what: `${what}.csv` })).text;
  const [exercises, notes] = [await file('exercises'), await file('notes')];
  const elsewhere = await makeBorough('Elsewhere');
  const there = { programmeId: elsewhere.programme.id };
  const asha = await BrowserOf.signedIn(elsewhere.asha);
  const bring = (text: string) =>
    asha.post(importing.action, '/', { file: new File([text], 'listening.csv') }, there);
  // Notes of an exercise that nobody recorded: nothing comes in.
  expect((await bring(notes)).status).toBe(422);
  expect((await bring(exercises)).status).toBe(302);
  expect((await bring(notes)).status).toBe(302);
  expect((await bring(notes)).status).toBe(302);
  const brought = await listNoteExcerpts(store.read, elsewhere.authorityId, elsewhere.programme.id);
  expect(brought.map(({ text }) => text)).toEqual((await said()).map(({ text }) => text));
  expect((await asha.get(event.loader, '/', at)).status).toBe(404);
});

test('a commissioner sees that it was, not what was said; small groups are hidden', async () => {
  const grace = await BrowserOf.signedIn(borough.grace);
  const fathers = { ...CHURCH_STREET, title: 'Dads on Saturday', heads: 'Fathers 3; Others 20' };
  const made = await tom.post(starting.action, '/', fathers, where);
  const eventId = made.location?.split('/').at(-1) ?? '';
  const page = await grace.get(event.loader, '/', { ...where, eventId });
  expect(page.data.notes).toBeNull();
  expect(page.data.heads.groups.map(({ count }) => count)).toEqual(['[c]', '[c]']);
  const files = { ...where, what: 'notes.csv' };
  expect((await grace.get(exporting.loader, '/', files)).status).toBe(403);
});

test('what was said is deleted when its day has come; how many came stays', async () => {
  expect(await deleteExpiredNotes(new Date('2029-03-31T12:00:00Z'))).toBe(0);
  expect(await said()).toHaveLength(3);
  const worry = await aWorry(store, borough, 'note', (await said())[0]?.id ?? '');
  await deleteExpiredNotes(new Date('2029-04-01T12:00:00Z'));
  expect(await keptOf(store, worry)).toMatchObject({ forgetWords: true });
  expect(await said()).toEqual([]);
  const page = await tom.get(home.loader, '/', where);
  expect(page.data.reach.people.count).toBeGreaterThanOrEqual(340);
});
