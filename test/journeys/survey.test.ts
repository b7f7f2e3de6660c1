import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '#app/ui/words.ts';
import { latestVersion } from '#db/survey.ts';
import { theStore } from '#db/store.server.ts';
import { closeSurvey, openSurvey } from '#app/survey/run-survey.server.ts';
import { readComments } from '#app/themes/read-comments.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { stateOn } from '#app/survey/survey.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { throughline } from '#cli/throughline.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';
import * as check from '#app/routes/s.$code.check/route.tsx';
import * as done from '#app/routes/s.$code.done/route.tsx';
import * as door from '#app/routes/s.$code._index/route.tsx';
import * as question from '#app/routes/s.$code.q.$page/route.tsx';
import * as overview from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId._index/route.tsx';
import * as editing from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.edit/route.tsx';
import * as importing from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.import/route.tsx';
import * as poster from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.poster/route.tsx';
import * as preview from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.preview/route.tsx';
import * as starting from '#app/routes/programmes.$programmeId.needs.surveys.new/route.tsx';
import { responsesTo } from '../answers-to.ts';

const NOTICE =
  'We ask to plan help for families. Staff see the answers. We delete them after {keepUntil}.';

let borough: Borough;

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
});
afterAll(() => theStore().close());

/** A family survey that is open now; its id and the code in its address. */
async function openFamilySurvey(of = borough): Promise<{ id: string; code: string }> {
  const id = await startSurvey(of.priya, of.programme, {
    templateId: 'family-needs',
    title: 'What would help your family?',
    opensOn: null,
    closesOn: null,
    privacyNotice: NOTICE,
    keepUntil: '2099-12-31',
  });
  await openSurvey(of.priya, of.programme, id, dayOf(new Date()));
  const { code } = await surveyOf(theStore().read, of.programme, id);
  return { id, code };
}

const answersTo = (id: string) => responsesTo(theStore().read, borough.authorityId, id);

/** Somebody on a phone, with nothing but the address. */
class Family extends BrowserOf {
  constructor(private readonly code: string) {
    super();
  }

  async at(page: string) {
    return this.get(question.loader, `/s/${this.code}/q/${page}`, { code: this.code, page });
  }

  async answer(page: string, fields: Record<string, string | string[]> = {}, query = '') {
    const params = { code: this.code, page };
    // The first page carries the time at which it was given out.
    const { began } = page === 'childrenAges' ? ((await this.at(page)).data ?? {}) : {};
    const all = { intent: 'next', ...(began ? { began } : {}), ...fields };
    return this.post(question.action, `/s/${this.code}/q/${page}${query}`, all, params);
  }

  async checking() {
    return this.get(check.loader, `/s/${this.code}/check`, { code: this.code });
  }

  async send(key: string) {
    return this.post(check.action, `/s/${this.code}/check`, { key }, { code: this.code });
  }

  async receipt() {
    return this.get(done.loader, `/s/${this.code}/done`, { code: this.code });
  }

  async front() {
    return this.get(door.loader, `/s/${this.code}`, { code: this.code });
  }

  /** Answers what must be answered, leaves out the rest, and stands before "Check your answers". */
  async answerWhatIsNeeded(hubUse = 'knew'): Promise<string> {
    let page = 'childrenAges';
    const needed: Record<string, Record<string, string | string[]>> = {
      childrenAges: { childrenAges: ['under-1', '3-4'] },
      hubUse: { hubUse },
      satisfaction: { satisfaction: '4' },
      barriers: { barriers: 'none' },
      support: { support: 'sleep' },
    };
    for (let i = 0; i < 60; i += 1) {
      const came = await this.answer(page, needed[page]);
      expect(came.status, page).toBe(302);
      const to = /\/q\/(\w+)$/.exec(came.location ?? '');
      if (!to) break;
      page = to[1] ?? '';
    }
    return (await this.checking()).data.submissionKey;
  }
}

