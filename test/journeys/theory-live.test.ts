import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  action as liveAction,
  loader as liveLoader,
} from '#app/routes/programmes.$programmeId.theory.live/route.ts';
import { loader as boxLoader } from '#app/routes/programmes.$programmeId.theory.outline.boxes.$boxId/route.tsx';
import { action as operationsAction } from '#app/routes/programmes.$programmeId.theory.operations/route.ts';
import { endSession } from '#app/http/session.server.ts';
import type { Person } from '#app/people/can.ts';
import type { Box, Theory } from '#app/theory/graph.ts';
import type { PersonHere } from '#app/theory/live/here.ts';
import { closeHub, Hub, theHub } from '#app/theory/live/hub.server.ts';
import type { Told } from '#app/theory/live/told.ts';
import type { Operation } from '#app/theory/operations.ts';
import { newId } from '#db/ids.ts';
import { asPerson, insertPerson } from '#db/people.ts';
import { openStore, type Store } from '#db/store.server.ts';
import { operationsSince } from '#db/theory.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshPlace } from '../fresh-store.ts';
import { setTheStore, theStore } from '#db/store.server.ts';
import { StreamOf, type Came } from '../streams.ts';
import { begin, startedFrom, theoryNow, type Begun } from '../theory-begun.ts';

let store: Store;
let place: Awaited<ReturnType<typeof freshPlace>>;
beforeAll(async () => {
  place = await freshPlace();
  store = await openStore(place);
  setTheStore(store);
});
afterAll(async () => {
  closeHub();
  await store.close();
});

const urlOf = ({ base }: Begun, theory: Theory, visit: string, since = theory.sequence) =>
  `${base}/live?theory=${theory.id}&visit=${visit}&since=${since}`;

const follow = (begun: Begun, browser: BrowserOf, theory: Theory, visit = newId()) =>
  StreamOf.open(browser, liveLoader, urlOf(begun, theory, visit), begun.params);

async function change(begun: Begun, browser: BrowserOf, theory: Theory, operation: Operation) {
  const operations = JSON.stringify([{ clientOpId: newId(), operation }]);
  const fields = { theoryId: theory.id, base: String(theory.sequence), operations };
  const url = `${begun.base}/operations`;
  expect((await browser.post(operationsAction, url, fields, begun.params)).status).toBe(200);
}

const adding = (label: string): Operation => ({
  kind: 'addBox',
  box: { id: newId(), type: 'output', label, detail: '', more: {}, x: null, y: null, position: 1 },
});

const stepsIn = (came: readonly Came[]) =>
  came.flatMap((each) => {
    const told = each as unknown as Told;
    return told.event === 'steps' ? told.data.steps : [];
  });
const hereIn = (came: readonly Came[]) =>
  (came.findLast(({ event }) => event === 'here')?.data ?? []) as PersonHere[];

/** More people who may edit, signed in. */
async function editors(begun: Begun, count: number): Promise<{ person: Person; at: BrowserOf }[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    authorityId: begun.borough.authorityId,
    name: `Editor ${String(index).padStart(2, '0')}`,
    email: `${newId()}@example.org`,
    role: 'lead' as const,
    passwordHash: null,
    createdAt: new Date(),
    closedAt: null,
  }));
  await theStore().write(null, async (tx) => {
    for (const row of rows) await insertPerson(tx, row);
  });
  return Promise.all(
    rows.map(async (row) => {
      const person = asPerson(row);
      return { person, at: await BrowserOf.signedIn(person) };
    }),
  );
}

