import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loader as exportLoader } from '#app/routes/programmes.$programmeId.theory.export.$format/route.ts';
import { action as importAction } from '#app/routes/programmes.$programmeId.theory.import/route.tsx';
import {
  action as operationsAction,
  loader as operationsLoader,
} from '#app/routes/programmes.$programmeId.theory.operations/route.ts';
import {
  action as outlineAction,
  loader as outlineLoader,
} from '#app/routes/programmes.$programmeId.theory.outline._index/route.tsx';
import {
  action as addAction,
  loader as addLoader,
} from '#app/routes/programmes.$programmeId.theory.outline.add/route.tsx';
import {
  action as boxAction,
  loader as boxLoader,
} from '#app/routes/programmes.$programmeId.theory.outline.boxes.$boxId/route.tsx';
import {
  action as linkAction,
  loader as linkLoader,
} from '#app/routes/programmes.$programmeId.theory.outline.links.$linkId/route.tsx';
import { loader as pictureLoader } from '#app/routes/programmes.$programmeId.theory.picture/route.tsx';
import {
  action as startAction,
  loader as startLoader,
} from '#app/routes/programmes.$programmeId.theory.start/route.tsx';
import { loader as tableLoader } from '#app/routes/programmes.$programmeId.theory.table/route.tsx';
import type { Reply } from '#app/theory/editing.ts';
import { byPosition, column, type Box, type Theory } from '#app/theory/graph.ts';
import type { Operation } from '#app/theory/operations.ts';
import { newId } from '#db/ids.ts';
import { needs } from '#db/schema/index.ts';
import type { Store } from '#db/store.server.ts';
import { operationsSince, theoryOfProgramme } from '#db/theory.ts';
import { tiesInto } from '#db/thread.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

/** A borough with two needs in its register, and browsers of two who may edit and one who may not. */
async function begin() {
  const borough = await makeBorough();
  const needIds = [newId(), newId()];
  await store.write(null, async (tx) => {
    for (const [index, id] of needIds.entries()) {
      await tx.insert(needs).values({
        id,
        authorityId: borough.authorityId,
        programmeId: borough.programme.id,
        statement:
          ['Fathers cannot come before 6pm', 'Toddlers wait a year for therapy'][index] ?? '',
        who: 'Families',
        place: 'Everywhere',
        howMany: '',
        priority: 'high',
        priorityReason: '',
        notNowBecause: '',
        version: 1,
        createdAt: new Date(2026, 0, 1 + index),
        createdBy: borough.priya.id,
      });
    }
  });
  const params = { programmeId: borough.programme.id };
  const base = `/programmes/${borough.programme.id}/theory`;
  return {
    borough,
    needIds,
    params,
    base,
    priya: await BrowserOf.signedIn(borough.priya),
    asha: await BrowserOf.signedIn(borough.asha),
    dan: await BrowserOf.signedIn(borough.dan),
  };
}

async function theoryNow(borough: Borough): Promise<Theory> {
  const theory = await theoryOfProgramme(store.read, borough.authorityId, borough.programme.id);
  if (theory === undefined) throw new Error('There is no theory');
  return { ...theory, boxes: theory.boxes.toSorted(byPosition) };
}

async function startedFrom(begun: Awaited<ReturnType<typeof begin>>, begins: string) {
  const fields = { title: 'How the hubs help', begin: begins };
  const came = await begun.priya.post(startAction, `${begun.base}/start`, fields, begun.params);
  expect(came.location).toBe(begun.base);
  return theoryNow(begun.borough);
}

/** What a page of the outline carries in its hidden fields. */
const stamp = (theory: Theory, mark = newId()) => ({
  theoryId: theory.id,
  base: String(theory.sequence),
  mark,
});

/** The fields of a box's form as its page shows them, with what a person changed. */
function formOf(theory: Theory, box: Box, change: Record<string, string>) {
  const was = { type: box.type, label: box.label, detail: box.detail };
  return { intent: 'edit', ...stamp(theory), ...was, was: JSON.stringify(was), ...change };
}

