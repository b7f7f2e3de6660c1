import { z } from 'zod';
import type { Coverage, RequirementCoverage } from './coverage.ts';
import type { Pack, Requirement } from './packs.ts';

/**
 * What became of each requirement of a pack in the pack that follows it. Codes drift from year to
 * year, so that this is data too: one entry an item of the older pack.
 */

const words = z.string().min(1);

export const Succession = z.strictObject({
  from: words,
  to: words,
  /** Whose reading this is. */
  source: words,
  links: z.array(
    z.strictObject({
      from: words,
      /** What follows it; nothing when it is gone. */
      to: z.array(words),
      /** Whether it asks for the same; what is gone has changed. */
      change: z.enum(['same', 'changed']),
      /** What is different, or why it is gone. */
      what: words,
    }),
  ),
});
export type Succession = z.infer<typeof Succession>;

/** What is wrong with a succession, given its packs; empty when it names each older item once. */
export function faultsIn(succession: Succession, before: Pack, after: Pack): string[] {
  const [old, fresh] = [idsOf(before), idsOf(after)];
  const told = succession.links.map((link) => link.from);
  return [
    ...told.filter((id) => !old.has(id)).map((id) => `links: “${id}” is not in ${before.id}.`),
    ...told
      .filter((id, at) => told.indexOf(id) !== at)
      .map((id) => `links: “${id}” stands there twice.`),
    ...[...old].filter((id) => !told.includes(id)).map((id) => `links: “${id}” is missing.`),
    ...succession.links
      .flatMap((link) => link.to)
      .filter((id) => !fresh.has(id))
      .map((id) => `links: “${id}” is not in ${after.id}.`),
    ...succession.links
      .filter(({ to, change }) => change === 'same' && to.length !== 1)
      .map(({ from }) => `links: “${from}” is the same and needs one that follows it.`),
  ];
}

const idsOf = (pack: Pack) => new Set(pack.requirements.map(({ id }) => id));

/** An older requirement beside what follows it, with how this plan stands to both. */
export interface Followed {
  before: RequirementCoverage;
  after: RequirementCoverage[];
  what: string;
}

/** What changes for one plan when it goes from one pack to another. */
export interface PackDifference {
  from: Pack;
  to: Pack;
  source: string;
  /** Asked for now, and not before. */
  new: RequirementCoverage[];
  changed: Followed[];
  same: Followed[];
  /** Not asked for any more. */
  gone: { before: RequirementCoverage; what: string }[];
  /** What of the new and changed items this plan does not cover, or only in part, each once. */
  missing: RequirementCoverage[];
}

/**
 * Each item of both packs stands in exactly one place of the older ones (changed, same, gone) and of
 * the newer ones (new, or after at least one older one).
 */
export function packDifference(
  before: Coverage,
  after: Coverage,
  succession: Succession,
): PackDifference {
  const old = byId(before);
  const fresh = byId(after);
  const followed = succession.links.flatMap((link) => {
    const one = old.get(link.from);
    if (!one) return [];
    const then = link.to.flatMap((id) => fresh.get(id) ?? []);
    return [{ before: one, after: then, what: link.what, change: link.change }];
  });
  const told = new Set(succession.links.flatMap((link) => link.to));
  const brandNew = after.requirements.filter(({ requirement }) => !told.has(requirement.id));
  const here = followed.filter((one) => one.after.length > 0);
  const changed = here.filter(({ change }) => change === 'changed');
  const asked = [...new Set([...brandNew, ...changed.flatMap((one) => one.after)])];
  return {
    from: before.pack,
    to: after.pack,
    source: succession.source,
    new: brandNew,
    changed: changed.map(bare),
    same: here.filter(({ change }) => change === 'same').map(bare),
    gone: followed
      .filter((one) => one.after.length === 0)
      .map(({ before: one, what }) => ({ before: one, what })),
    missing: asked.filter(({ state }) => state === 'not' || state === 'partly'),
  };
}

const bare = ({ before, after, what }: Followed): Followed => ({ before, after, what });

const byId = ({ requirements }: Coverage) =>
  new Map(requirements.map((one) => [one.requirement.id, one]));

/** What is tied to an older requirement and could be tied to one that follows it. */
export interface Carry {
  /** As a form sends it: `end>requirement`, such as `plan-line 01h…>BSFH-DEF-01`. */
  value: string;
  end: { kind: 'plan-line' | 'box'; id: string; title: string };
  before: Requirement;
  to: Requirement;
  /** Whether it asks for the same, so that the tie holds without another thought. */
  same: boolean;
}

/** Every tie that could be carried over and is not there yet. */
export function carriesOf(difference: PackDifference): Carry[] {
  const seen = new Set<string>();
  const of = (followed: readonly Followed[], same: boolean) =>
    followed.flatMap(({ before, after }) =>
      before.by.flatMap((end) =>
        after
          .filter(({ by }) => !by.some(({ id }) => id === end.id))
          .map(({ requirement: to }): Carry => {
            const value = `${end.kind} ${end.id}>${to.id}`;
            const { kind, id, title } = end;
            return { value, end: { kind, id, title }, before: before.requirement, to, same };
          }),
      ),
    );
  return [...of(difference.same, true), ...of(difference.changed, false)].filter(
    ({ value }) => !seen.has(value) && seen.add(value),
  );
}
