import type { Grouping } from './opinions.ts';
import type { VoteTable } from './vote-table.ts';

/** The groups of so many conversations are remembered; the one asked for longest ago is forgotten. */
export const REMEMBERED = 50;
const remembered = new Map<string, Grouping>();

/**
 * The groups of a conversation that was brought in, found once: what is stored of it never changes, and
 * looking for groups takes seconds where tens of thousands of people voted.
 */
export async function groupsOfConversation(id: string, table: VoteTable): Promise<Grouping> {
  const look = await looking();
  // From here on nobody else has a turn: of those who ask at once, the first looks.
  const groups = remembered.get(id) ?? look(table);
  remembered.delete(id);
  remembered.set(id, groups);
  const [longestAgo] = remembered.keys();
  if (remembered.size > REMEMBERED && longestAgo !== undefined) remembered.delete(longestAgo);
  return groups;
}

const looking = async () => (await import('./look-for-groups.ts')).lookForGroups;

/**
 * Looks for groups. What reckons them is large and takes long to load, and few servers ever need it: it is
 * loaded by whoever first asks.
 */
export async function groupsIn(table: VoteTable): Promise<Grouping> {
  return (await looking())(table);
}