describe('a parent answers', () => {
  it('page by page, is asked only what applies, and gets a reference', async () => {
    const { id, code } = await openFamilySurvey();
    const family = new Family(code);
    const front = await family.front();
    expect(front.data.door).toMatchObject({ minutes: 8, carryOnHref: null });
    expect(front.data.door?.notice[0]).toContain('Thursday 31 December 2099');
    expect(front.data.door?.startHref).toBe(`/s/${code}/q/childrenAges`);

    const first = await family.at('childrenAges');
    expect(first.data.page).toMatchObject({
      number: 1,
      heading: 'How old are the children you look after?',
    });

    const key = await family.answerWhatIsNeeded('once');
    const checking = await family.checking();
    const titles = checking.data.sections.flatMap(({ lines }) => lines.map(({ name }) => name));
    expect(titles).toContain('satisfaction');
    expect(titles).not.toContain('transportProblem');

    const sent = await family.send(key);
    expect(sent.location).toBe(`/s/${code}/done`);
    const receipt = await family.receipt();
    expect(receipt.data.reference).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);

    const [row, ...others] = await answersTo(id);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      reference: receipt.data.reference,
      channel: 'web',
      answeredOn: dayOf(new Date()),
      flag: '',
    });
    expect(row?.answers).toMatchObject({ hubUse: 'once', satisfaction: 4, travel: null });
    expect(row?.answers).not.toHaveProperty('transportProblem');
  });

  it('sends twice, and once again from the page before, and there is one row and one reference', async () => {
    const { id, code } = await openFamilySurvey();
    const family = new Family(code);
    const key = await family.answerWhatIsNeeded();
    const both = await Promise.all([family.send(key), family.send(key)]);
    expect(both.map(({ location }) => location)).toEqual([`/s/${code}/done`, `/s/${code}/done`]);
    const { reference } = (await family.receipt()).data;
    expect((await family.send(key)).location).toBe(`/s/${code}/done`);
    expect((await family.receipt()).data.reference).toBe(reference);
    expect((await answersTo(id)).map((row) => row.reference)).toEqual([reference]);
  });

  it('reads what is wrong with nothing typed lost', async () => {
    const { code } = await openFamilySurvey();
    const family = new Family(code);
    const nothing = await family.answer('childrenAges');
    expect(nothing.status).toBe(422);
    expect(nothing.data).toMatchObject({
      problems: [
        {
          field: 'childrenAges',
          message: 'Select how old your children are, or that you have none yet',
        },
      ],
    });
    const both = await family.answer('childrenAges', { childrenAges: ['1-2', 'none'] });
    expect(both.status).toBe(422);
    expect(both.data).toMatchObject({ fields: { childrenAges: ['1-2', 'none'] } });
    expect((await family.front()).data.door?.carryOnHref).toBeNull();
  });

  it('changes an answer from the check page, is asked what that opens, and keeps nothing of what it closes', async () => {
    const { id, code } = await openFamilySurvey();
    const family = new Family(code);
    const key = await family.answerWhatIsNeeded('once');
    const closed = await family.answer('hubUse', { hubUse: 'never-heard' }, '?from=check');
    expect(closed.location).toBe(`/s/${code}/check`);
    const opened = await family.answer(
      'barriers',
      { barriers: ['transport', 'other'], 'barriers-Comment': 'The hill' },
      '?from=check',
    );
    expect(opened.location).toBe(`/s/${code}/q/transportProblem`);
    expect((await family.at('satisfaction')).location).toBe(`/s/${code}`);
    await family.send(key);
    const [row] = await answersTo(id);
    expect(row?.answers).not.toHaveProperty('satisfaction');
    expect(row?.answers).toMatchObject({
      barriers: ['transport', 'other'],
      'barriers-Comment': 'The hill',
      transportProblem: null,
    });
  });

  it('comes back later to what was saved, or throws it away', async () => {
    const { code } = await openFamilySurvey();
    const family = new Family(code);
    await family.answer('childrenAges', { childrenAges: '3-4' });
    const later = await family.answer('pregnancy', { intent: 'later', pregnancy: 'no' });
    expect(later.location).toBe(`/s/${code}/saved`);
    expect((await family.front()).data.door?.carryOnHref).toBe(`/s/${code}/q/send`);
    expect((await family.at('pregnancy')).data.page.fields).toEqual({ pregnancy: ['no'] });
    await family.post(door.action, `/s/${code}`, { intent: 'start-again' }, { code });
    expect((await family.front()).data.door?.carryOnHref).toBeNull();
    expect((await family.at('send')).location).toBe(`/s/${code}`);
  });

  it('cannot send before what is needed is answered, and is led to it', async () => {
    const { id, code } = await openFamilySurvey();
    const family = new Family(code);
    await family.answer('childrenAges', { childrenAges: '3-4' });
    const { submissionKey } = (await family.checking()).data;
    const sent = await family.send(submissionKey);
    expect(sent.status).toBe(422);
    expect(sent.data).toMatchObject({
      problems: [{ field: 'hubUse', href: `/s/${code}/q/hubUse?from=check` }, {}, {}],
    });
    expect(await answersTo(id)).toEqual([]);
  });

  it('is flagged, not turned away, when a field that nobody sees was filled in', async () => {
    const { id, code } = await openFamilySurvey();
    const robot = new Family(code);
    await robot.answer('childrenAges', { childrenAges: '3-4', website: 'https://example.org' });
    await robot.send(await robot.answerWhatIsNeeded());
    expect((await answersTo(id)).map(({ flag }) => flag)).toEqual(['hidden-field']);
  });

  it('sends no answers that the survey does not hold, however they are posted', async () => {
    const { id, code } = await openFamilySurvey();
    const family = new Family(code);
    const strange = await family.answer('childrenAges', { childrenAges: 'aged-99' });
    expect(strange.status).toBe(422);
    await family.answer('childrenAges', { childrenAges: '3-4', hubUse: 'once', secret: 'x' });
    await family.send(await family.answerWhatIsNeeded());
    const [row] = await answersTo(id);
    expect(row?.answers).not.toHaveProperty('secret');
    expect(row?.answers).toMatchObject({ hubUse: 'knew' });
  });

  it('is found among what families wrote by whoever wrote something, and only they are looked at', async () => {
    const { id, code } = await openFamilySurvey();
    const [silent, talking] = [new Family(code), new Family(code)];
    await silent.send(await silent.answerWhatIsNeeded());
    const key = await talking.answerWhatIsNeeded();
    await talking.answer('oneThing', { oneThing: 'A bus that comes on Saturdays' });
    await talking.answer('quoteAllowed', { quoteAllowed: 'no' });
    await talking.send(key);
    const answers = await answersTo(id);
    expect(answers.map(({ ownWords }) => ownWords).sort()).toEqual([0, 1]);
    const ids = answers.map((row) => row.id);
    const all = await readComments(theStore().read, borough.programme);
    const said = all.filter(({ source }) => ids.includes(source.id));
    expect(said.map(({ words }) => words)).toEqual(['A bus that comes on Saturdays']);
  });
});

