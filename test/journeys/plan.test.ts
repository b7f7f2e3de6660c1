import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeNeed } from '#app/needs/register/change-need.server.ts';
import type { CoverageModel } from '#app/plan/coverage/coverage-page.ts';
import { loader as exported } from '#app/routes/programmes.$programmeId.plan.export.$format/route.tsx';
import { loader as exportPage } from '#app/routes/programmes.$programmeId.plan.export._index/route.tsx';
import {
  action as onRequirement,
  loader as requirementPage,
} from '#app/routes/programmes.$programmeId.plan.coverage.$packId.$requirementId/route.tsx';
import {
  action as onChanges,
  loader as changesPage,
} from '#app/routes/programmes.$programmeId.plan.coverage.changes/route.tsx';
import { loader as coveragePage } from '#app/routes/programmes.$programmeId.plan.coverage._index/route.tsx';
import {
  action as onLine,
  loader as linePage,
} from '#app/routes/programmes.$programmeId.plan.lines.$lineId._index/route.tsx';
import { action as addLine } from '#app/routes/programmes.$programmeId.plan.lines.new/route.tsx';
import {
  action as onStream,
  loader as streamPage,
} from '#app/routes/programmes.$programmeId.plan.money.$streamId._index/route.tsx';
import {
  action as addStream,
  loader as moneyPage,
} from '#app/routes/programmes.$programmeId.plan.money._index/route.tsx';
import {
  action as onPlan,
  loader as planPage,
} from '#app/routes/programmes.$programmeId.plan._index/route.tsx';
import { loader as threadPage } from '#app/routes/programmes.$programmeId.thread.$kind.$objectId/route.tsx';
import { throughline } from '#cli/throughline.ts';
import { auditOf } from '#db/people.ts';
import { streamsOf } from '#db/money.ts';
import { linesOf } from '#db/plan-lines.ts';
import { needById } from '#db/needs.ts';
import type { Store } from '#db/store.server.ts';
import { tie } from '#db/thread.ts';
import { aVoiceInTheTheory, SAID } from '../a-voice.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

let store: Store;
let ours: Borough;
let theirs: Borough;
let priya: BrowserOf;
let grace: BrowserOf;
let dan: BrowserOf;
let voice: Awaited<ReturnType<typeof aVoiceInTheTheory>>;

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough('Ourborough');
  theirs = await makeBorough('Theirborough');
  voice = await aVoiceInTheTheory(ours);
  priya = await BrowserOf.signedIn(ours.priya);
  grace = await BrowserOf.signedIn(ours.grace);
  dan = await BrowserOf.signedIn(ours.dan);
});
afterAll(() => store.close());

const here = (more: Record<string, string> = {}) => ({ programmeId: ours.programme.id, ...more });
const lines = () => linesOf(store.read, ours.authorityId, ours.programme.id);
const lineCalled = async (title: string) => {
  const line = (await lines()).find((one) => one.title === title);
  if (!line) throw new Error(`There is no line “${title}”.`);
  return line;
};

/** What the form of a line sends when nothing is changed. */
async function formOf(lineId: string): Promise<Record<string, string | string[]>> {
  const { data } = await priya.get(linePage, '/x', here({ lineId }));
  return {
    ...data.values,
    version: String(data.line.version),
    intent: 'save',
  };
}

describe('the plan', () => {
  test('begins empty, and says what to do first', async () => {
    const { data } = await priya.get(planPage, '/x', here());
    expect(data.page.groups).toEqual([]);
    expect(data.page.obstacles).toMatchObject([{ id: 'no-lines' }]);
    expect(data.page.unplanned).toEqual([SAID.activity, SAID.website]);
  });

  test('takes each activity of the theory once, with who leads it as the owner', async () => {
    expect((await priya.post(onPlan, '/x', {}, here())).status).toBe(302);
    expect((await priya.post(onPlan, '/x', {}, here())).status).toBe(302);
    const made = await lines();
    expect(made.map((line) => [line.title, line.owner])).toEqual([
      [SAID.activity, 'Early help'],
      [SAID.website, ''],
    ]);
    const [latest] = await auditOf(store.read, ours.authorityId, 0, 1);
    expect(latest).toMatchObject({ action: 'plan.lines-made', details: { count: 2 } });
  });

  test('is grouped by outcome, with what each line lacks', async () => {
    const { data } = await dan.get(planPage, '/x', here());
    expect(data.page.groups.map((group) => group.outcome?.label)).toEqual([SAID.outcome]);
    expect(data.page.groups[0]?.rows[0]?.lacks).toEqual([
      'a start date',
      'an end date',
      'a milestone',
    ]);
    expect(data.mayEdit).toMatchObject({ yes: false });
  });

  test('can be changed only by those who may', async () => {
    const refused = await dan.post(onPlan, '/x', {}, here());
    expect([refused.status, refused.text]).toEqual([
      403,
      'Only an administrator, a strategic lead or a commissioner can change the delivery plan.',
    ]);
  });
});

