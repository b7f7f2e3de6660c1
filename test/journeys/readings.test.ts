import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMember } from '#app/panel/add-member.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { loader as membersFile } from '#app/routes/programmes.$programmeId.panel.members.$memberId.held.$format/route.tsx';
import { loader as contactLoader } from '#app/routes/programmes.$programmeId.panel.members.$memberId.contact/route.tsx';
import { loader as codeLoader } from '#app/routes/programmes.$programmeId.needs.themes.code/route.tsx';
import { action as redactAction } from '#app/routes/programmes.$programmeId.needs.themes.redact/route.tsx';
import { loader as overview } from '#app/routes/programmes.$programmeId.needs._index/route.tsx';
import { loader as themeLoader } from '#app/routes/programmes.$programmeId.panel.themes.$themeId._index/route.tsx';
import { loader as logLoader } from '#app/routes/privacy.readings/route.tsx';
import { loader as logFile } from '#app/routes/privacy.readings[.]csv/route.tsx';
import { engine } from '#db/dialect.ts';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { readingsOf } from '#db/readings.ts';
import { membersOf } from '#db/panel.ts';
import type { Store } from '#db/store.server.ts';
import { aVoiceInTheTheory, SAID } from '../a-voice.ts';
import { BrowserOf } from '../browser-of.ts';
import { everyPage, everythingSeenBy } from '../every-page.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// Who read what people told us leaves a row, on every page and in every file. Mutations: without `noteRight`
// in app/people/allow.server.ts or in requireProgramme (app/http/guards.server.ts), or without `keepReading`
// there, the pages of “whoever is let in” leave none; without a `noteReading` of a deed, its line fails.

let store: Store;
let borough: Borough;
let priya: BrowserOf;
let said: Awaited<ReturnType<typeof aVoiceInTheTheory>>;

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  said = await aVoiceInTheTheory(borough);
  priya = await BrowserOf.signedIn(borough.priya);
});
afterAll(() => store.close());

const log = () => readingsOf(store.read, borough.authorityId, {}, 0, 1000);
const here = () => ({ programmeId: borough.programme.id });

test('a page of counts leaves nothing, one with single answers one row, whatever is on it', async () => {
  const before = (await log()).length;
  expect((await priya.get(overview, '/x', here())).status).toBe(200);
  expect(await log()).toHaveLength(before);
  const at = `/programmes/${borough.programme.id}/needs/themes/code?at=secret`;
  expect((await priya.get(codeLoader, at, here())).status).toBe(200);
  const rows = await log();
  expect(rows).toHaveLength(before + 1);
  expect(rows[0]).toMatchObject({
    personId: borough.priya.id,
    personRole: 'lead',
    what: 'answers',
    path: at.split('?')[0],
    asFile: false,
  });
});

test('words under a theme are noted for whoever reads them, and not for whoever sees counts', async () => {
  const before = (await log()).length;
  const params = { ...here(), themeId: said.themeId };
  const grace = await BrowserOf.signedIn(borough.grace);
  expect((await grace.get(themeLoader, '/x', params)).status).toBe(200);
  expect(await log()).toHaveLength(before);
  const url = `/programmes/${borough.programme.id}/panel/themes/${said.themeId}`;
  expect((await priya.get(themeLoader, url, params)).status).toBe(200);
  expect((await log())[0]).toMatchObject({
    what: 'answers',
    thingKind: 'theme',
    thingId: said.themeId,
  });
});

test('contact details and the copy of everything held say what they are', async () => {
  const form = MemberForm.parse({
    ...{ name: 'Olive Keeper', kind: 'parent-or-carer', joinedOn: '2026-05-01' },
    ...{ preferred: 'email', email: 'olive@example.org' },
  });
  await addMember(borough.tom, borough.programme, form);
  const members = await membersOf(store.read, borough.authorityId, borough.programme.id);
  const member = members.find(({ name }) => name === 'Olive Keeper');
  const tom = await BrowserOf.signedIn(borough.tom);
  const params = { ...here(), memberId: member?.id ?? '', format: 'json' };
  expect((await tom.get(contactLoader, '/x', params)).status).toBe(200);
  expect((await log())[0]).toMatchObject({ what: 'contacts', count: 1, asFile: false });
  expect((await tom.get(membersFile, '/x', params)).status).toBe(200);
  expect((await log())[0]).toMatchObject({ what: 'held', count: 1, asFile: true });
});

