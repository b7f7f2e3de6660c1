import { stateOf } from '#app/panel/consultation.ts';
import { agreements, type Agreement } from './agreement.ts';

/** An answer to something that a walk asked, or a stop that nobody has answered. */
export interface AskedRow {
  consultationId: string;
  title: string;
  status: string;
  closesOn: string | null;
  statementId: string;
  text: string;
  about: { kind: string; id: string } | null;
  vote: string | null;
}

/** Something in the theory that members disagree with, or about. */
export interface Doubt {
  about: { kind: string; id: string };
  agreement: Extract<Agreement, 'doubted' | 'divided'>;
  text: string;
  consultationId: string;
  title: string;
}

/**
 * What members doubt or are divided about, by the last walk in which it was asked and that has
 * closed; small numbers say nothing, so that anybody who sees the theory may see it.
 *
 * @param rows the oldest walk first
 */
export function doubtsOf(rows: readonly AskedRow[], today: string): Doubt[] {
  const last = new Map<string, AskedRow>();
  for (const row of rows) {
    if (row.about !== null && stateOf(row, today) === 'closed') last.set(row.about.id, row);
  }
  return [...last.values()].flatMap(({ about, statementId, text, consultationId, title }) => {
    const votes = rows.flatMap((row) =>
      row.statementId === statementId && row.vote !== null ? [{ statementId, vote: row.vote }] : [],
    );
    const agreement = agreements([{ id: statementId, text }], votes, false)[0]?.agreement;
    if (about === null || (agreement !== 'doubted' && agreement !== 'divided')) return [];
    return [{ about, agreement, text, consultationId, title }];
  });
}
