import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Definition } from '#app/survey/definition.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { auditOf } from '#db/people.ts';
import { versionsOf } from '#db/survey-edits.ts';
import { theStore } from '#db/store.server.ts';
import { sentenceOf } from '#app/people/audit.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';
import * as answerCheck from '#app/routes/s.$code.check/route.tsx';
import * as answerPage from '#app/routes/s.$code.q.$page/route.tsx';
import * as checking from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.check/route.tsx';
import * as languages from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.languages._index/route.tsx';
import * as translating from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.languages.$language/route.tsx';
import * as adding from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.questions.add/route.tsx';
import * as bank from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.questions.bank/route.tsx';
import * as file from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.questions.file/route.tsx';
import * as history from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.questions.history/route.tsx';
import * as changing from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.questions.q.$name/route.tsx';
import * as questions from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.questions._index/route.tsx';
import * as when from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.questions.when/route.tsx';
import * as json from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.questionnaire[.]json/route.tsx';
import * as texts from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.texts[.]csv/route.tsx';
import * as version from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.versions.$number/route.tsx';
import * as preview from '#app/routes/programmes.$programmeId_.needs.surveys.$surveyId.pages/route.tsx';
import * as words from '#app/routes/words/route.tsx';
import { responsesTo } from '../answers-to.ts';

let borough: Borough;

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
});
afterAll(() => theStore().close());

const NOTICE =
  'We ask to plan help for families: it is our public task. Staff see the answers. We delete them after {keepUntil}.';

/** A short poll in draft, and the pages of its editor as somebody. */
async function drafted() {
  const id = await startSurvey(borough.priya, borough.programme, {
    templateId: 'event-poll',
    title: 'How was today?',
    opensOn: null,
    closesOn: null,
    privacyNotice: NOTICE,
    keepUntil: '2099-12-31',
  });
  const params = { programmeId: borough.programme.id, surveyId: id };
  const at = `/programmes/${params.programmeId}/needs/surveys/${id}`;
  return { id, params, at };
}
type Drafted = Awaited<ReturnType<typeof drafted>>;

const seenBy = async (who: BrowserOf, { at, params }: Drafted) =>
  String((await who.get(questions.loader, `${at}/questions`, params)).data.seen);

async function press(who: BrowserOf, survey: Drafted, what: string) {
  const fields = { do: what, seen: await seenBy(who, survey) };
  return who.post(questions.action, `${survey.at}/questions`, fields, survey.params);
}

async function order(who: BrowserOf, { at, params }: Drafted): Promise<string[]> {
  const { pages } = (await who.get(questions.loader, `${at}/questions`, params)).data;
  return pages.flatMap(({ rows }) => rows.map(({ name }) => name));
}

async function publish(who: BrowserOf, { at, params }: Drafted, accept = true) {
  const page = await who.get(checking.loader, `${at}/check`, params);
  const shown = page.data.checks
    .filter(({ level }) => level === 'warning')
    .map(({ called, message }) => `${called}: ${message}.`);
  const fields = { seen: String(page.data.seen), shown, ...(accept ? { accept: 'yes' } : {}) };
  return who.post(checking.action, `${at}/check`, fields, params);
}