test('a form that is refused reads nothing', async () => {
  const before = (await log()).length;
  await priya.post(redactAction, '/x?at=nothing', { intent: 'redact', words: '' }, here());
  expect(await log()).toHaveLength(before);
});

test('an administrator looks through the log and takes it away; nobody else does', async () => {
  const asha = await BrowserOf.signedIn(borough.asha);
  const page = await asha.get(logLoader, '/privacy/readings?what=contacts');
  expect(page.data.rows.map(({ who }) => who)).toEqual([`${borough.tom.name} (Panel facilitator)`]);
  const file = await asha.get(logFile, `/privacy/readings.csv?person=${borough.priya.id}`);
  expect(file.text).toContain('Single answers or comments');
  expect(file.text).not.toContain(borough.tom.name);
  for (const loader of [logLoader, logFile]) {
    expect((await priya.get<unknown>(loader, '/privacy/readings')).status).toBe(403);
  }
});

describe('no route is forgotten', () => {
  const app = path.join(projectFolder(), 'app');
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(app, name), 'utf8') }));

  /** Asks for a right to read and shows nothing of a single answer by it: why. */
  const ONLY_COUNTS: Readonly<Record<string, string>> = {
    'programmes.$programmeId.back._index': 'small counts',
    'programmes.$programmeId.needs.listening._index': 'whether a button stands there',
    'programmes.$programmeId.needs.surveys.$surveyId._index': 'whether a link stands there',
    'programmes.$programmeId.needs.surveys.$surveyId.export': 'whether a button stands there',
    'programmes.$programmeId.needs.surveys.$surveyId.marked._index': 'whether links stand there',
    'programmes.$programmeId.needs.themes._index': 'small counts, whether a button stands there',
    'programmes.$programmeId.panel.consultations._index': 'small counts',
    'programmes.$programmeId.panel.consultations.$consultationId.opinion': 'small counts',
    'programmes.$programmeId.panel.conversations.$conversationId._index': 'small counts',
    'programmes.$programmeId.panel.themes._index': 'small counts',
  };
  const ASKS = /\bcan\(\s*\w+,\s*'(answers\.read|answers\.export|originals\.read)'/;
  const NOTES = /\b(noteReading|mayRead|allow)\(/;

  test('every page and deed that asks for a right to read notes it, or shows counts only', () => {
    const silent = files
      .filter(({ text }) => ASKS.test(text) && !NOTES.test(text))
      .map(({ name }) => name.replace(/^routes\/|\/route\.tsx?$/g, ''))
      .filter((name) => !/^(theory\/two-stories|people\/)/.test(name));
    expect(silent.sort()).toEqual(Object.keys(ONLY_COUNTS).sort());
  });

  test('every loader and action goes through the one place that keeps the row', () => {
    const around = files
      .filter(
        ({ name, text }) => name.startsWith('routes/') && /require(Staff|Programme)\(/.test(text),
      )
      .filter(({ text }) => /export (const|async function) (loader|action)\b/.test(text))
      .filter(({ text }) => {
        const doors = text.match(/export (const|async function) (loader|action)\b/g) ?? [];
        return doors.length !== (text.match(/= answering\(/g) ?? []).length;
      })
      .map(({ name }) => name);
    expect(around).toEqual([]);
  });

  // The pages are the same on both engines, and opening them all takes a while.
  test.skipIf(engine === 'postgres')(
    'every page that gives a single comment to whoever opens it leaves a row',
    async () => {
      const unseen: string[] = [];
      for (const page of await everyPage()) {
        const before = (await log()).length;
        const seen = await everythingSeenBy(priya, [page], {
          ...here(),
          ...{ themeId: said.themeId, needId: said.needId },
          ...{ kind: 'theme', objectId: said.themeId },
        });
        const shown = seen.some(({ text }) => text.includes(SAID.comment));
        if (shown && (await log()).length === before) unseen.push(page.name);
      }
      expect(unseen).toEqual([]);
    },
    120_000,
  );
});