describe('following a theory', () => {
  test('what one changes the other is told at once, with the name, and after a break nothing is missing', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'blank');
    const stream = await follow(begun, begun.dan, theory);
    expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(stream.headers.get('cache-control')).toContain('no-transform');
    await change(begun, begun.priya, theory, adding('One'));
    const came = await stream.until((all) => stepsIn(all).length === 1);
    expect(stepsIn(came)).toMatchObject([
      { sequence: theory.sequence + 1, personName: 'Priya Shah', operation: { kind: 'addBox' } },
    ]);
    expect(came.find(({ event }) => event === 'steps')?.id).toBe(String(theory.sequence + 1));
    stream.close();
    await change(begun, begun.priya, await theoryNow(begun.borough), adding('Two'));
    const again = await StreamOf.open(
      begun.dan,
      liveLoader,
      urlOf(begun, theory, newId()),
      begun.params,
      theory.sequence + 1,
    );
    const missed = await again.until((all) => stepsIn(all).length === 1);
    expect(stepsIn(missed)).toMatchObject([{ operation: { box: { label: 'Two' } } }]);
    again.close();
  });

  test('who is there and types is told to the others, readers too, and goes when the window closes', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'needs');
    const box = theory.boxes[0] as Box;
    const visit = newId();
    const dan = await follow(begun, begun.dan, theory);
    const priya = await follow(begun, begun.priya, theory, visit);
    expect(hereIn(await dan.until((all) => hereIn(all).length === 1))).toMatchObject([
      { name: 'Priya Shah', at: [], typing: [] },
    ]);
    expect(hereIn(await priya.until((all) => hereIn(all).length === 1))).toMatchObject([
      { name: 'Dan Yates' },
    ]);
    const url = `${begun.base}/live`;
    const said = { theoryId: theory.id, visit, at: box.id, typing: `${box.id} label` };
    const answer = await begun.priya.post(liveAction, url, said, begun.params);
    expect(JSON.parse(answer.text)).toMatchObject({ people: [{ name: 'Dan Yates' }] });
    const typing = await dan.until((all) => hereIn(all)[0]?.typing.length === 1);
    expect(hereIn(typing)).toMatchObject([{ at: [box.id], typing: [`${box.id} label`] }]);
    // Nobody else can speak for Priya's window.
    await begun.asha.post(liveAction, url, { ...said, at: '', typing: '' }, begun.params);
    expect(theHub().here(theory.id, begun.borough.dan.id)).toMatchObject([
      { name: 'Priya Shah', at: [box.id] },
    ]);
    priya.close();
    await dan.until((all) => hereIn(all)[0]?.typing.length === 0);
    await dan.until((all) => hereIn(all).length === 0);
    dan.close();
  });

  test('the outline, which has no script, says on opening who else has the box open', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'needs');
    const box = theory.boxes[0] as Box;
    const open = (browser: BrowserOf) =>
      browser.get(boxLoader, `${begun.base}/outline/boxes/${box.id}`, {
        ...begun.params,
        boxId: box.id,
      });
    expect((await open(begun.asha)).data.alsoOpen).toEqual([]);
    const said = { theoryId: theory.id, visit: newId(), at: box.id, typing: `${box.id} label` };
    await begun.dan.post(liveAction, `${begun.base}/live`, said, begun.params);
    expect((await open(begun.priya)).data.alsoOpen).toMatchObject([
      { name: 'Asha Brandt', typing: [] },
      { name: 'Dan Yates', typing: [`${box.id} label`] },
    ]);
  });

  test('a person has three streams at most: the oldest is told and ends', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'blank');
    const streams: StreamOf[] = [];
    for (let count = 0; count < 4; count += 1) {
      streams.push(await follow(begun, begun.priya, theory));
    }
    await streams[0]?.untilEnded();
    expect(streams[0]?.came.at(-1)).toMatchObject({ event: 'enough' });
    expect(streams.map(({ ended }) => ended)).toEqual([true, false, false, false]);
    for (const stream of streams) stream.close();
  });

  test('who knows more than there is, is told; who is signed out is let go; the server’s end ends all', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'blank');
    const ahead = await StreamOf.open(
      begun.dan,
      liveLoader,
      urlOf(begun, theory, newId(), theory.sequence + 5),
      begun.params,
    );
    await ahead.untilEnded();
    expect(ahead.came.map(({ event }) => event)).toEqual(['ahead']);
    const [dan, priya] = [
      await follow(begun, begun.dan, theory),
      await follow(begun, begun.priya, theory),
    ];
    await endSession(begun.dan.request('/'));
    theHub().beat();
    await dan.untilEnded();
    expect(dan.came.at(-1)).toMatchObject({ event: 'out' });
    expect(priya.ended).toBe(false);
    closeHub();
    await priya.untilEnded();
  });

  test('a theory elsewhere is not found, a panel member is sent to sign in', async () => {
    const [ours, theirs] = [await begin(), await begin()];
    const theory = await startedFrom(theirs, 'blank');
    const leanne = await BrowserOf.signedIn(ours.borough.leanne);
    const said = { theoryId: theory.id, visit: newId(), at: '', typing: '' };
    const url = `${ours.base}/live`;
    expect(
      (await ours.priya.get(liveLoader, urlOf(ours, theory, newId()), ours.params)).status,
    ).toBe(404);
    expect((await ours.priya.post(liveAction, url, said, ours.params)).status).toBe(404);
    const member = await leanne.get(liveLoader, urlOf(ours, theory, newId()), ours.params);
    expect(member.location).toMatch(/^\/sign-in/);
    expect((await leanne.post(liveAction, url, said, ours.params)).location).toMatch(/^\/sign-in/);
  });
});

