import fc from 'fast-check';
import { HUB_POINTS, SITE_TYPES, STRANDS } from '#app/needs/registers/choices.ts';
import type {
  AssetRecord,
  Fact,
  FigureRecord,
  HeldRecords,
  RecordPages,
  SiteRecord,
} from '#app/plan/coverage/records.ts';
import { FACTS } from '#app/plan/coverage/shown-by.ts';

/** Records of an authority for tests. */

export const PAGES: RecordPages = {
  sites: '/sites',
  assets: '/assets',
  hubs: '/hubs',
  measures: '/measures',
  fact: ({ kind, id }) => `/${kind}/${id}`,
};

export function aSite(change: Partial<SiteRecord> = {}): SiteRecord {
  const id = change.id ?? 'mill-lane';
  return { id, name: `Site ${id}`, type: 'hub', place: '', services: [], points: [], ...change };
}

export function anAsset(change: Partial<AssetRecord> = {}): AssetRecord {
  const id = change.id ?? 'asset';
  const rest = { provider: '', strands: [], how: 'inside', siteId: '', place: '' };
  return { id, name: `Asset ${id}`, ...rest, ...change };
}

export function held(change: Partial<HeldRecords> = {}): HeldRecords {
  return { sites: [], assets: [], figures: [], facts: [], today: '2026-11-22', ...change };
}

const value = (choices: readonly { value: string }[]) =>
  fc.constantFrom(...choices.map((choice) => choice.value));
const some = (choices: readonly { value: string }[]) => fc.uniqueArray(value(choices));

const sites: fc.Arbitrary<SiteRecord[]> = fc
  .array(
    fc.record({
      type: value(SITE_TYPES),
      services: some(STRANDS),
      points: fc.option(some(HUB_POINTS)),
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((one, at) => aSite({ ...one, id: `site-${at}` })));

const assets: fc.Arbitrary<AssetRecord[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom('Health visiting team', 'Citizens Advice desk', 'Boxing gym'),
      strands: some(STRANDS),
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((one, at) => anAsset({ ...one, id: `asset-${at}` })));

const figures: fc.Arbitrary<FigureRecord[]> = fc
  .array(
    fc.record({
      library: fc.constantFrom('gld', 'gld-fsm', 'MI-BR01', ''),
      until: fc.constantFrom(null, '2024-01-31', '2026-09-30'),
    }),
    { maxLength: 4 },
  )
  .map((all) => all.map((one, at) => ({ ...one, measureId: `m-${at}`, label: `Measure ${at}` })));

const facts: fc.Arbitrary<Fact[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...FACTS),
      detail: fc.constantFrom(
        '',
        'formal',
        'we-did',
        'users',
        'users:age',
        'practitioner',
        'signed',
        'website',
      ),
      keys: fc.constantFrom([], ['bsfh-2026:BSFH-PLAN-03']),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((one, at) => ({ ...one, id: `fact-${at}`, words: `Fact ${at}` })));

/** Any records that an authority may hold. */
export const someRecords: fc.Arbitrary<HeldRecords> = fc.record({
  sites,
  assets,
  figures,
  facts,
  today: fc.constant('2026-11-22'),
});

/** The same records with one thing less: a site, a point, a strand, an asset, a figure or a fact. */
export function withOneLess(records: HeldRecords, what: string, at: number): HeldRecords {
  const without = <Thing>(things: readonly Thing[]) => things.filter((_, index) => index !== at);
  const site = (change: (one: SiteRecord) => SiteRecord) =>
    records.sites.map((one, index) => (index === at ? change(one) : one));
  switch (what) {
    case 'site':
      return { ...records, sites: without(records.sites) };
    case 'point':
      return {
        ...records,
        sites: site((one) => ({ ...one, points: one.points?.slice(1) ?? null })),
      };
    case 'points':
      return { ...records, sites: site((one) => ({ ...one, points: null })) };
    case 'strand':
      return {
        ...records,
        sites: site((one) => ({ ...one, services: one.services.slice(1) })),
      };
    case 'asset':
      return { ...records, assets: without(records.assets) };
    case 'measure':
      return { ...records, figures: without(records.figures) };
    case 'figure':
      return {
        ...records,
        figures: records.figures.map((one, index) =>
          index === at ? { ...one, until: null } : one,
        ),
      };
    default:
      return { ...records, facts: without(records.facts) };
  }
}
