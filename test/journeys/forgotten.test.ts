import { isTable } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { log } from '#app/http/log.server.ts';
import { addMember } from '#app/panel/add-member.server.ts';
import { castVote } from '#app/panel/cast-vote.server.ts';
import { eraseMember, eraseMyself } from '#app/panel/care/erase-member.server.ts';
import { changeStatements } from '#app/panel/change-statements.server.ts';
import { makePersonalLink } from '#app/panel/make-personal-link.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { openConsultation } from '#app/panel/open-consultation.server.ts';
import { recordLeaving } from '#app/panel/record-leaving.server.ts';
import { typeAnswer } from '#app/panel/recruit/answer-invitation.server.ts';
import { drawPanelFor } from '#app/panel/recruit/draw-panel.server.ts';
import { expressInterest, withdrawInterest } from '#app/panel/recruit/express-interest.server.ts';
import { InterestForm } from '#app/panel/recruit/interest.ts';
import { openCall } from '#app/panel/recruit/run-call.server.ts';
import { startConsultation } from '#app/panel/start-consultation.server.ts';
import type { Person } from '#app/people/can.ts';
import { gatherComments } from '#app/themes/gather-comments.server.ts';
import { nameTheme } from '#app/themes/name-theme.server.ts';
import { readComments } from '#app/themes/read-comments.server.ts';
import { themeNamed } from '#app/themes/theme.ts';
import { dayOf } from '#app/ui/words.ts';
import { votesIn } from '#db/consultations.ts';
import { engine } from '#db/dialect.ts';
import { HELD, type Held } from '#db/erasure-list.ts';
import { memberById } from '#db/panel.ts';
import { personById } from '#db/people.ts';
import { interestsOf } from '#db/recruitment.ts';
import * as schema from '#db/schema/index.ts';
import { statementsOf } from '#db/statements.ts';
import type { Store } from '#db/store.server.ts';
import { gatheredUnder } from '#db/themes.ts';
import { BrowserOf } from '../browser-of.ts';
import { everyPage, everythingSeenBy, type Page } from '../every-page.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// Over random sequences of being invited, answering, changing, withdrawing, leaving and being erased:
// no analysis, no export and no log names anybody, what was taken back is nowhere any more, and
// everything is still counted.

/** Pages for staff who run the panel that name its members: nothing else may. */
const NAMES_MEMBERS =
  /\.panel\.(members|calls|payments|meetings|messages|boards|groups)\b|\.panel\._index$|\.back\._index$|\.panel\.themes\.|^invitation|\.care\./;

let store: Store;
let borough: Borough;
let pages: Page[];
let priya: BrowserOf;
let grace: BrowserOf;
const logged: string[] = [];

interface Streamed {
  [pino.symbols.streamSym]: { write: (line: string) => unknown };
}

beforeAll(async () => {
  // What the server would have written: kept to be searched, and written nowhere.
  (log as unknown as Streamed)[pino.symbols.streamSym] = { write: (line) => logged.push(line) };
  log.level = 'trace';
  store = await freshStore();
  borough = await makeBorough();
  pages = await everyPage();
  priya = await BrowserOf.signedIn(borough.priya);
  grace = await BrowserOf.signedIn(borough.grace);
  // Every page is loaded, file by file: on a machine that does much else two minutes are not enough.
}, 240_000);
afterAll(() => store.close());

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000));

/** Somebody of the story, with words that nobody else uses. */
class Somebody {
  call: Awaited<ReturnType<typeof aCall>> | undefined;
  stage: 'nobody' | 'interested' | 'member' | 'left' | 'erased' = 'nobody';
  reference = '';
  memberId = '';
  person: Person | undefined;
  readonly votes = new Map<string, string>();
  /** Their comments that stand, by statement, and those that must be nowhere any more. */
  readonly comments = new Map<string, string>();
  readonly takenBack: string[] = [];
  /** Everything that they ever wrote. */
  readonly ever: string[] = [];

  constructor(readonly mark: string) {}

