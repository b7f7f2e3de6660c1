import { valuesOf } from '#app/needs/registers/row.ts';
import { measuresIn } from '#app/theory/measures/measure.ts';
import type { Theory } from '#app/theory/graph.ts';
import { dayOf } from '#app/ui/words.ts';
import { factRows, type FactRow } from '#db/records.ts';
import { placeRows, type PlaceRow } from '#db/registers.ts';
import type { Programme } from '#db/people.ts';
import type { Reader } from '#db/store.server.ts';
import { shownBy } from '#templates/frameworks/shown-by.ts';
import type { Records } from './coverage.ts';
import { pagesOf } from './record-pages.ts';
import {
  recordsShown,
  type AssetRecord,
  type Fact,
  type FigureRecord,
  type HeldRecords,
  type SiteRecord,
} from './records.ts';

/** Reads what the records of a programme hold, in two queries. */
export async function readHeld(
  { authorityId, id }: Pick<Programme, 'id' | 'authorityId'>,
  theory: Pick<Theory, 'pieces'> | null,
  db: Reader,
  at = new Date(),
): Promise<HeldRecords> {
  const places = await placeRows(db, authorityId, id);
  const facts = asMade(await factRows(db, authorityId, id, dayOf(at)));
  return {
    sites: places.filter(({ register }) => register === 'sites').map(siteOf),
    assets: places.filter(({ register }) => register === 'assets').map(assetOf),
    figures: figuresOf(theory, facts),
    facts: facts.flatMap(factOf),
    today: dayOf(at),
  };
}

/** Facts of each kind in the order in which they were made: a page leads to the first, and a query has none. */
function asMade(rows: readonly FactRow[]): FactRow[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const place = ({ kind, id, detail }: FactRow) =>
    `${String(kinds.indexOf(kind)).padStart(2, '0')} ${id} ${detail}`;
  return rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** What the records of a programme show, requirement by requirement. */
export async function readRecords(
  programme: Pick<Programme, 'id' | 'authorityId'>,
  theory: Pick<Theory, 'pieces'> | null,
  db: Reader,
): Promise<Records> {
  return recordsShown(shownBy, await readHeld(programme, theory, db), pagesOf(programme.id));
}

const one = (row: PlaceRow, key: string) => valuesOf(row.fields, key)[0] ?? '';

const siteOf = (row: PlaceRow): SiteRecord => ({
  id: row.id,
  name: row.name,
  type: one(row, 'type'),
  place: one(row, 'place'),
  services: valuesOf(row.fields, 'services'),
  points: row.fields['points'] === undefined ? null : valuesOf(row.fields, 'points'),
});

const assetOf = (row: PlaceRow): AssetRecord => ({
  id: row.id,
  name: row.name,
  provider: one(row, 'provider'),
  strands: valuesOf(row.fields, 'strands'),
  how: one(row, 'how'),
  siteId: one(row, 'site'),
  place: one(row, 'place'),
});

function figuresOf(
  theory: Pick<Theory, 'pieces'> | null,
  facts: readonly FactRow[],
): FigureRecord[] {
  if (theory === null) return [];
  const until = new Map(
    facts.filter(({ kind }) => kind === 'figure').map(({ id, detail }) => [id, detail]),
  );
  return measuresIn(theory).map(({ id, label, library }) => ({
    measureId: id,
    label,
    library,
    until: until.get(id) ?? null,
  }));
}

function factOf({ kind, id, words, detail, keys }: FactRow): Fact[] {
  if (kind === 'figure') return [];
  return [{ kind, id, words, detail, keys: listIn(keys) }];
}

/** A JSON list of words as it came from a column; anything else is none. */
function listIn(text: string): string[] {
  if (text === '') return [];
  const read: unknown = JSON.parse(text);
  return Array.isArray(read) ? read.filter((each) => typeof each === 'string') : [];
}
