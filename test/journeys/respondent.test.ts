import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { dayOf } from '#app/ui/words.ts';
import { countPace } from '#db/languages.ts';
import { newId } from '#db/ids.ts';
import { auditOf } from '#db/people.ts';
import { drafts, surveyVersions } from '#db/schema/index.ts';
import { theStore } from '#db/store.server.ts';
import { closeSurvey, openSurvey, surveyOf } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';
import * as check from '#app/routes/s.$code.check/route.tsx';
import * as done from '#app/routes/s.$code.done/route.tsx';
import * as door from '#app/routes/s.$code._index/route.tsx';
import * as erase from '#app/routes/s.$code.erase/route.tsx';
import * as question from '#app/routes/s.$code.q.$page/route.tsx';
import * as taking from '#app/routes/s.$code.return/route.tsx';
import * as saved from '#app/routes/s.$code.saved/route.tsx';
import * as languages from '#app/routes/languages._index/route.tsx';
import * as language from '#app/routes/languages.$language/route.tsx';
import * as file from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.paper.$form/route.tsx';
import * as paper from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.paper._index/route.tsx';
import * as script from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.script/route.tsx';
import { responsesTo } from '../answers-to.ts';

let borough: Borough;

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
});
afterAll(() => theStore().close());

/** A poll of an event, open in English, Polish and Urdu. */
async function openPoll(): Promise<{ id: string; code: string }> {
  const { priya, programme } = borough;
  const id = await startSurvey(priya, programme, {
    templateId: 'event-poll',
    title: 'How was today?',
    opensOn: null,
    closesOn: null,
    privacyNotice: 'We ask how it was. Staff see the answers. We delete them after {keepUntil}.',
    keepUntil: '2099-12-31',
  });
  await openSurvey(priya, programme, id, dayOf(new Date()));
  await theStore().write(null, (tx) =>
    tx
      .update(surveyVersions)
      .set({ languages: ['pl', 'ur'] })
      .where(eq(surveyVersions.surveyId, id)),
  );
  const { code } = await surveyOf(theStore().read, programme, id);
  return { id, code };
}

const answersTo = (id: string) => responsesTo(theStore().read, borough.authorityId, id);

class Phone extends BrowserOf {
  constructor(private readonly code: string) {
    super();
  }

  front(query = '') {
    return this.get(door.loader, `/s/${this.code}${query}`, { code: this.code });
  }

  page(page: string, query = '') {
    return this.get(question.loader, `/s/${this.code}/q/${page}${query}`, {
      code: this.code,
      page,
    });
  }

  answer(page: string, fields: Record<string, string>, query = '') {
    const params = { code: this.code, page };
    const url = `/s/${this.code}/q/${page}${query}`;
    return this.post(question.action, url, { intent: 'next', ...fields }, params);
  }

  on<T extends { loader: unknown; action: unknown }>(route: T, name: string) {
    const url = `/s/${this.code}/${name}`;
    const params = { code: this.code };
    return {
      see: () => this.get(route.loader as typeof saved.loader, url, params),
      send: (fields: Record<string, string>) =>
        this.post(route.action as typeof taking.action, url, fields, params),
    };
  }

  /** Answers what there is and sends it; the reference. */
  async sendAll(): Promise<string> {
    const first = await this.firstPage();
    let page: string | undefined = first;
    const { began } = (await this.page(first)).data;
    for (let i = 0; i < 10 && page !== undefined; i += 1) {
      const fields: Record<string, string> = began ? { began } : {};
      const shown = (await this.page(page)).data.page;
      for (const part of shown.parts) {
        const [option] = part.kind === 'question' ? part.options : [];
        if (option) fields[part.name] = option.value;
      }
      const came = await this.answer(page, fields);
      page = /\/q\/([\w-]+)$/.exec(came.location ?? '')?.[1];
    }
    const params = { code: this.code };
    const { submissionKey } = (await this.get(check.loader, `/s/${this.code}/check`, params)).data;
    await this.post(check.action, `/s/${this.code}/check`, { key: submissionKey }, params);
    return (await this.get(done.loader, `/s/${this.code}/done`, params)).data.reference;
  }

  async firstPage(): Promise<string> {
    const { door: shown } = (await this.front()).data;
    return /\/q\/([\w-]+)$/.exec(shown?.startHref ?? '')?.[1] ?? '';
  }
}

