import {
  COVERAGE_STATES,
  filtered,
  missingFirst,
  strandsOf,
  type Cover,
  type Coverage,
  type CoverageState,
  type CoverageTotals,
  type RequirementCoverage,
  type Shown,
} from './coverage.ts';
import {
  isToBeConfirmed,
  KIND_NAMES,
  KINDS,
  type Grade,
  type Pack,
  type Requirement,
  type RequirementKind,
} from './packs.ts';

/** One requirement as its page and its row show it. */
export interface CoverageRow {
  packId: string;
  id: string;
  text: string;
  strand: string;
  kind: string;
  countsAsCovered: string | null;
  state: CoverageState;
  computed: CoverageState;
  because: string;
  computedBecause: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  by: Cover[];
  /** What the records of the authority show about it. */
  shown: readonly Shown[];
  /** Who put the item right here, and why; null where it stands as it ships. */
  corrected: { byName: string; at: Date; why: string } | null;
  source: { heading: string; where: string; url: string | null; grade: Grade };
}

export interface CoverageModel {
  /** Null when the programme follows no pack. */
  pack: Pick<Pack, 'id' | 'title' | 'publisher' | 'statusNote' | 'readExtent'> | null;
  packs: { id: string; title: string }[];
  /** Older packs that this one follows, whose differences are known. */
  follows: {
    from: string;
    to: string;
    title: string;
    /** How much is new, changed and gone, and what of it this plan misses; null: not counted. */
    counts: { new: number; changed: number; gone: number; missing: number } | null;
  }[];
  totals: CoverageTotals;
  /** The first things to cover, whatever the filter. */
  missing: CoverageRow[];
  strands: string[];
  /** The filter, as it stands in the address; empty for all. */
  strand: string;
  state: CoverageState | '';
  /** The kinds that the pack has, for the filter, and the one that is asked for. */
  kinds: { value: RequirementKind; label: string }[];
  kind: RequirementKind | '';
  rows: CoverageRow[];
  /** How many there are without the filter. */
  of: number;
  /** Recalled and not read: apart from what is given as guidance. */
  unread: CoverageRow[];
}

const NOTHING: CoverageTotals = {
  covered: 0,
  partly: 0,
  not: 0,
  'not-applicable': 0,
  'to-be-confirmed': 0,
  toCover: 0,
};

/** What the coverage page shows of a pack, filtered. An unknown pack is the first one. */
export function coveragePage(
  coverages: readonly Coverage[],
  known: CoverageModel['follows'],
  asked: Record<'pack' | 'strand' | 'state' | 'kind', string | null>,
): CoverageModel {
  const packs = coverages.map(({ pack }) => ({ id: pack.id, title: pack.title }));
  const coverage = coverages.find(({ pack }) => pack.id === asked.pack) ?? coverages[0];
  const state = COVERAGE_STATES.find((one) => one === asked.state) ?? '';
  if (!coverage) {
    const none = {
      missing: [],
      follows: [],
      strands: [],
      strand: '',
      kinds: [],
      kind: '' as const,
    };
    return { pack: null, packs, totals: NOTHING, state, ...none, rows: [], of: 0, unread: [] };
  }
  const { id, title, publisher, statusNote, readExtent } = coverage.pack;
  const strands = strandsOf(coverage.pack);
  const strand = strands.find((one) => one === asked.strand) ?? '';
  const there = new Set(coverage.pack.requirements.map((one) => one.kind));
  const kinds = KINDS.filter((one) => there.has(one));
  const kind = kinds.find((one) => one === asked.kind) ?? '';
  const chosen = filtered(coverage, {
    strand: strand === '' ? undefined : strand,
    state: state === '' ? undefined : state,
    kind: kind === '' ? undefined : kind,
  }).map((one) => coverageRow(id, one));
  const isRead = (row: CoverageRow) => row.source.grade !== 'D';
  return {
    pack: { id, title, publisher, statusNote, readExtent },
    packs,
    follows: known.filter(({ to }) => to === id),
    totals: coverage.totals,
    missing: missingFirst(coverage)
      .slice(0, 5)
      .map((one) => coverageRow(id, one)),
    strands,
    strand,
    state,
    kinds: kinds.map((value) => ({ value, label: KIND_NAMES[value] })),
    kind,
    rows: chosen.filter(isRead),
    of: coverage.requirements.filter(({ requirement }) => !isToBeConfirmed(requirement)).length,
    unread: chosen.filter((row) => !isRead(row)),
  };
}

function correctedBy({ corrected }: Requirement): CoverageRow['corrected'] {
  if (corrected === undefined) return null;
  const { byName, at, why } = corrected;
  return { byName, at, why };
}

export function coverageRow(packId: string, one: RequirementCoverage): CoverageRow {
  const { requirement, judged } = one;
  return {
    packId,
    id: requirement.id,
    text: requirement.text,
    strand: requirement.strand,
    kind: KIND_NAMES[requirement.kind],
    countsAsCovered: requirement.countsAsCovered ?? null,
    state: one.state,
    computed: one.computed.state,
    because: one.because,
    computedBecause: one.computed.because,
    decidedBy: judged?.decidedBy ?? null,
    decidedAt: judged?.decidedAt ?? null,
    by: one.by,
    shown: one.shown,
    corrected: correctedBy(requirement),
    source: { ...requirement.source, grade: requirement.grade },
  };
}
