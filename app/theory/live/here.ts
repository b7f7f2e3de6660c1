/**
 * Who has a theory open, and where: kept while they are there, in memory only, and forgotten when
 * they fall silent. One person may have it open in several windows; each is a visit.
 */
export interface Visit {
  /** The id that the window gave itself. */
  visit: string;
  personId: string;
  name: string;
  /** The box or link that is selected; null for none. */
  at: string | null;
  /** The field that is being typed in, as fieldKey makes it; null while nothing is typed. */
  typing: string | null;
  /** Until when it counts as there unless it is heard of again, in milliseconds. */
  until: number;
  /** When something was last typed there. */
  typedAt: number;
}

/** A person as others see them: all their windows together. */
export interface PersonHere {
  id: string;
  name: string;
  at: string[];
  typing: string[];
}

/** Visits by their id. */
export type Visits = ReadonlyMap<string, Visit>;

/** A window that has said nothing for so long is not counted as there; open ones speak up in time. */
export const SILENCE = 45_000;
/** How often an open window says that it is there. */
export const SPEAK_EVERY = 20_000;
/** A page without script says it once, when it is opened, and is then counted for so long. */
export const PAGE_LASTS = 5 * 60_000;
/** A window that was closed may be the same one loading again: it goes a moment later. */
export const LEAVING = 2_000;
/** Typing that is not heard of again for so long has ended. */
export const TYPING_ENDS = 8_000;
/** How often a window says that somebody is still typing. */
export const TYPE_EVERY = 3_000;

/** The name of a field of a box or link. */
export function fieldKey(id: string, field: string): string {
  return `${id} ${field}`;
}

/** What a window says of itself. */
export type Report = Pick<Visit, 'visit' | 'personId' | 'name' | 'at' | 'typing'>;

/** Takes up what a window says. Nobody speaks for somebody else's window. */
export function reported(visits: Visits, report: Report, now: number, lasts = SILENCE): Visits {
  const before = visits.get(report.visit);
  if (before !== undefined && before.personId !== report.personId) return visits;
  const typedAt = report.typing === null ? (before?.typedAt ?? 0) : now;
  return new Map(visits).set(report.visit, { ...report, until: now + lasts, typedAt });
}

/** A window was closed: what was typed there has ended, and it goes unless it speaks again. */
export function leaving(visits: Visits, visit: string, personId: string, now: number): Visits {
  const before = visits.get(visit);
  if (before?.personId !== personId) return visits;
  const until = Math.min(before.until, now + LEAVING);
  return new Map(visits).set(visit, { ...before, typing: null, until });
}

/** Forgets who fell silent, and what is not typed any more; the same object when all stays. */
export function settled(visits: Visits, now: number): Visits {
  let changed = false;
  const still = new Map<string, Visit>();
  for (const [id, each] of visits) {
    const over = each.typing !== null && now - each.typedAt >= TYPING_ENDS;
    const gone = now >= each.until;
    if (!gone) still.set(id, over ? { ...each, typing: null } : each);
    changed ||= over || gone;
  }
  return changed ? still : visits;
}

/** The people here but one, by name. */
export function peopleHere(visits: Visits, except: string | null = null): PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const { personId, name, at, typing } of visits.values()) {
    if (personId === except) continue;
    const person = people.get(personId) ?? { id: personId, name, at: [], typing: [] };
    people.set(personId, person);
    if (at !== null && !person.at.includes(at)) person.at.push(at);
    if (typing !== null && !person.typing.includes(typing)) person.typing.push(typing);
  }
  const inOrder = (a: PersonHere, b: PersonHere) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
  return [...people.values()].sort(inOrder);
}

/** One or two letters for a name: `Priya Nair` is PN. What is no letter is passed over. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /\p{L}/u.test(word));
  const letters = words.map((word) => /\p{L}/u.exec(word)?.[0] ?? '');
  const [first = '?', last = ''] = [letters[0], letters.length > 1 ? letters.at(-1) : ''];
  return (first + last).toLocaleUpperCase('en-GB');
}

/** Names as one reads them: `Priya Nair, Tom Okafor and Dan Yates`. */
export function named(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Who is typing in a field, in words; null when nobody is. */
export function typistOf(people: readonly PersonHere[], key: string): string | null {
  const names = people.filter(({ typing }) => typing.includes(key)).map(({ name }) => name);
  if (names.length === 0) return null;
  return `${named(names)} ${names.length === 1 ? 'is' : 'are'} typing here`;
}

/** The initials of those at each box or link, by its id, with their names for who cannot see them. */
export function marksOf(
  people: readonly PersonHere[],
): Map<string, { initials: string; words: string }> {
  const names = new Map<string, string[]>();
  for (const { name, at } of people) {
    for (const id of at) names.set(id, [...(names.get(id) ?? []), name]);
  }
  const marks = [...names].map(([id, here]): [string, { initials: string; words: string }] => {
    const shown = here.slice(0, 3).map(initialsOf).join(' ');
    const initials = here.length > 3 ? `${shown} +${here.length - 3}` : shown;
    return [id, { initials, words: `${named(here)} ${here.length === 1 ? 'is' : 'are'} here` }];
  });
  return new Map(marks);
}
