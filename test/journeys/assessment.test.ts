import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as assessment from '#app/routes/programmes.$programmeId.needs.assessment._index/route.tsx';
import * as printed from '#app/routes/programmes.$programmeId.needs.assessment.$format/route.tsx';
import * as edit from '#app/routes/programmes.$programmeId.needs.register.$needId.edit/route.tsx';
import * as need from '#app/routes/programmes.$programmeId.needs.register.$needId._index/route.tsx';
import * as score from '#app/routes/programmes.$programmeId.needs.register.$needId.score/route.tsx';
import * as files from '#app/routes/programmes.$programmeId.needs.register.export.$format/route.tsx';
import * as bringIn from '#app/routes/programmes.$programmeId.needs.register.import/route.tsx';
import * as newNeed from '#app/routes/programmes.$programmeId.needs.register.new/route.tsx';
import * as priorities from '#app/routes/programmes.$programmeId.needs.register.priorities/route.tsx';
import * as register from '#app/routes/programmes.$programmeId.needs.register._index/route.tsx';
import { importPrintedTable } from '#app/needs/import-printed-table.server.ts';
import { takeFinding } from '#app/needs/take-finding.server.ts';
import { auditOf } from '#db/people.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// The lead scores needs, weighs them, takes one out and back, and prints the assessment.

let store: Store;
let borough: Borough;
let other: Borough;
let priya: BrowserOf;
let grace: BrowserOf;
let at: { programmeId: string };

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  other = await makeBorough('Otherborough');
  priya = await BrowserOf.signedIn(borough.priya);
  grace = await BrowserOf.signedIn(borough.grace);
  at = { programmeId: borough.programme.id };
});

afterAll(() => store.close());

const fields = (statement: string) => ({
  intent: 'add',
  statement,
  who: 'Working parents',
  place: 'All of it',
  howMany: '112 of 412 answers (27%)',
  priority: 'low',
  priorityReason: 'Not weighed yet.',
});
const SCORES = {
  size: '4',
  sizeReason: 'Half of families',
  severity: '1',
  severityReason: 'Inconvenient',
  voice: '4',
  voiceReason: 'Named first',
  inequality: '1',
  inequalityReason: 'A little more on some',
  follows: 'rule',
};
const add = async (statement: string) => {
  const { location } = await priya.post(newNeed.action, '/', fields(statement), at);
  return (location ?? '').split('/').at(-1) ?? '';
};
const needOf = async (needId: string) =>
  (await priya.get(need.loader, '/', { ...at, needId })).data;

