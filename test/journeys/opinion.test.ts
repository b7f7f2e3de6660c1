import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { throughline } from '#cli/throughline.ts';
import { conversationsOf, conversationVotesOf } from '#db/opinion.ts';
import { theStore } from '#db/store.server.ts';
import { action as bring } from '#app/routes/programmes.$programmeId.panel.conversations.import/route.tsx';
import {
  action as change,
  loader as page,
} from '#app/routes/programmes.$programmeId.panel.conversations.$conversationId._index/route.tsx';
import { loader as file } from '#app/routes/programmes.$programmeId.panel.conversations.$conversationId.statements[.]csv/route.tsx';
import {
  action as ofQuarter,
  loader as quarterPage,
} from '#app/routes/programmes.$programmeId.panel.return.$quarter._index/route.tsx';
import { action as correct } from '#app/routes/programmes.$programmeId.panel.return.$quarter.correct/route.tsx';
import { loader as returnFile } from '#app/routes/programmes.$programmeId.panel.return.$quarter.return[.]csv/route.tsx';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

// What was said elsewhere comes in without anybody’s name; and the quarter’s return is frozen as it
// was submitted.

let borough: Borough;
let tom: BrowserOf;
let priya: BrowserOf;

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
  tom = await BrowserOf.signedIn(borough.tom);
  priya = await BrowserOf.signedIn(borough.priya);
});
afterAll(() => theStore().close());

const of = (more: Record<string, string> = {}) => ({ programmeId: borough.programme.id, ...more });
const csv = (text: string) => new Blob([text], { type: 'text/csv' });

/** Sixty people in two camps; the last of them thinks again about the first statement. */
function camps() {
  const votes = ['timestamp,datetime,comment-id,voter-id,vote'];
  const totals = Array.from({ length: 8 }, () => [0, 0]);
  const cast = (voter: number, statement: number, vote: number) => {
    votes.push(`${votes.length},then,${statement},${voter},${vote}`);
    const at = totals[statement];
    if (at) at[vote === 1 ? 0 : 1] = (at[vote === 1 ? 0 : 1] ?? 0) + 1;
  };
  for (let voter = 0; voter < 60; voter += 1) {
    for (let statement = 0; statement < 8; statement += 1) {
      const against = statement < 5 ? voter >= 35 : voter % 9 === statement;
      cast(voter, statement, against ? -1 : 1);
    }
  }
  cast(59, 0, 1);
  const comments = [
    'timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body',
    ...totals.map(
      ([agrees, disagrees], id) => `1,${id},0,${agrees},${disagrees},1,Statement ${id}`,
    ),
  ];
  return { comments: `${comments.join('\n')}\n`, votes: `${votes.join('\n')}\n` };
}

describe('a conversation that was held elsewhere', () => {
  const { comments, votes } = camps();
  let conversationId = '';

  test('is refused with the line where its files are wrong, and nothing is kept', async () => {
    const wrong = { comments: csv(comments), votes: csv(votes.replace(',0,3,1', ',0,3,7')) };
    const refused = await tom.post(bring, '/', wrong, of());
    expect(refused.status).toBe(422);
    expect(refused.data.lines).toMatchObject([{ file: 'votes.csv', line: 26 }]);
    expect((await tom.post(bring, '/', { comments: csv(comments) }, of())).status).toBe(422);
    const grace = await BrowserOf.signedIn(borough.grace);
    expect((await grace.post(bring, '/', {}, of())).status).toBe(403);
  });

  test('is looked at first, by those who may keep it, and then kept', async () => {
    const files = { comments: csv(comments), votes: csv(votes) };
    const came = await tom.post(bring, '/', files, of());
    conversationId = (came.location ?? '').split('/').at(-1) ?? '';
    const seen = await tom.get(page, '/', of({ conversationId }));
    expect(seen.data).toMatchObject({ changed: 1, conversation: { voters: 60, votesCast: 481 } });
    const dan = await BrowserOf.signedIn(borough.dan);
    expect((await dan.get(page, '/', of({ conversationId }))).status).toBe(404);
    const again = await tom.post(bring, '/', files, of());
    expect(again.location, 'the same files are the same conversation').toBe(came.location);
    const untitled = await tom.post(
      change,
      '/',
      { intent: 'keep', title: '' },
      of({ conversationId }),
    );
    expect(untitled.status).toBe(422);
    const keep = { intent: 'keep', title: 'Hubs in the north' };
    expect((await tom.post(change, '/', keep, of({ conversationId }))).status).toBe(302);
    const { authorityId, id } = borough.programme;
    expect(await conversationsOf(theStore().read, authorityId, id)).toHaveLength(1);
    const words = await conversationVotesOf(theStore().read, authorityId, conversationId);
    expect(words.filter((word) => word.startsWith('-----'))).toHaveLength(24);
    expect(words.filter((word) => word.startsWith('+----'))).toHaveLength(1);
  });

  test('shows groups to everybody on staff, and hides small numbers from those who may not see them', async () => {
    const closely = await tom.get(page, '/', of({ conversationId }));
    const { groups } = closely.data.opinions;
    expect(groups.shown && groups.comparison.groups.map(({ people }) => people)).toEqual([35, 25]);
    const dan = await BrowserOf.signedIn(borough.dan);
    const far = await dan.get(page, '/', of({ conversationId }));
    expect(far.data.cast, 'totals with changed votes would give hidden ones away').toBeUndefined();
    const taken = await dan.get(file, '/', of({ conversationId }));
    expect(taken.text).toContain('Group A agree');
    expect(taken.text.split('\r\n').find((line) => line.includes('Statement 0'))).toContain('[c]');
  });

  test('comes in by the command line too, once', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'polis-'));
    await writeFile(path.join(folder, 'comments.csv'), comments.replace('Statement 7', 'Another'));
    await writeFile(path.join(folder, 'votes.csv'), votes);
    const said: unknown[] = [];
    const io = {
      print: (line: string) => said.push(line),
      say: (line: string) => said.push(line),
      json: (value: unknown) => said.push(value),
    };
    const verb = ['import', 'polis', folder, '--programme', borough.programme.id];
    expect(await throughline([...verb, '--dry-run', '--json'], io)).toBe(0);
    expect(said[0]).toMatchObject({ voters: 60, votes: 481 });
    const { authorityId, id } = borough.programme;
    expect(await conversationsOf(theStore().read, authorityId, id)).toHaveLength(1);
    expect(await throughline(verb, io)).toBe(0);
    expect(await throughline(verb, io)).toBe(0);
    expect(said.at(-1)).toMatch(/here already/);
    expect(await conversationsOf(theStore().read, authorityId, id)).toHaveLength(2);
    await writeFile(path.join(folder, 'votes.csv'), 'nothing');
    expect(await throughline(verb, io)).toBe(1);
  });

  test('can be taken out again', async () => {
    await tom.post(change, '/', { intent: 'drop' }, of({ conversationId }));
    expect((await tom.get(page, '/', of({ conversationId }))).status).toBe(404);
  });
});