  get contact() {
    return {
      name: `Zelda${this.mark} Quimby${this.mark}`,
      email: `${this.mark}@marker.example`,
      phone: `0770 ${this.mark.replace(/\D/g, '').padStart(7, '9')}`,
      helps: `ramp-${this.mark}`,
    };
  }
  get personal(): string[] {
    const { name, email, phone, helps } = this.contact;
    return [name, name.split(' ')[0] ?? name, email, phone, helps];
  }
  says(): string {
    const words = `remark-${this.mark}-${this.ever.length}-end`;
    this.ever.push(words);
    return words;
  }
}

interface Scene {
  callCode: string;
  consultationId: string;
  statementIds: string[];
  themeId: string;
}

/** A call for one place: whoever answers it alone is drawn. */
const aCall = () =>
  openCall(borough.tom, borough.programme, {
    title: 'Join the panel',
    invitation: 'We meet each month and pay for travel and childcare. You decide with us.',
    size: 1,
    closesOn: inDays(30),
    keepUntil: inDays(90),
  });

async function scene(): Promise<Scene> {
  const { tom, priya: lead, programme } = borough;
  const call = await aCall();
  const fields = { title: 'When to open', purpose: 'The hours.', standing: 'engagement' } as const;
  const consultationId = await startConsultation(tom, programme, fields);
  for (const text of ['Evenings', 'Saturdays', 'Mornings']) {
    await changeStatements(tom, programme, consultationId, { do: 'add', text });
  }
  await addMember(tom, programme, memberFields({ name: 'Olive Keeper', email: '', phone: '' }));
  expect(await openConsultation(tom, programme, consultationId, inDays(14))).toEqual([]);
  const themeId = await nameTheme(lead, programme, themeNamed('Hours', 'When hubs are open.'));
  const statements = await statementsOf(store.read, borough.authorityId, consultationId);
  return {
    callCode: call.code,
    consultationId,
    statementIds: statements.map(({ id }) => id),
    themeId,
  };
}

const memberFields = (who: object) =>
  MemberForm.parse({ kind: 'parent-or-carer', joinedOn: inDays(-60), ...who });

const ACTS = [
  'interest',
  'join',
  'invite',
  'answer',
  'silent',
  'gather',
  'withdraw',
  'leave',
] as const;
const step = fc.record({
  who: fc.nat({ max: 3 }),
  act: fc.constantFrom(...ACTS, 'answer', 'erase', 'erase words', 'erase myself'),
  on: fc.nat({ max: 2 }),
  vote: fc.constantFrom('agree', 'disagree', 'unsure'),
});
type Step =
  fc.Arbitrary<unknown> extends never
    ? never
    : typeof step extends fc.Arbitrary<infer S>
      ? S
      : never;

