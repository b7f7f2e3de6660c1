import { isTransposed } from '#app/needs/table-relations.ts';
import { sameRate } from '#app/statistics/intervals.ts';
import { breakdownName, isUnknown } from '#app/theory/measures/breakdowns.ts';
import { many } from '#app/ui/words.ts';
import { codeOf, USED_TWICE, whatName } from './counting.ts';
import { daysOf, sayQuarter, type Quarter } from '../quarters.ts';
import { ALL_SITES, sayPart, saySite, sitesIn, totalAt, type Count, type Site } from './reach.ts';

/** Something that a return says and cannot mean, or that is worth a look. */
export interface Check {
  /** error: it cannot be submitted so; warning: look at it. */
  weight: 'error' | 'warning';
  /** The site that it is about; empty for all together. */
  siteName: string;
  what: string;
  breakdown: string;
  message: string;
}

export interface Around {
  quarter: Quarter;
  /** YYYY-MM-DD */
  today: string;
  /** The sites of the register. */
  sites: readonly Site[];
  /** The counts of the quarter before, or none. */
  before: readonly Count[];
}

/**
 * What does not add up in a return, and what looks odd: a breakdown against its total, sites against all
 * together, one count against another, the quarter before, sites that gave nothing. Nothing is
 * corrected. Errors come first.
 */
export function checksOf(counts: readonly Count[], around: Around): Check[] {
  const checks = [
    ...onTheWhole(counts, around),
    ...partsOf(counts).flatMap((part) => onBreakdown(part, counts)),
    ...onSites(counts),
    ...betweenCounts(counts),
    ...onJumps(counts, around),
    ...onMissingSites(counts, around.sites),
    ...onCodes(counts),
  ];
  return checks.toSorted((a, b) => Number(a.weight !== 'error') - Number(b.weight !== 'error'));
}

const NOWHERE = { siteName: '', what: '', breakdown: '' };
const say = (figure: number) => figure.toLocaleString('en-GB');

function onTheWhole(counts: readonly Count[], { quarter, today }: Around): Check[] {
  const error = (message: string): Check => ({ ...NOWHERE, weight: 'error', message });
  return [
    ...(counts.length === 0 ? [error('There is no count yet. Type them in or bring a file.')] : []),
    ...(daysOf(quarter).end >= today
      ? [error(`${sayQuarter(quarter)} is not over yet: the counts can still change.`)]
      : []),
  ];
}

interface Part {
  siteName: string;
  what: string;
  breakdown: string;
  groups: Count[];
}

/** The breakdowns of a return, each with its groups. */
function partsOf(counts: readonly Count[]): Part[] {
  const parts = new Map<string, Part>();
  for (const one of counts) {
    if (one.breakdown === '') continue;
    const { siteName, what, breakdown } = one;
    const key = JSON.stringify([siteName, what, breakdown]);
    const part = parts.get(key) ?? { siteName, what, breakdown, groups: [] };
    part.groups.push(one);
    parts.set(key, part);
  }
  return [...parts.values()];
}

/** The rule of the collection: no breakdown may be more than its total; and our own on what is left. */
function onBreakdown({ groups, ...part }: Part, counts: readonly Count[]): Check[] {
  const sum = groups.reduce((total, { count }) => total + count, 0);
  const total = totalAt(counts, part.siteName, part.what);
  const checks: Check[] = [];
  if (total === undefined) {
    const message = `${sayPart(part)} adds up to ${say(sum)}, and the total is not given. Give the total.`;
    checks.push({ ...part, weight: 'error', message });
  } else if (sum > total) {
    const message = `${sayPart(part)} adds up to ${say(sum)}, more than the total of ${say(total)}.${slip(total, sum)}`;
    checks.push({ ...part, weight: 'error', message });
  } else if (sum < total) {
    const message = `${sayPart(part)} adds up to ${say(sum)}; ${say(total - sum)} of the total of ${say(total)} stand in no group. Count them as unknown if nobody knows.${slip(total, sum)}`;
    checks.push({ ...part, weight: 'warning', message });
  }
  const unknown = groups.find(({ group }) => isUnknown(group))?.count ?? 0;
  if (sum >= 20 && unknown * 5 > sum) {
    const message = `${sayPart(part)}: ${say(unknown)} of ${say(sum)} are unknown (${Math.round((unknown / sum) * 100)}%). With so many the rest says little.`;
    checks.push({ ...part, weight: 'warning', message });
  }
  return checks;
}

const slip = (printed: number, computed: number) =>
  isTransposed(printed, computed) ? ' The digits are the same in another order.' : '';

/** Of these every single one happens at one place, so that sites cannot add up to more than all. */
const AT_ONE_PLACE = ['attendances'];

