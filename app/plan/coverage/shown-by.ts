import { z } from 'zod';
import { HUB_POINTS, SITE_TYPES, STRANDS } from '#app/needs/registers/choices.ts';
import { readRequirementKey, requirementKey, type Pack } from './packs.ts';

/**
 * Which records of an authority show something about a requirement, as data: guidance changes each
 * year, and so does what shows it. A rule only counts what is there: the more is recorded, the
 * further it goes, so that taking a record out never makes a plan look better.
 */

/** What can be counted besides sites, services and figures. */
export const FACTS = [
  'survey',
  'consultation',
  'meeting',
  'reply',
  'participation-return',
  'reach-return',
  'board',
  'panel-seat',
  'member',
  'terms',
  'sharing',
  'communication',
  'need',
] as const;
export type FactKind = (typeof FACTS)[number];

const words = z.string().min(1);
const goes = z.enum(['covered', 'partly']);
const least = z.number().int().min(1).default(1);

const Show = z.discriminatedUnion('kind', [
  /** A point of the definition of a hub, met at a hub. It never covers by itself: see 0038. */
  z.strictObject({ kind: z.literal('hub-point'), point: words }),
  z.strictObject({ kind: z.literal('site'), types: z.array(words).min(1), least, goes }),
  /** A strand offered at a site, or by an organisation of the asset audit. */
  z.strictObject({ kind: z.literal('strand'), strand: words, least, goes }),
  /** A core service by its name: an organisation whose name has one of the words of the service. */
  z.strictObject({ kind: z.literal('service'), goes }),
  /** A measure of the library with a figure whose period ended in so many months. */
  z.strictObject({
    kind: z.literal('measure'),
    library: z.array(words).min(1),
    months: z.number().int().min(1),
    goes,
  }),
  z.strictObject({
    kind: z.literal('fact'),
    fact: z.enum(FACTS),
    /** Only those with one of these details; all where it is not given. */
    detail: z.array(words).optional(),
    least,
    goes,
    /** What is there, after its number: "meeting of the panel was held". */
    one: words,
    /** For several; without it `one` is a whole sentence that needs no number. */
    many: words.optional(),
  }),
]);
export type Show = z.infer<typeof Show>;

export const ShownBy = z.strictObject({
  /** Whose reading this is. */
  source: words,
  /** Strands of the packs as the registers call them: the words of the pack → the strand’s id. */
  strands: z.record(words, words),
  /** Core services by the requirement that names them, with words that an asset’s name would have. */
  services: z.array(
    z.strictObject({
      requirement: words,
      name: words,
      strand: words,
      words: z.array(z.string().regex(/^[^A-Z]+$/, 'Use small letters')).min(1),
    }),
  ),
  rules: z.array(z.strictObject({ requirements: z.array(words).min(1), by: z.array(Show).min(1) })),
});
export type ShownBy = z.infer<typeof ShownBy>;
export type CoreService = ShownBy['services'][number];

/** What is wrong with the rules, given the packs; empty when all that they name is there. */
export function faultsInRules(rules: ShownBy, packs: readonly Pack[]): string[] {
  const keys = new Set(
    packs.flatMap((pack) => pack.requirements.map((one) => requirementKey(pack.id, one.id))),
  );
  const packStrands = new Set(packs.flatMap((pack) => pack.requirements.map((one) => one.strand)));
  const strands = new Set(STRANDS.map(({ value }) => value));
  const services = new Set(rules.services.map(({ requirement }) => requirement));
  const no = (where: string, what: string, word: string) =>
    `${where}: there is no ${what} “${word}”.`;
  return [
    ...Object.entries(rules.strands).flatMap(([packStrand, strand]) => [
      ...(packStrands.has(packStrand) ? [] : [no('strands', 'strand in any pack', packStrand)]),
      ...(strands.has(strand) ? [] : [no('strands', 'strand', strand)]),
    ]),
    ...rules.services.flatMap(({ requirement, strand }) => [
      ...(keys.has(requirement) ? [] : [no('services', 'requirement', requirement)]),
      ...(strands.has(strand) ? [] : [no(`services, ${requirement}`, 'strand', strand)]),
    ]),
    ...rules.rules.flatMap(({ requirements, by }) => [
      ...requirements.filter((key) => !keys.has(key)).map((key) => no('rules', 'requirement', key)),
      ...by.flatMap((show) =>
        faultsInShow(show, requirements, services).map(
          (fault) => `rules, ${requirements[0]}: ${fault}`,
        ),
      ),
    ]),
  ];
}

function faultsInShow(
  show: Show,
  requirements: readonly string[],
  services: ReadonlySet<string>,
): string[] {
  switch (show.kind) {
    case 'hub-point':
      return HUB_POINTS.some(({ value }) => value === show.point)
        ? []
        : [`there is no point “${show.point}” of a hub.`];
    case 'site':
      return show.types
        .filter((type) => !SITE_TYPES.some(({ value }) => value === type))
        .map((type) => `there is no kind of site “${type}”.`);
    case 'strand':
      return STRANDS.some(({ value }) => value === show.strand)
        ? []
        : [`there is no strand “${show.strand}”.`];
    case 'service':
      return requirements
        .filter((key) => !services.has(key))
        .map((key) => `“${key}” is no core service.`);
    case 'measure':
    case 'fact':
      return [];
  }
}

/** The core services that the packs of a programme name, in the order of the packs. */
export function coreServices(rules: ShownBy, packs: readonly Pack[]): CoreService[] {
  const ids = new Set(packs.map(({ id }) => id));
  return rules.services.filter(({ requirement }) =>
    ids.has(readRequirementKey(requirement)?.packId ?? ''),
  );
}
