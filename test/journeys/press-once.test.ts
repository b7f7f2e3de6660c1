import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetOldPresses } from '#db/presses.ts';
import { theStore } from '#db/store.server.ts';
import { programmesOf } from '#db/people.ts';
import { action as newProgramme } from '#app/routes/programmes.new/route.tsx';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';

// A form that is sent twice (a double press, a reload, a bad line that repeats it) changes things once.

let borough: Borough;
let asha: BrowserOf;

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
  asha = await BrowserOf.signedIn(borough.asha);
});

afterAll(() => theStore().close());

const fields = (title: string, once: string) => ({
  once,
  title,
  startsOn: '2026-04-01',
  endsOn: '2029-03-31',
  places: 'Mill Lane',
  packs: 'bsfh-2026',
  stage: 'draft',
});
const named = async (title: string) =>
  (await programmesOf(theStore().read, borough.asha.authorityId)).filter(
    (programme) => programme.title === title,
  ).length;
const press = (title: string, once: string) =>
  asha.post(newProgramme, '/programmes/new', fields(title, once));

describe('a form that is sent twice', () => {
  test('adds once, and leads to the same place each time', async () => {
    const first = await press('Hubs', 'page-1');
    const again = await press('Hubs', 'page-1');
    expect(first.location).toMatch(/^\/programmes\//);
    expect(again.location).toBe(first.location);
    expect(await named('Hubs')).toBe(1);
  });

  test('adds once when both presses come at the same moment', async () => {
    const both = await Promise.all([press('Both', 'page-2'), press('Both', 'page-2')]);
    expect(both[0].location).toBe(both[1].location);
    expect(await named('Both')).toBe(1);
  });

  test('from another page, or filled in otherwise, is another press', async () => {
    await press('Twice', 'page-3');
    await press('Twice', 'page-4');
    expect(await named('Twice')).toBe(2);
    await press('Other words', 'page-4');
    expect(await named('Other words')).toBe(1);
  });

  test('may be sent again where it came to nothing', async () => {
    const bad = await asha.post(newProgramme, '/programmes/new', {
      ...fields('Mended', 'page-5'),
      endsOn: '2025-03-31',
    });
    expect(bad.status).toBe(422);
    expect((await press('Mended', 'page-5')).status).toBe(302);
    expect(await named('Mended')).toBe(1);
  });

  test('is forgotten after a day', async () => {
    await press('Old', 'page-6');
    await theStore().write(null, (tx) =>
      forgetOldPresses(tx, new Date(Date.now() + 24 * 3_600_000)),
    );
    await press('Old', 'page-6');
    expect(await named('Old')).toBe(2);
  });
});