describe('a workshop', () => {
  test('twenty people on two servers: each sees all changes in one order, and all nineteen others', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'blank');
    const people = await editors(begun, 20);
    // On PostgreSQL half of them are at a second server; SQLite has one.
    const second = store.engine === 'postgres' ? await openStore(place) : null;
    const hub = second === null ? null : new Hub(second);
    const told = people.map((): Told[] => []);
    const begun2 = people.slice(10).map(({ person }, index) => {
      if (hub === null) return null;
      const whose = { authorityId: person.authorityId, theoryId: theory.id, personId: person.id };
      const visit = newId();
      hub.say({ ...whose, visit, at: null, typing: null, lasts: 60_000 }, person.name);
      return hub.follow({
        ...whose,
        visit,
        sequence: theory.sequence,
        send: (event) => told[index + 10]?.push(event),
        end: () => undefined,
        stillMay: async () => true,
      });
    });
    const atFirst = hub === null ? people : people.slice(0, 10);
    const streams = await Promise.all(atFirst.map(({ at }) => follow(begun, at, theory)));
    await Promise.all(
      people.map(({ at }, index) => change(begun, at, theory, adding(`By ${index}`))),
    );
    const all = await Promise.all(
      streams.map((stream) =>
        stream.until((came) => stepsIn(came).length === 20 && hereIn(came).length === 19),
      ),
    );
    const history = await operationsSince(store.read, begun.borough.authorityId, theory.id, 0);
    const order = history.slice(-20).map(({ clientOpId }) => clientOpId);
    for (const came of all) {
      expect(stepsIn(came).map(({ clientOpId }) => clientOpId)).toEqual(order);
    }
    if (hub !== null) {
      await expect
        .poll(() => told.slice(10).map((each) => each.flatMap(stepsTold).length))
        .toEqual(Array.from({ length: 10 }, () => 20));
      await expect.poll(() => hub.here(theory.id, people[19]?.person.id ?? '').length).toBe(19);
    }
    for (const stream of streams) stream.close();
    for (const leave of begun2) leave?.();
    hub?.close();
    await second?.close();
  });

  test('a server at which somebody always is forgets the windows that fell silent', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'blank');
    const people = await editors(begun, 30);
    let now = 0;
    const hub = new Hub(store, () => now);
    const [stays, ...others] = people.map(({ person }) => ({
      authorityId: person.authorityId,
      theoryId: theory.id,
      personId: person.id,
      visit: newId(),
      name: person.name,
    }));
    if (stays === undefined) throw new Error('nobody');
    const sayHere = ({ name, ...who }: typeof stays) =>
      hub.say({ ...who, at: null, typing: null, lasts: 60_000 }, name);
    const { name: _, ...follower } = stays;
    const leave = hub.follow({
      ...follower,
      sequence: theory.sequence,
      send: () => undefined,
      end: () => undefined,
      stillMay: async () => true,
    });
    sayHere(stays);
    for (const each of others) sayHere(each);
    const there = () => hub.here(theory.id, '').length;
    await expect.poll(there, { timeout: 60_000 }).toBe(people.length);
    const kept = () => [hub['said'].size, hub['names'].size];
    expect(kept()).toEqual([people.length, people.length]);
    now = 59_999;
    sayHere(stays);
    now = 60_000;
    // Without `forget` both hold everybody for as long as one page is open.
    await expect.poll(kept, { timeout: 60_000 }).toEqual([1, 1]);
    await expect.poll(there, { timeout: 60_000 }).toBe(1);
    leave();
    hub.close();
  });
});

const stepsTold = (told: Told) => (told.event === 'steps' ? told.data.steps : []);
