import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sourceQuery, type FindingSource } from '#app/needs/finding-source.ts';
import { importAreaFile } from '#app/needs/areas/import-area-file.server.ts';
import { links } from '#app/http/links.ts';
import { loader as fileLoader } from '#app/routes/programmes.$programmeId.needs.areas.$fileId/route.tsx';
import { loader as filesLoader } from '#app/routes/programmes.$programmeId.needs.areas._index/route.tsx';
import { action as boundariesAction } from '#app/routes/programmes.$programmeId.needs.areas.boundaries.$boundariesId/route.tsx';
import { action as importAction } from '#app/routes/programmes.$programmeId.needs.areas.import/route.tsx';
import { action as settingsAction } from '#app/routes/programmes.$programmeId.needs.areas.settings/route.tsx';
import { loader as mapLoader } from '#app/routes/programmes.$programmeId.needs.map._index/route.tsx';
import {
  action as distanceAction,
  loader as distanceLoader,
} from '#app/routes/programmes.$programmeId.needs.map.distance/route.tsx';
import { loader as reachLoader } from '#app/routes/programmes.$programmeId.needs.map.reach/route.tsx';
import { loader as needLoader } from '#app/routes/programmes.$programmeId.needs.register.$needId._index/route.tsx';
import {
  action as newNeedAction,
  loader as newNeedLoader,
} from '#app/routes/programmes.$programmeId.needs.register.new/route.tsx';
import {
  action as registerAction,
  loader as registerLoader,
} from '#app/routes/programmes.$programmeId.needs.registers.$register._index/route.tsx';
import { loader as exportLoader } from '#app/routes/programmes.$programmeId.needs.registers.$register.export.$format/route.tsx';
import { action as importRegister } from '#app/routes/programmes.$programmeId.needs.registers.$register.import/route.tsx';
import { action as newRow } from '#app/routes/programmes.$programmeId.needs.registers.$register.new/route.tsx';
import {
  action as rowAction,
  loader as rowLoader,
} from '#app/routes/programmes.$programmeId.needs.registers.$register.rows.$rowId/route.tsx';
import { areaFilesOf } from '#db/area-files.ts';
import { boundariesOf, shapesIn } from '#db/areas.ts';
import { needsOf } from '#db/needs.ts';
import { auditOf } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { describeRealData, realBytes } from '#test/real-data.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

let borough: Borough;
let other: Borough;
let priya: BrowserOf;
let dan: BrowserOf;
let stranger: BrowserOf;

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
  other = await makeBorough('Elsewhere');
  priya = await BrowserOf.signedIn(borough.priya);
  dan = await BrowserOf.signedIn(borough.dan);
  stranger = await BrowserOf.signedIn(other.priya);
});

afterAll(() => theStore().close());

const here = (more: Record<string, string> = {}) => ({
  programmeId: borough.programme.id,
  ...more,
});
const said = ({ data }: { data: unknown }) => JSON.stringify(data);
const read = () => theStore().read;
const files = () => areaFilesOf(read(), borough.authorityId, borough.programme.id);
const code = (at: number) => `E01999${String(at).padStart(3, '0')}`;

