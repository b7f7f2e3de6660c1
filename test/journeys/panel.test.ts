import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as newNeed from '#app/routes/programmes.$programmeId.needs.register.new/route.tsx';
import * as help from '#app/routes/m._index/route.tsx';
import * as personalLink from '#app/routes/m.$token/route.tsx';
import * as myPanel from '#app/routes/panel._index/route.tsx';
import * as mine from '#app/routes/panel.consultations.$consultationId._index/route.tsx';
import * as reply from '#app/routes/programmes.$programmeId.back.$themeId._index/route.tsx';
import * as back from '#app/routes/programmes.$programmeId.back._index/route.tsx';
import * as home from '#app/routes/programmes.$programmeId.panel._index/route.tsx';
import * as consultation from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId._index/route.tsx';
import * as editConsultation from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId.edit/route.tsx';
import * as newConsultation from '#app/routes/programmes.$programmeId.panel.consultations.new/route.tsx';
import * as member from '#app/routes/programmes.$programmeId.panel.members.$memberId._index/route.tsx';
import * as contact from '#app/routes/programmes.$programmeId.panel.members.$memberId.contact/route.tsx';
import * as editMember from '#app/routes/programmes.$programmeId.panel.members.$memberId.edit/route.tsx';
import * as memberLink from '#app/routes/programmes.$programmeId.panel.members.$memberId.link/route.tsx';
import * as members from '#app/routes/programmes.$programmeId.panel.members._index/route.tsx';
import * as newMember from '#app/routes/programmes.$programmeId.panel.members.new/route.tsx';
import * as theme from '#app/routes/programmes.$programmeId.panel.themes.$themeId._index/route.tsx';
import * as gather from '#app/routes/programmes.$programmeId.panel.themes.$themeId.gather/route.tsx';
import * as newTheme from '#app/routes/programmes.$programmeId.panel.themes.new/route.tsx';
import * as youSaid from '#app/routes/you-said.$programmeId/route.tsx';
import { links } from '#app/http/links.ts';
import { addMember } from '#app/panel/add-member.server.ts';
import { castVote } from '#app/panel/cast-vote.server.ts';
import { closeConsultation } from '#app/panel/close-consultation.server.ts';
import { makePersonalLink } from '#app/panel/make-personal-link.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import type { Person } from '#app/people/can.ts';
import { openSurvey } from '#app/survey/run-survey.server.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { votesIn } from '#db/consultations.ts';
import { newId } from '#db/ids.ts';
import { evidenceOf } from '#db/needs.ts';
import { auditOf } from '#db/people.ts';
import { personalLinks } from '#db/schema/index.ts';
import type { Store } from '#db/store.server.ts';
import { insertResponse, latestVersion } from '#db/survey.ts';
import { tiesInto, tiesOutOf } from '#db/thread.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

let store: Store;
let borough: Borough;
let tom: BrowserOf;
let priya: BrowserOf;
let grace: BrowserOf;
/** The ids of a programme's page: what a route is called with. */
let at: { programmeId: string };

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  tom = await BrowserOf.signedIn(borough.tom);
  priya = await BrowserOf.signedIn(borough.priya);
  grace = await BrowserOf.signedIn(borough.grace);
  at = { programmeId: borough.programme.id };
});
afterAll(() => store.close());

const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000));
const lastOf = (location: string | null) => location?.split('/').at(-1) ?? '';

/** Somebody on the panel, put there by the facilitator. */
const onPanel = (name: string, change: object = {}, of = borough) =>
  addMember(
    of.tom,
    of.programme,
    MemberForm.parse({ name, kind: 'parent-or-carer', joinedOn: inDays(-60), ...change }),
  );

/** A browser that came in by a personal link. */
async function cameIn(token: string): Promise<BrowserOf> {
  const browser = new BrowserOf();
  await browser.post(personalLink.action, `/m/${token}`, {}, { token });
  return browser;
}

/** A consultation with these statements, open for a fortnight. */
async function openConsultation(title: string, statements: readonly string[]): Promise<string> {
  const fields = { title, purpose: 'The hours are not decided yet.', standing: 'engagement' };
  const id = lastOf((await tom.post(newConsultation.action, '/x', fields, at)).location);
  const params = { ...at, consultationId: id };
  for (const text of statements) {
    await tom.post(consultation.action, '/x', { intent: 'add', text }, params);
  }
  await tom.post(consultation.action, '/x', { intent: 'open', closesOn: inDays(14) }, params);
  return id;
}

