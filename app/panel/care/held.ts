import { z } from 'zod';

/** What returns count members by: it stays when somebody is erased, and says nothing else of them. */
const COUNTED = ['sex', 'ageBand', 'ethnicGroup'] as const;

/**
 * What stays of what a member said about themselves: the bands that returns of past quarters have
 * counted. Where they live, as whom they care and everything else goes.
 */
export function keptBands(about: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    COUNTED.flatMap((key) => (about[key] === undefined ? [] : [[key, about[key]]])),
  );
}

/** A table of what is held, for somebody to read. */
export interface HeldTable {
  what: string;
  rows: Record<string, unknown>[];
}

/** Columns that say nothing to a person: our own numbers, and fingerprints of links. */
const OURS = /(^|[a-z])(Id|Hash)$|^(id|authorityId|digest|onceKey|lease|leasedUntil|carrierRef)$/;

/** "preferredName" as "Preferred name". */
const sayKey = (key: string) => {
  const words = key.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/**
 * What is held, as lines of words for a page: our own numbers are left out, as are columns in which
 * nothing stands. The whole of it is in the file.
 */
export function readableHeld(
  tables: readonly HeldTable[],
): { what: string; rows: { name: string; value: string }[][] }[] {
  return tables.map(({ what, rows }) => ({
    what,
    rows: rows
      .map((row) =>
        Object.entries(row).flatMap(([key, value]) => {
          const said = OURS.test(key) ? '' : sayValue(value);
          return said === '' ? [] : [{ name: sayKey(key), value: said }];
        }),
      )
      .filter((row) => row.length > 0),
  }));
}

function sayValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 16).replace('T', ' ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(sayValue).join(', ');
  return Object.entries(value)
    .map(([key, one]) => `${sayKey(key)}: ${sayValue(one)}`)
    .join('; ');
}

/** Whether somebody's words go with them: asked each time, and never decided for them. */
export const EraseForm = z.object({
  words: z.enum(['stay', 'words'], 'Choose what becomes of what was written'),
});