describe('the participation return', () => {
  const quarter = '2026-Q1';
  const here = () => of({ quarter });
  const answers = {
    ...{ intent: 'answers', offer: 'both', influenced: 'yes', example: 'Evening hours.' },
    otherRoute: '',
  };

  test('is written once at a time, and corrected with a reason', async () => {
    const first = await tom.get(quarterPage, '/', here());
    expect(first.data.shown.lines.length).toBeGreaterThan(20);
    expect((await tom.post(ofQuarter, '/', { ...answers, version: '0' }, here())).status).toBe(302);
    const late = await priya.post(ofQuarter, '/', { ...answers, version: '0' }, here());
    expect(late.status, 'Priya had not seen what Tom wrote').toBe(422);
    const line = (name: string) => `/?line=${name}`;
    const nameless = { intent: 'correct', value: '2', reason: '' };
    expect((await tom.post(correct, line('SPCP05'), nameless, here())).status).toBe(422);
    for (const name of ['SPCP05', 'SPCP04.panel-meetings']) {
      const fields = { ...nameless, reason: 'Two were held by the charity' };
      expect((await tom.post(correct, line(name), fields, here())).status).toBe(302);
    }
    const derived = await tom.post(correct, line('SPCP08.not-known'), nameless, here());
    expect([404, 422]).toContain(derived.status);
  });

  test('is frozen as it was submitted, by those who may; a new version stands beside it', async () => {
    const page_ = await priya.get(quarterPage, '/', here());
    const submit = { intent: 'submit', version: String(page_.data.version) };
    expect((await tom.post(ofQuarter, '/', submit, here())).status).toBe(403);
    expect((await priya.post(ofQuarter, '/', submit, here())).status).toBe(302);
    const frozen = await priya.get(quarterPage, '/', here());
    expect(frozen.data.submitted?.by).toBe('Priya Shah');
    const fields = { intent: 'correct', value: '9', reason: 'Late' };
    expect((await tom.post(correct, '/?line=SPCP05', fields, here())).status).toBe(422);
    expect((await priya.post(ofQuarter, '/', { intent: 'again' }, here())).status).toBe(302);
    expect((await tom.post(correct, '/?line=SPCP05', fields, here())).status).toBe(302);
    const numbers = async (url: string) => {
      const shown = await priya.get(quarterPage, url, here());
      return shown.data.shown.lines.find(({ line }) => line === 'SPCP05')?.value;
    };
    expect([await numbers('/?number=1'), await numbers('/')]).toEqual([2, 9]);
    const taken = await priya.get(returnFile, '/?number=1', here());
    expect(taken.text).toContain('SPCP05,Panel meetings in the quarter,2');
    expect((await tom.get(quarterPage, '/', of({ quarter: 'x' }))).status).toBe(404);
  });
});