describe('the members of the panel', () => {
  test('are added by the facilitator, with an error that keeps what was typed', async () => {
    const typed = { name: 'Leanne Moss', kind: 'parent-or-carer', preferred: 'email' };
    const wrong = await tom.post(newMember.action, '/x', { ...typed, joinedOn: '' }, at);
    expect(wrong.status).toBe(422);
    expect(wrong.data).toMatchObject({
      problems: [{ field: 'joinedOn' }, { field: 'email' }],
      typed,
    });

    const fields = { ...typed, joinedOn: '2026-05-01', email: 'Leanne@example.org', sex: 'female' };
    const done = await tom.post(newMember.action, '/x', fields, at);
    const params = { ...at, memberId: lastOf(done.location) };
    const page = await priya.get(member.loader, '/x', params);
    expect(page.data.member).toMatchObject({ name: 'Leanne Moss', about: { sex: 'female' } });
    expect(JSON.stringify(page.data), 'how to reach her stands apart').not.toContain('leanne@');
    expect((await priya.get(contact.loader, '/x', params)).status).toBe(403);
    const seen = await tom.get(contact.loader, '/x', params);
    expect(seen.data.contact).toMatchObject({ email: 'leanne@example.org', preferred: 'email' });
    const [looked] = await auditOf(store.read, borough.authorityId, 0, 1);
    expect(looked, 'each look is noted').toMatchObject({ action: 'member.contact-seen' });

    const changed = { ...fields, sex: '', phone: '07700 900 982', preferred: 'text' };
    await tom.post(editMember.action, '/x', changed, params);
    expect((await tom.get(contact.loader, '/x', params)).data).toMatchObject({
      contact: { phone: '07700 900 982', preferred: 'text' },
    });
    expect((await tom.get(member.loader, '/x', params)).data.member.about).toEqual({});
  });

  test('are seen by those who may, and others read why not', async () => {
    expect((await grace.get(members.loader, '/x', at)).text).toBe(
      'Only an administrator, a strategic lead or a panel facilitator can see who is on the panel.',
    );
    const page = await grace.get(home.loader, '/x', at);
    expect(page.data.maySee).toMatchObject({ yes: false });
    expect(JSON.stringify(page.data)).not.toContain('Leanne');
    const lead = await priya.post(newMember.action, '/x', {}, at);
    expect(lead.status).toBe(403);
    expect(lead.text).toContain('run the panel');
  });

  test('who left are counted no more, cannot come in, and leave no address behind', async () => {
    const { memberId, person } = await onPanel('Ravi Nair', { email: 'ravi@example.org' });
    const { token } = await makePersonalLink(borough.tom, borough.programme, memberId);
    const params = { ...at, memberId };
    const ravi = await cameIn(token);
    expect((await ravi.get(myPanel.loader, '/panel')).data.name).toBe('Ravi');

    const before = (await tom.get(home.loader, '/x', at)).data.home.parents;
    const early = await tom.post(
      member.action,
      '/x',
      { intent: 'left', leftOn: inDays(-90) },
      params,
    );
    expect(early.data).toMatchObject({ problems: [{ field: 'leftOn' }] });
    await tom.post(member.action, '/x', { intent: 'left', leftOn: inDays(-1) }, params);
    expect((await tom.get(home.loader, '/x', at)).data.home.parents).toBe(before - 1);
    const page = await tom.get(member.loader, '/x', params);
    expect(page.data.member).toMatchObject({ leftOn: inDays(-1), reachable: false });
    expect((await ravi.get(myPanel.loader, '/panel')).location).toBe(links.personalLinkHelp());
    const again = await new BrowserOf().get(personalLink.loader, `/m/${token}`, { token });
    expect(again.status).toBe(404);
    expect(
      (await tom.post(member.action, '/x', { intent: 'left', leftOn: inDays(0) }, params)).status,
    ).toBe(409);
    expect((await tom.post(memberLink.action, '/x', {}, params)).status).toBe(409);
    expect(person.role).toBe('panel-member');
  });
});