describe('starting a theory', () => {
  test('from the register gives a box a need, tied to it', async () => {
    const begun = await begin();
    const { borough, priya, params, base, needIds } = begun;
    const page = await priya.get(startLoader, `${base}/start`, params);
    expect(page.data.needs).toBe(2);
    const theory = await startedFrom(begun, 'needs');
    expect(column(theory, 'need').map(({ label }) => label)).toEqual([
      'Fathers cannot come before 6pm',
      'Toddlers wait a year for therapy',
    ]);
    const boxIds = theory.boxes.map(({ id }) => id);
    const ties = await tiesInto(store.read, borough.authorityId, 'box', boxIds);
    expect(new Set(ties.map(({ fromId }) => fromId))).toEqual(new Set(needIds));
    expect(ties.map(({ wordsThen }) => wordsThen)).toContain('Fathers cannot come before 6pm');
  });

  test('from a starter gives its boxes and reasons, and the needs', async () => {
    const theory = await startedFrom(await begin(), 'reach-and-access');
    expect(theory.boxes.filter(({ type }) => type === 'need')).toHaveLength(2);
    expect(theory.boxes.length).toBeGreaterThan(20);
    expect(theory.links.every(({ reason }) => reason !== '')).toBe(true);
  });

  test('happens once: the second who tries is told', async () => {
    const begun = await begin();
    await startedFrom(begun, 'blank');
    const again = await begun.asha.post(
      startAction,
      `${begun.base}/start`,
      { title: 'Another', begin: 'blank' },
      begun.params,
    );
    expect([again.status, again.text]).toEqual([
      409,
      expect.stringMatching(/started the theory already/),
    ]);
    const page = await begun.asha.get(startLoader, `${begun.base}/start`, begun.params);
    expect(page.location).toBe(begun.base);
  });

  test('without a choice keeps what was typed and says what to do', async () => {
    const { priya, base, params } = await begin();
    const came = await priya.post(startAction, `${base}/start`, { title: '' }, params);
    expect(came.status).toBe(422);
    expect(came.data.problems.map(({ message }) => message)).toEqual([
      'Enter a title',
      'Choose what to begin with',
    ]);
  });
});

