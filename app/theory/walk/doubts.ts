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

/** How members stand to something in the theory. */
export interface Told<A extends Agreement = Agreement> {
  about: { kind: string; id: string };
  agreement: A;
  text: string;
  consultationId: string;
  title: string;
}

/** Something in the theory that members disagree with, or about. */
export type Doubt = Told<'doubted' | 'divided'>;

/**
 * How members stand to everything that they were asked about, by the last walk in which it was asked
 * and that has closed; small numbers say nothing, so that anybody who sees the theory may see it.
 *
 * @param rows the oldest walk first
 * @param closely for those who may read single answers: small numbers too
 */
export function toldOf(rows: readonly AskedRow[], today: string, closely = false): Told[] {
  const last = new Map<string, AskedRow>();
  for (const row of rows) {
    if (row.about !== null && stateOf(row, today) === 'closed') last.set(row.about.id, row);
  }
  return [...last.values()].flatMap(({ about, statementId, text, consultationId, title }) => {
    const votes = rows.flatMap((row) =>
      row.statementId === statementId && row.vote !== null ? [{ statementId, vote: row.vote }] : [],
    );
    const agreement =
      agreements([{ id: statementId, text }], votes, closely)[0]?.agreement ?? 'few';
    return about === null ? [] : [{ about, agreement, text, consultationId, title }];
  });
}

/** What members doubt or are divided about. */
export function doubtsOf(rows: readonly AskedRow[], today: string): Doubt[] {
  return toldOf(rows, today).flatMap((told): Doubt[] => {
    const { agreement } = told;
    return agreement === 'doubted' || agreement === 'divided' ? [{ ...told, agreement }] : [];
  });
}
