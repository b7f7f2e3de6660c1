import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { action as boxAction } from '#app/routes/programmes.$programmeId.theory.outline.boxes.$boxId/route.tsx';
import {
  action as textAction,
  loader as textLoader,
} from '#app/routes/programmes.$programmeId.theory.text/route.tsx';
import { everythingOf } from '#app/theory/conflict.ts';
import type { Store } from '#db/store.server.ts';
import { freshStore } from '../fresh-store.ts';
import { begin, formOf, startedFrom, theoryNow, type Begun } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

/** The page of the text as somebody opens it, with its hidden fields. */
async function opened({ priya, base, params }: Begun) {
  const { data } = await priya.get(textLoader, `${base}/text`, params);
  const { theory, text, marks, mark } = data;
  const hidden = {
    intent: 'save',
    theoryId: theory.id,
    base: String(theory.sequence),
    mark: `${mark}-text`,
    was: text,
    marks: JSON.stringify(marks),
  };
  return { text, hidden };
}

describe('the theory as text', () => {
  test('is changed in one go, once however often it is sent, and others’ changes stay', async () => {
    const begun = await begin();
    const { priya, asha, params, base } = begun;
    const before = await startedFrom(begun, 'reach-and-access');
    const page = await opened(begun);
    const [first, second] = before.boxes.filter(({ type }) => type === 'activity');
    if (!first || !second) throw new Error('The starter has two activities.');
    await asha.post(
      boxAction,
      `${base}/outline/boxes/${second.id}`,
      formOf(before, second, { label: 'Meanwhile said otherwise' }),
      { ...params, boxId: second.id },
    );
    const text = page.text
      .replace(`- ${first.label}`, '- Said in the text')
      .replace('## Impacts', '- A new outcome of the text\n\n## Impacts');
    const sent = { ...page.hidden, text };
    expect((await priya.post(textAction, `${base}/text`, sent, params)).location).toBe(
      `${base}/text`,
    );
    await priya.post(textAction, `${base}/text`, sent, params);
    const labels = (await theoryNow(begun.borough)).boxes.map(({ label }) => label);
    expect(labels).toEqual(
      expect.arrayContaining(['Said in the text', 'Meanwhile said otherwise']),
    );
    expect(labels.filter((label) => label === 'A new outcome of the text')).toHaveLength(1);
    expect(labels).toHaveLength(before.boxes.length + 1);
  });

  test('what two people said differently is put before the second, who may insist', async () => {
    const begun = await begin();
    const { priya, asha, params, base } = begun;
    const before = await startedFrom(begun, 'reach-and-access');
    const page = await opened(begun);
    const box = before.boxes.find(({ type }) => type === 'activity');
    if (!box) throw new Error('The starter has an activity.');
    await asha.post(
      boxAction,
      `${base}/outline/boxes/${box.id}`,
      formOf(before, box, { label: 'As Asha says it' }),
      { ...params, boxId: box.id },
    );
    const text = page.text.replace(`- ${box.label}`, '- As Priya says it');
    const answer = await priya.post(textAction, `${base}/text`, { ...page.hidden, text }, params);
    const conflicts = 'conflicts' in answer.data ? answer.data.conflicts : [];
    expect(conflicts).toMatchObject([{ theirs: 'As Asha says it', yours: 'As Priya says it' }]);
    const settled = {
      ...(await opened(begun)).hidden,
      intent: 'settle',
      'choice-0': JSON.stringify(conflicts[0]?.insist),
    };
    await priya.post(textAction, `${base}/text`, settled, params);
    const now = await theoryNow(begun.borough);
    expect(now.boxes.find(({ id }) => id === box.id)?.label).toBe('As Priya says it');
  });

  test('what builds on a change about which two people differ comes with it', async () => {
    const begun = await begin();
    const { priya, asha, params, base } = begun;
    const before = await startedFrom(begun, 'reach-and-access');
    const page = await opened(begun);
    const to = before.boxes.find(({ type }) => type === 'impact');
    const [mark] = Object.entries(JSON.parse(page.hidden.marks) as Record<string, string>).find(
      ([, id]) => id === to?.id,
    ) ?? [''];
    if (!to) throw new Error('The starter has an impact.');
    await asha.post(
      boxAction,
      `${base}/outline/boxes/${to.id}`,
      { intent: 'remove', theoryId: before.id, base: String(before.sequence), mark: 'asha-mark' },
      { ...params, boxId: to.id },
    );
    const text = `${page.text.replace(
      '## Activities\n',
      `## Activities\n- Ring families up [#ring]\n  -> [#${mark}]\n`,
    )}
## Evidence
- A trial in two towns
  About: [#ring] -> [#${mark}]
`;
    const answer = await priya.post(textAction, `${base}/text`, { ...page.hidden, text }, params);
    const conflicts = 'conflicts' in answer.data ? answer.data.conflicts : [];
    expect(conflicts).toMatchObject([
      { theirs: null, waiting: [{ about: 'the evidence “A trial in two towns”' }] },
    ]);
    const settled = {
      ...(await opened(begun)).hidden,
      intent: 'settle',
      'choice-0': JSON.stringify(conflicts.flatMap(everythingOf)),
    };
    await priya.post(textAction, `${base}/text`, settled, params);
    const now = await theoryNow(begun.borough);
    const from = now.boxes.find(({ label }) => label === 'Ring families up');
    const link = now.links.find(({ source, target }) => source === from?.id && target === to.id);
    expect(link).toBeDefined();
    const trial = now.pieces.find(({ more }) => more['what'] === 'A trial in two towns');
    expect(trial?.on).toBe(link?.id);
  });

  test('a line that cannot be saved is named, and nothing is saved before it is put right', async () => {
    const begun = await begin();
    const { priya, params, base } = begun;
    const before = await startedFrom(begun, 'reach-and-access');
    const page = await opened(begun);
    const text = `${page.text}
## Activities
- Ring families up [#ring]
## Needs
- A need of nobody [#need]
  @needId: nobody
`;
    const send = (words: string, mark: string) =>
      priya.post(textAction, `${base}/text`, { ...page.hidden, mark, text: words }, params);
    const answer = await send(text, 'first-mark');
    const line = text.split('\n').indexOf('- A need of nobody [#need]') + 1;
    expect(answer.status).toBe(422);
    expect(answer.data.problems?.map(({ message }) => message)).toEqual([
      `Line ${line}: This need is not in the register any more. Choose one that is.`,
    ]);
    expect(answer.data.typed).toMatchObject({ text: text.trim(), was: page.text.trim() });
    expect(await theoryNow(begun.borough)).toEqual(before);
    // The page has another mark then, and goes on from the same text.
    await send(text.replace('  @needId: nobody\n', ''), 'second-mark');
    const there = new Set(before.boxes.map(({ id }) => id));
    const added = (await theoryNow(begun.borough)).boxes.filter(({ id }) => !there.has(id));
    const labels = added.map(({ label }) => label).sort();
    expect(labels).toEqual(['A need of nobody', 'Ring families up']);
  });

  test('a line that cannot be understood is named, and nothing is changed', async () => {
    const begun = await begin();
    const { priya, dan, params, base } = begun;
    const before = await startedFrom(begun, 'reach-and-access');
    const page = await opened(begun);
    const sent = { ...page.hidden, text: `${page.text}\n## Wishes\n- A pony` };
    const answer = await priya.post(textAction, `${base}/text`, sent, params);
    expect(answer.status).toBe(422);
    expect(answer.data.problems?.[0]?.message).toMatch(/^Line \d+: There is no type “Wishes”/);
    expect(answer.data.typed?.['text']).toContain('A pony');
    expect(await theoryNow(begun.borough)).toEqual(before);
    expect((await dan.post(textAction, `${base}/text`, sent, params)).status).toBe(403);
  });
});