describe('a language', () => {
  it('is chosen once and keeps what was answered; the answers keep the language', async () => {
    const { id, code } = await openPoll();
    const phone = new Phone(code);
    const first = await phone.firstPage();
    const chosen = await phone.front('?lang=ur');
    expect(chosen.location).toBe(`/s/${code}`);
    const { frame } = (await phone.front()).data;
    expect(frame).toMatchObject({ lang: 'ur', dir: 'rtl', unchecked: true, partly: true });
    expect(frame.languages).toEqual(['en', 'pl', 'ur']);

    const wrong = await phone.answer(first, {});
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.data)).toMatch(/\p{Script=Arabic}/u);
    // Another language with the form half filled in: nothing is lost and nothing is judged.
    const other = await phone.answer(first, { intent: 'language', [first]: '4' }, '?in=pl');
    expect(other.status).toBe(200);
    expect(other.data).toMatchObject({ problems: [], fields: { [first]: ['4'] } });
    expect((await phone.page(first)).data.frame.lang).toBe('pl');

    await phone.sendAll();
    expect((await answersTo(id)).map(({ language: spoken }) => spoken)).toEqual(['pl']);
  });

  it('that the survey does not have is not taken', async () => {
    const { code } = await openPoll();
    const phone = new Phone(code);
    expect((await phone.front('?lang=so')).location).toBe(`/s/${code}`);
    expect((await phone.front()).data.frame.lang).toBe('en');
    expect((await phone.front('?lang=%3Cscript%3E')).location).toBe(`/s/${code}`);
    expect((await phone.front()).data.frame.lang).toBe('en');
  });

  it('is unchecked until an administrator says that a speaker looked at it', async () => {
    const { code } = await openPoll();
    const phone = new Phone(code);
    await phone.front('?lang=pl');
    const asha = await BrowserOf.signedIn(borough.asha);
    const priya = await BrowserOf.signedIn(borough.priya);
    const url = '/languages/pl';
    const params = { language: 'pl' };
    const checked = { intent: 'checked', checkedBy: 'Ola, interpreter', checkedOn: '2026-05-01' };
    expect((await priya.post(language.action, url, checked, params)).status).toBe(403);
    expect((await asha.post(language.action, url, checked, params)).location).toBe(url);
    expect((await phone.front()).data.frame.unchecked).toBe(false);

    // A better wording is shown at once, and needs another look.
    const lost = { intent: 'wording', name: 'closesOn', wording: 'Do końca' };
    expect((await asha.post(language.action, url, lost, params)).status).toBe(422);
    const better = { intent: 'wording', name: 'startNow', wording: 'Zaczynamy' };
    expect((await asha.post(language.action, url, better, params)).status).toBe(302);
    const { frame } = (await phone.front()).data;
    expect(frame).toMatchObject({ unchecked: true, wordings: { startNow: 'Zaczynamy' } });
    await asha.post(language.action, url, { ...checked, checkedBy: 'Ola again' }, params);
    expect((await phone.front()).data.frame.unchecked).toBe(false);
    const { rows } = (await priya.get(languages.loader, '/languages')).data;
    expect(rows.find((row) => row.code === 'pl')).toMatchObject({ checkedBy: 'Ola again' });
    expect(rows.find((row) => row.code === 'ur')).toMatchObject({ checkedBy: null });
    await asha.post(language.action, url, { intent: 'unchecked' }, params);
    expect((await phone.front()).data.frame.unchecked).toBe(true);
  });
});

describe('saved answers', () => {
  it('go on with four words on another phone, and only there', async () => {
    const { code } = await openPoll();
    const phone = new Phone(code);
    const first = await phone.firstPage();
    const { began } = (await phone.page(first)).data;
    const later = await phone.answer(first, { intent: 'later', [first]: '4', began: began ?? '' });
    expect(later.location).toBe(`/s/${code}/saved`);
    const { phrase, numbers } = (await phone.on(saved, 'saved').see()).data;
    expect(phrase).toMatch(/^([a-z]+ ){3}[a-z]+$/);
    const [row] = await theStore().read.select().from(drafts);
    // One word alone may be the name of a column; all four, however joined, are there only if kept.
    const together = new RegExp(phrase.split(' ').join('[^a-z]*'), 'i');
    expect(JSON.stringify(row)).not.toMatch(together);

    const other = new Phone(code);
    const come = other.on(taking, 'return');
    expect((await come.send({ phrase: '' })).status).toBe(422);
    expect((await come.send({ phrase: 'apple canoe lamp lamp' })).status).toBe(422);
    const came = await come.send({ phrase: ` ${phrase.toUpperCase()} ` });
    expect(came.location).toMatch(new RegExp(`^/s/${code}/`));
    expect((await other.page(first)).data.page.fields).toEqual({ [first]: ['4'] });
    // The first phone no longer holds them, until the words are typed there; numbers do as well.
    expect((await phone.front()).data.door?.carryOnHref).toBeNull();
    expect((await phone.on(taking, 'return').send({ phrase: numbers })).status).toBe(302);
    expect((await phone.page(first)).data.page.fields).toEqual({ [first]: ['4'] });
    expect((await other.front()).data.door?.carryOnHref).toBeNull();
  });

  it('are taken off a shared phone, and other surveys know nothing of the words', async () => {
    const { code } = await openPoll();
    const phone = new Phone(code);
    const first = await phone.firstPage();
    await phone.answer(first, { intent: 'later', [first]: '4' });
    const { phrase } = (await phone.on(saved, 'saved').see()).data;
    expect((await phone.on(saved, 'saved').send({ intent: 'take-off' })).location).toBe(
      `/s/${code}`,
    );
    expect((await phone.front()).data.door?.carryOnHref).toBeNull();
    expect((await phone.on(saved, 'saved').see()).location).toBe(`/s/${code}`);
    const { code: elsewhere } = await openPoll();
    expect((await new Phone(elsewhere).on(taking, 'return').send({ phrase })).status).toBe(422);
    expect((await phone.on(taking, 'return').send({ phrase })).status).toBe(302);
  });
});