describe('a lead', () => {
  it('adds, branches, moves, removes and takes back; then publishes, edits and publishes again', async () => {
    const priya = await BrowserOf.signedIn(borough.priya);
    const survey = await drafted();
    const { at, params, id } = survey;
    const before = await order(priya, survey);
    const page =
      (await priya.get(questions.loader, `${at}/questions`, params)).data.pages[0]?.name ?? '';
    const [first = ''] = before;

    const fields = {
      title: 'How did you get here?',
      kind: 'radiogroup',
      answers: 'By bus\nOn foot',
    };
    const empty = await priya.post(
      adding.action,
      `${at}/questions/add?page=${page}&after=${first}`,
      { ...fields, seen: '0', answers: '' },
      params,
    );
    expect(empty.data).toMatchObject({
      problems: [{ field: 'answers' }],
      typed: { title: fields.title },
    });
    const added = await priya.post(
      adding.action,
      `${at}/questions/add?page=${page}&after=${first}`,
      { ...fields, seen: '0' },
      params,
    );
    expect(added.location).toBe(`${at}/questions/q/howDidYouGetHere`);

    const own = { ...fields, title: 'Was the bus on time?', kind: 'boolean', seen: '1' };
    await priya.post(
      adding.action,
      `${at}/questions/add?page=${page}&after=howDidYouGetHere`,
      own,
      params,
    );
    const whenAt = `${at}/questions/when?of=element&name=wasTheBusOnTime&question=howDidYouGetHere`;
    const asked = await priya.post(
      when.action,
      whenAt,
      { seen: '2', do: 'add', question: 'howDidYouGetHere', operator: 'anyof', answers: 'by-bus' },
      params,
    );
    expect(asked.status).toBe(302);
    expect((await priya.get(when.loader, whenAt, params)).data.whole).toBe(
      'the answer to “How did you get here?” is “By bus”',
    );

    const refused = await press(priya, survey, 'up wasTheBusOnTime');
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({
      problems: [{ message: expect.stringContaining('not asked on an earlier page') as string }],
    });
    expect((await press(priya, survey, 'remove wasTheBusOnTime')).location).toBe(`${at}/questions`);
    expect(await order(priya, survey)).not.toContain('wasTheBusOnTime');
    await press(priya, survey, 'undo');
    expect(await order(priya, survey)).toEqual([
      first,
      'howDidYouGetHere',
      'wasTheBusOnTime',
      ...before.slice(1),
    ]);

    await priya.post(
      bank.action,
      `${at}/questions/bank?page=${page}&after=${first}`,
      { seen: await seenBy(priya, survey), key: 'family-needs:hubUse' },
      params,
    );
    expect(await order(priya, survey)).toContain('hubUse');
    await press(priya, survey, 'undo');

    expect((await publish(priya, survey)).location).toBe(at);
    const { code } = await surveyOf(theStore().read, borough.programme, id);
    const began = new BrowserOf();
    const answer = (who: BrowserOf, name: string, given: Record<string, string> = {}) =>
      who.post(
        answerPage.action,
        `/s/${code}/q/${name}`,
        { intent: 'next', ...given },
        { code, page: name },
      );
    const start = (await priya.get(preview.loader, `${at}/pages`, params)).data.page?.name ?? '';
    const option = (
      await began.get(answerPage.loader, `/s/${code}/q/${start}`, { code, page: start })
    ).data.page.parts[0];
    const given = option?.kind === 'question' ? (option.options[0]?.value ?? '') : '';
    expect((await answer(began, start, { [start]: given })).location).toBe(
      `/s/${code}/q/howDidYouGetHere`,
    );

    await press(priya, survey, 'remove wasTheBusOnTime');
    const form = {
      seen: await seenBy(priya, survey),
      press: 'save',
      title: 'How did you come here?',
      choiceType: 'radiogroup',
      'choice-0': 'By bus',
      'code-0': 'by-bus',
      'choice-1': 'On foot',
      'code-1': 'on-foot',
      more: 'By car',
      required: 'no',
    };
    const saved = await priya.post(changing.action, `${at}/questions/q/howDidYouGetHere`, form, {
      ...params,
      name: 'howDidYouGetHere',
    });
    expect(saved.status).toBe(302);
    expect((await publish(priya, survey)).location).toBe(at);

    // Who had begun is asked what version 1 asks, to the end.
    expect((await answer(began, 'howDidYouGetHere', { howDidYouGetHere: 'by-bus' })).location).toBe(
      `/s/${code}/q/wasTheBusOnTime`,
    );
    await answer(began, 'wasTheBusOnTime', { wasTheBusOnTime: 'true' });
    const key = (await began.get(answerCheck.loader, `/s/${code}/check`, { code })).data
      .submissionKey;
    await began.post(answerCheck.action, `/s/${code}/check`, { key }, { code });
    const [row] = await responsesTo(theStore().read, borough.authorityId, id);
    const versions = await versionsOf(theStore().read, borough.authorityId, id);
    expect(versions.map((one) => [one.version.number, one.answers])).toEqual([
      [1, 1],
      [2, 0],
    ]);
    expect(row?.answers).toMatchObject({ howDidYouGetHere: 'by-bus', wasTheBusOnTime: true });

    const second = await priya.get(version.loader, `${at}/versions/2`, { ...params, number: '2' });
    expect(second.data.difference).toMatchObject([
      {
        kind: 'changed',
        called: 'How did you come here?',
        changes: [
          { what: 'Wording', was: 'How did you get here?', is: 'How did you come here?' },
          { what: 'Answer', was: '', is: 'By car' },
        ],
      },
      { kind: 'removed', called: 'Was the bus on time?' },
    ]);
    const rows = await auditOf(theStore().read, borough.authorityId, 0, 50);
    expect(rows.map(sentenceOf)).toContain(
      'Priya Shah changed the questions of “How was today?”: removed “Was the bus on time?”',
    );
  });

  it('is stopped by what must be mended, and reads what may be accepted', async () => {
    const priya = await BrowserOf.signedIn(borough.priya);
    const survey = await drafted();
    const { at, params } = survey;
    await priya.post(words.action, '/words', {
      intent: 'add',
      words: 'today',
      instead: 'this morning',
      saidBy: 'Parents at Brookside, May',
    });
    const shown = (await priya.get(checking.loader, `${at}/check`, params)).data;
    expect(shown.checks.map(({ code }) => code)).toContain('disliked');
    expect((await publish(priya, survey, false)).data).toMatchObject({
      problems: [{ field: 'accept' }],
    });
    const unread = { seen: String(shown.seen), accept: 'yes' };
    expect((await priya.post(checking.action, `${at}/check`, unread, params)).status).toBe(422);
    const other = await priya.get(words.loader, '/words');
    const id = other.data.rows[0]?.id ?? '';
    await priya.post(words.action, '/words', { intent: 'remove', id });

    const [first = '', next = ''] = await order(priya, survey);
    const whenAt = `${at}/questions/when?of=element&name=${next}&question=${first}`;
    for (const operator of ['empty', 'notempty']) {
      const fields = { seen: await seenBy(priya, survey), do: 'add', question: first, operator };
      await priya.post(when.action, whenAt, fields, params);
    }
    const found = (await priya.get(checking.loader, `${at}/check`, params)).data.checks;
    expect(found[0]).toMatchObject({ level: 'obstacle', code: 'never-asked', about: next });
    expect((await publish(priya, survey)).status).toBe(422);
    expect(await versionsOf(theStore().read, borough.authorityId, survey.id)).toEqual([]);
  });

  it('takes a questionnaire away and brings it back the same; a bad file changes nothing', async () => {
    const priya = await BrowserOf.signedIn(borough.priya);
    const survey = await drafted();
    const { at, params } = survey;
    const { text } = await priya.get(json.loader, `${at}/questionnaire.json`, params);
    const send = async (content: string) =>
      priya.post(
        file.action,
        `${at}/questions/file`,
        { seen: await seenBy(priya, survey), file: new File([content], 'q.json') },
        params,
      );
    const bad = await send('{"elements":[{"type":"file","name":"photo"}]}');
    expect(bad.data).toMatchObject({ refused: [{ element: 'photo' }] });
    expect((await send('{"elements":')).data).toMatchObject({ refused: [{ element: 'file' }] });
    const other = '{"elements":[{"type":"boolean","name":"ok","title":"All right?"}]}';
    expect((await send(other)).location).toBe(`${at}/questions`);
    expect(await order(priya, survey)).toEqual(['ok']);
    await send(text);
    expect((await priya.get(json.loader, `${at}/questionnaire.json`, params)).text).toBe(text);
    const { edits } = (await priya.get(history.loader, `${at}/questions/history`, params)).data;
    expect(edits).toHaveLength(3);
    await priya.post(history.action, `${at}/questions/history`, { to: '1', seen: '2' }, params);
    expect(await order(priya, survey)).toEqual(['ok']);
  });

  it('translates beside the English, by page and by file, and sees it from right to left', async () => {
    const priya = await BrowserOf.signedIn(borough.priya);
    const survey = await drafted();
    const { at, params, id } = survey;
    await priya.post(languages.action, `${at}/languages`, { language: ['ur', 'pl', 'xx'] }, params);
    const urdu = { ...params, language: 'ur' };
    const page = await priya.get(translating.loader, `${at}/languages/ur`, urdu);
    expect(page.data.texts.map(({ key }) => key).slice(0, 2)).toEqual([
      'survey/title',
      'survey/privacyNotice',
    ]);
    const all = page.data.texts.length;
    const [, , question] = page.data.texts;
    const typed = {
      intent: 'save',
      seen: String(page.data.seen),
      'key-0': 'survey/title',
      'was-0': '',
      'text-0': 'آج کیسا رہا؟',
      'key-1': question?.key ?? '',
      'was-1': '',
      'text-1': 'سوال',
    };
    expect((await priya.post(translating.action, `${at}/languages/ur`, typed, urdu)).status).toBe(
      302,
    );
    const csv = await priya.get(texts.loader, `${at}/texts.csv?language=ur`, params);
    const lines = csv.text.split('\r\n');
    expect(lines[0]).toBe('key,where,English,ur');
    const filled = lines.map((line, i) => (i > 2 && line.endsWith(',') ? `${line}ترجمہ` : line));
    filled.push('gone/title,x,Gone,ترجمہ');
    const brought = await priya.post(
      translating.action,
      `${at}/languages/ur`,
      { intent: 'file', seen: '1', file: new File([filled.join('\r\n')], 'ur.csv') },
      urdu,
    );
    expect(brought.data).toMatchObject({
      leftOut: [{ message: 'There is no text “gone/title” any more' }],
    });
    const after = (await priya.get(translating.loader, `${at}/languages/ur`, urdu)).data;
    expect(after.missing).toBeLessThanOrEqual(1);
    expect(after.texts).toHaveLength(all);
    const shown = await priya.get(preview.loader, `${at}/pages?lang=ur`, params);
    expect(shown.data.frame).toMatchObject({ lang: 'ur', dir: 'rtl', title: 'آج کیسا رہا؟' });
    expect((await surveyOf(theStore().read, borough.programme, id)).languages).toEqual([
      'ur',
      'pl',
    ]);
    await publish(priya, survey);
    const [first] = await versionsOf(theStore().read, borough.authorityId, id);
    expect(first?.version.languages).toEqual(['ur', 'pl']);
  });
});