/** Does one step through the deeds that the pages use; what makes no sense as things stand is passed. */
async function take(one: Step, people: readonly Somebody[], at: Scene): Promise<void> {
  const { tom, priya: lead, programme } = borough;
  const who = people[one.who];
  if (!who) return;
  const sid = at.statementIds[one.on] ?? '';
  switch (one.act) {
    case 'interest': {
      if (who.stage !== 'nobody') return;
      const form = InterestForm.parse({ ...who.contact, preferred: 'email', sex: 'male' });
      who.call ??= await aCall();
      const came = await expressInterest(who.call.code, form, inDays(0));
      if (came === 'closed') throw new Error('The call is closed.');
      who.reference = came.reference;
      who.stage = 'interested';
      return;
    }
    case 'withdraw': {
      if (who.stage !== 'interested') return;
      expect(await withdrawInterest(who.call?.code ?? '', who.reference)).toBe(true);
      who.stage = 'nobody';
      return;
    }
    case 'invite': {
      if (who.stage !== 'nobody' && who.stage !== 'interested') return;
      const fields = memberFields({ ...who.contact, preferred: 'email', sex: 'female' });
      const made = await addMember(tom, programme, fields);
      Object.assign(who, { ...made, stage: 'member' });
      await makePersonalLink(tom, programme, who.memberId);
      return;
    }
    case 'join': {
      if (who.stage !== 'interested') return;
      const { authorityId } = borough;
      const callId = who.call?.id ?? '';
      const [mine] = await interestsOf(store.read, authorityId, callId);
      expect(await drawPanelFor(tom, programme, callId, '')).toBe('drawn');
      const came = await typeAnswer(tom, programme, callId, mine?.id ?? '', 'yes');
      who.memberId = came.memberId ?? '';
      const member = await memberById(store.read, authorityId, programme.id, who.memberId);
      const person = await personById(store.read, authorityId, member?.personId ?? '');
      if (!person) throw new Error('Nobody joined.');
      who.person = { id: person.id, authorityId, name: person.name, role: 'panel-member' };
      who.stage = 'member';
      return;
    }
    case 'answer':
    case 'silent': {
      if (who.stage !== 'member' || !who.person) return;
      const before = who.comments.get(sid);
      const comment = one.act === 'silent' ? '' : who.says();
      await castVote(who.person, at.consultationId, sid, { vote: one.vote, comment });
      who.votes.set(sid, one.vote);
      if (comment === '') who.comments.delete(sid);
      else who.comments.set(sid, comment);
      if (before !== undefined && !gathered.words.has(before)) who.takenBack.push(before);
      return;
    }
    case 'gather': {
      const comments = await readComments(store.read, programme);
      const here = comments.filter(({ where }) => where === 'When to open');
      for (const { words, source } of here) {
        gathered.words.add(words);
        gathered.ids.add(source.id);
      }
      await gatherComments(
        lead,
        programme,
        at.themeId,
        here.map(({ source }) => source),
      );
      return;
    }
    case 'leave': {
      if (who.stage !== 'member') return;
      expect(await recordLeaving(tom, programme, who.memberId, inDays(0))).toEqual([]);
      who.stage = 'left';
      return;
    }
    default: {
      if (!who.person || who.stage === 'erased') return;
      const words = one.act !== 'erase';
      // Whoever left has no page any more: staff erase them.
      if (one.act === 'erase myself' && who.stage === 'member')
        await eraseMyself(who.person, words);
      else await eraseMember(tom, programme, who.memberId, words);
      if (words) who.takenBack.push(...who.ever);
      who.stage = 'erased';
    }
  }
}

/** Words that stand under a theme as they were gathered: changing an answer leaves them there. */
let gathered = { words: new Set<string>(), ids: new Set<string>() };

async function everythingStored(): Promise<string> {
  const tables = Object.values(schema).filter((one) => isTable(one)) as PgTable[];
  const rows = [];
  for (const table of tables) rows.push(await store.read.select().from(table));
  return JSON.stringify(rows);
}

const findsAny = (text: string, marks: readonly string[]) =>
  marks.filter((mark) => text.includes(mark));

/** That everything counts, and that what went is nowhere. */
async function checkStored(people: readonly Somebody[], at: Scene): Promise<void> {
  // Everything is counted, whoever it came from.
  const votes = await votesIn(store.read, borough.authorityId, at.consultationId);
  const counted = votes.map(({ statementId, vote }) => `${statementId} ${vote}`).sort();
  const expected = people.flatMap((who) => [...who.votes].map(([id, vote]) => `${id} ${vote}`));
  expect(counted).toEqual(expected.sort());

  const under = await gatheredUnder(store.read, borough.authorityId, [at.themeId]);
  expect(under.map(({ sourceId }) => sourceId).sort()).toEqual([...gathered.ids].sort());

  // What was erased or withdrawn is nowhere in the database, and nothing personal is in a log.
  const dump = await everythingStored();
  for (const who of people) {
    const gone = who.stage === 'erased' || who.stage === 'nobody' ? who.personal : [];
    expect(findsAny(dump, [...gone, ...who.takenBack])).toEqual([]);
    expect(findsAny(logged.join('\n'), [...who.personal, 'remark-'])).toEqual([]);
  }
}

