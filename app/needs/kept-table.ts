import type { CheckedTable } from './printed-table.ts';

/**
 * A checked table as the store keeps it. It was written by checkTable and by nothing else, so its
 * shape is trusted; only that it is there is looked at.
 */
export function checkedOf(stored: unknown): CheckedTable {
  if (typeof stored !== 'object' || stored === null || !('lines' in stored)) {
    throw new Error('A printed table in the store has no lines.');
  }
  return stored as CheckedTable;
}