describe('the door of a survey', () => {
  it('says that it is closed, and takes nothing more, but still gives a receipt', async () => {
    const { id, code } = await openFamilySurvey();
    const [early, late] = [new Family(code), new Family(code)];
    const key = await early.answerWhatIsNeeded();
    await early.send(key);
    const lateKey = await late.answerWhatIsNeeded();
    await closeSurvey(borough.priya, borough.programme, id);
    expect((await late.front()).data.closed).toMatchObject({ state: 'closed' });
    expect((await late.send(lateKey)).location).toBe(`/s/${code}`);
    expect((await early.send(key)).location).toBe(`/s/${code}/done`);
    expect(await answersTo(id)).toHaveLength(1);
  });

  it('is not found for a draft, a wrong code, and a receipt of another survey', async () => {
    const draft = await startSurvey(borough.priya, borough.programme, {
      templateId: 'event-poll',
      title: 'Poll',
      opensOn: null,
      closesOn: null,
      privacyNotice: NOTICE,
      keepUntil: '2099-12-31',
    });
    const { code } = await surveyOf(theStore().read, borough.programme, draft);
    expect((await new Family(code).front()).status).toBe(404);
    expect((await new Family('nosuch').front()).status).toBe(404);
    const { code: open } = await openFamilySurvey();
    expect((await new Family(open).receipt()).location).toBe(`/s/${open}`);
  });

  it('is found however its code is typed', async () => {
    const { code } = await openFamilySurvey();
    const typed = code.toUpperCase();
    const came = await new Family(typed).front();
    expect(came.location).toBe(`/s/${code}`);
  });

  it('opens on the day that was set', async () => {
    const id = await startSurvey(borough.priya, borough.programme, {
      templateId: 'event-poll',
      title: 'Next year',
      opensOn: '2098-01-01',
      closesOn: null,
      privacyNotice: NOTICE,
      keepUntil: '2099-12-31',
    });
    await openSurvey(borough.priya, borough.programme, id, dayOf(new Date()));
    const { code } = await surveyOf(theStore().read, borough.programme, id);
    expect((await new Family(code).front()).data.closed).toEqual({
      state: 'not-yet-open',
      day: '2098-01-01',
      eraseHref: `/s/${code}/erase`,
    });
  });
});