describe('the outline, without any script', () => {
  test('adds a box with its first link and the reason', async () => {
    const begun = await begin();
    const { priya, base, params, borough } = begun;
    const theory = await startedFrom(begun, 'needs');
    const need = theory.boxes[0] as Box;
    const fields = {
      ...stamp(theory),
      type: 'activity',
      label: 'Open two hubs on Thursday evenings',
      leadsTo: need.id,
      reason: 'They are at work until six',
    };
    const came = await priya.post(addAction, `${base}/outline/add`, fields, params);
    expect(came.location).toBe(`${base}/outline#box-${fields.mark}`);
    const after = await theoryNow(borough);
    expect(after.boxes.find(({ type }) => type === 'activity')?.label).toBe(fields.label);
    expect(after.links).toMatchObject([
      { kind: 'addresses', source: need.id, reason: 'They are at work until six' },
    ]);
  });

  test('pressing the button twice adds one box', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'blank');
    const fields = { ...stamp(theory), type: 'impact', label: 'Children thrive' };
    await begun.priya.post(addAction, `${begun.base}/outline/add`, fields, begun.params);
    await begun.priya.post(addAction, `${begun.base}/outline/add`, fields, begun.params);
    expect((await theoryNow(begun.borough)).boxes).toHaveLength(1);
  });

  test('edits, links, gives a reason, moves, deletes and takes back', async () => {
    const begun = await begin();
    const { priya, base, params, borough } = begun;
    let theory = await startedFrom(begun, 'needs');
    const [first, second] = theory.boxes as [Box, Box];
    const at = (box: Box) => ({ ...params, boxId: box.id });
    const url = (box: Box) => `${base}/outline/boxes/${box.id}`;

    await priya.post(
      boxAction,
      url(first),
      formOf(theory, first, { detail: 'Many work' }),
      at(first),
    );
    theory = await theoryNow(borough);
    expect(theory.boxes[0]?.detail).toBe('Many work');

    await priya.post(boxAction, url(second), { intent: 'up', ...stamp(theory) }, at(second));
    theory = await theoryNow(borough);
    const [one, two] = theory.boxes.toSorted((a, b) => a.position - b.position);
    expect([one?.id, two?.id]).toEqual([second.id, first.id]);

    const linking = { intent: 'link', ...stamp(theory), other: second.id, direction: 'to' };
    await priya.post(boxAction, url(first), linking, at(first));
    theory = await theoryNow(borough);
    const linkId = theory.links[0]?.id ?? '';
    const reason = {
      intent: 'edit',
      ...stamp(theory),
      reason: 'One worry feeds the other',
      was: JSON.stringify({ reason: '' }),
    };
    const linkUrl = `${base}/outline/links/${linkId}`;
    await priya.post(linkAction, linkUrl, reason, { ...params, linkId });
    theory = await theoryNow(borough);
    expect(theory.links[0]?.reason).toBe('One worry feeds the other');

    await priya.post(boxAction, url(first), { intent: 'remove', ...stamp(theory) }, at(first));
    expect(await theoryNow(borough)).toMatchObject({ boxes: [{ id: second.id }], links: [] });
    expect(await tiesInto(store.read, borough.authorityId, 'box', [first.id])).toEqual([]);

    const back = { intent: 'take-back', theoryId: theory.id };
    await priya.post(outlineAction, `${base}/outline`, back, params);
    theory = await theoryNow(borough);
    expect(theory.boxes).toHaveLength(2);
    expect(theory.links[0]?.reason).toBe('One worry feeds the other');
    expect(await tiesInto(store.read, borough.authorityId, 'box', [first.id])).toHaveLength(1);
  });

  test('puts a need of the register in, once', async () => {
    const begun = await begin();
    const { priya, base, params, borough, needIds } = begun;
    await startedFrom(begun, 'blank');
    const page = await priya.get(outlineLoader, `${base}/outline`, params);
    expect(page.data.waiting.map(({ id }) => id)).toEqual(needIds);
    const fields = { intent: 'add-need', needId: needIds[0] ?? '' };
    await priya.post(outlineAction, `${base}/outline`, fields, params);
    await priya.post(outlineAction, `${base}/outline`, fields, params);
    const { boxes } = await theoryNow(borough);
    expect(boxes).toMatchObject([{ type: 'need', more: { needId: needIds[0] } }]);
  });

  test('says what is wrong beside the field and keeps what was typed', async () => {
    const begun = await begin();
    const { priya, base, params } = begun;
    const theory = await startedFrom(begun, 'needs');
    const box = theory.boxes[0] as Box;
    const came = await priya.post(
      boxAction,
      `${base}/outline/boxes/${box.id}`,
      formOf(theory, box, { label: ' ', detail: 'Still here' }),
      { ...params, boxId: box.id },
    );
    expect(came.status).toBe(422);
    expect(came.data).toMatchObject({
      problems: [{ field: 'label', message: 'Enter what the box says' }],
      typed: { detail: 'Still here' },
    });
  });

  test('shows the coach, the table, the picture and files of the same theory', async () => {
    const begun = await begin();
    const { dan, base, params } = begun;
    await startedFrom(begun, 'reach-and-access');
    const outline = await dan.get(outlineLoader, `${base}/outline`, params);
    expect(outline.data.findings.map(({ id }) => id)).toContain('TOC-N01');
    const table = await dan.get(tableLoader, `${base}/table`, params);
    expect(table.data.rows).toHaveLength(27);
    const picture = await dan.get(pictureLoader, `${base}/picture`, params);
    expect(picture.data.svg).toMatch(/^<svg/);
    for (const [format, start] of Object.entries({
      json: '{',
      csv: 'record',
      mermaid: 'flow',
      svg: '<svg',
      text: 'How',
      png: '\uFFFDPNG',
    })) {
      const file = await dan.get(exportLoader, `${base}/export/${format}`, { ...params, format });
      expect(file.text.slice(0, start.length), format).toBe(start);
      expect(file.response?.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[a-z.-]+"$/,
      );
    }
    const none = await dan.get(exportLoader, `${base}/export/exe`, { ...params, format: 'exe' });
    expect(none.status).toBe(404);
  });
});