describe('the register of needs, weighed', () => {
  let hours = '';
  let travel = '';

  test('scores make the priority, and every wrong field is named with nothing lost', async () => {
    hours = await add('Hubs open on Saturdays');
    travel = await add('A way to get there');
    const params = { ...at, needId: hours };
    const wrong = await priya.post(
      score.action,
      '/',
      { ...SCORES, size: '9', voiceReason: '', version: '1' },
      params,
    );
    expect(wrong.data).toMatchObject({
      problems: [
        { field: 'size', message: 'Select a score' },
        { field: 'voiceReason', message: 'Enter the reason for this score' },
      ],
      typed: { severityReason: 'Inconvenient' },
    });
    await priya.post(score.action, '/', { ...SCORES, version: '1' }, params);
    const { need: scored, history } = await needOf(hours);
    // (4 + 1 + 4 + 1) / 16 = 62.5: shown as 63, and medium from 40.
    expect(scored).toMatchObject({ priority: 'medium', priorityBy: 'rule' });
    expect(scored.priorityReason).toContain('63 of 100 points');
    expect(history[0]?.sentence).toBe('Priya Shah scored it');
  });

  test('weighed otherwise, a need that follows the rule moves, and one that is judged stays', async () => {
    const second = { ...SCORES, severity: '4', voice: '1', follows: 'person', version: '1' };
    await priya.post(score.action, '/', second, { ...at, needId: travel });
    const rule = { size: '10', severity: '0', voice: '10', inequality: '0' };
    const cuts = { highFrom: '65', mediumFrom: '40', reason: 'Many voices first', version: '0' };
    await priya.post(priorities.action, '/', { ...rule, ...cuts }, at);
    expect((await needOf(hours)).need).toMatchObject({ priority: 'high' });
    expect((await needOf(travel)).need).toMatchObject({ priority: 'low', priorityBy: 'person' });
    const { lines, weightings } = (await grace.get(priorities.loader, '/', at)).data;
    expect(weightings).toBe(1771);
    expect(lines.map(({ rank, best, worst }) => [rank, best, worst])).toEqual([
      [1, 1, 2],
      [2, 1, 2],
    ]);
    const stale = await priya.post(priorities.action, '/', { ...rule, ...cuts }, at);
    expect(stale.data).toMatchObject({ problems: [{ field: 'size' }] });
    expect((await grace.post(priorities.action, '/', { ...rule, ...cuts }, at)).status).toBe(403);
  });

  test('a priority that follows the rule is not changed by hand on the need', async () => {
    const { version } = (await priya.get(edit.loader, '/', { ...at, needId: hours })).data;
    const typed = { ...fields('Hubs open on Saturdays and Sundays'), version: String(version) };
    await priya.post(edit.action, '/', typed, { ...at, needId: hours });
    const { need: changed, history } = await needOf(hours);
    expect(changed).toMatchObject({
      statement: 'Hubs open on Saturdays and Sundays',
      priority: 'high',
    });
    expect(history[0]?.changes.map(({ name }) => name)).toEqual(['What is needed']);
  });

  test('evidence speaks for a need or against it, and comes back with it', async () => {
    const table = await importPrintedTable(borough.priya, borough.programme, {
      fileName: 'a.csv',
      title: 'Attendance',
      rows: [
        ['Hub', 'Visits'],
        ['Mill Lane', '120'],
        ['Harbour', '80'],
      ],
    });
    if (!table.ok) throw new Error(table.message);
    const source = { from: 'table', table: table.id, cell: '0-1' } as const;
    const taken = await takeFinding(
      borough.priya,
      borough.programme,
      source,
      { needId: hours },
      null,
    );
    if (!taken.ok) throw new Error('Not taken.');
    const params = { ...at, needId: hours };
    const evidence = taken.evidenceId;
    await priya.post(need.action, '/', { intent: 'turn-against', evidence }, params);
    expect((await needOf(hours)).behind).toMatchObject([{ id: evidence, against: true }]);
    await priya.post(need.action, '/', { intent: 'remove' }, params);
    expect((await priya.get(need.loader, '/', params)).status).toBe(404);
    const { removed } = (await priya.get(register.loader, '/', at)).data;
    expect(removed.map(({ needId }) => needId)).toEqual([hours]);
    await priya.post(register.action, '/', { needId: hours }, at);
    const back = await needOf(hours);
    expect(back.behind).toMatchObject([{ id: evidence, against: true }]);
    expect(back.scores.size).toMatchObject({ score: 4 });
    expect((await priya.post(register.action, '/', { needId: hours }, at)).status).toBe(404);
  });

  test('four hundred needs come in from a file, are found, paged, and go out again', async () => {
    const rows = Array.from({ length: 400 }, (_, n) => `Need number ${n} =1+1,High,`);
    const file = (text: string) => new File([text], 'needs.csv', { type: 'text/csv' });
    const wrong = file(['Need,Priority,Who has this need', ',High,', ...rows].join('\n'));
    expect((await priya.post(bringIn.action, '/', { file: wrong }, at)).data).toMatchObject({
      lines: [{ line: 2 }],
    });
    expect((await priya.get(register.loader, '/', at)).data.all).toBe(2);
    const good = () => file(['Need,Priority,Who has this need', ...rows].join('\n'));
    await priya.post(bringIn.action, '/', { file: good() }, at);
    await priya.post(bringIn.action, '/', { file: good() }, at);
    // 39, 139, 239, 339 and 390 to 399.
    const page = (await priya.get(register.loader, '/x?words=number+39&page=0', at)).data;
    expect([page.all, page.found, page.lines.length]).toEqual([402, 14, 14]);
    const last = (await priya.get(register.loader, '/x?page=99', at)).data;
    expect([last.page, last.pages, last.lines.length]).toEqual([8, 9, 2]);
    const csv = await grace.get(files.loader, '/', { ...at, format: 'csv' });
    expect(csv.text.split('\r\n')).toHaveLength(404);
    const xlsx = await grace.get(files.loader, '/', { ...at, format: 'xlsx' });
    expect(xlsx.response?.headers.get('Content-Type')).toContain('spreadsheetml');
    expect((await grace.get(files.loader, '/', { ...at, format: 'exe' })).status).toBe(404);
  });
});

describe('the needs assessment', () => {
  test('stands as a page for everybody on staff, and says what it does not know', async () => {
    const { data } = await grace.get(assessment.loader, '/', at);
    expect(data.model.sections).toHaveLength(10);
    expect(data.gaps.join(' ')).toContain('No family has answered a survey');
    expect(JSON.stringify(data.model)).toContain('Hubs open on Saturdays and Sundays');
  });

  test('is printed as Word, PDF, web page and data; another authority gets none', async () => {
    const docx = await grace.get(printed.loader, '/', { ...at, format: 'docx' });
    const bytes = new Uint8Array((await docx.response?.clone().arrayBuffer()) ?? []);
    const xml = await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('text');
    expect(xml).toContain('What we do not know');
    const html = await grace.get(printed.loader, '/', { ...at, format: 'html' });
    expect(html.text).toContain('<html lang="en-GB">');
    const pdf = await grace.get(printed.loader, '/', { ...at, format: 'pdf' });
    expect(pdf.text.startsWith('%PDF-')).toBe(true);
    const json = await grace.get(printed.loader, '/', { ...at, format: 'json' });
    expect(JSON.parse(json.text)).toMatchObject({ format: 'throughline-needs-assessment' });
    const theirs = { programmeId: other.programme.id, format: 'docx' };
    expect((await grace.get(printed.loader, '/', theirs)).status).toBe(404);
    const rows = await auditOf(store.read, borough.authorityId, 0, 20);
    const taken = rows.filter(({ action }) => action === 'needs-assessment.exported');
    expect(taken).toHaveLength(4);
  });
});