describe('staff', () => {
  const at = (id: string, page = '') =>
    `/programmes/${borough.programme.id}/needs/surveys/${id}${page}`;
  const params = (id: string) => ({ programmeId: borough.programme.id, surveyId: id });
  const GOOD = `Name,Date,hubUse,How old are you?,channel
Ann,27/03/2026,"Yes, once",25 to 34,paper
Bob,28/03/2026,knew,35 to 44,paper`;

  it('draft a survey from a template, with what is wrong said and nothing typed lost', async () => {
    const priya = await BrowserOf.signedIn(borough.priya);
    const url = `/programmes/${borough.programme.id}/needs/surveys/new?template=family-needs`;
    const programme = { programmeId: borough.programme.id };
    const page = await priya.get(starting.loader, url, programme);
    expect(page.data.chosen?.survey.privacyNotice).toContain('Testborough is asking');
    const typed = {
      templateId: 'family-needs',
      title: '',
      opensOn: '2026-05-01',
      closesOn: '2026-04-01',
      keepUntil: '',
      privacyNotice: NOTICE,
      lawfulBasis: 'public-task',
    };
    const wrong = await priya.post(starting.action, url, typed, programme);
    expect(wrong.status).toBe(422);
    expect(wrong.data).toMatchObject({
      problems: [
        { field: 'title', message: 'Enter a title' },
        { field: 'keepUntil', message: 'Enter the day after which the answers are deleted' },
        { field: 'closesOn' },
      ],
      typed: { closesOn: '2026-04-01' },
    });
    const sound = { ...typed, title: 'Families', closesOn: '', keepUntil: '2027-01-01' };
    const right = await priya.post(starting.action, url, sound, programme);
    expect(right.location).toMatch(/\/needs\/surveys\/[\w-]+$/);
  });

  it('who may only read see why they may not change, and cannot', async () => {
    const { id } = await openFamilySurvey();
    const grace = await BrowserOf.signedIn(borough.grace);
    const page = await grace.get(overview.loader, at(id), params(id));
    expect(page.data.mayEdit).toMatchObject({ yes: false });
    const close = await grace.post(overview.action, at(id), { intent: 'close' }, params(id));
    expect(close.status).toBe(403);
    expect((await grace.get(importing.loader, at(id, '/import'), params(id))).status).toBe(403);
  });

  it('of another authority find nothing, whatever they ask for', async () => {
    const { id } = await openFamilySurvey();
    const other = await makeBorough('Otherborough');
    const priya = await BrowserOf.signedIn(other.priya);
    const mine = { programmeId: other.programme.id, surveyId: id };
    for (const where of [mine, params(id)]) {
      const url = `/programmes/${where.programmeId}/needs/surveys/${id}`;
      expect((await priya.get(overview.loader, url, where)).status).toBe(404);
      expect((await priya.get(importing.loader, `${url}/import`, where)).status).toBe(404);
      expect((await priya.get(poster.loader, `${url}/poster`, where)).status).toBe(404);
      expect((await priya.get(preview.loader, `${url}/preview`, where)).status).toBe(404);
      expect((await priya.get(editing.loader, `${url}/edit`, where)).status).toBe(404);
      const close = await priya.post(overview.action, url, { intent: 'close' }, where);
      expect(close.status).toBe(404);
    }
    const survey = await surveyOf(theStore().read, borough.programme, id);
    expect(survey.status).toBe('open');
  });

  it('change a survey that somebody else changed first, seeing both', async () => {
    const { id } = await openFamilySurvey();
    const [priya, asha] = [borough.priya, borough.asha];
    const [first, second] = [await BrowserOf.signedIn(priya), await BrowserOf.signedIn(asha)];
    const shown = await first.get(editing.loader, at(id, '/edit'), params(id));
    const fields = {
      version: String(shown.data.survey.version),
      opensOn: '2026-01-01',
      closesOn: '',
      keepUntil: '2099-12-31',
      privacyNotice: NOTICE,
      lawfulBasis: 'public-task',
    };
    const save = (browser: BrowserOf, title: string) =>
      browser.post(editing.action, at(id, '/edit'), { ...fields, title }, params(id));
    expect((await save(second, 'Asha’s title')).location).toBe(at(id));
    const late = await save(first, 'Priya’s title');
    expect(late.status).toBe(422);
    expect(late.data).toMatchObject({
      problems: [{ field: 'title', message: expect.stringContaining('Asha’s title') as string }],
      typed: { title: 'Priya’s title' },
    });
    expect((await surveyOf(theStore().read, borough.programme, id)).title).toBe('Asha’s title');
  });

  it('close a survey and open it again with the same questions; a family can have its answers deleted', async () => {
    const { id, code } = await openFamilySurvey();
    const family = new Family(code);
    await family.send(await family.answerWhatIsNeeded());
    const { reference } = (await family.receipt()).data;
    const priya = await BrowserOf.signedIn(borough.priya);
    const does = (fields: Record<string, string>) =>
      priya.post(overview.action, at(id), fields, params(id));
    expect((await does({ intent: 'close' })).location).toBe(at(id));
    expect((await priya.get(overview.loader, at(id), params(id))).data.overview.state).toBe(
      'closed',
    );
    await does({ intent: 'open' });
    const page = await priya.get(overview.loader, at(id), params(id));
    expect(page.data.overview).toMatchObject({ state: 'open', answers: 1 });
    const version = await latestVersion(theStore().read, borough.authorityId, id);
    expect(version?.number).toBe(1);
    expect((await does({ intent: 'erase', reference: 'CCCC-CCCC' })).status).toBe(422);
    await does({ intent: 'erase', reference: reference.toLowerCase() });
    expect(await answersTo(id)).toEqual([]);
  });

  it('bring answers in from the command line, which refuses what the pages refuse', async () => {
    const { id } = await openFamilySurvey();
    const folder = mkdtempSync(path.join(tmpdir(), 'answers-'));
    const run = async (text: string, ...flags: string[]) => {
      writeFileSync(path.join(folder, 'answers.csv'), text);
      const printed: unknown[] = [];
      const io = { print: () => 0, say: () => 0, json: (value: unknown) => printed.push(value) };
      const args = ['import', 'answers', path.join(folder, 'answers.csv'), '--json', ...flags];
      const exit = await throughline(args, io);
      return { exit, report: printed[0] };
    };
    const here = ['--programme', borough.programme.id, '--survey', id];
    const dry = await run(GOOD, '--dry-run');
    expect(dry).toMatchObject({
      exit: 0,
      report: {
        rows: 2,
        problems: [],
        imported: null,
        questions: [
          { name: 'hubUse', type: 'radiogroup', columns: ['hubUse'] },
          { name: 'how-old-are-you', type: 'radiogroup', columns: ['How old are you?'] },
        ],
        leftOut: [{ column: 'Name' }],
      },
    });
    const bad = await run(GOOD.replace('knew', 'perhaps'), ...here);
    expect(bad).toMatchObject({ exit: 1, report: { problems: [{ line: 3, column: 'hubUse' }] } });
    expect(await answersTo(id)).toEqual([]);
    expect(await run(GOOD, ...here)).toMatchObject({ exit: 0, report: { imported: 2 } });
    expect(await answersTo(id)).toHaveLength(2);
    expect((await run(GOOD, '--survey', id)).exit).toBe(2);
  });
});

