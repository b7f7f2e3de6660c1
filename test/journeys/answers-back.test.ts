import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as home from '#app/routes/programmes.$programmeId._index/route.tsx';
import * as reply from '#app/routes/programmes.$programmeId.back.$themeId._index/route.tsx';
import * as inLanguage from '#app/routes/programmes.$programmeId.back.$themeId.in.$language/route.tsx';
import * as back from '#app/routes/programmes.$programmeId.back._index/route.tsx';
import * as exported from '#app/routes/programmes.$programmeId.back.export.$format/route.tsx';
import * as poster from '#app/routes/programmes.$programmeId.back.poster.$file/route.tsx';
import * as settings from '#app/routes/programmes.$programmeId.back.settings/route.tsx';
import * as line from '#app/routes/programmes.$programmeId.plan.lines.$lineId._index/route.tsx';
import * as theme from '#app/routes/programmes.$programmeId.panel.themes.$themeId._index/route.tsx';
import * as thread from '#app/routes/programmes.$programmeId.thread.$kind.$objectId/route.tsx';
import * as personalLink from '#app/routes/m.$token/route.tsx';
import * as myAnswers from '#app/routes/panel.answers/route.tsx';
import * as stop from '#app/routes/stop.$token/route.tsx';
import * as youSaid from '#app/routes/you-said.$programmeId/route.tsx';
import { addMember } from '#app/panel/add-member.server.ts';
import { eraseMember } from '#app/panel/care/erase-member.server.ts';
import { castVote } from '#app/panel/cast-vote.server.ts';
import { changeStatements } from '#app/panel/change-statements.server.ts';
import { makePersonalLink } from '#app/panel/make-personal-link.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { openConsultation } from '#app/panel/open-consultation.server.ts';
import { makeLink } from '#app/panel/post/make-link.server.ts';
import { startConsultation } from '#app/panel/start-consultation.server.ts';
import { gatherComments } from '#app/themes/gather-comments.server.ts';
import { nameTheme } from '#app/themes/name-theme.server.ts';
import { readComments } from '#app/themes/read-comments.server.ts';
import { themeNamed } from '#app/themes/theme.ts';
import { dayOf } from '#app/ui/words.ts';
import {
  excerpts,
  messages,
  replies,
  replyHistory,
  replyTexts,
  statements,
} from '#db/schema/index.ts';
import type { Store } from '#db/store.server.ts';
import { insertLines } from '#db/plan-lines.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

let store: Store;
let borough: Borough;
let tom: BrowserOf;
let priya: BrowserOf;
let leanne: BrowserOf;
let memberId: string;
let at: { programmeId: string };
let theTheme: { programmeId: string; themeId: string };

const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000));

/** One member wrote beside a vote, and beside a link of the theory; both are under one theme. */
beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  tom = await BrowserOf.signedIn(borough.tom);
  priya = await BrowserOf.signedIn(borough.priya);
  at = { programmeId: borough.programme.id };
  const { programme } = borough;
  const joined = await addMember(
    borough.tom,
    programme,
    MemberForm.parse({
      name: 'Leanne Moss',
      kind: 'parent-or-carer',
      joinedOn: inDays(-60),
      preferred: 'email',
      email: 'leanne@families.example',
    }),
  );
  memberId = joined.memberId;
  const fields = {
    title: 'Hours',
    purpose: 'Nothing is decided.',
    standing: 'engagement',
  } as const;
  const id = await startConsultation(borough.tom, programme, fields);
  await changeStatements(borough.tom, programme, id, { do: 'add', text: 'Open in the evening' });
  await openConsultation(borough.tom, programme, id, inDays(14));
  const [statement] = await store.read.select().from(statements);
  await castVote(joined.person, id, statement?.id ?? '', {
    vote: 'agree',
    comment: 'After six at last',
    words: { stops: 'No bus home' },
  });
  const themeId = await nameTheme(borough.tom, programme, themeNamed('Times', 'When it is open'));
  theTheme = { ...at, themeId };
  const { token } = await makePersonalLink(borough.tom, programme, memberId);
  leanne = new BrowserOf();
  await leanne.post(personalLink.action, `/m/${token}`, {}, { token });
});
afterAll(() => store.close());

