import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { storeIsOpen } from '#db/store.server.ts';
import { soundTheory } from '#test/sound-theory.ts';
import { toJson } from '#app/theory/formats/json.ts';
import { throughline } from './throughline.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'throughline-cli-'));

function fileOf(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function run(...args: string[]) {
  const out = { printed: [] as string[], said: [] as string[], json: [] as unknown[] };
  const exit = await throughline(args, {
    print: (line) => out.printed.push(line),
    say: (line) => out.said.push(line),
    json: (value) => out.json.push(value),
  });
  return { exit, ...out };
}

const printed = fileOf(
  'our_theory.csv',
  [
    'Aim: Help early,Long-term outcomes,Intermediate outcomes,Assumptions,Activities',
    ',Children are ready for school,Parents come to a hub,Staff stay,Open on Saturdays',
    ',Parents feel less alone,,Families know where to go,Train peer supporters',
    ',Our ultimate goal,,What we need to consider,What we need to do',
  ].join('\r\n'),
);
const clean = fileOf('clean.json', toJson(soundTheory()));

describe('check theory', () => {
  test('counts a printed table, draws no links, and prints one JSON document', async () => {
    const { exit, json, printed: lines } = await run('check', 'theory', printed, '--json');
    expect([exit, lines, json.length]).toEqual([0, [], 1]);
    const noLink = expect.stringMatching(/^No link is drawn: 8 boxes/) as string;
    expect(json[0]).toMatchObject({
      title: 'Our theory',
      counts: {
        aim: 1,
        longTermOutcome: 2,
        intermediateOutcome: 1,
        assumption: 2,
        activity: 2,
        impact: 0,
      },
      links: 0,
      findings: [
        { id: 'TOC-I05', severity: 'warn', message: noLink },
        { id: 'TOC-W07', severity: 'hint', targets: ['activity-1'] },
        { id: 'TOC-W07', severity: 'hint', targets: ['activity-2'] },
        { id: 'TOC-A06', severity: 'hint' },
      ],
    });
    expect(storeIsOpen()).toBe(false);
  });

  test('says in words what it found, and ends with 1 when something stands in the way', async () => {
    const theory = soundTheory();
    const broken = { ...theory, links: theory.links.filter(({ id }) => id !== 'invite>texts') };
    const file = fileOf('broken.json', toJson(broken));
    const draft = await run('check', 'theory', file);
    expect(draft.exit).toBe(0);
    expect(draft.printed).toContainEqual(expect.stringMatching(/^hint TOC-S02: “Invite/));
    const approve = await run('check', 'theory', file, '--stage', 'approve');
    expect(approve.exit).toBe(1);
    expect(approve.printed).toContainEqual(expect.stringMatching(/^error TOC-S02/));
    const sound = await run('check', 'theory', clean, '--stage', 'live');
    expect([sound.exit, sound.printed.at(-1)]).toEqual([0, 'Nothing was found.']);
  });

  test('says where a file cannot be read', async () => {
    const bad = fileOf('bad.json', '{"nodes": [{"id": "a", "type": "need"}]}');
    const { exit, json } = await run('check', 'theory', bad, '--json');
    expect(exit).toBe(1);
    expect(json).toMatchObject([{ problems: [{ where: 'nodes[0]' }] }]);
  });

  test('takes the groups of somebody else’s file as it is told', async () => {
    const nodes = [
      { id: 'a', type: 'Wishes', label: 'A' },
      { id: 'b', type: 'Deeds', label: 'B' },
    ];
    const file = fileOf('theirs.json', JSON.stringify({ nodes, links: [{ from: 'b', to: 'a' }] }));
    const args = ['check', 'theory', file, '--json', '--as', 'Wishes=impact'];
    const { json } = await run(...args, '--as', 'Deeds=activity');
    expect(json[0]).toMatchObject({ counts: { impact: 1, activity: 1 }, links: 1, notes: [] });
    const unsaid = await run('check', 'theory', file, '--json');
    expect(unsaid.json[0]).toMatchObject({
      notes: [expect.stringMatching(/“Wishes” says no/), expect.stringMatching(/“Deeds”/)],
    });
    expect((await run(...args, '--as', 'Deed=activity')).exit).toBe(2);
    expect((await run(...args, '--as', 'Deeds=widget')).exit).toBe(2);
  });

  test('used wrongly, it ends with 2 and says how to use it', async () => {
    for (const args of [
      [],
      [clean, '--stage', 'soon'],
      [clean, clean],
      ['/nowhere/at.json'],
      [clean, '--loud'],
    ]) {
      const { exit, said, printed: lines } = await run('check', 'theory', ...args);
      expect([exit, lines]).toEqual([2, []]);
      expect(said.join(' ')).not.toBe('');
    }
  });
});

describe('convert theory', () => {
  test('there and back again gives the same theory', async () => {
    const csv = path.join(folder, 'there.csv');
    const json = path.join(folder, 'back.json');
    expect((await run('convert', 'theory', clean, '--to', 'csv', '--out', csv)).exit).toBe(0);
    expect((await run('convert', 'theory', csv, '--to', 'json', '--out', json)).exit).toBe(0);
    expect(readFileSync(json, 'utf8')).toBe(readFileSync(clean, 'utf8'));
  });

  test('gives others nodes with id, type and label, and links with source, target and reason', async () => {
    const { printed: lines } = await run('convert', 'theory', clean, '--to', 'json');
    const document = JSON.parse(lines.join('\n')) as { nodes: unknown[]; links: unknown[] };
    expect(document.nodes[0]).toMatchObject({ id: 'evenings', type: 'need' });
    expect(document.links[0]).toMatchObject({
      source: 'evenings',
      target: 'open',
      reason: 'Because evenings, open',
    });
  });

  test.each([
    ['mermaid', /^flowchart LR\n/],
    ['svg', /^<svg /],
    ['text', /^# Evenings and early speech\n/],
    ['graphml', /^<\?xml/],
    ['kumu', /^\{\n {2}"name": "Evenings/],
    ['prsm', /^\{\n {2}"version"/],
    ['tables', /^PK/],
    ['png', /^.PNG/],
    ['pdf', /^%PDF/],
    ['docx', /^PK/],
    ['pptx', /^PK/],
  ])('writes %s', async (format, start) => {
    const out = path.join(folder, `out.${format}`);
    expect((await run('convert', 'theory', clean, '--to', format, '--out', out)).exit).toBe(0);
    expect(readFileSync(out, 'latin1')).toMatch(start);
  });

  test('used wrongly, it ends with 2', async () => {
    expect((await run('convert', 'theory', clean)).exit).toBe(2);
    expect((await run('convert', 'theory', clean, '--to', 'paper')).exit).toBe(2);
    expect((await run('convert', 'theory', clean, '--to', 'png')).exit).toBe(2);
  });
});

describe('export theory', () => {
  test.each([
    [[]],
    [['demo']],
    [['demo', '--format', 'paper', '--out', 'x']],
    [['demo', '--format', 'json']],
    [['demo', '--format', 'json', '--out', 'x', '--at', 'soon']],
  ])('used wrongly as %j, it ends with 2 and says how to use it', async (args) => {
    const { exit, said } = await run('export', 'theory', ...args);
    expect(exit).toBe(2);
    expect(said.join(' ')).toMatch(/Use: throughline export theory ID\|demo/);
  });
});
