import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loader as exportLoader } from '#app/routes/programmes.$programmeId.theory.export.$format/route.ts';
import { loader as filesLoader } from '#app/routes/programmes.$programmeId.theory.export._index/route.tsx';
import { action as importAction } from '#app/routes/programmes.$programmeId.theory.import/route.tsx';
import { loader as schemaLoader } from '#app/routes/schemas.theory[.]json/route.ts';
import { FORMAT_WORDS, FORMATS } from '#app/theory/formats/exports.ts';
import type { Theory } from '#app/theory/graph.ts';
import type { Store } from '#db/store.server.ts';
import { operationsSince } from '#db/theory.ts';
import { freshStore } from '../fresh-store.ts';
import { begin, startedFrom, theoryNow, type Begun } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const words = ({ boxes, links }: Theory) => {
  const labels = new Map(boxes.map(({ id, label }) => [id, label]));
  return [
    ...boxes.map(({ type, label, detail }) => `${type} ${label} ${detail}`),
    ...links.map(({ source, target, reason }) =>
      [labels.get(source), labels.get(target), reason].join(' > '),
    ),
  ].sort();
};

async function previewOf(begun: Begun, fields: Record<string, string | File>) {
  const { priya, base, params } = begun;
  const came = await priya.post(importAction, `${base}/import`, fields, params);
  if (!('preview' in came.data)) throw new Error(JSON.stringify(came.data.problems));
  return came.data.preview;
}

async function taken(begun: Begun, format: string, query = ''): Promise<Response> {
  const { priya, base, params } = begun;
  const url = `${base}/export/${format}${query}`;
  const came = await priya.get(exportLoader, url, { ...params, format });
  if (!came.response) throw new Error(`${url} answered ${came.status}`);
  return came.response;
}

const map = {
  mapTitle: 'A map of ours',
  styles: { nodes: { group0: { groupLabel: 'What we do' }, group1: { groupLabel: 'Wishes' } } },
  nodes: [
    { id: 'a', label: 'Open\nlate', grp: 'group0' },
    { id: 'b', label: 'Families <b>come</b>', grp: 'group1' },
    { id: 'c', label: 'A note', grp: 'group1' },
  ],
  edges: [
    { id: 'e', from: 'a', to: 'b' },
    { id: 'f', from: 'a', to: 'gone' },
  ],
};

describe('a file of another program', () => {
  test('is brought in as a person says that it is meant, and can be taken back', async () => {
    const begun = await begin();
    const before = await startedFrom(begun, 'needs');
    const file = new File([JSON.stringify(map)], 'map.prsm');
    const preview = await previewOf(begun, { intent: 'read', file });
    expect(preview.map?.groups.map(({ name, boxes, sure }) => [name, boxes, sure])).toEqual([
      ['What we do', 1, false],
      ['Wishes', 2, false],
    ]);
    expect(preview.notes.join(' ')).toMatch(/“Open late” to “gone”/);
    expect((await theoryNow(begun.borough)).boxes).toHaveLength(before.boxes.length);

    const meant = { 'group-0': 'activity', 'group-1': 'impact', content: preview.content };
    const again = await previewOf(begun, { intent: 'again', title: preview.title, ...meant });
    expect(again.counts).toEqual([
      { name: 'Activity', count: 1 },
      { name: 'Impacts', count: 2 },
    ]);
    const fields = { intent: 'bring', title: 'x', meeting: 'add', ...meant };
    await begun.priya.post(importAction, `${begun.base}/import`, fields, begun.params);
    const after = await theoryNow(begun.borough);
    expect(after.boxes.map(({ label }) => label)).toContain('Families <b>come</b>');
    expect([after.boxes.length - before.boxes.length, after.links.length]).toEqual([3, 1]);
    const { authorityId } = begun.borough;
    const steps = await operationsSince(store.read, authorityId, after.id, before.sequence);
    expect(steps.every(({ inverse }) => inverse.length > 0)).toBe(true);
  });

  test.each([
    ['a bomb', '<!DOCTYPE a [<!ENTITY x "ha">]><graphml>&x;</graphml>', /document type/],
    ['links without boxes', 'id,source,target\n1,a,b\n', /table of links/],
    ['a schema', '{"$schema": "x", "properties": {}}', /JSON Schema/],
    ['nothing that we know', '<html></html>', /XML of a kind/],
  ])('%s is refused with the reason, and changes nothing', async (_, text, message) => {
    const begun = await begin();
    await startedFrom(begun, 'blank');
    const fields = { intent: 'read', file: new File([text], 'x') };
    const { priya, base, params } = begun;
    const came = await priya.post(importAction, `${base}/import`, fields, params);
    expect(came.status).toBe(422);
    expect(came.data.problems[0]?.message).toMatch(message);
    expect((await theoryNow(begun.borough)).boxes).toEqual([]);
  });
});

describe('what goes out', () => {
  test('comes back the same from every file that loses nothing', async () => {
    const from = await begin();
    const theory = await startedFrom(from, 'reach-and-access');
    for (const format of FORMATS.filter((each) => FORMAT_WORDS[each].lossless)) {
      const file = new File([await (await taken(from, format)).arrayBuffer()], 'file');
      const into = await begin();
      await startedFrom(into, 'needs');
      const { content, title } = await previewOf(into, { intent: 'read', file });
      const fields = { intent: 'bring', content, title, meeting: 'replace' };
      await into.priya.post(importAction, `${into.base}/import`, fields, into.params);
      const now = await theoryNow(into.borough);
      expect(words(now), format).toEqual(words(theory));
      expect(now.pieces).toHaveLength(theory.pieces.length);
      expect(now.title).toBe(theory.title);
    }
  });

  test('boxes and links in two files are one theory', async () => {
    const begun = await begin();
    await startedFrom(begun, 'blank');
    const preview = await previewOf(begun, {
      intent: 'read',
      file: new File(['id;type;label\n1;Activity;Open\n2;Impact;Ready\n'], 'boxes.csv'),
      second: new File(['source;target;reason\n1;2;It helps\n'], 'links.csv'),
    });
    expect(preview.links).toEqual([{ from: 'Open', to: 'Ready', reason: 'It helps' }]);
  });

  test('is a file of every kind, of the whole or of a part, now or as it stood', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'reach-and-access');
    for (const format of FORMATS) {
      const { headers, ...file } = await taken(begun, format);
      expect(headers.get('Content-Type')).toBe(FORMAT_WORDS[format].mime);
      expect(headers.get('Content-Disposition')).toContain(`.${FORMAT_WORDS[format].ending}"`);
      expect(file).toBeDefined();
    }
    const early = JSON.parse(await (await taken(begun, 'json', '?at=1')).text()) as Theory;
    expect(theory.boxes.length).toBeGreaterThan(1);
    expect((early as unknown as { nodes: unknown[] }).nodes).toHaveLength(1);
    const { priya, base, params } = begun;
    const nowhere = `${base}/export/json?part=none`;
    const came = await priya.get(exportLoader, nowhere, { ...params, format: 'json' });
    expect(came.status).toBe(404);
    const page = await priya.get(filesLoader, `${base}/export`, params);
    expect([page.status, page.data.title]).toEqual([200, theory.title]);
  });

  test('can be checked against a schema that anybody may read', async () => {
    const url = 'https://hubs.example/schemas/theory.json';
    const response = schemaLoader({ request: new Request(url), params: {}, context: {} });
    expect(response.headers.get('Content-Type')).toBe('application/schema+json');
    expect(await response.json()).toMatchObject({ $id: url, type: 'object' });
  });
});
