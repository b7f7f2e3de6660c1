import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import type { CostValues } from './cost-form.ts';
import { costToType } from './cost-form.ts';
import { NO_STREAM, NO_STREAM_NAME, paidFrom, type CostLine } from './costs.ts';
import { sumOfItems } from './cuts.ts';
import { hrefOf } from './money-page.ts';
import { poundsOrUnknown, type MoneyOfPlan, type Sum } from './money.ts';
import { sayYear, yearsBetween } from './years.ts';

/** What a cost can be of, as its form offers it. */
export interface CostChoices {
  lines: readonly { id: string; title: string }[];
  streams: readonly { id: string; name: string }[];
  years: readonly string[];
}

export interface CostPageProps {
  programmeId: string;
  /** Null for a new cost. */
  cost: { version: number; what: string; facts: readonly (readonly [string, string])[] } | null;
  values: CostValues;
  choices: CostChoices;
  mayEdit: Answer;
}

/** One row of the list of costs, ready to be shown. */
export interface CostRow {
  id: string;
  isEstimate: boolean;
  href: string;
  what: string;
  line: string;
  kind: string;
  year: string;
  stream: string;
  strand: string;
  amountPence: number | null;
  capital: boolean;
}

export interface CostsPageProps {
  programmeId: string;
  rows: CostRow[];
  sum: Sum;
  /** Costs that came in together and still stand. */
  batches: { batch: string; count: number; first: string }[];
  page: number;
  pages: number;
  mayEdit: Answer;
}

/** The part of a programme that the pages of its costs read. */
interface OfProgramme {
  id: string;
  startsOn: string;
  endsOn: string;
}

const A_PAGE = 100;

/** What the list of costs shows of one of its pages. */
export function costsPage(
  programme: OfProgramme,
  { streams, costs, accounts }: MoneyOfPlan,
  asked: string | null,
  mayEdit: Answer,
): CostsPageProps {
  const pages = Math.max(1, Math.ceil(accounts.items.length / A_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(asked)) || 1));
  const name = new Map(streams.map((stream) => [stream.id, stream.name]));
  const rows = accounts.items.slice((page - 1) * A_PAGE, page * A_PAGE).map((item) => {
    const { id, isEstimate, what, kind, year, strand, amountPence, capital } = item;
    return {
      ...{ id, isEstimate, what, kind, year, strand, amountPence, capital },
      href: hrefOf(programme.id, { kind: isEstimate ? 'line' : 'cost', id }),
      line: item.line?.title ?? '',
      stream: name.get(item.streamId ?? '') ?? '',
    };
  });
  return {
    ...{ programmeId: programme.id, rows, page, pages, mayEdit },
    sum: sumOfItems(accounts.items),
    batches: batchesOf(costs),
  };
}

function batchesOf(costs: readonly CostLine[]): CostsPageProps['batches'] {
  const batches = [...new Set(costs.map(({ batch }) => batch))].filter((batch) => batch !== '');
  return batches.map((batch) => {
    const those = costs.filter((cost) => cost.batch === batch);
    return { batch, count: those.length, first: those[0]?.what ?? '' };
  });
}

/** What a cost can be of. */
function choicesFrom(programme: OfProgramme, { lines, streams }: MoneyOfPlan): CostChoices {
  return {
    lines: lines.map(({ id, title }) => ({ id, title })),
    streams: streams.map(({ id, name }) => ({ id, name })),
    years: yearsBetween(programme.startsOn, programme.endsOn),
  };
}

/** The page of a cost; of a new one where none is given. */
export function costPage(
  programme: OfProgramme,
  money: MoneyOfPlan,
  cost: CostLine | null,
  lineId: string,
  mayEdit: Answer,
): CostPageProps {
  const choices = choicesFrom(programme, money);
  return {
    programmeId: programme.id,
    cost:
      cost === null
        ? null
        : { version: cost.version, what: cost.what, facts: factsOf(cost, choices) },
    values: cost === null ? empty(money, lineId) : costToType(cost),
    ...{ choices, mayEdit },
  };
}

function empty({ lines }: MoneyOfPlan, lineId: string): CostValues {
  return {
    lineId: lines.some(({ id }) => id === lineId) ? lineId : '',
    ...{ what: '', kind: 'staffing', amount: '', year: '', streamId: '' },
    ...{ strand: '', capital: '', note: '' },
  };
}

function factsOf(cost: CostLine, { lines, streams }: CostChoices): [string, string][] {
  return [
    ['Plan line', lines.find(({ id }) => id === cost.lineId)?.title ?? 'The whole programme'],
    ['Cost', poundsOrUnknown(cost.amountPence)],
    ['Financial year', sayYear(cost.year)],
    ['Paid from', sayPaidFrom(paidFrom(cost), streams)],
    ['Note', cost.note],
  ];
}

/** From what a cost is paid, in words. */
export function sayPaidFrom(paid: string | null, streams: CostChoices['streams']): string {
  if (paid === NO_STREAM) return NO_STREAM_NAME;
  return streams.find(({ id }) => id === paid)?.name ?? 'The stream of its line';
}

/** Where a saved cost leads back to: its line, or the list. */
export const afterCost = (programmeId: string, lineId: string | null): string =>
  lineId === null ? links.costs(programmeId) : links.planLine(programmeId, lineId);