describe('two people at once', () => {
  test('on different fields: both are kept, and nobody is asked', async () => {
    const begun = await begin();
    const { priya, asha, base, params, borough } = begun;
    const seen = await startedFrom(begun, 'needs');
    const box = seen.boxes[0] as Box;
    const at = { ...params, boxId: box.id };
    const url = `${base}/outline/boxes/${box.id}`;
    await priya.post(boxAction, url, formOf(seen, box, { label: 'Priya’s words' }), at);
    const came = await asha.post(
      boxAction,
      url,
      formOf(seen, box, { detail: 'Asha’s detail' }),
      at,
    );
    expect(came.status).toBe(302);
    const after = (await theoryNow(borough)).boxes.find(({ id }) => id === box.id);
    expect(after).toMatchObject({ label: 'Priya’s words', detail: 'Asha’s detail' });
  });

  test('on the same words: both values are shown, the rest is saved, and the choice is obeyed', async () => {
    const begun = await begin();
    const { priya, asha, base, params, borough } = begun;
    const seen = await startedFrom(begun, 'needs');
    const box = seen.boxes[0] as Box;
    const at = { ...params, boxId: box.id };
    const url = `${base}/outline/boxes/${box.id}`;
    await priya.post(boxAction, url, formOf(seen, box, { label: 'Priya’s words' }), at);
    const change = { label: 'Asha’s words', detail: 'Asha’s detail' };
    const came = await asha.post(boxAction, url, formOf(seen, box, change), at);
    const conflicts = 'conflicts' in came.data ? came.data.conflicts : [];
    expect(conflicts).toMatchObject([
      { theirs: 'Priya’s words', yours: 'Asha’s words', by: 'Priya Shah' },
    ]);
    expect((await theoryNow(borough)).boxes.find(({ id }) => id === box.id)).toMatchObject({
      label: 'Priya’s words',
      detail: 'Asha’s detail',
    });
    const choice = {
      intent: 'settle',
      ...stamp(await theoryNow(borough)),
      'choice-0': JSON.stringify(conflicts[0]?.insist),
    };
    await asha.post(boxAction, url, choice, at);
    const after = (await theoryNow(borough)).boxes.find(({ id }) => id === box.id);
    expect(after?.label).toBe('Asha’s words');
  });

  test('one deletes what the other is changing: the page still shows it and can put it back', async () => {
    const begun = await begin();
    const { priya, asha, base, params, borough } = begun;
    const seen = await startedFrom(begun, 'needs');
    const box = seen.boxes[0] as Box;
    const at = { ...params, boxId: box.id };
    const url = `${base}/outline/boxes/${box.id}`;
    await priya.post(boxAction, url, { intent: 'remove', ...stamp(seen) }, at);
    const came = await asha.post(boxAction, url, formOf(seen, box, { label: 'Asha’s words' }), at);
    const conflicts = 'conflicts' in came.data ? came.data.conflicts : [];
    expect(conflicts).toMatchObject([{ theirs: null, yours: 'Asha’s words', by: 'Priya Shah' }]);
    const page = await asha.get(boxLoader, url, at);
    expect(page.data.removed?.by).toBe('Priya Shah');
    const choice = {
      intent: 'settle',
      ...stamp(await theoryNow(borough)),
      'choice-0': JSON.stringify(conflicts[0]?.insist),
    };
    await asha.post(boxAction, url, choice, at);
    const after = (await theoryNow(borough)).boxes.find(({ id }) => id === box.id);
    expect(after?.label).toBe('Asha’s words');
  });

  test('forty saves at the same moment: each is applied once, in one order', async () => {
    const begun = await begin();
    const { priya, asha, base, params, borough } = begun;
    const theory = await startedFrom(begun, 'blank');
    const saving = Array.from({ length: 40 }, (_, index) => {
      const box = {
        id: newId(),
        type: 'output',
        label: `Box ${index}`,
        detail: '',
        more: {},
        x: null,
        y: null,
        position: index,
      };
      const operations = JSON.stringify([
        { clientOpId: newId(), operation: { kind: 'addBox', box } },
      ]);
      const fields = { theoryId: theory.id, base: '0', operations };
      const who = index % 2 === 0 ? priya : asha;
      // Each is sent twice, as a browser does when the answer is lost.
      return [0, 1].map(() => who.post(operationsAction, `${base}/operations`, fields, params));
    });
    const replies = await Promise.all(saving.flat());
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    const after = await theoryNow(borough);
    expect(after.boxes).toHaveLength(40);
    expect(after.sequence).toBe(40);
    const history = await operationsSince(store.read, borough.authorityId, theory.id, 0);
    expect(history.map(({ sequence }) => sequence)).toEqual(history.map((_, index) => index + 1));
  });
});