describe('a family deletes what it sent', () => {
  it('with its reference, after one question, also when the survey is closed', async () => {
    const { id, code } = await openPoll();
    const [mine, theirs] = [await new Phone(code).sendAll(), await new Phone(code).sendAll()];
    await closeSurvey(borough.priya, borough.programme, id);
    const anybody = new Phone(code).on(erase, 'erase');
    expect((await anybody.send({ intent: 'find', reference: '' })).status).toBe(422);
    expect((await anybody.send({ intent: 'find', reference: 'CCCC-CCCC' })).status).toBe(422);
    const found = await anybody.send({ intent: 'find', reference: ` ${mine.toLowerCase()} ` });
    expect(found.data).toMatchObject({ sure: mine });
    expect((await anybody.send({ intent: 'keep', reference: mine })).location).toBe(`/s/${code}`);
    expect(await answersTo(id)).toHaveLength(2);
    const gone = await anybody.send({ intent: 'erase', reference: mine });
    expect(gone.location).toBe(`/s/${code}`);
    expect((await answersTo(id)).map(({ reference }) => reference)).toEqual([theirs]);
    const [last] = await auditOf(theStore().read, borough.authorityId, 0, 1);
    expect(last).toMatchObject({ action: 'answers.erased', personName: 'A family' });
    expect(JSON.stringify(last)).not.toContain(mine);
  });
});

describe('signs that answers may not come from a family', () => {
  it('are kept as codes, and nobody is turned away', async () => {
    const { id, code } = await openPoll();
    await theStore().write(null, async (tx) => {
      const { authorityId } = borough;
      for (let i = 0; i < 20; i += 1) {
        await countPace(tx, { id: newId(), authorityId, surveyId: id, step: 40 });
      }
    });
    const phone = new Phone(code);
    await phone.sendAll();
    expect((await phone.front()).data.door?.answeredBefore).toBe(true);
    await phone.sendAll();
    const flags = (await answersTo(id)).map(({ flag }) => flag).sort();
    expect(flags).toEqual(['too-fast', 'too-fast answered-before']);
  });
});

describe('paper forms and scripts', () => {
  const where = (id: string, page: string) =>
    `/programmes/${borough.programme.id}/needs/surveys/${id}/${page}`;
  const params = (id: string, more = {}) => ({
    programmeId: borough.programme.id,
    surveyId: id,
    ...more,
  });

  it('are there in the languages of the survey and in no other', async () => {
    const { id } = await openPoll();
    const grace = await BrowserOf.signedIn(borough.grace);
    const page = await grace.get(paper.loader, where(id, 'paper'), params(id));
    expect(page.data.languages.map(({ code, checked }) => [code, checked])).toEqual([
      ['en', true],
      ['pl', false],
      ['ur', false],
    ]);
    const form = 'ur-large.pdf';
    const got = await grace.get(file.loader, where(id, `paper/${form}`), params(id, { form }));
    expect(got.response?.headers.get('content-disposition')).toMatch(/filename="form-\w+-ur-large/);
    expect(got.text.slice(0, 5)).toBe('%PDF-');
    for (const none of ['so-a4.pdf', 'en-a3.pdf', '../x']) {
      const at = params(id, { form: none });
      expect((await grace.get(file.loader, where(id, 'paper/x'), at)).status, none).toBe(404);
    }
    const read = await grace.get(script.loader, where(id, 'script?language=pl'), params(id));
    expect(read.data.script.sections[0]?.parts[0]).toMatchObject({
      question: { number: 1, how: 'Zaznacz jedną kratkę', title: { lang: 'en' } },
    });
    const unknown = await grace.get(script.loader, where(id, 'script?language=so'), params(id));
    expect(unknown.status).toBe(404);
  });

  it('say where to send them, as staff who run surveys decide', async () => {
    const { id } = await openPoll();
    const [grace, priya] = [
      await BrowserOf.signedIn(borough.grace),
      await BrowserOf.signedIn(borough.priya),
    ];
    const url = where(id, 'paper');
    const fields = { returnAddress: 'The hub\nHigh Street', returnBy: '2026-12-01' };
    expect((await grace.post(paper.action, url, fields, params(id))).status).toBe(403);
    const long = { ...fields, returnAddress: 'a\n'.repeat(20) };
    expect((await priya.post(paper.action, url, long, params(id))).status).toBe(422);
    expect((await priya.post(paper.action, url, fields, params(id))).location).toBe(url);
    const again = { ...fields, returnBy: '' };
    expect((await priya.post(paper.action, url, again, params(id))).location).toBe(url);
    const { data } = await grace.get(paper.loader, url, params(id));
    expect(data).toMatchObject({ returnAddress: fields.returnAddress, returnBy: '' });
  });
});