describe('the demonstration borough’s survey', () => {
  it('holds about 400 believable answers, hardly any from fathers, and is open', async () => {
    const { demoSurvey } = await import('#db/demo/survey.ts');
    const { authorityId, asha, priya, tom, grace, ...made } = await makeBorough('Demoborough');
    const places = ['Aldermere', 'Brookside', 'Canal Quarter', 'Dunsley', 'Eastmoor'];
    const programme = { ...made.programme, places };
    const now = new Date();
    const people = { administrator: asha, lead: priya, facilitator: tom, commissioner: grace };
    const { surveyId } = await demoSurvey({ authorityId, programme, now, ...people });
    const rows = await responsesTo(theStore().read, authorityId, surveyId);
    expect(rows.length).toBeGreaterThan(380);
    const fathers = rows.filter(({ answers }) => answers['relationship'] === 'father').length;
    expect(fathers / rows.length).toBeGreaterThan(0.03);
    expect(fathers / rows.length).toBeLessThan(0.07);
    const words = rows
      .map(({ answers }) => answers['oneThing'])
      .filter((said) => typeof said === 'string');
    expect(new Set(words).size).toBeGreaterThan(100);
    expect(new Set(rows.map(({ answeredOn }) => answeredOn)).size).toBe(31);
    const survey = await surveyOf(theStore().read, programme, surveyId);
    expect(stateOn(survey, dayOf(now))).toBe('open');
  });
});