describe('a line', () => {
  test('keeps what was typed when something is wrong with it', async () => {
    const line = await lineCalled(SAID.activity);
    const typed = {
      ...(await formOf(line.id)),
      title: '',
      cost: '12k',
      startsOn: '2026-09-01',
      endsOn: '2026-01-01',
    };
    const { status, data } = await grace.post(onLine, '/x', typed, here({ lineId: line.id }));
    expect(status).toBe(422);
    expect(data.problems.map(({ field, message }) => [field, message])).toEqual([
      ['title', 'Enter what will be done'],
      ['cost', 'Enter the cost in pounds, as figures only, such as 1,234 or 1,234.50'],
    ]);
    expect(data.typed).toMatchObject({ cost: '12k', startsOn: '2026-09-01' });
    const backwards = { ...typed, title: 'X', cost: '' };
    const again = await grace.post(onLine, '/x', backwards, here({ lineId: line.id }));
    expect(again.data.problems).toMatchObject([{ field: 'endsOn' }]);
    expect((await lineCalled(SAID.activity)).version).toBe(line.version);
  });

  test('is saved with its money, its stream and its requirements', async () => {
    await grace.post(
      addStream,
      '/x',
      { name: 'Hubs grant', amount: '£40,000', endsOn: '2027-03-31' },
      here(),
    );
    const [stream] = await streamsOf(store.read, ours.authorityId, ours.programme.id);
    const line = await lineCalled(SAID.activity);
    const sent = {
      ...(await formOf(line.id)),
      owner: 'Asha Brandt',
      startsOn: '2026-09-01',
      endsOn: '2027-08-31',
      'step-1-kind': 'milestone',
      'step-1-title': 'Both hubs open until 8pm',
      cost: '48,000.50',
      streamId: stream?.id ?? '',
      requirements: ['bsfh-2026:BSFH-PAR-03', 'bsfh-2026:BSFH-DEF-01'],
    };
    expect((await grace.post(onLine, '/x', sent, here({ lineId: line.id }))).status).toBe(302);
    expect(await lineCalled(SAID.activity)).toMatchObject({
      owner: 'Asha Brandt',
      costPence: 4_800_050,
      streamId: stream?.id,
      requirementKeys: ['bsfh-2026:BSFH-DEF-01', 'bsfh-2026:BSFH-PAR-03'],
      version: line.version + 1,
    });
  });

  test('that two people change loses nothing of either', async () => {
    const line = await lineCalled(SAID.activity);
    const seen = await formOf(line.id);
    await grace.post(
      onLine,
      '/x',
      { ...seen, owner: 'Grace Whitfield' },
      here({ lineId: line.id }),
    );
    const mine = { ...seen, owner: 'Priya Shah', 'step-1-title': 'Open by Easter' };
    const late = await priya.post(onLine, '/x', mine, here({ lineId: line.id }));
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({
      typed: { owner: 'Priya Shah', 'step-1-title': 'Open by Easter' },
      differences: [
        { field: 'Owner', yours: 'Priya Shah', theirs: 'Grace Whitfield' },
        {
          field: 'Actions and milestones',
          yours: 'Milestone: Open by Easter',
          theirs: 'Milestone: Both hubs open until 8pm',
        },
      ],
    });
    expect((await lineCalled(SAID.activity)).owner).toBe('Grace Whitfield');
    const version = 'version' in late.data ? String(late.data.version) : '';
    await priya.post(onLine, '/x', { ...mine, version }, here({ lineId: line.id }));
    expect((await lineCalled(SAID.activity)).owner).toBe('Priya Shah');
  });

  test('refuses an activity, a requirement and a stream that are not of this programme', async () => {
    const before = await lines();
    const send = (more: Record<string, string>) =>
      priya.post(addLine, '/x', { title: 'Odd', ...more }, here());
    const odd = [
      await send({ activities: 'no-such-box' }),
      await send({ requirements: 'fhsl-2025-26:FHSL-DEF-01' }),
      await send({ streamId: 'no-such-stream' }),
    ];
    expect(odd.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(odd.map(({ data }) => data.problems[0]?.field)).toEqual([
      'activities',
      'requirements',
      'streamId',
    ]);
    expect(await lines()).toEqual(before);
  });

  test('can be added and taken out again, with its ties', async () => {
    const sent = { title: 'A line by hand', requirements: 'bsfh-2026:BSFH-OFF-02' };
    await priya.post(addLine, '/x', sent, here());
    const line = await lineCalled('A line by hand');
    expect(line.requirementKeys).toEqual(['bsfh-2026:BSFH-OFF-02']);
    await priya.post(onLine, '/x', { intent: 'remove' }, here({ lineId: line.id }));
    expect((await lines()).some((one) => one.id === line.id)).toBe(false);
    const { data } = await priya.get(coveragePage, '/x?pack=bsfh-2026', here());
    expect(data.page.rows.find((row) => row.id === 'BSFH-OFF-02')?.by).toEqual([]);
  });

  test('of another authority is not found', async () => {
    const line = await lineCalled(SAID.activity);
    const stranger = await BrowserOf.signedIn(theirs.priya);
    const params = { programmeId: theirs.programme.id, lineId: line.id };
    expect((await stranger.get(linePage, '/x', params)).status).toBe(404);
    const sent = await formOf(line.id);
    expect((await stranger.post(onLine, '/x', sent, params)).status).toBe(404);
    expect((await stranger.post(onLine, '/x', { intent: 'remove' }, params)).status).toBe(404);
    const thread = { programmeId: theirs.programme.id, kind: 'plan-line', objectId: line.id };
    expect((await stranger.get(threadPage, '/x', thread)).status).toBe(404);
  });
});

describe('the money', () => {
  test('says what is promised, what is too much and what outlives its stream', async () => {
    const { data } = await dan.get(moneyPage, '/x', here());
    expect(data.page.streams[0]).toMatchObject({ leftPence: -800_050, outlive: 1 });
    expect(data.page.streams.at(-1)).toMatchObject({
      stream: null,
      committed: { pence: 0, known: 0, unknown: 1 },
    });
    expect(data.page.mustBeSettled.map(({ kind }) => kind)).toEqual(['over-stream']);
  });

  test('asks for the amount in words that say what to do, and keeps two people’s changes apart', async () => {
    const wrong = await grace.post(addStream, '/x', { name: 'Odd', amount: '' }, here());
    expect(wrong.data.problems).toMatchObject([
      {
        field: 'amount',
        message: 'Enter the amount that the stream holds, such as 1,234 or 1,234.50',
      },
    ]);
    const [stream] = await streamsOf(store.read, ours.authorityId, ours.programme.id);
    const at = here({ streamId: stream?.id ?? '' });
    const page = await grace.get(streamPage, '/x', at);
    const { years: _, ...values } = page.data.values;
    const sent = { ...values, version: String(page.data.version), intent: 'save' };
    await priya.post(onStream, '/x', { ...sent, amount: '50,000' }, at);
    const late = await grace.post(onStream, '/x', { ...sent, amount: '45,000' }, at);
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({
      differences: [{ field: 'What it holds', yours: '£45,000', theirs: '£50,000' }],
    });
  });
});

describe('coverage', () => {
  const row = (page: CoverageModel, id: string) => page.rows.find((one) => one.id === id);

  test('says of each requirement its state and why, and is filtered in the address', async () => {
    const { data } = await dan.get(coveragePage, '/x', here());
    expect(data.page.totals).toMatchObject({ covered: 2, toCover: 78 });
    expect(row(data.page, 'BSFH-PAR-03')).toMatchObject({ state: 'covered' });
    expect(data.page.missing).toHaveLength(5);
    const url = '/x?strand=Hub%20definition&state=not';
    const few = await dan.get(coveragePage, url, here());
    expect(few.data.page.rows).toHaveLength(11);
  });

  test('is judged otherwise with a reason, and never without one', async () => {
    const at = here({ packId: 'bsfh-2026', requirementId: 'BSFH-DEF-12' });
    const bare = { intent: 'judge', state: 'not-applicable', reason: '' };
    const wrong = await grace.post(onRequirement, '/x', bare, at);
    expect(wrong.data.problems).toMatchObject([{ field: 'reason' }]);
    const reason = 'Signs come with the building works in 2027.';
    await grace.post(onRequirement, '/x', { ...bare, reason }, at);
    const { data } = await dan.get(requirementPage, '/x', at);
    expect(data.page.row).toMatchObject({
      state: 'not-applicable',
      because: reason,
      decidedBy: 'Grace Whitfield',
      computed: 'not',
    });
    expect((await dan.post(onRequirement, '/x', { ...bare, reason }, at)).status).toBe(403);
    await grace.post(onRequirement, '/x', { intent: 'withdraw' }, at);
    expect((await dan.get(requirementPage, '/x', at)).data.page.row.state).toBe('not');
  });

  test('grows and shrinks as lines are tied to a requirement and untied', async () => {
    const at = here({ packId: 'bsfh-2026', requirementId: 'BSFH-OFF-01' });
    const line = await lineCalled(SAID.website);
    const end = `plan-line ${line.id}`;
    await priya.post(onRequirement, '/x', { intent: 'tie', end }, at);
    const tied = await dan.get(requirementPage, '/x', at);
    expect(tied.data.page.row).toMatchObject({ state: 'partly', by: [{ id: line.id }] });
    const none = await priya.post(onRequirement, '/x', { intent: 'tie', end: '' }, at);
    expect(none.data.problems).toMatchObject([{ field: 'end' }]);
    await priya.post(onRequirement, '/x', { intent: 'untie', end }, at);
    expect((await dan.get(requirementPage, '/x', at)).data.page.row.state).toBe('not');
  });

  test('of a pack that the programme does not follow is not found', async () => {
    const at = here({ packId: 'fhsl-2025-26', requirementId: 'FHSL-DEF-01' });
    expect((await dan.get(requirementPage, '/x', at)).status).toBe(404);
    const judge = { intent: 'judge', state: 'covered', reason: 'Because.' };
    expect((await grace.post(onRequirement, '/x', judge, at)).status).toBe(404);
  });
});

describe('the golden thread', () => {
  const titles = (stretches: { kind: string; steps: { thing: { title: string } }[] }[]) =>
    Object.fromEntries(
      stretches.map(({ kind, steps }) => [kind, steps.map((step) => step.thing.title)]),
    );

  test('of a requirement goes up to the words of the mother on the panel', async () => {
    const at = here({ kind: 'requirement', objectId: 'bsfh-2026:BSFH-PAR-03' });
    const { data } = await priya.get(threadPage, '/x', at);
    const up = titles(data.seen.trace.upstream);
    expect(up).toMatchObject({
      vote: ['A panel member’s comment on “Daytime groups suit my family”'],
      theme: [SAID.theme],
      need: [SAID.need],
      'plan-line': [SAID.activity],
    });
    expect(up['box']).toEqual([SAID.need, SAID.outcome, SAID.activity]);
    const [first] = data.seen.trace.upstream;
    const words = first?.steps[0]?.hops[0];
    expect(words).toMatchObject({ quote: SAID.comment, by: 'Tom Okafor', stale: null });
    expect(data.seen.trace.stale).toBe(0);
    const boxes = data.seen.trace.upstream.find((stretch) => stretch.kind === 'box');
    expect(boxes?.steps[0]?.hops[0]?.by).toBe('Priya Shah');
  });

  test('shows nobody’s words to somebody who may not read answers, nor anybody’s name', async () => {
    const at = here({ kind: 'theme', objectId: voice.themeId });
    const { data } = await grace.get(threadPage, '/x', at);
    const all = JSON.stringify(data);
    expect(all).not.toContain(SAID.comment);
    expect(all).not.toContain('Joanne');
    expect(data.seen.hidden).toContain('can read single answers');
  });

  test('of a comment goes down to the requirement', async () => {
    const at = here({ kind: 'vote', objectId: voice.voteId });
    const { data } = await priya.get(threadPage, '/x', at);
    const down = titles(data.seen.trace.downstream);
    expect(down['requirement']?.[1]).toContain('BSFH-PAR-03');
    expect(down['plan-line']).toEqual([SAID.activity, SAID.website]);
    expect(down['requirement']).toHaveLength(2);
  });

  test('is broken where a need was reworded since, and says both', async () => {
    const need = await needById(store.read, ours.authorityId, ours.programme.id, voice.needId);
    if (!need) throw new Error('The need is gone.');
    const { statement, who, place, howMany, priority, priorityReason } = need;
    const fields = { who, place, howMany, priority: priority as 'high', priorityReason };
    const reworded = 'Parents at work need evenings and Saturdays';
    await changeNeed(ours.priya, ours.programme, need.id, need.version, {
      ...fields,
      statement: reworded,
    });
    const line = await lineCalled(SAID.activity);
    const { data } = await priya.get(
      threadPage,
      '/x',
      here({ kind: 'plan-line', objectId: line.id }),
    );
    const hops = data.seen.trace.upstream.flatMap(({ steps }) =>
      steps.flatMap((step) => step.hops),
    );
    expect(hops.find((hop) => hop.stale !== null)?.stale).toEqual({
      why: 'changed',
      then: statement,
      now: reworded,
    });
    await changeNeed(ours.priya, ours.programme, need.id, need.version + 1, {
      ...fields,
      statement,
    });
  });

  test('knows no kind but its own', async () => {
    expect(
      (await priya.get(threadPage, '/x', here({ kind: 'person', objectId: 'x' }))).status,
    ).toBe(404);
    expect((await priya.get(threadPage, '/x', here({ kind: 'need', objectId: 'x' }))).status).toBe(
      404,
    );
  });
});

describe('the exported plan', () => {
  test('says on its page what it will say is missing', async () => {
    const { data } = await grace.get(exportPage, '/x', here());
    const missing = data.obstacles.map((obstacle) => obstacle.id);
    expect(missing).toContain('binding-requirement');
    expect(missing).toContain('needs-without-line');
    const need = data.obstacles.find((obstacle) => obstacle.id === 'needs-without-line');
    expect(need?.about).toEqual([SAID.quietNeed]);
  });

  test('is a Word file in which theme, need, activity and requirement stand on one row', async () => {
    const { status, response } = await grace.get(exported, '/x', here({ format: 'docx' }));
    expect(status).toBe(200);
    expect(response?.headers.get('Content-Disposition')).toMatch(
      /delivery-plan-best-start.*\.docx"$/,
    );
    const zip = await JSZip.loadAsync((await response?.arrayBuffer()) ?? new ArrayBuffer(0));
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    const rows = (xml.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? []).map((row) =>
      row.replace(/<[^>]+>/g, '|').replaceAll('&apos;', '’'),
    );
    const whole = [SAID.theme, SAID.need, SAID.activity, 'BSFH-PAR-03'];
    expect(rows.some((row) => whole.every((part) => row.includes(part)))).toBe(true);
    const tables = xml.match(/<w:tbl>/g)?.length ?? 0;
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
    expect(xml).toMatch(/<wp:docPr[^>]*descr="Theory of change/);
    // Each picture, of the theory, the calendar and the money, says in words what it shows.
    // The one of the theory stands on the summary as well, and is kept once.
    const pictures = [...xml.matchAll(/<wp:docPr[^>]*descr="([^"]+)"/g)].map(([, words]) => words);
    expect(zip.file(/^word\/media\/.*\.png$/)).toHaveLength(new Set(pictures).size);
    // Nobody is named or quoted who spoke on the panel.
    expect(xml).not.toContain('Joanne');
    expect(xml).not.toContain(SAID.comment);
  });

  test('is a spreadsheet and data of the same lines', async () => {
    const csv = await grace.get(exported, '/x', here({ format: 'csv' }));
    expect(csv.text).toContain('48000.5');
    expect(csv.text).toContain(SAID.theme);
    const json = await grace.get(exported, '/x', here({ format: 'json' }));
    const plan = JSON.parse(json.text) as { format: string; lines: { title: string }[] };
    expect(plan.format).toBe('throughline-plan');
    expect(plan.lines.map((line) => line.title)).toEqual([SAID.activity, SAID.website]);
  });

  test('leaves a row in the audit trail, and is made in no other format', async () => {
    const [latest] = await auditOf(store.read, ours.authorityId, 0, 1);
    expect(latest).toMatchObject({ personName: 'Grace Whitfield', action: 'plan.exported' });
    expect((await grace.get(exported, '/x', here({ format: 'exe' }))).status).toBe(404);
  });
});

describe('the command line', () => {
  const run = async (...args: string[]) => {
    const said = { printed: [] as string[], json: null as unknown, remarks: [] as string[] };
    const exit = await throughline(args, {
      print: (line) => said.printed.push(line),
      json: (value) => (said.json = value),
      say: (line) => said.remarks.push(line),
    });
    return { exit, ...said };
  };
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-plan-'));

  test('writes the same plan to a file, and says what it lacks', async () => {
    const out = path.join(folder, 'plan.json');
    const { id } = ours.programme;
    const came = await run('export', 'plan', id, '--format', 'json', '--out', out, '--json');
    expect(came).toMatchObject({ exit: 0, printed: [], json: { format: 'json', file: out } });
    const written = JSON.parse(readFileSync(out, 'utf8')) as { lines: unknown[] };
    expect(written.lines).toHaveLength(2);
  });

  test('says which requirements are covered, in one document', async () => {
    const { exit, json } = await run('coverage', ours.programme.id, '--json');
    expect(exit).toBe(0);
    expect(json).toMatchObject({ pack: 'bsfh-2026', totals: { covered: 2, toCover: 78 } });
    const other = await run('coverage', ours.programme.id, '--pack', 'pcp-2023', '--json');
    expect(other.json).toMatchObject({ pack: 'pcp-2023', totals: { covered: 0 } });
  });

  test('says what an older pack became, and what of it this plan lacks', async () => {
    const { id } = ours.programme;
    const { exit, json } = await run('coverage', id, '--against', 'fhsl-2025-26', '--json');
    expect(exit).toBe(0);
    const told = json as {
      requirements: { id: string; change: string; was: { id: string }[] }[];
      gone: { id: string }[];
    };
    expect(json).toMatchObject({ pack: 'bsfh-2026', against: 'fhsl-2025-26' });
    expect(told.requirements.find((one) => one.id === 'BSFH-PAR-01')).toMatchObject({
      change: 'changed',
      was: [{ id: 'FHSL-PLAN-07' }],
    });
    expect(told.gone).toHaveLength(10);
    const backwards = ['coverage', id, '--pack', 'fhsl-2025-26', '--against', 'bsfh-2026'];
    expect((await run(...backwards)).exit).toBe(2);
  });

  test('says what to type when it is used wrongly', async () => {
    const { id } = ours.programme;
    const wrong = [
      await run('export', 'plan', id, '--out', 'x'),
      await run('export', 'plan', id, '--format', 'docx'),
      await run('export', 'plan', '--format', 'docx', '--out', 'x'),
      await run('export', 'plan', 'nobody', '--format', 'json', '--out', path.join(folder, 'x')),
      await run('coverage', id, '--pack', 'no-such-pack'),
    ];
    expect(wrong.map(({ exit }) => exit)).toEqual([2, 2, 2, 2, 2]);
    expect(wrong[0]?.remarks[0]).toContain(
      'Choose a format with --format: docx, pdf, html, xlsx, csv, json.',
    );
    expect(wrong[4]?.remarks[0]).toContain('bsfh-2026');
  });
});

describe('guidance that changed', () => {
  const url = '/x?from=fhsl-2025-26&to=bsfh-2026';

  test('is laid beside the older pack, and what is tied holds for the new one where somebody says so', async () => {
    const line = await lineCalled(SAID.website);
    const { authorityId, programme } = ours;
    await store.write(null, (tx) =>
      tie(
        tx,
        ['FHSL-DEF-01', 'FHSL-PLAN-06'].map((id) => ({
          authorityId,
          programmeId: programme.id,
          from: { kind: 'plan-line' as const, id: line.id },
          to: { kind: 'requirement' as const, id: `fhsl-2025-26:${id}` },
          at: new Date(),
          by: ours.priya.id,
        })),
      ),
    );
    const { page } = (await dan.get(changesPage, url, here())).data;
    expect([page.new, page.changed, page.same, page.gone].map((rows) => rows.length)).toEqual([
      24, 40, 1, 10,
    ]);
    const ticked = page.carries.filter(({ same }) => same).map(({ value }) => value);
    expect(ticked).toEqual([`plan-line ${line.id}>BSFH-DEF-01`]);
    expect(page.carries).toHaveLength(3);
    const before = page.missing.length;
    expect((await dan.post(onChanges, url, { carry: ticked }, here())).status).toBe(403);
    expect((await priya.post(onChanges, url, {}, here())).status).toBe(422);
    const carry = page.carries.map(({ value }) => value);
    expect((await priya.post(onChanges, url, { carry }, here())).status).toBe(302);
    const after = (await dan.get(changesPage, url, here())).data.page;
    expect(after.carries).toEqual([]);
    // The line still lacks an end date: both items of the offer are covered in part.
    expect(after.missing.length).toBe(before);
    const offer = after.changed.find((one) => one.before.id === 'FHSL-PLAN-06')?.after;
    expect(offer?.map(({ state }) => state)).toEqual(['partly', 'partly']);
    const [row] = await auditOf(store.read, authorityId, 0, 1);
    expect(row).toMatchObject({ action: 'coverage.carried', details: { count: 3 } });
    expect((await dan.get(changesPage, '/x?from=a&to=b', here())).status).toBe(404);
  });
});
