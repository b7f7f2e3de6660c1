import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '#app/ui/words.ts';
import { responsesTo } from '#db/survey.ts';
import { theStore } from '#db/store.server.ts';
import { closeSurvey, openSurvey } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { stateOn } from '#app/survey/survey.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';
import * as check from '#app/routes/s.$code.check/route.tsx';
import * as done from '#app/routes/s.$code.done/route.tsx';
import * as door from '#app/routes/s.$code._index/route.tsx';
import * as question from '#app/routes/s.$code.q.$page/route.tsx';

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
    const all = { intent: 'next', ...fields };
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
    expect(front.data.door).toMatchObject({ minutes: '8 minutes', carryOnHref: null });
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
    expect(later.location).toBe(`/s/${code}`);
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
      day: 'Wednesday 1 January 2098',
    });
  });
});

describe('the demonstration borough’s survey', () => {
  it('holds about 400 believable answers, hardly any from fathers, and is open', async () => {
    const { demoSurvey } = await import('#db/demo/survey.ts');
    const { authorityId, programme, asha, priya, tom, grace } = await makeBorough('Demoborough');
    const now = new Date();
    const people = { administrator: asha, lead: priya, facilitator: tom, commissioner: grace };
    const { surveyId } = await demoSurvey({ authorityId, programme, now, ...people });
    const rows = await responsesTo(theStore().read, authorityId, surveyId);
    expect(rows.length).toBeGreaterThan(380);
    const fathers = rows.filter(({ answers }) => answers['relationship'] === 'father').length;
    expect(fathers / rows.length).toBeGreaterThan(0.03);
    expect(fathers / rows.length).toBeLessThan(0.07);
    const words = rows.map(({ answers }) => answers['oneThing']).filter((said) => said != null);
    expect(new Set(words).size).toBeGreaterThan(100);
    expect(new Set(rows.map(({ answeredOn }) => answeredOn)).size).toBe(31);
    const survey = await surveyOf(theStore().read, programme, surveyId);
    expect(stateOn(survey, dayOf(now))).toBe('open');
  });
});
