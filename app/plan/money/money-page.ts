import { links } from '#app/http/links.ts';
import type { FundingStream } from '#app/plan/plan.ts';
import { crossTable, isCut, type CrossTable, type Cut } from './cuts.ts';
import { moneyFindings, MUST_BE_SETTLED, type FixedAt, type MoneyFinding } from './findings.ts';
import type { Accounts, Sum } from './money.ts';
import { stackedBars } from './years-picture.ts';

/** What the money page shows, worked out on the server so that only this travels. */
export interface MoneyPage {
  programmeId: string;
  total: Accounts['total'];
  costs: number;
  streams: {
    stream: FundingStream | null;
    committed: Sum;
    leftPence: number | null;
    outlive: number;
  }[];
  mustBeSettled: FoundAt[];
  worthALook: FoundAt[];
  unknown: { href: string; words: string }[];
  stopped: { href: string; words: string }[];
  rows: Cut;
  columns: Cut;
  table: CrossTable;
  picture: string | null;
}

export interface FoundAt extends Pick<MoneyFinding, 'kind' | 'says' | 'todo'> {
  href: string;
}

/** The ways of cutting that somebody asked for; the second differs from the first. */
export function cutsAsked(url: string): { rows: Cut; columns: Cut } {
  const asked = new URL(url).searchParams;
  const rows = isCut(asked.get('rows')) ? (asked.get('rows') as Cut) : 'year';
  const columns = isCut(asked.get('columns')) ? (asked.get('columns') as Cut) : 'stream';
  return { rows, columns: columns === rows ? (rows === 'stream' ? 'year' : 'stream') : columns };
}

export function moneyPage(
  programmeId: string,
  accounts: Accounts,
  { rows, columns }: { rows: Cut; columns: Cut },
): MoneyPage {
  const streams = accounts.streams.flatMap(({ stream }) => stream ?? []);
  const table = crossTable(accounts.items, { rows, columns }, streams);
  const found = moneyFindings(accounts).map(({ kind, says, todo, fixedAt }): FoundAt => ({
    kind,
    says,
    todo,
    href: hrefOf(programmeId, fixedAt),
  }));
  const every = [...accounts.streams, ...(accounts.unfunded ? [accounts.unfunded] : [])];
  return {
    programmeId,
    total: accounts.total,
    costs: accounts.items.filter(({ isEstimate }) => !isEstimate).length,
    streams: every.map(({ stream, committed, leftPence, outlive }) => ({
      ...{ stream, committed, leftPence },
      outlive: outlive.length,
    })),
    mustBeSettled: found.filter(({ kind }) => MUST_BE_SETTLED.has(kind)),
    worthALook: found.filter(({ kind }) => !MUST_BE_SETTLED.has(kind)),
    unknown: accounts.items
      .filter(({ amountPence }) => amountPence === null)
      .map((item) => ({
        href: hrefOf(programmeId, { kind: item.isEstimate ? 'line' : 'cost', id: item.id }),
        words: item.what,
      })),
    stopped: accounts.stopped.map(({ id, title }) => ({
      href: links.planLine(programmeId, id),
      words: title,
    })),
    ...{ rows, columns, table },
    picture: stackedBars(table),
  };
}

export function hrefOf(programmeId: string, { kind, id }: FixedAt): string {
  switch (kind) {
    case 'stream':
      return links.fundingStream(programmeId, id);
    case 'cost':
      return links.cost(programmeId, id);
    case 'line':
      return links.planLine(programmeId, id);
  }
}
