import { STRANDS, type Choice } from '#app/needs/registers/choices.ts';
import { STREAM_KINDS, type FundingStream, type StreamKind } from '#app/plan/plan.ts';
import { COST_KIND_CHOICES } from './costs.ts';
import type { MoneyItem } from './items.ts';
import { sumOfPence, type Sum } from './money.ts';

/** The ways in which the money of a plan can be cut, and the table that cuts it two ways at once. */

export const CUTS = ['year', 'stream', 'source', 'strand', 'kind'] as const;
export type Cut = (typeof CUTS)[number];

export const CUT_NAMES: Readonly<Record<Cut, string>> = {
  year: 'Financial year',
  stream: 'Funding stream',
  source: 'Source of the money',
  strand: 'Strand',
  kind: 'Kind of cost',
};

export const STREAM_KIND_NAMES: Readonly<Record<StreamKind, string>> = {
  grant: 'Government grant',
  council: 'The council',
  health: 'Health',
  partner: 'Another partner',
  'in-kind': 'In kind',
  other: 'Something else',
};

const NOT_SAID: Readonly<Record<Cut, string>> = {
  year: 'No one year',
  stream: 'No stream',
  source: 'No stream',
  strand: 'No strand',
  kind: 'Estimate, not broken down',
};

export const isCut = (word: string | null): word is Cut => CUTS.some((cut) => cut === word);

/** By what an item is counted under a cut; empty where nobody has said. */
function keyOf(item: MoneyItem, cut: Cut): string {
  switch (cut) {
    case 'year':
      return item.year;
    case 'stream':
      return item.streamId ?? '';
    case 'source':
      return item.source;
    case 'strand':
      return item.strand;
    case 'kind':
      return item.kind;
  }
}

export interface CutPart {
  key: string;
  label: string;
  sum: Sum;
}

/**
 * The money of a plan cut one way: only parts that have an item, in the order of their list, what is
 * not said last. The parts add up to the whole exactly, for every item stands in one of them.
 */
export function cutOf(
  items: readonly MoneyItem[],
  cut: Cut,
  streams: readonly Pick<FundingStream, 'id' | 'name'>[],
): CutPart[] {
  return partsOf(items, cut, streams).map((part) => ({
    ...part,
    sum: sumOfItems(items.filter((item) => keyOf(item, cut) === part.key)),
  }));
}

/** Money cut two ways, with the totals of both. */
export interface CrossTable {
  rows: CutPart[];
  columns: CutPart[];
  /** By row, then by column; null where no item is. */
  cells: (Sum | null)[][];
  total: Sum;
}

export function crossTable(
  items: readonly MoneyItem[],
  by: { rows: Cut; columns: Cut },
  streams: readonly Pick<FundingStream, 'id' | 'name'>[],
): CrossTable {
  const rows = cutOf(items, by.rows, streams);
  const columns = cutOf(items, by.columns, streams);
  const cells = rows.map((row) =>
    columns.map((column) => {
      const here = items.filter(
        (item) => keyOf(item, by.rows) === row.key && keyOf(item, by.columns) === column.key,
      );
      return here.length === 0 ? null : sumOfItems(here);
    }),
  );
  return { rows, columns, cells, total: sumOfItems(items) };
}

export const sumOfItems = (items: readonly Pick<MoneyItem, 'amountPence'>[]): Sum =>
  sumOfPence(items.map(({ amountPence }) => amountPence));

function partsOf(
  items: readonly MoneyItem[],
  cut: Cut,
  streams: readonly Pick<FundingStream, 'id' | 'name'>[],
): { key: string; label: string }[] {
  const present = new Set(items.map((item) => keyOf(item, cut)));
  const listed = choicesOf(cut, streams, present);
  const named = new Set(listed.map(({ value }) => value));
  const others = [...present].filter((key) => key !== '' && !named.has(key)).sort();
  return [
    ...listed.filter(({ value }) => present.has(value)),
    ...others.map((value) => ({ value, label: value })),
    ...(present.has('') ? [{ value: '', label: NOT_SAID[cut] }] : []),
  ].map(({ value, label }) => ({ key: value, label }));
}

function choicesOf(
  cut: Cut,
  streams: readonly Pick<FundingStream, 'id' | 'name'>[],
  present: ReadonlySet<string>,
): readonly Choice[] {
  switch (cut) {
    case 'year':
      return [...present]
        .filter((year) => year !== '')
        .sort()
        .map((year) => ({ value: year, label: year }));
    case 'stream':
      return streams.map(({ id, name }) => ({ value: id, label: name }));
    case 'source':
      return STREAM_KINDS.map((kind) => ({ value: kind, label: STREAM_KIND_NAMES[kind] }));
    case 'strand':
      return STRANDS;
    case 'kind':
      return COST_KIND_CHOICES;
  }
}
