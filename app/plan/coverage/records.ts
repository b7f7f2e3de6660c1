import { HUB_POINTS, STRANDS } from '#app/needs/registers/choices.ts';
import { many } from '#app/ui/words.ts';
import type { Records, Shown } from './coverage.ts';
import type { CoreService, FactKind, Show, ShownBy } from './shown-by.ts';

/** What the records of an authority show about requirements, by the rules of templates/frameworks. */

/** A site of the register, as far as rules read it. */
export interface SiteRecord {
  id: string;
  name: string;
  type: string;
  place: string;
  services: readonly string[];
  /** Points of the definition of a hub that it meets; null while nobody has said. */
  points: readonly string[] | null;
}

/** An organisation or service of the asset audit. */
export interface AssetRecord {
  id: string;
  name: string;
  provider: string;
  strands: readonly string[];
  /** inside a hub, linked to one, or apart. */
  how: string;
  siteId: string;
  place: string;
}

/** A measure of the theory with the last day that its newest figure speaks of. */
export interface FigureRecord {
  measureId: string;
  label: string;
  library: string;
  until: string | null;
}

/** One other record: a survey with answers, a meeting that was held, a return that was sent. */
export interface Fact {
  kind: FactKind;
  id: string;
  words: string;
  /** What rules tell them apart by: how a meeting was held, in what state an agreement is. */
  detail: string;
  /** Requirements that somebody tied it to, as `packId:requirementId`. */
  keys: readonly string[];
}

export interface HeldRecords {
  sites: readonly SiteRecord[];
  assets: readonly AssetRecord[];
  figures: readonly FigureRecord[];
  facts: readonly Fact[];
  today: string;
}

/** The pages on which records are looked at. */
export interface RecordPages {
  sites: string;
  assets: string;
  hubs: string;
  measures: string;
  fact: (fact: Fact) => string;
}

/** The sites that are hubs, or on the way to being one. */
export const isHub = ({ type }: Pick<SiteRecord, 'type'>) =>
  type === 'hub' || type === 'working-towards';

/**
 * What records show, requirement by requirement. Each rule counts what is there, so that nothing that
 * is taken out (a site, a point, a figure, a meeting) raises anything.
 */
export function recordsShown(rules: ShownBy, held: HeldRecords, pages: RecordPages): Records {
  const shown = new Map<string, Shown[]>();
  const add = (key: string, one: Shown | null) => {
    if (one === null) return;
    const there = shown.get(key);
    if (there) there.push(one);
    else shown.set(key, [one]);
  };
  const services = new Map(rules.services.map((one) => [one.requirement, one]));
  for (const { requirements, by } of rules.rules) {
    for (const show of by) {
      if (show.kind === 'service') {
        for (const key of requirements)
          add(key, byService(services.get(key), show.goes, held, pages));
        continue;
      }
      const one = shownBy(show, held, pages);
      for (const key of requirements) add(key, one);
    }
  }
  for (const fact of held.facts.filter(holds)) {
    const because = `“${fact.words}” was tied to it.`;
    for (const key of fact.keys) add(key, { state: 'partly', because, href: pages.fact(fact) });
  }
  return shown;
}

/** An agreement that is worked on, blocked or ended shows nothing yet, whatever it was tied to. */
const holds = ({ kind, detail }: Fact) =>
  kind !== 'sharing' || detail === 'signed' || detail === 'in-use';