describe('the canvas’s saving', () => {
  async function send(
    begun: Awaited<ReturnType<typeof begin>>,
    theory: Theory,
    operations: Operation[],
  ): Promise<Reply> {
    const sent = operations.map((operation) => ({ clientOpId: newId(), operation }));
    const fields = {
      theoryId: theory.id,
      base: String(theory.sequence),
      operations: JSON.stringify(sent),
    };
    const came = await begun.priya.post(
      operationsAction,
      `${begun.base}/operations`,
      fields,
      begun.params,
    );
    expect(came.status).toBe(200);
    return JSON.parse(came.text) as Reply;
  }

  test('answers with what is new, and tells an open page what others did', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'needs');
    const box = theory.boxes[0] as Box;
    const edit: Operation = {
      kind: 'editBox',
      id: box.id,
      field: 'label',
      from: box.label,
      to: 'New',
    };
    const reply = await send(begun, theory, [edit]);
    expect(reply.steps).toMatchObject([{ sequence: theory.sequence + 1, operation: edit }]);
    const asked = await begun.dan.get(
      operationsLoader,
      `${begun.base}/operations?theory=${theory.id}&since=${theory.sequence}`,
      begun.params,
    );
    expect(JSON.parse(asked.text)).toMatchObject({ steps: [{ personName: 'Priya Shah' }] });
  });

  test('refuses what is malformed and what names a need of nobody’s', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'blank');
    const bad = { theoryId: theory.id, base: '0', operations: '[{"clientOpId":"12345678"}]' };
    const came = await begun.priya.post(
      operationsAction,
      `${begun.base}/operations`,
      bad,
      begun.params,
    );
    expect(came.status).toBe(422);
    const box = {
      id: newId(),
      type: 'need' as const,
      label: 'Mine',
      detail: '',
      more: { needId: newId() },
      x: null,
      y: null,
      position: 1,
    };
    const reply = await send(begun, theory, [{ kind: 'addBox', box }]);
    expect(reply.refused).toMatchObject([
      { message: expect.stringMatching(/not in the register/) as string },
    ]);
    expect((await theoryNow(begun.borough)).boxes).toEqual([]);
  });

  test('a box cannot be taken over from another theory by its id', async () => {
    const [one, two] = [await begin(), await begin()];
    const theirs = await startedFrom(one, 'needs');
    const theory = await startedFrom(two, 'blank');
    const box = { ...(theirs.boxes[0] as Box), label: 'Taken', more: {} };
    const sent = JSON.stringify([{ clientOpId: newId(), operation: { kind: 'addBox', box } }]);
    const fields = { theoryId: theory.id, base: '0', operations: sent };
    const came = await two.priya.post(
      operationsAction,
      `${two.base}/operations`,
      fields,
      two.params,
    );
    expect(came.status).toBe(409);
    expect((await theoryNow(one.borough)).boxes[0]?.label).toBe(theirs.boxes[0]?.label);
    expect((await theoryNow(two.borough)).boxes).toEqual([]);
  });
});