const words = {
  youSaid: 'We cannot come by day',
  status: 'we-will',
  words: 'One evening a week',
  because: '',
  owner: 'Hub manager',
  intent: 'publish',
};
const publish = (change: object) =>
  tom.post(reply.action, '/x', { ...words, dueOn: inDays(30), ...change }, theTheme);
const notices = () => store.read.select().from(messages);

describe('what families said', () => {
  test('is every word that a member wrote, each with its source', async () => {
    const comments = await readComments(store.read, borough.programme);
    expect(comments.map(({ source, words: said }) => [source.kind, source.question, said])).toEqual(
      [
        ['vote', '', 'After six at last'],
        ['vote', 'stops', 'No bus home'],
      ],
    );
    const sources = comments.map(({ source }) => source);
    await gatherComments(borough.tom, borough.programme, theTheme.themeId, sources);
    const page = await tom.get(theme.loader, '/x', theTheme);
    expect(page.data.gathered?.map(({ now }) => now)).toEqual(['same', 'same']);
    expect(page.data.theme).toMatchObject({ comments: 2, people: 1 });
  });

  test('raises a need in one press, with its tie', async () => {
    const done = await priya.post(theme.action, '/x', { intent: 'raise-need' }, theTheme);
    expect(done.location).toMatch(/register\/[^/]+\/edit$/);
    const page = await tom.get(theme.loader, '/x', theTheme);
    expect(page.data.needs).toMatchObject([{ statement: 'Times' }]);
  });

  test('asks for a change to a plan line, seen on both and on the thread, and taken back', async () => {
    const { authorityId } = borough;
    await store.write(null, (tx) =>
      insertLines(tx, [
        {
          id: 'line-1',
          authorityId,
          programmeId: at.programmeId,
          title: 'Open on Tuesdays',
          owner: '',
          startsOn: null,
          endsOn: null,
          costPence: null,
          streamId: null,
          status: 'planned',
          position: 1,
          version: 1,
          createdAt: new Date(),
          createdBy: borough.tom.id,
        },
      ]),
    );
    const say = { intent: 'say', about: 'plan-line:line-1', relation: 'asks-change' };
    const wrong = await tom.post(theme.action, '/x', { ...say, why: '' }, theTheme);
    expect(wrong.data).toMatchObject({ problems: [{ field: 'why' }] });
    const nowhere = { ...say, about: 'plan-line:of-another', why: 'They work' };
    expect((await tom.post(theme.action, '/x', nowhere, theTheme)).status).toBe(404);
    await tom.post(theme.action, '/x', { ...say, why: 'They work' }, theTheme);
    const onLine = await tom.get(line.loader, '/x', { ...at, lineId: 'line-1' });
    expect(onLine.data.families).toMatchObject([{ theme: 'Times', relation: 'asks-change' }]);
    const traced = await tom.get(thread.loader, '/x', {
      ...at,
      kind: 'plan-line',
      objectId: 'line-1',
    });
    expect(JSON.stringify(traced.data)).toContain('ask for a change to the plan line');
    const again = { ...say, relation: 'supports', why: 'They like it' };
    await tom.post(theme.action, '/x', again, theTheme);
    const page = await tom.get(theme.loader, '/x', theTheme);
    expect(page.data.sayings.said).toMatchObject([{ relation: 'supports', why: 'They like it' }]);
    await tom.post(theme.action, '/x', { intent: 'unsay', about: say.about }, theTheme);
    expect((await tom.get(theme.loader, '/x', theTheme)).data.sayings.said).toEqual([]);
  });
});