function onSites(counts: readonly Count[]): Check[] {
  const checks: Check[] = [];
  const overall = counts.filter(({ siteName }) => siteName === '');
  for (const { what, breakdown, group, count } of overall) {
    const sites = counts.filter(
      (one) =>
        one.siteName !== '' &&
        one.what === what &&
        one.breakdown === breakdown &&
        one.group === group,
    );
    // Groups add up to those of all together only where every site gave them.
    if (sites.length === 0 || (breakdown !== '' && !everySiteGave(counts, what, breakdown)))
      continue;
    const sum = sites.reduce((total, one) => total + one.count, 0);
    const part = { siteName: '', what, breakdown };
    const name = `${sayPart(part)}${group === '' ? '' : ` (${group})`}`;
    if (sum < count) {
      const message = `${name} is ${say(count)}, and the sites add up to ${say(sum)}: ${say(count - sum)} were reached at no site that is here.${slip(count, sum)}`;
      checks.push({ ...part, weight: 'warning', message });
    } else if (sum > count) {
      const once = AT_ONE_PLACE.includes(what);
      const message = once
        ? `${name} is ${say(count)}, and the sites add up to more: ${say(sum)}.${slip(count, sum)}`
        : `${name} is ${say(count)}, and the sites add up to ${say(sum)}. That is right only if ${say(sum - count)} were counted at a second site.${slip(count, sum)}`;
      checks.push({ ...part, weight: once ? 'error' : 'warning', message });
    }
  }
  return checks;
}

function everySiteGave(counts: readonly Count[], what: string, breakdown: string): boolean {
  const gave = (by: string) =>
    new Set(
      counts.flatMap((one) =>
        one.siteName !== '' && one.what === what && one.breakdown === by ? [one.siteName] : [],
      ),
    );
  return gave('').size === gave(breakdown).size;
}

function betweenCounts(counts: readonly Count[]): Check[] {
  return ['', ...sitesIn(counts)].flatMap((siteName) => {
    const total = (what: string) => totalAt(counts, siteName, what);
    const users = total('users');
    const name = siteName === '' ? ALL_SITES : siteName;
    const found = (what: string, weight: Check['weight'], message: string): Check => ({
      ...{ siteName, what, breakdown: '', weight },
      message: `${name}: ${message}`,
    });
    if (users === undefined) return [];
    const [online, families, attendances] = ['online', 'families', 'attendances'].map(total);
    return [
      ...(online !== undefined && online > users
        ? [
            found(
              'online',
              'error',
              `${say(online)} online or by phone are more than all ${say(users)} people.`,
            ),
          ]
        : []),
      ...(families !== undefined && families > users
        ? [
            found(
              'families',
              'warning',
              `${say(families)} families are more than ${say(users)} people. Look at both.`,
            ),
          ]
        : []),
      ...(attendances !== undefined && attendances < users - (online ?? 0)
        ? [
            found(
              'attendances',
              'warning',
              `${say(attendances)} attendances are fewer than the ${say(users - (online ?? 0))} people who came. Each of them came at least once.`,
            ),
          ]
        : []),
    ];
  });
}

/** A jump is half again as many or a third fewer, and more than chance could do once in a thousand. */
function onJumps(counts: readonly Count[], { before }: Around): Check[] {
  return counts.flatMap((one): Check[] => {
    if (one.breakdown !== '') return [];
    const was = totalAt(before, one.siteName, one.what);
    if (was === undefined) return [];
    const [less, more] = [Math.min(was, one.count), Math.max(was, one.count)];
    if (more < less * 1.5 || more < 20 || sameRate(was, one.count) >= 0.001) return [];
    const { siteName, what, breakdown } = one;
    const message = `${sayPart(one)}: ${say(one.count)}, after ${say(was)} in the quarter before. Check that nothing is missing or counted twice.`;
    return [{ siteName, what, breakdown, weight: 'warning', message }];
  });
}

function onMissingSites(counts: readonly Count[], sites: readonly Site[]): Check[] {
  const given = sitesIn(counts);
  if (given.length === 0 || sites.length === 0) return [];
  const silent = sites.filter(({ name, isOpen }) => isOpen && !given.includes(name));
  const strange = given.filter((name) => !sites.some((site) => site.name === name));
  const warning = (siteName: string, message: string): Check => ({
    ...{ siteName, what: '', breakdown: '', weight: 'warning' },
    message,
  });
  return [
    ...(silent.length > 0
      ? [
          warning(
            silent[0]?.name ?? '',
            `${many(silent.length, 'open site')} gave no count: ${silent.map(({ name }) => name).join(', ')}.`,
          ),
        ]
      : []),
    ...strange.map((name) => warning(name, `${name} is not in the register of sites.`)),
  ];
}

function onCodes(counts: readonly Count[]): Check[] {
  const codes = new Set(counts.flatMap((one) => codeOf(one.what, one.breakdown) ?? []));
  return [...codes].flatMap((code): Check[] => {
    const said = USED_TWICE[code];
    return said === undefined
      ? []
      : [{ ...NOWHERE, weight: 'warning', message: `The code ${code} ${said}.` }];
  });
}

/** What a check is about, for the place where it is shown. */
export function sayWhere({ siteName, what, breakdown }: Check): string {
  if (what === '') return siteName === '' ? 'The return' : siteName;
  const by = breakdown === '' ? '' : `, ${breakdownName(breakdown).toLowerCase()}`;
  return `${saySite({ siteName })}, ${whatName(what).toLowerCase()}${by}`;
}