describe('a personal link', () => {
  let params: { programmeId: string; memberId: string };
  let memberId: string;
  const make = async () => {
    const { data } = await tom.post(memberLink.action, 'http://hubs.example.org/x', {}, params);
    return { address: data.address, token: lastOf(data.address), qr: data.qr };
  };
  const open = (token: string) =>
    new BrowserOf().get(personalLink.loader, `/m/${token}`, { token });

  beforeAll(async () => {
    ({ memberId } = await onPanel('Aisha Khan'));
    params = { ...at, memberId };
  });

  test('is shown once, as an address and a QR code, and only its hash is kept', async () => {
    const { address, token, qr } = await make();
    expect(address).toBe(`http://hubs.example.org/m/${token}`);
    expect(token.length).toBeGreaterThan(40);
    expect(qr.size).toBeGreaterThan(20);
    const page = await tom.get(memberLink.loader, '/x', params);
    expect(page.data.link.works).toBe(true);
    expect(JSON.stringify(page.data)).not.toContain(token);
    const kept = await store.read.select().from(personalLinks);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  test('is not used up by a program that opens it: only Continue lets somebody in', async () => {
    const { token } = await make();
    const scanner = new BrowserOf();
    const page = await scanner.get(personalLink.loader, `/m/${token}`, { token });
    expect(page.data).toMatchObject({ works: true, authority: { name: 'Testborough' } });
    expect(JSON.stringify(page.data)).not.toContain('Aisha');
    expect((await scanner.get(myPanel.loader, '/panel')).location).toBe('/m');

    const aisha = new BrowserOf();
    const came = await aisha.post(personalLink.action, `/m/${token}`, {}, { token });
    expect(came.location).toBe('/panel');
    expect((await aisha.get(myPanel.loader, '/panel')).data.name).toBe('Aisha');
    const said = (await tom.get(memberLink.loader, '/x', params)).data.link.words;
    expect(said).toContain('It was last used on');
  });

  test('works on another day and another telephone until it is replaced', async () => {
    const first = await make();
    const telephone = await cameIn(first.token);
    expect((await (await cameIn(first.token)).get(myPanel.loader, '/panel')).status).toBe(200);
    const second = await make();
    expect((await open(first.token)).status).toBe(404);
    expect((await telephone.get(myPanel.loader, '/panel')).location).toBe('/m');
    expect((await open(second.token)).data.works).toBe(true);
  });

  test('that is altered, replaced, expired or made up gets one and the same answer', async () => {
    const replaced = await make();
    const { token } = await make();
    const hundredDaysAgo = new Date(Date.now() - 100 * 86_400_000);
    const other = await onPanel('Beth Carter');
    const expired = await makePersonalLink(
      borough.tom,
      borough.programme,
      other.memberId,
      hundredDaysAgo,
    );
    const altered = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    const seen = [];
    for (const wrong of [replaced.token, expired.token, altered, 'nonsense', '']) {
      const page = await open(wrong);
      const sent = await new BrowserOf().post(personalLink.action, '/m/x', {}, { token: wrong });
      seen.push({ page: page.data, status: page.status, sent: sent.data, refused: sent.status });
    }
    const one = {
      page: { works: false, authority: null },
      status: 404,
      sent: { works: false },
      refused: 404,
    };
    expect(seen).toEqual(Array(5).fill(one));
  });

  test('is made only by those who run the panel', async () => {
    for (const browser of [priya, grace]) {
      expect((await browser.post(memberLink.action, '/x', {}, params)).status).toBe(403);
    }
    expect(typeof help.default).toBe('function');
  });
});

describe('a consultation', () => {
  test('is drafted, put in order and opened with what it needs', async () => {
    const fields = { title: 'When should hubs be open?', purpose: 'Open', standing: 'engagement' };
    const id = lastOf((await tom.post(newConsultation.action, '/x', fields, at)).location);
    const params = { ...at, consultationId: id };
    const act = (sent: Record<string, string>) => tom.post(consultation.action, '/x', sent, params);

    const early = await act({ intent: 'open', closesOn: inDays(-1) });
    expect(early.data).toMatchObject({
      problems: [
        { field: 'text', message: 'Add at least one statement' },
        { field: 'closesOn', message: 'The closing day must be after today' },
      ],
      typed: { closesOn: inDays(-1) },
    });
    for (const text of ['Evenings', 'Saturdays', 'Mornings']) await act({ intent: 'add', text });
    const here = async () => (await tom.get(consultation.loader, '/x', params)).data.statements;
    const [, saturdays, mornings] = await here();
    await act({ intent: 'up', statementId: mornings?.id ?? '' });
    await act({
      intent: 'change',
      statementId: saturdays?.id ?? '',
      changedText: 'Saturday mornings',
    });
    expect((await here()).map((one) => one.text)).toEqual([
      'Evenings',
      'Mornings',
      'Saturday mornings',
    ]);
    await act({ intent: 'remove', statementId: mornings?.id ?? '' });
    expect(await here()).toHaveLength(2);

    expect((await act({ intent: 'open', closesOn: inDays(14) })).status).toBe(302);
    expect(await act({ intent: 'add', text: 'Too late' })).toMatchObject({
      status: 422,
      data: { problems: [{ field: 'main' }], typed: { text: 'Too late' } },
    });
    expect((await act({ intent: 'open', closesOn: inDays(14) })).status).toBe(422);
    const edited = await tom.post(
      editConsultation.action,
      '/x',
      { ...fields, version: '2' },
      params,
    );
    expect(edited.status).toBe(422);
  });

  test('changed by two people at once keeps what the second typed', async () => {
    const fields = { title: 'Names', purpose: 'Which name?', standing: 'research' };
    const id = lastOf((await tom.post(newConsultation.action, '/x', fields, at)).location);
    const params = { ...at, consultationId: id };
    const change = (title: string) =>
      tom.post(editConsultation.action, '/x', { ...fields, title, version: '1' }, params);
    expect((await change('Names of hubs')).status).toBe(302);
    const late = await change('What to call hubs');
    expect(late).toMatchObject({ status: 422, data: { typed: { title: 'What to call hubs' } } });
    const page = await tom.get(editConsultation.loader, '/x', params);
    expect(page.data.consultation.title).toBe('Names of hubs');
  });

  test('is answered one statement at a time, once a person, and the last answer stands', async () => {
    const { memberId } = await onPanel('Carol Price');
    const carol = await cameIn(
      (await makePersonalLink(borough.tom, borough.programme, memberId)).token,
    );
    const id = await openConsultation('Your hub', ['It feels welcoming', 'It is easy to reach']);
    const params = { consultationId: id };
    const waiting = await carol.get(myPanel.loader, '/panel');
    expect(waiting.data.panels[0]?.open).toContainEqual(
      expect.objectContaining({ id, statements: 2, answered: 0 }),
    );
    const first = await carol.get(mine.loader, links.memberStatement(id, 1), params);
    const statementId = first.data.statement?.id ?? '';
    const send = (fields: Record<string, string>) =>
      carol.post(mine.action, links.memberStatement(id, 1), { statementId, ...fields }, params);

    const wrong = await send({ comment: 'I typed this' });
    expect(wrong.data).toMatchObject({
      problems: [{ field: 'vote', message: 'Select agree, disagree or unsure' }],
      typed: { comment: 'I typed this' },
    });
    expect((await send({ vote: 'agree', comment: 'The staff smile' })).location).toBe(
      links.memberStatement(id, 2),
    );
    await send({ vote: 'agree', comment: 'The staff smile' });
    await send({ vote: 'disagree', comment: 'Not since March' });
    const votes = await votesIn(store.read, borough.authorityId, id);
    expect(votes).toMatchObject([{ vote: 'disagree', comment: 'Not since March' }]);

    const other = (await carol.get(mine.loader, links.memberStatement(id, 2), params)).data;
    const last = { statementId: other.statement?.id ?? '', vote: 'unsure' };
    const done = await carol.post(mine.action, links.memberStatement(id, 2), last, params);
    expect(done.location).toBe(links.memberConsultation(id));
    const overview = await carol.get(mine.loader, links.memberConsultation(id), params);
    expect(overview.data.mine.progress).toEqual({ answered: 2, of: 2, next: null });

    await closeConsultation(borough.tom, borough.programme, id);
    const late = await send({ vote: 'agree', comment: 'I changed my mind' });
    expect(late).toMatchObject({ status: 409, data: { typed: { comment: 'I changed my mind' } } });
    expect((await votesIn(store.read, borough.authorityId, id))[0]).toMatchObject({
      vote: 'disagree',
    });
    const after = await carol.get(mine.loader, links.memberConsultation(id), params);
    expect(after.data.state).toBe('closed');
    const trail = await auditOf(store.read, borough.authorityId, 0, 200);
    const answered = trail.filter((row) => row.action === 'consultation.answered');
    expect(answered.filter((row) => row.thingId === id)).toHaveLength(1);
    expect(JSON.stringify(trail)).not.toMatch(/Carol|Not since March/);
  });

  test('cannot be answered by staff, by strangers, as a draft, or with another’s statement', async () => {
    const id = await openConsultation('One', ['Yes']);
    const other = await openConsultation('Two', ['No']);
    const { memberId, person } = await onPanel('Dawn Lee');
    const dawn = await cameIn(
      (await makePersonalLink(borough.tom, borough.programme, memberId)).token,
    );
    const params = { consultationId: id };
    expect((await tom.get(mine.loader, '/x', params)).location).toBe('/m');
    expect((await new BrowserOf().post(mine.action, '/x', {}, params)).location).toBe('/m');
    await expect(castVote(borough.tom, id, 'x', { vote: 'agree', comment: '' })).rejects.toThrow(
      'Only a panel member can answer a consultation.',
    );
    const [theirs] = (await tom.get(consultation.loader, '/x', { ...at, consultationId: other }))
      .data.statements;
    const wrong = { statementId: theirs?.id ?? '', vote: 'agree' };
    expect((await dawn.post(mine.action, '/x', wrong, params)).status).toBe(404);

    const draft = { title: 'Draft', purpose: 'Not yet', standing: 'research' };
    const draftId = lastOf((await tom.post(newConsultation.action, '/x', draft, at)).location);
    expect((await dawn.get(mine.loader, '/x', { consultationId: draftId })).status).toBe(404);
    expect(person.authorityId).toBe(borough.authorityId);
  });

  test('of another authority is not found', async () => {
    const elsewhere = await makeBorough('Otherborough');
    const stranger = await BrowserOf.signedIn(elsewhere.tom);
    const id = await openConsultation('Ours', ['Ours alone']);
    const params = { programmeId: elsewhere.programme.id, consultationId: id };
    expect((await stranger.get(consultation.loader, '/x', params)).status).toBe(404);
    const { memberId } = await onPanel('Zoe Hart', {}, elsewhere);
    const { token } = await makePersonalLink(elsewhere.tom, elsewhere.programme, memberId);
    const zoe = await cameIn(token);
    expect((await zoe.get(mine.loader, '/x', { consultationId: id })).status).toBe(404);
    const cross = { programmeId: elsewhere.programme.id, memberId };
    expect((await tom.get(member.loader, '/x', { ...at, memberId })).status).toBe(404);
    expect((await stranger.get(member.loader, '/x', cross)).status).toBe(200);
  });
});

describe('what many said', () => {
  let consultationId: string;
  let themeId: string;
  let leanne: BrowserOf;
  const voters: Person[] = [];

  beforeAll(async () => {
    consultationId = await openConsultation('Opening hours', ['Hubs should open in the evening']);
    const { memberId, person } = await onPanel('Leanne Moss');
    leanne = await cameIn((await makePersonalLink(borough.tom, borough.programme, memberId)).token);
    voters.push(person);
    for (const name of ['Ann', 'Bea', 'Cat', 'Dee', 'Eve', 'Fay']) {
      voters.push((await onPanel(`${name} Reed`)).person);
    }
    const params = { ...at, consultationId };
    const [statement] = (await tom.get(consultation.loader, '/x', params)).data.statements;
    for (const [n, person] of voters.entries()) {
      const comment = n < 4 ? `After work ${n}` : '';
      const vote = n < 5 ? 'agree' : 'disagree';
      await castVote(person, consultationId, statement?.id ?? '', { vote, comment });
    }
    await closeConsultation(borough.tom, borough.programme, consultationId);
    await someFamiliesWrite();
  });

  /** Two families answer the survey in their own words. */
  async function someFamiliesWrite(): Promise<void> {
    const { authorityId, programme } = borough;
    const surveyId = await startSurvey(borough.priya, programme, {
      templateId: 'family-needs',
      title: 'What would help your family?',
      opensOn: null,
      closesOn: null,
      privacyNotice:
        'We ask as our public task, to plan help for families. We delete answers after {keepUntil}.',
      keepUntil: '2099-12-31',
    });
    await openSurvey(borough.priya, programme, surveyId, inDays(0));
    const version = await latestVersion(store.read, authorityId, surveyId);
    for (const [n, words] of ['Evenings, please', 'After work only'].entries()) {
      const row = {
        id: newId(),
        authorityId,
        surveyId,
        versionId: version?.id ?? '',
        reference: `TEST-000${n}`,
        submissionKey: newId(),
        channel: 'web',
        importId: null,
        answeredOn: inDays(0),
        answers: { oneThing: words },
        flag: '',
      };
      await store.write(null, (tx) => insertResponse(tx, row));
    }
  }

  test('is counted closely for the facilitator, and masked for the commissioner', async () => {
    const params = { ...at, consultationId };
    const closely = (await tom.get(consultation.loader, '/x', params)).data.results;
    expect(closely?.statements[0]).toMatchObject({
      base: 7,
      counts: { agree: 5, disagree: 2, unsure: 0 },
    });
    expect(closely?.statements[0]?.comments).toHaveLength(4);
    const masked = (await grace.get(consultation.loader, '/x', params)).data.results;
    expect(masked?.statements[0]).toMatchObject({
      counts: { agree: HIDDEN, disagree: HIDDEN },
      comments: [],
    });
    expect(JSON.stringify(masked)).not.toContain('After work');
  });

  test('is gathered into a theme from votes and from the survey, its words frozen', async () => {
    const fields = { name: 'Times that suit work', definition: 'When hubs are open' };
    themeId =
      (await priya.post(newTheme.action, '/x', fields, at)).location?.split('/').at(-2) ?? '';
    const params = { ...at, themeId };
    const offered = await priya.get(gather.loader, '/x?words=work', params);
    expect(offered.data.comments.map((one) => one.words).sort()).toEqual([
      'After work 0',
      'After work 1',
      'After work 2',
      'After work 3',
      'After work only',
    ]);
    expect(JSON.stringify(offered.data)).not.toMatch(/Leanne|Reed/);

    const none = await priya.post(gather.action, '/x', {}, params);
    expect(none.data).toMatchObject({ problems: [{ field: 'comment' }] });
    const keys = offered.data.comments.map(
      ({ source }) => `${source.kind}:${source.id}:${source.question}`,
    );
    await priya.post(gather.action, '/x', { comment: keys }, params);
    await priya.post(gather.action, '/x', { comment: keys }, params);
    const page = await priya.get(theme.loader, '/x', params);
    expect(page.data.theme).toMatchObject({ comments: 5, people: 5 });
    expect(page.data.gathered?.every((one) => one.now === 'same')).toBe(true);
    const offeredNow = await priya.get(gather.loader, '/x?words=work', params);
    expect(offeredNow.data.found).toBe(0);
    expect((await grace.get(theme.loader, '/x', params)).data.gathered).toBeNull();
    expect((await grace.get(gather.loader, '/x', params)).status).toBe(403);
  });

  test('lets go of a comment that was not about it', async () => {
    const params = { ...at, themeId };
    const other = await priya.get(gather.loader, '/x?words=evenings', params);
    const [comment] = other.data.comments;
    const key = `${comment?.source.kind}:${comment?.source.id}:${comment?.source.question}`;
    await priya.post(gather.action, '/x', { comment: key }, params);
    const added = (await priya.get(theme.loader, '/x', params)).data.gathered?.at(-1);
    expect(added?.words).toBe('Evenings, please');
    const letGo = { intent: 'let-go', excerptId: added?.id ?? '' };
    await priya.post(theme.action, '/x', letGo, params);
    expect((await priya.get(theme.loader, '/x', params)).data.theme.comments).toBe(5);
    expect((await priya.post(theme.action, '/x', letGo, params)).status).toBe(404);
    expect((await grace.post(theme.action, '/x', letGo, params)).status).toBe(403);
  });

  test('becomes evidence of a need, tied on both sides', async () => {
    const params = { ...at, themeId };
    const { makeNeed } = (await priya.get(theme.loader, '/x', params)).data;
    const page = await priya.get(newNeed.loader, makeNeed, at);
    expect(page.data.finding).toEqual({
      kind: 'theme',
      sentence: '5 comments from 5 people under the theme “Times that suit work”.',
    });
    const need = {
      intent: 'add',
      seen: page.data.seen ?? '',
      ...page.data.suggested,
      statement: 'Hubs open after work',
    };
    const done = await priya.post(newNeed.action, makeNeed, need, at);
    const needId = lastOf(done.location);
    const [taken] = (await evidenceOf(store.read, borough.authorityId, at.programmeId)).filter(
      (row) => row.kind === 'theme',
    );
    const evidenceId = taken?.id ?? '';
    const { read } = store;
    const into = await tiesInto(read, borough.authorityId, 'evidence', [evidenceId]);
    expect(into).toMatchObject([{ fromKind: 'theme', fromId: themeId }]);
    const onward = await tiesOutOf(read, borough.authorityId, 'evidence', [evidenceId]);
    expect(onward).toMatchObject([{ toKind: 'need', toId: needId }]);
    expect((await priya.get(theme.loader, '/x', params)).data.needs).toEqual([
      { id: needId, statement: 'Hubs open after work' },
    ]);
    const removed = await priya.post(theme.action, '/x', { intent: 'remove' }, params);
    expect(removed).toMatchObject({ status: 422, data: { problems: [{ field: 'main' }] } });
  });

  test('is answered: a draft for staff only, then for everybody, and on the member’s own page', async () => {
    const params = { ...at, themeId };
    const publicly = () => new BrowserOf().get(youSaid.loader, '/x', at);
    const becameOf = async () =>
      (await leanne.get(myPanel.loader, '/panel')).data.panels[0]?.became.find(
        (one) => one.theme === 'Times that suit work',
      );
    expect(await becameOf()).toMatchObject({ said: [{ words: 'After work 0' }], reply: null });

    const words = {
      youSaid: 'Groups are at times we cannot come',
      status: 'we-will',
      words: 'Two hubs will open on Thursday evenings',
      because: 'Most of you work by day',
    };
    const wrong = await tom.post(reply.action, '/x', { ...words, intent: 'publish' }, params);
    expect(wrong.data).toMatchObject({
      problems: [{ field: 'owner' }, { field: 'dueOn' }],
      typed: { words: words.words },
    });
    const whole = { ...words, owner: 'Hub manager', dueOn: inDays(60), version: '0' };
    await tom.post(reply.action, '/x', { ...whole, intent: 'save' }, params);
    expect((await publicly()).data.page.answers).toEqual([]);
    expect((await becameOf())?.reply).toBeNull();

    const stale = await tom.post(reply.action, '/x', { ...whole, intent: 'publish' }, params);
    expect(stale).toMatchObject({ status: 422, data: { typed: { words: words.words } } });
    await tom.post(reply.action, '/x', { ...whole, version: '1', intent: 'publish' }, params);
    expect((await publicly()).data.page.answers).toMatchObject([
      {
        status: 'we-will',
        youSaid: words.youSaid,
        because: words.because,
        voices: '5 comments from 5 people',
      },
    ]);
    expect((await becameOf())?.reply).toMatchObject({ what: 'We will', owner: 'Hub manager' });
    const list = await grace.get(back.loader, '/x', at);
    expect(list.data.themes).toMatchObject([{ id: themeId, state: 'published' }]);
    expect(list.data.mayReply).toMatchObject({ yes: false });
    expect((await grace.post(reply.action, '/x', {}, params)).status).toBe(403);

    await tom.post(reply.action, '/x', { ...whole, version: '2', intent: 'save' }, params);
    expect((await publicly()).data.page.answers).toEqual([]);
  });

  test('is on a public page that knows no other programme', async () => {
    const nowhere = { programmeId: 'somebody-elses' };
    expect((await new BrowserOf().get(youSaid.loader, '/x', nowhere)).status).toBe(404);
  });
});
