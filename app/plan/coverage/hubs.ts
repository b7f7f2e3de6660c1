import { HUB_POINTS, STRANDS, type Choice } from '#app/needs/registers/choices.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import type { Coverage } from './coverage.ts';
import { isToBeConfirmed, readRequirementKey, type Pack } from './packs.ts';
import {
  isHub,
  providersOf,
  type AssetRecord,
  type HeldRecords,
  type SiteRecord,
} from './records.ts';
import { coreServices, type CoreService, type ShownBy } from './shown-by.ts';

/** Hubs held against the definition, services against sites, and the plan strand by strand. */

export type PointState = 'met' | 'not' | 'unknown';

export const POINT_NAMES: Readonly<Record<PointState, string>> = {
  met: 'Met',
  not: 'Not met',
  unknown: 'Not known',
};

export const POINT_SHAPES: Readonly<Record<PointState, string>> = {
  met: '●',
  not: '○',
  unknown: '?',
};

/** One site against the points of the definition. */
export interface HubTest {
  id: string;
  name: string;
  type: string;
  points: { id: string; state: PointState }[];
  met: number;
  /** What to do about it, in one sentence; empty where it meets every point. */
  todo: string;
}

/**
 * The test of a hub, site by site: hubs first, then sites on the way to being one; of each kind what
 * meets most first. A site of which nobody has said anything is not known, and not failed.
 */
export function hubTests(sites: readonly SiteRecord[]): HubTest[] {
  return sites
    .filter(isHub)
    .map(hubTest)
    .sort(
      (a, b) =>
        Number(a.type !== 'hub') - Number(b.type !== 'hub') ||
        b.met - a.met ||
        a.name.localeCompare(b.name, 'en-GB'),
    );
}

function hubTest({ id, name, type, points: said }: SiteRecord): HubTest {
  const stateOf = (point: string): PointState =>
    said === null ? 'unknown' : said.includes(point) ? 'met' : 'not';
  const points = HUB_POINTS.map(({ value }) => ({ id: value, state: stateOf(value) }));
  const met = points.filter(({ state }) => state === 'met').length;
  return { id, name, type, points, met, todo: todoOf(type, said, met) };
}

function todoOf(type: string, said: readonly string[] | null, met: number): string {
  const all = HUB_POINTS.length;
  if (said === null) return 'Say in the register of sites which points it meets.';
  if (met === all) {
    return type === 'hub' ? '' : 'It meets every point: record it as a hub.';
  }
  const gap = `${all - met} of ${all} points to meet`;
  return type === 'hub'
    ? `${gap}. Until then the guidance calls such a site “working towards hub status”.`
    : `${gap} before it can be called a hub.`;
}

/** The points of the definition by their number, for the legend: 1 to 12. */
export const NUMBERED_POINTS: readonly (Choice & { number: number })[] = HUB_POINTS.map(
  (point, at) => ({ ...point, number: at + 1 }),
);

/** How a service is found at a site: by its own name, or only because the site offers its strand. */
export type ServiceAt = 'named' | 'strand' | 'none';

export const SERVICE_NAMES: Readonly<Record<ServiceAt, string>> = {
  named: 'Named there',
  strand: 'Its strand only',
  none: 'Not recorded',
};

export const SERVICE_SHAPES: Readonly<Record<ServiceAt, string>> = {
  named: '●',
  strand: '◐',
  none: '○',
};

export interface ServiceRow {
  key: string;
  packId: string;
  requirementId: string;
  name: string;
  /** False where the name of the service was recalled and not read. */
  confirmed: boolean;
  /** Organisations of the audit that are this service, wherever they are. */
  providers: { name: string; provider: string; where: string }[];
  sites: { siteId: string; at: ServiceAt }[];
  /** Hubs at which it is not recorded at all. */
  gaps: number;
}

export interface ServiceList {
  sites: { id: string; name: string }[];
  rows: ServiceRow[];
}

/** The core services that the followed packs name, at each hub and each site on the way to be one. */
export function serviceList(
  rules: ShownBy,
  packs: readonly Pack[],
  { sites, assets }: Pick<HeldRecords, 'sites' | 'assets'>,
): ServiceList {
  const hubs = hubTests(sites).flatMap(({ id }) => sites.find((site) => site.id === id) ?? []);
  return {
    sites: hubs.map(({ id, name }) => ({ id, name })),
    rows: coreServices(rules, packs).flatMap((service) => {
      const row = serviceRow(service, packs, hubs, sites, assets);
      return row === null ? [] : [row];
    }),
  };
}

