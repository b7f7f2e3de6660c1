import { z } from 'zod';
import type { Corrected } from './corrections.ts';

/**
 * A requirement pack: one publication of programme guidance as data. Guidance changes each year and
 * its codes drift, so that nothing about it stands in code. The sentences are our own words.
 */

/** How well we know what an item says, from the publisher's own page (A) to memory (D). */
export const GRADES = ['A', 'B', 'C', 'L', 'S', 'N', 'D'] as const;
export type Grade = (typeof GRADES)[number];

/** What each grade means, for the reader beside the requirement. */
export const GRADE_MEANS: Readonly<Record<Grade, string>> = {
  A: 'The publisher’s own page; of long pages only the opening was read',
  B: 'Restated in the source code of the government’s reporting service: to be checked against the official copy',
  C: 'Somebody else’s report of official content',
  L: 'A named council’s own document',
  S: 'A report or evidence paper on family hubs',
  N: 'Our own synthesis, not guidance',
  D: 'Recalled and not read: to be confirmed by the authority',
};

/** The same in a few words, where a legend stands nearby. */
export const GRADE_NAMES: Readonly<Record<Grade, string>> = {
  A: 'publisher’s own page',
  B: 'restated, to be checked',
  C: 'second-hand report',
  L: 'a council’s own document',
  S: 'report or evidence paper',
  N: 'our own synthesis',
  D: 'recalled, not read',
};

export const KINDS = [
  'minimum',
  'go-further',
  'data-return',
  'panel',
  'plan-section',
  'legal-duty',
  'quality-check',
  'principle',
  'definition',
  'question',
] as const;
export type RequirementKind = (typeof KINDS)[number];

export const KIND_NAMES: Readonly<Record<RequirementKind, string>> = {
  minimum: 'Minimum expectation',
  'go-further': 'Going further',
  'data-return': 'Data return',
  panel: 'Participation',
  'plan-section': 'Part of the plan',
  'legal-duty': 'Legal duty',
  'quality-check': 'Quality check',
  principle: 'Principle',
  definition: 'Definition',
  question: 'Survey question',
};

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const words = z.string().min(1);

const RequirementData = z.strictObject({
  id: words,
  section: words,
  strand: words,
  /** One sentence or two, in our own words. */
  text: words,
  kind: z.enum(KINDS),
  source: z.strictObject({
    /** The heading or item of the publication. */
    heading: words,
    /** Whose page it is, in words. */
    where: words,
    /** Null where the source is a description and not an address: never shown as a link. */
    url: z.url({ protocol: /^https?$/ }).nullable(),
  }),
  grade: z.enum(GRADES),
  /** What a plan would show to count as covering it, in our own words. */
  countsAsCovered: words.optional(),
});
export type Requirement = z.infer<typeof RequirementData> & {
  /** What the authority put right in it; absent where it stands as it ships. */
  corrected?: Corrected;
};

export const Pack = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: words,
    publisher: words,
    /** A calendar day, or words where no day was found. */
    published: words,
    url: z.url({ protocol: /^https?$/ }).nullable(),
    effective: z.strictObject({ from: day.nullable(), to: day.nullable(), note: words }),
    status: z.enum(['current', 'superseded', 'reference']),
    statusNote: words,
    /** How much of the publication was read when the pack was written. */
    readExtent: words,
    sections: z.array(z.strictObject({ id: words, title: words })).min(1),
    requirements: z.array(RequirementData).min(1),
  })
  .superRefine((pack, context) => {
    const sections = new Set(pack.sections.map((section) => section.id));
    const seen = new Set<string>();
    pack.requirements.forEach((requirement, at) => {
      const wrong = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['requirements', at, field], message });
      if (!sections.has(requirement.section)) {
        wrong('section', `There is no section “${requirement.section}”.`);
      }
      if (seen.has(requirement.id)) wrong('id', `“${requirement.id}” is used twice.`);
      seen.add(requirement.id);
    });
  });
export type Pack = Omit<z.infer<typeof Pack>, 'requirements'> & { requirements: Requirement[] };

/** What the ids of an authority's own packs begin with, so that none is ever one that ships. */
export const OWN_PACK = 'own-';

/** Whether an authority brought the pack in itself. */
export const isOwnPack = (packId: string) => packId.startsWith(OWN_PACK);

/** The id of a requirement on the thread: pack and requirement, since a programme follows several. */
export function requirementKey(packId: string, requirementId: string): string {
  return `${packId}:${requirementId}`;
}

/** The two halves of a requirement's id on the thread, or null for anything else. */
export function readRequirementKey(key: string): { packId: string; requirementId: string } | null {
  const at = key.indexOf(':');
  if (at < 1 || at === key.length - 1) return null;
  return { packId: key.slice(0, at), requirementId: key.slice(at + 1) };
}

/**
 * Where a requirement comes from, as one line of text: heading, whose page, grade. The grade is in
 * words because a letter alone tells a reader nothing.
 */
export function sourceLine(requirement: Requirement): string {
  const { heading, where } = requirement.source;
  return `${heading}. ${where}. Grade ${requirement.grade}: ${GRADE_MEANS[requirement.grade]}.`;
}

/** The same for a narrow column beside a legend of the grades. */
export function shortSource(requirement: Requirement): string {
  const { heading, where } = requirement.source;
  return `${heading}. ${where}\nGrade ${requirement.grade}: ${GRADE_NAMES[requirement.grade]}`;
}

/** A recalled item is never shown as guidance: it is for the authority to confirm. */
export function isToBeConfirmed(requirement: Requirement): boolean {
  return requirement.grade === 'D';
}