/** That no page and no file says who somebody is, nor what went. */
async function checkShown(people: readonly Somebody[], at: Scene): Promise<void> {
  // No analysis and no export names anybody; whoever may not see the panel finds nobody anywhere.
  const ids = {
    programmeId: borough.programme.id,
    consultationId: at.consultationId,
    themeId: at.themeId,
    code: at.callCode,
    kind: 'theme',
    objectId: at.themeId,
    memberId: people.find(({ memberId }) => memberId !== '')?.memberId ?? 'none',
    authorityId: borough.authorityId,
  };
  const personal = people.flatMap((who) => who.personal);
  const back = people.flatMap((who) => who.takenBack);
  const gone = people.filter(({ stage }) => stage === 'erased').flatMap((who) => who.personal);
  for (const viewer of [grace, priya]) {
    const seen = await everythingSeenBy(viewer, pages, ids);
    expect(seen.length).toBeGreaterThan(40);
    for (const { page, text } of seen) {
      const mayName = viewer === priya && NAMES_MEMBERS.test(page);
      const marks = [...(mayName ? gone : personal), ...back];
      expect(
        findsAny(text, marks),
        `${page} as ${viewer === priya ? 'the lead' : 'a commissioner'}`,
      ).toEqual([]);
    }
  }
}

const somebodies = (run: string, many: number) =>
  Array.from({ length: many }, (_, n) => new Somebody(`x${run}y${n}z`));

test('nobody can be found who went, nobody is named where it is analysed, and everything counts', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      run += 1;
      gathered = { words: new Set(), ids: new Set() };
      const at = await scene();
      const people = somebodies(String(run), 5);
      for (const one of steps) await take(one, people, at);
      await checkStored(people, at);
      await checkShown(people, at);
    }),
    { numRuns: engine === 'sqlite' ? 2 : 1, endOnFailure: true },
  );
});

test('after any sequence everything counts, and nothing is stored of whoever went', async () => {
  let run = 100;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      run += 1;
      gathered = { words: new Set(), ids: new Set() };
      const at = await scene();
      const people = somebodies(String(run), 4);
      for (const one of steps) await take(one, people, at);
      await checkStored(people, at);
    }),
    { numRuns: engine === 'sqlite' ? 15 : 3 },
  );
});

test.each([
  ['by an invitation', '201', ['interest', 'join', 'answer']],
  ['by an invitation, and left', '202', ['interest', 'join', 'answer', 'leave']],
  ['by hand after they asked, and left', '203', ['interest', 'invite', 'answer', 'leave']],
] as const)('nothing is stored of somebody erased who came %s', async (_, run, acts) => {
  gathered = { words: new Set(), ids: new Set() };
  const at = await scene();
  const people = somebodies(run, 1);
  for (const act of [...acts, 'erase words'] as const) {
    await take({ who: 0, on: 0, vote: 'agree', act }, people, at);
  }
  expect(people.map(({ stage }) => stage)).toEqual(['erased']);
  await checkStored(people, at);
});

/** The list by which erasure goes, with one line that does nothing any more. */
async function without(table: PgTable, work: () => Promise<void>): Promise<void> {
  const lines = HELD.filter((one) => one.table === table) as Writable<Held>[];
  const before = lines.map((line) => ({ ...line }));
  for (const line of lines)
    Object.assign(line, { fate: 'stays', words: 'stays', source: undefined });
  try {
    await work();
  } finally {
    lines.forEach((line, at) => Object.assign(line, before[at]));
  }
}

test.each([
  ['names', 'invite', schema.people],
  ['contact details', 'invite', schema.panelContacts],
  ['needs', 'invite', schema.memberSupport],
  ['words', 'invite', schema.votes],
  ['how they could be reached when they asked to join', 'invite', schema.interestContacts],
  ['what they said when they asked to join', 'join', schema.interests],
] as const)('these tests fail where erasure forgets %s', async (what, coming, table) => {
  gathered = { words: new Set(), ids: new Set() };
  const at = await scene();
  const people = somebodies(what.replace(/\W/g, ''), 1);
  const all = { who: 0, on: 0, vote: 'agree' } as const;
  for (const act of ['interest', coming, 'answer', 'gather'] as const) {
    await take({ ...all, act }, people, at);
  }
  await without(table, () => take({ ...all, act: 'erase words' }, people, at));
  await expect(checkStored(people, at)).rejects.toThrow('to deeply equal []');
});