describe('two people at one questionnaire', () => {
  it('keep what each changed, and are told where both changed the same', async () => {
    const [priya, asha] = [
      await BrowserOf.signedIn(borough.priya),
      await BrowserOf.signedIn(borough.asha),
    ];
    const survey = await drafted();
    const { at, params } = survey;
    const before = JSON.parse(
      (await priya.get(json.loader, `${at}/questionnaire.json`, params)).text,
    ) as Definition;
    const open = before.pages
      .flatMap(({ elements }) => elements)
      .find(({ type }) => type === 'comment');
    const name = open?.name ?? '';
    const save = (who: BrowserOf, fields: Record<string, string>) =>
      who.post(
        changing.action,
        `${at}/questions/q/${name}`,
        { seen: '0', press: 'save', title: 'What now?', required: 'no', ...fields },
        { ...params, name },
      );
    expect((await save(asha, { description: 'In your own words' })).status).toBe(302);
    const late = await save(priya, { title: 'What should we do next?' });
    expect(late.status).toBe(422);
    expect(late.data).toMatchObject({
      problems: [{ message: expect.stringMatching(/^Asha Brandt changed the wording/) as string }],
      typed: { title: 'What should we do next?', seen: '1' },
      theirs: { title: 'What now?' },
    });
    const again = await save(priya, {
      title: 'What should we do next?',
      seen: '1',
      longest: '500',
    });
    expect(again.status).toBe(302);
    const now = (await asha.get(json.loader, `${at}/questionnaire.json`, params)).text;
    expect(now).toContain('What should we do next?');
  });

  it('others may look and not change; another authority finds nothing', async () => {
    const survey = await drafted();
    const { at, params } = survey;
    const grace = await BrowserOf.signedIn(borough.grace);
    const page = await grace.get(questions.loader, `${at}/questions`, params);
    expect(page.data.mayEdit).toMatchObject({ yes: false });
    const fields = { do: 'add-page ', seen: '0' };
    expect((await grace.post(questions.action, `${at}/questions`, fields, params)).status).toBe(
      403,
    );
    expect((await grace.get(checking.loader, `${at}/check`, params)).status).toBe(403);
    const other = await makeBorough('Otherborough');
    const stranger = await BrowserOf.signedIn(other.priya);
    const theirs = { programmeId: other.programme.id, surveyId: survey.id };
    const url = `/programmes/${other.programme.id}/needs/surveys/${survey.id}`;
    for (const loader of [questions.loader, json.loader, preview.loader, languages.loader]) {
      expect((await stranger.get<unknown>(loader, url, theirs)).status).toBe(404);
    }
    expect((await stranger.post(questions.action, url, fields, theirs)).status).toBe(404);
  });
});