describe('bringing in a printed table', () => {
  const table = [
    'Aim: Every family can find help early,Long-term outcomes,Activities,Milestones',
    ',Children are ready for school,Open at weekends,By May',
    ',Parents feel less alone,Train peer supporters,',
    ',Our ultimate goal,What we need to do,',
  ].join('\n');

  test('shows what was read, takes the columns as a person means them, and draws no links', async () => {
    const begun = await begin();
    const { priya, base, params, borough } = begun;
    await startedFrom(begun, 'blank');
    const url = `${base}/import`;
    const file = new File([table], 'our_theory.csv', { type: 'text/csv' });
    const read = await priya.post(importAction, url, { intent: 'read', file }, params);
    if (!('preview' in read.data)) throw new Error('No preview');
    const { preview } = read.data;
    expect(preview.title).toBe('Our theory');
    expect(preview.boxes).toHaveLength(5);
    expect(preview.links).toBe(0);
    expect(preview.notes.join(' ')).toMatch(/draws no links/);
    expect((await theoryNow(borough)).boxes).toEqual([]);

    const fields = {
      intent: 'bring',
      text: JSON.stringify(preview.text),
      title: 'Brought in',
      'column-0': 'aim',
      'column-1': 'longTermOutcome',
      'column-2': 'activity',
      'column-3': 'output',
    };
    const came = await priya.post(importAction, url, fields, params);
    expect(came.location).toBe(base);
    const { boxes, links } = await theoryNow(borough);
    expect(boxes.map(({ type }) => type).sort()).toEqual([
      'activity',
      'activity',
      'aim',
      'longTermOutcome',
      'longTermOutcome',
      'output',
    ]);
    expect(links).toEqual([]);
  });

  test('a file that is no theory is refused with what to do, and changes nothing', async () => {
    const begun = await begin();
    await startedFrom(begun, 'needs');
    const file = new File(['{"columns": []}'], 'x.json');
    const came = await begun.priya.post(
      importAction,
      `${begun.base}/import`,
      { intent: 'read', file },
      begun.params,
    );
    expect(came.status).toBe(422);
    expect(came.data.problems[0]?.message).toMatch(/holds no theory of change/);
    expect((await theoryNow(begun.borough)).boxes).toHaveLength(2);
  });

  test('an exported theory comes back whole, with its ties to needs, in place of the old', async () => {
    const begun = await begin();
    const { priya, base, params, borough, needIds } = begun;
    const before = await startedFrom(begun, 'reach-and-access');
    const exported = await priya.get(exportLoader, `${base}/export/json`, {
      ...params,
      format: 'json',
    });
    const fields = {
      intent: 'bring',
      text: JSON.stringify(exported.text),
      title: 'x',
      meeting: 'replace',
    };
    await priya.post(importAction, `${base}/import`, fields, params);
    const after = await theoryNow(borough);
    const words = ({ boxes }: Theory) => boxes.map(({ type, label }) => `${type} ${label}`).sort();
    expect(words(after)).toEqual(words(before));
    expect(after.links).toHaveLength(before.links.length);
    const ties = await tiesInto(
      store.read,
      borough.authorityId,
      'box',
      after.boxes.map(({ id }) => id),
    );
    expect(new Set(ties.map(({ fromId }) => fromId))).toEqual(new Set(needIds));
  });
});

describe('who may', () => {
  test('a partner reads, is told why no more, and changes nothing by hand', async () => {
    const begun = await begin();
    const { dan, base, params, borough } = begun;
    const theory = await startedFrom(begun, 'needs');
    const page = await dan.get(outlineLoader, `${base}/outline`, params);
    expect(page.data.readOnly).toMatch(/^Only an administrator or a strategic lead can/);
    const box = theory.boxes[0] as Box;
    const at = { ...params, boxId: box.id };
    const tries = [
      await dan.get(boxLoader, `${base}/outline/boxes/${box.id}`, at),
      await dan.post(
        boxAction,
        `${base}/outline/boxes/${box.id}`,
        formOf(theory, box, { label: 'No' }),
        at,
      ),
      await dan.post(
        operationsAction,
        `${base}/operations`,
        { theoryId: theory.id, base: '0', operations: '[]' },
        params,
      ),
      await dan.post(
        outlineAction,
        `${base}/outline`,
        { intent: 'take-back', theoryId: theory.id },
        params,
      ),
    ];
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await theoryNow(borough)).boxes[0]?.label).toBe(box.label);
  });

  test('a theory of another authority is not found, by whatever address', async () => {
    const [ours, theirs] = [await begin(), await begin()];
    const theory = await startedFrom(theirs, 'needs');
    await startedFrom(ours, 'needs');
    const box = theory.boxes[0] as Box;
    const { priya } = ours;
    const tries = [
      await priya.get(outlineLoader, `${theirs.base}/outline`, theirs.params),
      await priya.get(addLoader, `${theirs.base}/outline/add`, theirs.params),
      await priya.get(boxLoader, `${ours.base}/outline/boxes/${box.id}`, {
        ...ours.params,
        boxId: box.id,
      }),
      await priya.get(linkLoader, `${ours.base}/outline/links/${box.id}`, {
        ...ours.params,
        linkId: box.id,
      }),
      await priya.get(exportLoader, `${theirs.base}/export/json`, {
        ...theirs.params,
        format: 'json',
      }),
      await priya.get(operationsLoader, `${ours.base}/operations?theory=${theory.id}`, ours.params),
      await priya.post(
        operationsAction,
        `${ours.base}/operations`,
        { theoryId: theory.id, base: '0', operations: '[]' },
        ours.params,
      ),
      await priya.post(
        outlineAction,
        `${ours.base}/outline`,
        { intent: 'take-back', theoryId: theory.id },
        ours.params,
      ),
      await priya.post(
        outlineAction,
        `${ours.base}/outline`,
        { intent: 'add-need', needId: theirs.needIds[0] ?? '' },
        ours.params,
      ),
    ];
    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 404));
  });
});
