import { PLACE, type MissingKind } from '#templates/missing/index.ts';

/** A row of the register of sites or of assets, as far as it says where families are. */
export interface KnownPlace {
  id: string;
  register: 'sites' | 'assets';
  name: string;
  fields: Readonly<Record<string, string | string[]>>;
}

/** A place of the authority's registers where a missing group can be found, and why it is named. */
export interface PlaceToFind {
  id: string;
  register: 'sites' | 'assets';
  name: string;
  why: string;
}

const MOST = 6;

/**
 * Where a group can be found, by the authority's own registers: who is said to trust an asset; for a
 * place, the sites and assets there; for fathers, the sites that are open on a Saturday.
 */
export function placesToFind(
  group: { label: string },
  kind: Pick<MissingKind, 'kind' | 'words'>,
  places: readonly KnownPlace[],
): PlaceToFind[] {
  const found = places.flatMap((place) => {
    const why = whyThere(group.label, kind, place);
    return why === null ? [] : [{ id: place.id, register: place.register, name: place.name, why }];
  });
  return found.slice(0, MOST);
}

function whyThere(
  label: string,
  kind: Pick<MissingKind, 'kind' | 'words'>,
  { register, fields }: KnownPlace,
): string | null {
  const where = textOf(fields['place']);
  if (kind.kind === PLACE) {
    return has(`${where} ${textOf(fields['address'])}`, [label]) ? `in ${label}` : null;
  }
  const trusted = textOf(fields['trusted']);
  if (register === 'assets' && has(trusted, [...kind.words, label])) {
    return `trusted by ${trusted}${where === '' ? '' : `, ${where}`}`;
  }
  const saturday = textOf(fields['saturday']);
  if (register === 'sites' && kind.kind === 'fathers' && saturday !== '') {
    return `open on Saturday, ${saturday}${where === '' ? '' : `, ${where}`}`;
  }
  return null;
}

const textOf = (value: string | string[] | undefined) =>
  value === undefined ? '' : [value].flat().join(', ');

const plain = (text: string) =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

function has(text: string, words: readonly string[]): boolean {
  const within = plain(text);
  if (within.trim() === '') return false;
  return words.some((word) => {
    const sought = plain(word);
    return sought.trim() !== '' && within.includes(sought);
  });
}
