import { GRADES, KINDS, type Grade, type Pack, type Requirement } from './packs.ts';

/**
 * What an authority puts right in a pack that ships: guidance is reworded here in few words, and an
 * authority that has the official copy knows better. The pack itself is never changed; what was put
 * right is laid over it, with who said so and why.
 */

export const CORRECTED_FIELDS = [
  'text',
  'kind',
  'strand',
  'grade',
  'heading',
  'where',
  'url',
  'countsAsCovered',
] as const;
export type CorrectedField = (typeof CORRECTED_FIELDS)[number];

export const FIELD_NAMES: Readonly<Record<CorrectedField, string>> = {
  text: 'What it asks for',
  kind: 'Kind',
  strand: 'Strand',
  grade: 'How well it is known',
  heading: 'Heading or item of the publication',
  where: 'Whose publication it is',
  url: 'Address of the publication',
  countsAsCovered: 'What counts as covering it',
};

/** One field of one requirement, put right or taken back. */
export interface Correction {
  packId: string;
  requirementId: string;
  field: CorrectedField;
  was: string;
  is: string;
  why: string;
  byName: string;
  at: Date;
  /** It stands as it ships again. */
  withdrawn: boolean;
}

/** What stands over a requirement as it ships. */
export interface Corrected {
  /** The fields as they ship, of those that were put right. */
  was: Partial<Record<CorrectedField, string>>;
  why: string;
  byName: string;
  at: Date;
}

/** A field of a requirement as text; empty where it has none. */
export function fieldOf(requirement: Requirement, field: CorrectedField): string {
  switch (field) {
    case 'heading':
    case 'where':
      return requirement.source[field];
    case 'url':
      return requirement.source.url ?? '';
    case 'countsAsCovered':
      return requirement.countsAsCovered ?? '';
    case 'text':
    case 'kind':
    case 'strand':
    case 'grade':
      return requirement[field];
  }
}

/** The requirement with one field changed; what the field cannot hold leaves it as it is. */
function withField(requirement: Requirement, field: CorrectedField, is: string): Requirement {
  switch (field) {
    case 'heading':
    case 'where':
      return is === ''
        ? requirement
        : { ...requirement, source: { ...requirement.source, [field]: is } };
    case 'url':
      return { ...requirement, source: { ...requirement.source, url: is === '' ? null : is } };
    case 'countsAsCovered': {
      const { countsAsCovered: _gone, ...rest } = requirement;
      return is === '' ? rest : { ...rest, countsAsCovered: is };
    }
    case 'kind': {
      const kind = KINDS.find((one) => one === is);
      return kind === undefined ? requirement : { ...requirement, kind };
    }
    case 'grade': {
      const grade = GRADES.find((one): one is Grade => one === is);
      return grade === undefined ? requirement : { ...requirement, grade };
    }
    case 'text':
    case 'strand':
      return is === '' ? requirement : { ...requirement, [field]: is };
  }
}

/** The correction that stands for each field of one requirement: the newest, unless it was taken back. */
export function standing(corrections: readonly Correction[]): Map<CorrectedField, Correction> {
  const newest = new Map<CorrectedField, Correction>();
  for (const one of corrections) newest.set(one.field, one);
  for (const [field, one] of newest) if (one.withdrawn) newest.delete(field);
  return newest;
}

/**
 * A pack with what an authority put right laid over it. What is corrected in an item that the pack
 * does not have any more is passed over.
 *
 * @param corrections of this authority, oldest first; those of other packs are passed over
 */
export function correctedPack(pack: Pack, corrections: readonly Correction[]): Pack {
  const byRequirement = new Map<string, Correction[]>();
  for (const one of corrections) {
    if (one.packId !== pack.id) continue;
    const there = byRequirement.get(one.requirementId);
    if (there) there.push(one);
    else byRequirement.set(one.requirementId, [one]);
  }
  if (byRequirement.size === 0) return pack;
  return {
    ...pack,
    requirements: pack.requirements.map((requirement) => {
      const stands = standing(byRequirement.get(requirement.id) ?? []);
      return stands.size === 0 ? requirement : laidOver(requirement, [...stands.values()]);
    }),
  };
}

function laidOver(requirement: Requirement, corrections: readonly Correction[]): Requirement {
  let now = requirement;
  const was: Corrected['was'] = {};
  for (const { field, is } of corrections) {
    was[field] = fieldOf(requirement, field);
    now = withField(now, field, is);
  }
  const newest = corrections.reduce((a, b) => (b.at >= a.at ? b : a));
  const { why, byName, at } = newest;
  return { ...now, corrected: { was, why, byName, at } };
}
