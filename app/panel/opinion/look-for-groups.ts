import { findGroups } from './find-groups.ts';
import { pictureOf } from './group-picture.ts';
import type { Grouping } from './opinions.ts';
import type { VoteTable } from './vote-table.ts';

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;

/** Looks for groups by how people voted: the same votes always give the same groups. */
export function lookForGroups(table: VoteTable): Grouping {
  const found = findGroups(table);
  if (!found.found) return found;
  return {
    found: true,
    groups: found.groups.map((who, at) => ({ name: `Group ${LETTERS[at] ?? ''}`, who })),
    picture: pictureOf(found.points, found.shown),
    left: found.left,
  };
}