/** Six areas of a kilometre each in a row, in the North Sea. */
function boundaries(): string {
  const features = Array.from({ length: 6 }, (_, at) => {
    const [west, south] = [560_000 + at * 1000, 470_000];
    const ring = [
      [west, south],
      [west + 1000, south],
      [west + 1000, south + 1000],
      [west, south + 1000],
      [west, south],
    ];
    return {
      type: 'Feature',
      properties: { LSOA21CD: code(at + 1), LSOA21NM: `Wex 00${at + 1}A`, LAD21CD: 'E06999999' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

const INDICES = [
  'LSOA code (2021),LSOA name (2021),LAD code (2024),LAD name (2024),Index of Multiple Deprivation (IMD) Decile,Income Deprivation Affecting Children Index (IDACI) Decile,Dependent Children aged 0-15: mid 2022',
  ...[1, 1, 2, 6, 9].map(
    (decile, at) => `${code(at + 1)},Wex 00${at + 1}A,E06999999,Wex,${decile},${decile},100`,
  ),
  `${code(6)},Wex 006A,E06999999,Wex,10,,100`,
  'E01000009,Far 001A,E06000001,Far,5,5,100',
].join('\n');

const COUNTS = [
  'LSOA21CD,Registered children',
  ...[20, 40, 30, 70, 3, 2].map((count, at) => `${code(at + 1)},${count}`),
].join('\n');

async function bring(name: string, text: string, more: Record<string, string> = {}) {
  const file = new File([text], name);
  return priya.post(importAction, '/', { file, only: '', ...more }, here());
}

describe('from official files to a map', () => {
  test('Priya sets her areas; a name that is not known is refused with what to enter', async () => {
    const refused = await priya.post(settingsAction, '/', { codes: 'Wex', km: '2' }, here());
    expect(refused).toMatchObject({ status: 422 });
    expect(said(refused)).toContain('E06000006');
    const far = await priya.post(settingsAction, '/', { codes: '', km: 'far' }, here());
    expect(far.status).toBe(422);
    const set = await priya.post(settingsAction, '/', { codes: 'E06999999', km: '2' }, here());
    expect(set.status).toBe(302);
  });

  test('without boundaries the map says what to bring', async () => {
    const { data } = await priya.get(mapLoader, '/', here());
    expect(data.map).toBeNull();
  });

  test('a file of several authorities is cut to hers; boundaries, counts and figures come in', async () => {
    expect((await bring('indices.csv', INDICES)).status).toBe(302);
    expect((await bring('areas.geojson', boundaries())).status).toBe(302);
    expect((await bring('registered.csv', COUNTS, { own: 'yes' })).status).toBe(302);
    const kept = await files();
    expect(kept.map(({ areas, isOwnCount }) => [areas, isOwnCount])).toEqual([
      [6, true],
      [6, false],
    ]);
    const [outlines] = await boundariesOf(read(), borough.authorityId);
    const shapes = await shapesIn(read(), borough.authorityId, outlines?.id ?? '');
    expect(shapes[0]).toMatchObject({ code: code(1), easting: 560_500, northing: 470_500 });
    // The names that the counts came without are those of the boundaries.
    const fileId = kept[0]?.id ?? '';
    const { data } = await priya.get(fileLoader, '/', here({ fileId }));
    expect(data.page.areas.map(({ name }) => name)).toContain('Wex 001A');
  });

  test('the same boundaries twice are said; newer ones of the same level take their place', async () => {
    expect(said(await bring('again.geojson', boundaries()))).toContain('brought in before');
    const changed = boundaries().replaceAll('Wex 00', 'Wexcombe 00');
    expect((await bring('newer.geojson', changed)).status).toBe(302);
    expect(await boundariesOf(read(), borough.authorityId)).toHaveLength(1);
    expect(await boundariesOf(read(), other.authorityId)).toHaveLength(0);
  });

  test('the map shows IDACI with an area without figure, and nobody else sees it', async () => {
    const { data } = await dan.get(mapLoader, '/', here());
    expect(data.map).toMatchObject({ title: 'IDACI decile by small area', withoutFigure: 1 });
    expect(data.map?.svg).toContain('role="img"');
    expect(data.map?.rows.at(-1)?.figure).toBe('no figure');
    expect((await stranger.get(mapLoader, '/', here())).status).toBe(404);
  });

  test('own counts under five are shown nowhere, and none follows from another page', async () => {
    const [counts] = await files();
    const show = `/?show=${counts?.id ?? ''}:registered-children`;
    const { data } = await priya.get(mapLoader, show, here());
    expect(data.map?.hidden).toBe(2);
    expect(data.map?.rows.filter(({ figure }) => figure === '[c]')).toHaveLength(2);
    const file = await priya.get(fileLoader, '/', here({ fileId: counts?.id ?? '' }));
    const shown = file.data.page.areas.map(({ figures }) => figures['registered-children']);
    expect(shown).toEqual([70, 40, 30, 20, null, null]);
  });
});

test('own counts of wards beside their small areas are refused: one would give the other away', async () => {
  const text = `area_code,children\n${code(1)},9\nE05999001,12`;
  const at = { programmeId: other.programme.id };
  const file = new File([text], 'two levels.csv');
  const came = await stranger.post(importAction, '/', { file, only: '', own: 'yes' }, at);
  expect(came.status).toBe(422);
  expect(said(came)).toContain('one kind of area');
});

describe('a refused file', () => {
  const REFUSED: readonly [name: string, text: string][] = [
    ['broken.geojson', boundaries().slice(0, 300)],
    ['swapped.geojson', boundaries().replaceAll('560000,470000', '53.4,-2.7')],
    ['twice.csv', `LSOA21CD,children\n${code(1)},5\n${code(1)},6`],
    ['nothing.csv', 'hub,visits\nA,5'],
    ['changes.csv', `LSOA11CD,LSOA21CD,CHGIND\n${code(1)},${code(2)},Q\n${code(1)},${code(3)},S`],
    ['quote.csv', `LSOA21CD,children\n"${code(1)},5`],
  ];

  test.each(REFUSED)('%s leaves nothing behind', async (name, text) => {
    const before = [await files(), await boundariesOf(read(), borough.authorityId)];
    const came = await bring(name, text);
    expect(came.status).toBe(422);
    expect([await files(), await boundariesOf(read(), borough.authorityId)]).toEqual(before);
  });
});

describe('sites, distances and what comes instead', () => {
  const sites = () => here({ register: 'sites' });
  const barriers = () => here({ register: 'barriers' });
  let hubId = '';

  test('Priya records a hub; what is wrong is told and nothing typed is lost', async () => {
    const wrong = await priya.post(
      newRow,
      '/',
      { name: 'Hub', position: 'here' },
      here({ register: 'sites' }),
    );
    expect(wrong.status).toBe(422);
    expect(said(wrong)).toContain('here');
    const hub = { name: '=Hub', type: 'hub', area: code(1), monday: '9am to 5pm' };
    expect((await priya.post(newRow, '/', hub, sites())).status).toBe(302);
    const { data } = await dan.get(registerLoader, '/', sites());
    expect(data.rows).toMatchObject([{ name: '=Hub', fields: { monday: '09:00-17:00' } }]);
    hubId = data.rows[0]?.id ?? '';
    expect((await dan.post(newRow, '/', hub, sites())).status).toBe(403);
    expect(
      (await stranger.get(rowLoader, '/', here({ register: 'sites', rowId: hubId }))).status,
    ).toBe(404);
  });

  test('two who change it at once: the second keeps what was typed and is told', async () => {
    const at = { ...sites(), rowId: hubId };
    const save = {
      intent: 'save',
      version: '1',
      name: 'Aldermere Hub',
      type: 'hub',
      area: code(1),
    };
    expect((await priya.post(rowAction, '/', save, at)).status).toBe(302);
    const late = await priya.post(rowAction, '/', { ...save, name: 'Mine' }, at);
    expect(late.status).toBe(409);
    expect(said(late)).toContain('Mine');
  });

  test('taken out, it can be put back; the history says both', async () => {
    const at = { ...sites(), rowId: hubId };
    await priya.post(rowAction, '/', { intent: 'remove' }, at);
    const gone = await priya.get(registerLoader, '/', sites());
    expect(gone.data).toMatchObject({ all: 0, removed: [{ id: hubId }] });
    await priya.post(registerAction, '/', { intent: 'put-back', row: hubId }, sites());
    expect((await priya.get(registerLoader, '/', sites())).data.all).toBe(1);
    const audit = await auditOf(read(), borough.authorityId, 0, 5);
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['register-row.removed', 'register-row.put-back']),
    );
  });

  test.each(['csv', 'xlsx'])(
    'the register goes out as %s and comes back the same',
    async (format) => {
      const before = (await priya.get(registerLoader, '/', sites())).data.rows;
      const out = await priya.get(exportLoader, '/', { ...sites(), format });
      const bytes = new Uint8Array((await out.response?.arrayBuffer()) ?? new ArrayBuffer(0));
      const file = new File([bytes], `sites.${format}`);
      expect((await priya.post(importRegister, '/', { file }, sites())).status).toBe(302);
      const after = (await priya.get(registerLoader, '/', sites())).data.rows;
      expect(after.map(({ name, fields }) => ({ name, fields }))).toEqual(
        before.map(({ name, fields }) => ({ name, fields })),
      );
      const wrong = new File(['Name of the site,Kind of site\nA,castle'], 'wrong.csv');
      const refused = await priya.post(importRegister, '/', { file: wrong }, sites());
      expect(refused.status).toBe(422);
      expect(said(refused)).toContain('Line 2');
    },
  );

  test('four areas are further than two kilometres; two are settled, and one is opened again', async () => {
    const { data } = await priya.get(distanceLoader, '/', here());
    expect(data.page.sentence).toBe(
      '3 of 6 areas are more than 2.0 km in a straight line from the nearest hub. 300 of 600 children (50%) live there.',
    );
    expect(data.page.out.map((row) => row.code)).toEqual([code(6), code(5), code(4)]);
    const none = await priya.post(
      distanceAction,
      '/',
      { intent: 'decide', instead: 'mobile', because: 'x' },
      here(),
    );
    expect(none.status).toBe(422);
    const decide = {
      intent: 'decide',
      areas: [code(6), code(5)],
      instead: 'mobile',
      because: 'A bus',
    };
    expect((await priya.post(distanceAction, '/', decide, here())).status).toBe(302);
    await priya.post(distanceAction, '/', { intent: 'withdraw', areas: code(5) }, here());
    const settled = (await priya.get(distanceLoader, '/?km=2', here())).data.page.out;
    expect(settled.map(({ decision }) => decision?.instead ?? null)).toEqual([
      'A vehicle that comes',
      null,
      null,
    ]);
    const elsewhere = { ...decide, areas: 'E01000009' };
    expect((await priya.post(distanceAction, '/', elsewhere, here())).status).toBe(404);
  });

  test('reach against need has one mask over bands, areas and total', async () => {
    const { data } = await priya.get(reachLoader, '/', here());
    expect(data.page.reach?.bands.map(({ reached }) => reached)).toEqual([
      60,
      30,
      0,
      70,
      '[c]',
      '[c]',
    ]);
    expect(data.page.reach?.total).toBe(165);
    expect(data.sentence).toContain('90 of 165 (55%)');
  });

  test('a distance, a reach, a count of a register and a barrier each stand behind a need', async () => {
    const barrier = { name: 'No bus', kind: 'transport', families: '12' };
    await priya.post(newRow, '/', barrier, barriers());
    const rows = (await priya.get(registerLoader, '/', barriers())).data.rows;
    const { data } = await priya.get(reachLoader, '/', here());
    const sources: FindingSource[] = [
      { from: 'distance', to: 'hub', metres: '2000' },
      { from: 'reach', ...data.page.chosen },
      { from: 'register', register: 'barriers', field: 'kind', value: 'transport' },
      { from: 'barrier', barrier: rows[0]?.id ?? '' },
    ];
    for (const source of sources) {
      const from = links.newNeedFrom(borough.programme.id, sourceQuery(source));
      const shown = await priya.get(newNeedLoader, from, here());
      expect(shown.data.finding?.sentence).toBeTruthy();
      const fields = { ...shown.data.suggested, intent: 'add', seen: shown.data.seen ?? '' };
      const saved = await priya.post(newNeedAction, from, fields, here());
      expect([source.from, saved.status]).toEqual([source.from, 302]);
    }
  });

  test('a barrier that is tied to a need stands on the page of that need', async () => {
    const [need] = await needsOf(read(), borough.authorityId, borough.programme.id);
    const needId = need?.id ?? '';
    const barrier = { name: 'Only in English', kind: 'language', needs: needId, families: '3' };
    expect((await priya.post(newRow, '/', barrier, barriers())).status).toBe(302);
    const { data } = await dan.get(needLoader, '/', here({ needId }));
    expect(data.barriers).toMatchObject([{ name: 'Only in English', kind: 'Language' }]);
  });

  test('boundaries taken out leave the figures', async () => {
    const [outlines] = await boundariesOf(read(), borough.authorityId);
    const at = here({ boundariesId: outlines?.id ?? '' });
    expect((await priya.post(boundariesAction, '/', {}, at)).status).toBe(302);
    const { data } = await priya.get(filesLoader, '/', here());
    expect([data.boundaries.length, data.files.length]).toEqual([0, 2]);
  });
});

describeRealData('real files that are refused', () => {
  test.each([
    ['iod', 'iod2025_header_only.csv'],
    ['la-stats', 'dfe_ees_all_geographies.csv'],
  ] as const)('%s/%s stores nothing', async (folder, fileName) => {
    const before = await files();
    const chosen = { fileName, bytes: realBytes(folder, fileName), only: '' };
    const came = await importAreaFile(borough.priya, borough.programme, chosen);
    expect(came.ok).toBe(false);
    expect(await files()).toEqual(before);
  });
});
