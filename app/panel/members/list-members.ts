import { kindOf, NOT_SAID, type Kind } from '../member-lists.ts';
import type { About } from '../members.ts';

/** A member in the list. */
export interface ListedMember {
  id: string;
  name: string;
  kind: Kind;
  about: About;
  joinedOn: string;
  leftOn: string | null;
  /** The last day of the term; null where none is set. */
  endsOn: string | null;
  /** Whether they agreed to the newest terms of reference; null while there are none. */
  agreed: boolean | null;
}

export const SORTS = ['name', 'joined', 'ends', 'area'] as const;
export type Sort = (typeof SORTS)[number];

export const SHOWS = [
  'here',
  'parents',
  'practitioners',
  'ends-soon',
  'not-agreed',
  'left',
] as const;
export type Show = (typeof SHOWS)[number];

export const SHOW_NAMES: Readonly<Record<Show, string>> = {
  here: 'Everybody who is on the panel',
  parents: 'Parents and carers',
  practitioners: 'Practitioners',
  'ends-soon': 'Term ends soon or is over',
  'not-agreed': 'Has not agreed to the newest terms',
  left: 'Those who left',
};

export interface MemberSearch {
  words: string;
  show: Show;
  sort: Sort;
  /** caresAs, sex, ageBand, ethnicGroup or area with a value: those who said it. */
  about: string;
  value: string;
}

/** What is asked for in the address; anything unknown is as if it were not there. */
export function searchOf(query: URLSearchParams): MemberSearch {
  const of = (name: string) => (query.get(name) ?? '').trim();
  return {
    words: of('words').slice(0, 100),
    show: SHOWS.find((one) => one === of('show')) ?? 'here',
    sort: SORTS.find((one) => one === of('sort')) ?? 'name',
    about: of('about'),
    value: of('value'),
  };
}

/**
 * The members who are asked for, in order.
 *
 * @param soon YYYY-MM-DD: terms that end by then end soon
 */
export function membersFound(
  members: readonly ListedMember[],
  { words, show, sort, about, value }: MemberSearch,
  soon: string,
): ListedMember[] {
  const sought = fold(words);
  return members
    .filter((member) => isShown(member, show, soon))
    .filter((member) => value === '' || (member.about[about] ?? NOT_SAID) === value)
    .filter(
      ({ name, about: said }) =>
        sought === '' || fold(`${name} ${said['area'] ?? ''}`).includes(sought),
    )
    .sort(
      (a, b) =>
        ORDER[sort](a, b) || a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1),
    );
}

function isShown(member: ListedMember, show: Show, soon: string): boolean {
  const { leftOn, kind, endsOn, agreed } = member;
  if (show === 'left') return leftOn !== null;
  if (leftOn !== null) return false;
  switch (show) {
    case 'here':
      return true;
    case 'parents':
      return kind === 'parent-or-carer';
    case 'practitioners':
      return kind === 'practitioner';
    case 'ends-soon':
      return endsOn !== null && endsOn <= soon;
    case 'not-agreed':
      return agreed === false;
  }
}

/** Letters without their signs: Zofia is found as zófia, and Zoë as zoe. */
const fold = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

const ORDER: Readonly<Record<Sort, (a: ListedMember, b: ListedMember) => number>> = {
  name: () => 0,
  joined: (a, b) => b.joinedOn.localeCompare(a.joinedOn),
  ends: (a, b) => (a.endsOn ?? '9').localeCompare(b.endsOn ?? '9'),
  area: (a, b) => (a.about['area'] ?? '￿').localeCompare(b.about['area'] ?? '￿', 'en-GB'),
};

/** A stored member as the list holds them. */
export function listedMember(
  row: Omit<ListedMember, 'kind' | 'endsOn' | 'agreed'> & { kind: string },
  endsOn: string | null,
  agreed: boolean | null,
): ListedMember {
  const { id, name, about, joinedOn, leftOn } = row;
  return { id, name, kind: kindOf(row.kind), about, joinedOn, leftOn, endsOn, agreed };
}
