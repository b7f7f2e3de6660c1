import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMember } from '#app/panel/add-member.server.ts';
import { eraseMember } from '#app/panel/care/erase-member.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { addPlanLine } from '#app/plan/lines/keep-plan-line.server.ts';
import { LineForm } from '#app/plan/lines/line-form.ts';
import { decideOnVersion, putUpForSignOff } from '#app/plan/versions/put-up.server.ts';
import { nameVersion } from '#app/theory/history/name-version.server.ts';
import { addingBox } from '#app/theory/operations.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { publishVersion } from '#app/theory/publish/publish-version.server.ts';
import { startTheory } from '#app/theory/start-theory.server.ts';
import * as publish from '#app/routes/programmes.$programmeId.plan.publish/route.tsx';
import { action as addCommunication } from '#app/routes/programmes.$programmeId.plan.communications.new/route.tsx';
import { newId } from '#db/ids.ts';
import { linesOf } from '#db/plan-lines.ts';
import { communicationsOf } from '#db/plan-registers.ts';
import { evidenceOf, insertEvidence } from '#db/needs.ts';
import { versionById } from '#db/plan-versions.ts';
import { consultations, consultingTimes, formalRecords } from '#db/schema/index.ts';
import type { Store } from '#db/store.server.ts';
import { insertTheme, themesOf } from '#db/themes.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// A member of the panel whose name staff wrote into the plan asks to be erased.

const NAME = 'Leanne Osei';
let store: Store;
let borough: Borough;
let priya: BrowserOf;
let grace: BrowserOf;
let at: { programmeId: string };
let memberId: string;
let signed: string;

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  priya = await BrowserOf.signedIn(borough.priya);
  grace = await BrowserOf.signedIn(borough.grace);
  at = { programmeId: borough.programme.id };
  const member = { name: NAME, kind: 'parent-or-carer', joinedOn: '2026-01-05' };
  ({ memberId } = await addMember(borough.tom, borough.programme, MemberForm.parse(member)));
  const fields = LineForm.parse({
    title: `Group led by ${NAME}`,
    riskOwner: NAME,
    'step-1-title': `${NAME} is trained`,
  });
  expect((await addPlanLine(borough.priya, borough.programme.id, fields)).outcome).toBe('saved');
  const told = { audience: 'fathers', message: `Ask ${NAME}`, channel: 'group' };
  const added = { name: 'Come on Saturday', ...told };
  expect((await priya.post(addCommunication, '/', added, at)).status).toBe(302);
  await aTheory();
  await beforeThePlan();
  signed = await signOff('Version one');
});
afterAll(() => store.close());

async function aTheory(): Promise<void> {
  const { priya: lead, programme, authorityId } = borough;
  await startTheory(lead, programme.id, { title: 'How it helps', fromNeeds: false });
  const theory = await theoryOfProgramme(store.read, authorityId, programme.id);
  if (!theory) throw new Error('There is no theory.');
  const { id: theoryId, sequence: baseSequence } = theory;
  const operation = addingBox({
    ...{ id: newId(), type: 'activity' as const, label: `Families trust ${NAME}`, detail: '' },
    ...{ more: {}, x: null, y: null, position: 1 },
  });
  const sent = [{ clientOpId: newId(), operation }];
  await applyOperations(lead, programme.id, { theoryId, baseSequence, sent });
}

/** What staff wrote of her before there was a plan: rows of every kind of key and of words within data. */
async function beforeThePlan(): Promise<void> {
  const { authorityId, programme } = borough;
  const own = { authorityId, programmeId: programme.id };
  const now = { createdAt: new Date(), createdBy: 'Priya' };
  const consultationId = newId();
  await store.write(null, async (tx) => {
    await insertTheme(tx, {
      id: newId(),
      ...own,
      name: `What ${NAME} said`,
      definition: '',
      ...now,
    });
    await insertEvidence(tx, {
      ...{ id: newId(), ...own, kind: 'theme', sentence: `“What ${NAME} said” came up 4 times.` },
      ...{ figures: { theme: `What ${NAME} said` }, source: { theme: NAME }, digest: 'd' },
      ...{ takenAt: new Date(), takenBy: 'Priya' },
    });
    await tx.insert(consultations).values({
      ...{ id: consultationId, ...own, title: `${NAME}’s question`, purpose: 'To ask.' },
      ...{ standing: 'formal', status: 'draft', version: 1, createdAt: new Date() },
    });
    const parts = { who: { words: [`Ask ${NAME}`] } };
    await tx.insert(formalRecords).values({ consultationId, authorityId, parts, version: 1 });
    const times = { leastDays: 14, why: `${NAME} asked for it`, elections: [] };
    await tx.insert(consultingTimes).values({ authorityId, ...times, changedOn: '2026-01-05' });
  });
}

async function signOff(name: string): Promise<string> {
  const id = await putUpForSignOff(borough.priya, borough.programme, name);
  const decision = { intent: 'approve' as const, conditions: '' };
  await decideOnVersion(borough.grace, borough.programme, id, decision);
  return id;
}

const press = (versionId: string) =>
  grace.post(publish.action, '/x', { intent: 'publish', versionId, summary: 'Near home.' }, at);

const everything = async () => {
  const { authorityId, programme } = borough;
  return JSON.stringify([
    await linesOf(store.read, authorityId, programme.id),
    await communicationsOf(store.read, programme),
    await themesOf(store.read, authorityId, programme.id),
    await evidenceOf(store.read, authorityId, programme.id),
    await store.read.select().from(consultations),
    await store.read.select().from(formalRecords),
    await store.read.select().from(consultingTimes),
  ]);
};

describe('a plan that names a member who is erased', () => {
  test('cannot be published while she is a member', async () => {
    const named = await press(signed);
    expect([named.status, named.data.problems[0]?.message]).toMatchObject([
      422,
      expect.stringMatching(/^Nothing was published: a person is named in /) as string,
    ]);
    expect(await everything()).toContain(NAME);
  });

  test('is cleaned of her name, and what was signed with it is never published', async () => {
    await eraseMember(borough.tom, borough.programme, memberId, false);
    const now = await everything();
    expect(now).not.toContain('Osei');
    expect(now).toContain('Group led by A former member');
    expect(now).toContain('Ask A former member');
    expect(now).toContain('“What A former member said” came up 4 times.');
    const { authorityId, programme } = borough;
    const version = await versionById(store.read, authorityId, programme.id, signed);
    expect(version?.nameErasedAt).toBeInstanceOf(Date);
    expect(JSON.stringify(version?.frozen), 'what its seal is of').toContain(NAME);
    const refused = await press(signed);
    expect([refused.status, refused.data.problems[0]?.message]).toEqual([
      422,
      'A name was erased since it was signed off: sign a new version off.',
    ]);
  });

  test('can be published once it is signed off anew', async () => {
    const anew = await signOff('Version two');
    expect((await press(anew)).status).toBe(302);
  });

  test('and the theory with it, where “A former member” names nobody', async () => {
    const { priya: lead, programme, authorityId } = borough;
    const theory = await theoryOfProgramme(store.read, authorityId, programme.id);
    if (!theory) throw new Error('There is no theory.');
    expect(theory.boxes.map((box) => box.label)).toEqual(['Families trust A former member']);
    const { id: theoryId, sequence } = theory;
    const naming = { theoryId, sequence, name: 'First', note: '' };
    const version = await nameVersion(lead, programme.id, naming);
    const done = await publishVersion(lead, programme.id, version, {
      ...{ evidence: [], leads: false, comment: '' },
    });
    expect(Object.keys(done)).toEqual(['code']);
  });
});
