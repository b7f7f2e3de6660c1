import type { FundingStream, PlanLine, StreamKind } from '#app/plan/plan.ts';
import type { CostKind, CostLine } from './costs.ts';
import { yearsBetween } from './years.ts';

/**
 * Everything that a plan costs, one entry a cost. A line with no costs of its own stands here once with
 * its estimate, so that every total of the plan is a total of this list and of nothing else.
 */
export interface MoneyItem {
  /** The id of the cost, or of the line whose estimate it is. */
  id: string;
  isEstimate: boolean;
  /** Null for what the whole programme costs. */
  line: PlanLine | null;
  what: string;
  /** Empty where nobody has said. */
  kind: CostKind | '';
  /** Its own stream, or else that of its line; null where there is none, or it is said that none pays. */
  streamId: string | null;
  /** From whom that stream comes; empty without a stream. */
  source: StreamKind | '';
  strand: string;
  /** A financial year; empty where it is of no one year, or nobody has said. */
  year: string;
  /** Null while it is not known. */
  amountPence: number | null;
  capital: boolean;
}

/**
 * The list of what a plan costs, in the order of its lines and their costs; costs of the whole
 * programme come last. Lines that have stopped cost nothing any more and are left out.
 */
export function moneyItems(
  lines: readonly PlanLine[],
  costs: readonly CostLine[],
  streams: readonly FundingStream[],
): MoneyItem[] {
  const known = new Map(streams.map((stream) => [stream.id, stream]));
  const own = new Map<string | null, CostLine[]>();
  for (const cost of costs) own.set(cost.lineId, [...(own.get(cost.lineId) ?? []), cost]);
  const here = new Set(lines.map(({ id }) => id));
  const ofLines = lines
    .filter(({ status }) => status !== 'stopped')
    .flatMap((line) => {
      const mine = own.get(line.id) ?? [];
      return mine.length === 0
        ? [ofEstimate(line, known)]
        : mine.map((cost) => ofCost(cost, line, known));
    });
  const loose = costs.filter(({ lineId }) => lineId === null || !here.has(lineId));
  return [...ofLines, ...loose.map((cost) => ofCost(cost, null, known))];
}

type Streams = ReadonlyMap<string, FundingStream>;

function ofEstimate(line: PlanLine, streams: Streams): MoneyItem {
  const years =
    line.startsOn === null || line.endsOn === null ? [] : yearsBetween(line.startsOn, line.endsOn);
  return {
    id: line.id,
    isEstimate: true,
    line,
    what: line.title,
    kind: '',
    ...paidBy(line.streamId, streams),
    strand: line.strand,
    year: years.length === 1 ? (years[0] ?? '') : '',
    amountPence: line.costPence,
    capital: false,
  };
}

function ofCost(cost: CostLine, line: PlanLine | null, streams: Streams): MoneyItem {
  const { id, what, kind, year, amountPence, capital } = cost;
  const isOfLine = cost.streamId === null && !cost.unfunded;
  return {
    ...{ id, isEstimate: false, line, what, kind, year, amountPence, capital },
    ...paidBy(isOfLine ? (line?.streamId ?? null) : cost.streamId, streams),
    strand: cost.strand === '' ? (line?.strand ?? '') : cost.strand,
  };
}

function paidBy(streamId: string | null, streams: Streams) {
  const stream = streams.get(streamId ?? '');
  return stream === undefined
    ? { streamId: null, source: '' as const }
    : { streamId: stream.id, source: stream.kind };
}