function shownBy(
  show: Exclude<Show, { kind: 'service' }>,
  held: HeldRecords,
  pages: RecordPages,
): Shown | null {
  switch (show.kind) {
    case 'hub-point':
      return byPoint(show.point, held, pages);
    case 'site': {
      const there = held.sites.filter(({ type }) => show.types.includes(type));
      if (there.length < show.least) return null;
      const because = `${named(there)} ${there.length === 1 ? 'stands' : 'stand'} in the register of sites.`;
      return { state: show.goes, because, href: pages.sites };
    }
    case 'strand': {
      const sites = held.sites.filter(({ services }) => services.includes(show.strand));
      const assets = held.assets.filter(({ strands }) => strands.includes(show.strand));
      if (sites.length + assets.length < show.least) return null;
      const what = STRANDS.find(({ value }) => value === show.strand)?.label ?? '';
      const because = `The registers name ${named([...sites, ...assets])} for ${lower(what)}.`;
      return { state: show.goes, because, href: sites.length > 0 ? pages.sites : pages.assets };
    }
    case 'measure':
      return byFigure(show, held, pages);
    case 'fact': {
      const there = held.facts.filter(
        ({ kind, detail }) =>
          kind === show.fact && (show.detail === undefined || show.detail.includes(detail)),
      );
      const [first] = there;
      // A return that counts several of the things that are asked for is one return.
      const number = new Set(there.map(({ id }) => id)).size;
      if (first === undefined || number < show.least) return null;
      const because =
        show.many === undefined
          ? `${show.one}.`
          : `${number} ${number === 1 ? show.one : show.many}.`;
      return { state: show.goes, because, href: pages.fact(first) };
    }
  }
}

/** How many hubs meet a point is said; that all of them do is for a person to conclude. */
function byPoint(point: string, { sites }: HeldRecords, pages: RecordPages): Shown | null {
  const hubs = sites.filter(isHub);
  const meets = hubs.filter(({ points }) => points?.includes(point));
  if (meets.length === 0) return null;
  const what = HUB_POINTS.find(({ value }) => value === point)?.label ?? point;
  const which =
    meets.length === hubs.length
      ? many(hubs.length, 'hub')
      : `${meets.length} of ${hubs.length} hubs`;
  const because = `${which} ${meets.length === 1 ? 'meets' : 'meet'} this point of the definition: ${lower(what)}.`;
  return { state: 'partly', because, href: pages.hubs };
}

function byFigure(
  { library, months, goes }: Extract<Show, { kind: 'measure' }>,
  { figures, today }: HeldRecords,
  pages: RecordPages,
): Shown | null {
  const from = monthsBefore(today, months);
  const fresh = figures.find(
    ({ library: id, until }) => library.includes(id) && until !== null && until >= from,
  );
  if (fresh === undefined) return null;
  const because = `The measure “${fresh.label}” has a figure of the last ${many(months, 'month')}.`;
  return { state: goes, because, href: pages.measures };
}

/** The same day so many months earlier, YYYY-MM-DD; the day itself may not exist, which is harmless. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const at = year * 12 + (month - 1) - months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${day.slice(8)}`;
}

/** Organisations whose name has a word of the service. */
export function providersOf(
  service: Pick<CoreService, 'words'>,
  assets: readonly AssetRecord[],
): AssetRecord[] {
  return assets.filter(({ name }) => {
    const said = name.toLowerCase();
    return service.words.some((word) => said.includes(word));
  });
}

function byService(
  service: CoreService | undefined,
  goes: Shown['state'],
  { assets, sites }: HeldRecords,
  pages: RecordPages,
): Shown | null {
  if (service === undefined) return null;
  const by = providersOf(service, assets);
  if (by.length > 0) {
    const because = `The asset audit names ${named(by)} for ${lower(service.name)}.`;
    return { state: goes, because, href: pages.assets };
  }
  const strand = [
    ...sites.filter((site) => site.services.includes(service.strand)),
    ...assets.filter(({ strands }) => strands.includes(service.strand)),
  ];
  if (strand.length === 0) return null;
  const what = STRANDS.find(({ value }) => value === service.strand)?.label ?? '';
  const because = `The registers name ${lower(what)} at ${named(strand)}, and not this service by itself.`;
  return { state: 'partly', because, href: pages.assets };
}

const SHOWN = 2;

/** "A", "A and B", "A, B and 3 more". */
function named(some: readonly { name: string }[]): string {
  const names = some.map(({ name }) => name);
  if (names.length <= SHOWN) return names.join(' and ');
  return `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`;
}

/** A phrase inside a sentence; what begins with an abbreviation stays as it is. */
const lower = (phrase: string) =>
  /^[A-Z][a-z]/.test(phrase) ? phrase.charAt(0).toLowerCase() + phrase.slice(1) : phrase;