function serviceRow(
  service: CoreService,
  packs: readonly Pack[],
  hubs: readonly SiteRecord[],
  sites: readonly SiteRecord[],
  assets: readonly AssetRecord[],
): ServiceRow | null {
  const { packId = '', requirementId = '' } = readRequirementKey(service.requirement) ?? {};
  const requirement = packs
    .find(({ id }) => id === packId)
    ?.requirements.find(({ id }) => id === requirementId);
  if (requirement === undefined) return null;
  const providers = providersOf(service, assets);
  const at = hubs.map((site) => ({ siteId: site.id, at: serviceAt(service, site, providers) }));
  return {
    key: service.requirement,
    packId,
    requirementId,
    name: service.name,
    confirmed: !isToBeConfirmed(requirement),
    providers: providers.map(({ name, provider, siteId, place }) => ({
      name,
      provider,
      where: sites.find(({ id }) => id === siteId)?.name ?? place,
    })),
    sites: at,
    gaps: at.filter((one) => one.at === 'none').length,
  };
}

function serviceAt(
  service: CoreService,
  site: SiteRecord,
  providers: readonly AssetRecord[],
): ServiceAt {
  if (providers.some((asset) => isAt(asset, site))) return 'named';
  return site.services.includes(service.strand) ? 'strand' : 'none';
}

/** An organisation is at a site that it names, or inside the hub of its part of the area. */
function isAt({ siteId, how, place }: AssetRecord, site: SiteRecord): boolean {
  if (siteId !== '') return siteId === site.id;
  return how === 'inside' && place !== '' && place === site.place;
}

export interface StrandRow {
  /** Null for lines that belong to no strand yet. */
  id: string | null;
  label: string;
  requirements: { toCover: number; covered: number; partly: number };
  lines: { id: string; title: string }[];
  /** What its lines cost as far as that is known; null where none is. */
  knownPence: number | null;
  unknownCosts: number;
  sites: string[];
  measures: string[];
}

/**
 * The plan strand by strand. A line stands in the strand that it says, or else in that of the first
 * requirement that it is tied to, and so once: the money of the strands adds up to that of the plan.
 */
export function strandRows(
  rules: ShownBy,
  coverages: readonly Coverage[],
  lines: readonly PlanLine[],
  sites: readonly SiteRecord[],
  measures: readonly { id: string; label: string }[],
): StrandRow[] {
  const ofPack = (strand: string) => rules.strands[strand] ?? null;
  const rows = coverages.flatMap(({ requirements }) => requirements);
  const byKey = new Map(rows.map(({ key, requirement }) => [key, ofPack(requirement.strand)]));
  const strandOfLine = ({ strand, requirementKeys }: PlanLine): string | null => {
    if (strand !== '') return strand;
    for (const key of requirementKeys) {
      const found = byKey.get(key);
      if (found !== null && found !== undefined) return found;
    }
    return null;
  };
  const running = lines.filter(({ status }) => status !== 'stopped');
  const strands: { value: string | null; label: string }[] = [
    ...STRANDS,
    { value: null, label: 'No strand yet' },
  ];
  return strands
    .map(({ value, label }): StrandRow => {
      const theirs = running.filter((line) => strandOfLine(line) === value);
      const asked = rows.filter(
        (row) => value !== null && ofPack(row.requirement.strand) === value,
      );
      const count = (state: string) => asked.filter((row) => row.state === state).length;
      const known = theirs.flatMap(({ costPence }) => (costPence === null ? [] : [costPence]));
      const ids = new Set(theirs.flatMap(({ measureIds }) => measureIds));
      return {
        id: value,
        label,
        requirements: {
          toCover: count('covered') + count('partly') + count('not'),
          covered: count('covered'),
          partly: count('partly'),
        },
        lines: theirs.map(({ id, title }) => ({ id, title })),
        knownPence: known.length === 0 ? null : known.reduce((sum, pence) => sum + pence),
        unknownCosts: theirs.length - known.length,
        sites:
          value === null
            ? []
            : sites.filter(({ services }) => services.includes(value)).map(({ name }) => name),
        measures: measures.filter(({ id }) => ids.has(id)).map((measure) => measure.label),
      };
    })
    .filter(({ requirements, lines: theirs, sites: at }) => {
      return requirements.toCover + theirs.length + at.length > 0;
    });
}

/** What a page and a document show of hubs, services and strands together. */
export interface Hubs {
  tests: HubTest[];
  services: ServiceList;
  strands: StrandRow[];
}

/** For a plan without sites. */
export const NO_HUBS: Hubs = { tests: [], services: { sites: [], rows: [] }, strands: [] };