describe('an answer back', () => {
  test('that is late stands first on the lead’s home page', async () => {
    await store.write(null, (tx) =>
      tx.update(excerpts).set({ addedAt: new Date(Date.now() - 20 * 86_400_000) }),
    );
    const early = await priya.get(home.loader, '/x', at);
    expect(early.data.signals.tooLong).toEqual([]);
    const wrong = await priya.post(settings.action, '/x', { days: '0' }, at);
    expect(wrong.data).toMatchObject({ problems: [{ field: 'days' }], typed: { days: '0' } });
    await priya.post(settings.action, '/x', { days: '14' }, at);
    const late = await priya.get(home.loader, '/x', at);
    expect(late.data.signals.tooLong).toMatchObject([{ name: 'Times', days: 20 }]);
    expect((await tom.post(settings.action, '/x', { days: '30' }, at)).status).toBe(403);
  });

  test('tells those who asked to hear, once for each news, and never in words', async () => {
    await leanne.post(myAnswers.action, '/x', { intent: 'tell', ...at });
    await publish({ intent: 'save' });
    expect(await notices()).toHaveLength(0);
    await publish({ version: '1' });
    expect(await notices()).toMatchObject([{ kind: 'theme-answered', memberId, data: {} }]);
    await publish({ version: '2', words: 'One evening every week' });
    expect(await notices()).toHaveLength(1);
    await publish({ version: '3', status: 'we-did', words: 'Open on Thursdays', dueOn: '' });
    const kinds = (await notices()).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['answer-changed', 'theme-answered']);
    expect(JSON.stringify(await notices())).not.toMatch(/evening|Times|Leanne|after six/i);
  });

  test('is on the member’s own page and in public, with what was told before', async () => {
    const mine = (await leanne.get(myAnswers.loader, '/panel/answers')).data.panels[0];
    expect(mine).toMatchObject({ wants: true });
    expect(mine?.became.map(({ said }) => said.map((one) => one.words))).toEqual([
      ['No bus home', 'After six at last'],
    ]);
    const open = (await new BrowserOf().get(youSaid.loader, '/x', at)).data.page;
    expect(open.answers).toMatchObject([
      { status: 'we-did', places: ['Hours'], voices: 'Comments from fewer than 5 people' },
    ]);
    expect(open.answers[0]?.before.map((one) => one.words)).toEqual(['One evening every week']);
    expect(JSON.stringify(open)).not.toMatch(/Leanne|After six/);
  });

  test('is the same in public for whoever is signed in at another authority', async () => {
    const neighbour = await makeBorough('Neighbour');
    for (const person of [neighbour.priya, neighbour.leanne]) {
      const browser = await BrowserOf.signedIn(person);
      const { data } = await browser.get(youSaid.loader, '/x', at);
      expect(data.page).toEqual((await new BrowserOf().get(youSaid.loader, '/x', at)).data.page);
      expect(data.page.answers).toHaveLength(1);
    }
  });

  test('is read in the language that it is written in, until the English changes', async () => {
    const urdu = { ...theTheme, language: 'ur' };
    const { ofDigest } = (await tom.get(inLanguage.loader, '/x', urdu)).data;
    const typed = { youSaid: 'ہم دن میں نہیں آ سکتے', words: 'جمعرات کو کھلا ہے' };
    const text = { intent: 'save', ofDigest, ...typed };
    const none = await tom.post(inLanguage.action, '/x', { intent: 'save', words: '' }, urdu);
    expect(none.status).toBe(422);
    await tom.post(inLanguage.action, '/x', text, urdu);
    const read = async () =>
      (await new BrowserOf().get(youSaid.loader, '/x?lang=ur', at)).data.page;
    expect((await read()).answers).toMatchObject([{ lang: 'ur', dir: 'rtl', words: text.words }]);
    const other = { ...theTheme, language: 'en' };
    expect((await tom.get(inLanguage.loader, '/x', other)).status).toBe(404);
    await publish({ version: '4', status: 'we-did', words: 'Open on Fridays', dueOn: '' });
    expect((await read()).answers).toMatchObject([{ lang: 'en', words: 'Open on Fridays' }]);
    const late = await tom.post(inLanguage.action, '/x', text, urdu);
    expect(late.status, 'it was written of the English that said Thursdays').toBe(422);
    expect(late.data).toMatchObject({ problems: [{ field: 'words' }], typed });
    expect(late.data.typed, 'the page takes the English of now').not.toHaveProperty('ofDigest');
    expect((await read()).answers).toMatchObject([{ lang: 'en' }]);
    const again = (await tom.get(inLanguage.loader, '/x', urdu)).data;
    expect(again.english.words).toBe('Open on Fridays');
    await tom.post(inLanguage.action, '/x', { ...text, ofDigest: again.ofDigest }, urdu);
    expect((await read()).answers).toMatchObject([{ lang: 'ur', words: typed.words }]);
  });

  test('that was promised and is past its day is overdue, for staff', async () => {
    await publish({ version: '5', status: 'thinking', dueOn: inDays(-2) });
    const { signals, quarters } = (await tom.get(back.loader, '/x', at)).data;
    expect(signals.broken).toMatchObject([{ name: 'Times', status: 'thinking', days: 2 }]);
    expect(signals.tooLong).toEqual([]);
    expect(quarters).toMatchObject([{ due: 1, late: 1 }]);
  });

  test('goes out as a log and as a poster', async () => {
    const as = async (format: string) =>
      (await tom.get(exported.loader, '/x', { ...at, format })).text;
    expect(await as('csv')).toContain('We are still thinking (overdue)');
    expect(await as('html')).toContain('You said, we are still thinking');
    expect((await as('pdf')).slice(0, 5)).toBe('%PDF-');
    expect((await tom.get(exported.loader, '/x', { ...at, format: 'exe' })).status).toBe(404);
    const wall = await tom.get(poster.loader, '/x', { ...at, file: 'en-large.pdf' });
    expect(wall.text.slice(0, 5)).toBe('%PDF-');
  });

  test('is told of no more after one press on the link at the end', async () => {
    const token = await store.write(null, (tx) =>
      makeLink(tx, {
        authorityId: borough.authorityId,
        person: { member: memberId },
        purpose: 'notice-stop',
        about: null,
        days: 10,
        once: false,
      }),
    );
    const browser = new BrowserOf();
    expect((await browser.get(stop.loader, '/x', { token })).data.works).toBe(true);
    expect((await browser.get(stop.loader, '/x', { token: 'made-up' })).status).toBe(404);
    await browser.post(stop.action, '/x', {}, { token });
    const before = (await notices()).length;
    await publish({ version: '6', status: 'we-did', dueOn: '' });
    expect(await notices()).toHaveLength(before);
    expect((await leanne.get(myAnswers.loader, '/x')).data.panels[0]?.wants).toBe(false);
  });

  test('names nobody who was erased, in no language and in nothing that was said before', async () => {
    const named = 'Leanne Moss will get her ramp';
    await publish({ version: '7', status: 'we-cannot', because: named, words: named, dueOn: '' });
    const urdu = { ...theTheme, language: 'ur' };
    const { ofDigest } = (await tom.get(inLanguage.loader, '/x', urdu)).data;
    const text = { intent: 'save', ofDigest, youSaid: named, words: named, because: named };
    await tom.post(inLanguage.action, '/x', text, urdu);
    await publish({
      version: '8',
      status: 'we-did',
      owner: 'Leanne Moss',
      youSaid: named,
      dueOn: '',
    });
    const kept = async () =>
      JSON.stringify([
        await store.read.select().from(replies),
        await store.read.select().from(replyHistory),
        await store.read.select().from(replyTexts),
      ]);
    expect((await kept()).match(/Leanne Moss/g)).toHaveLength(9);
    await eraseMember(borough.tom, borough.programme, memberId, false);
    expect(await kept()).not.toContain('Leanne Moss');
    expect(await kept()).toContain('A former member will get her ramp');
  });
});
