import { labelIn } from '#app/panel/member-lists.ts';
import {
  AGREEMENT_SHAPES,
  AGREEMENT_STATES,
  agreementLacks,
  BASES,
  inOrder,
  reviewOf,
  sayReview,
  type Agreement,
  type Review,
} from './agreement.ts';

/** An agreement in a row of its register. */
export interface AgreementLine {
  id: string;
  title: string;
  partners: string;
  state: string;
  /** With its shape: "▲ Blocked". */
  stateWords: string;
  blockedBy: string;
  basis: string;
  review: Review;
  reviewWords: string;
  /** Titles of the plan lines that need it. */
  lines: { id: string; title: string }[];
  lacks: string[];
}

/** The register of agreements for its page, what is blocked first; lines that are gone left out. */
export function agreementLines(
  agreements: readonly Agreement[],
  lines: readonly { id: string; title: string }[],
  today: string,
): AgreementLine[] {
  const titles = new Map(lines.map(({ id, title }) => [id, title]));
  return inOrder(agreements, today).map((one) => ({
    id: one.id,
    title: one.title,
    partners: one.partners,
    state: one.state,
    stateWords: `${AGREEMENT_SHAPES[one.state] ?? ''} ${labelIn(AGREEMENT_STATES, one.state)}`,
    blockedBy: one.blockedBy,
    basis: one.basis === '' ? '' : labelIn(BASES, one.basis),
    review: reviewOf(one, today),
    reviewWords: sayReview(one, today),
    lines: one.lineIds.flatMap((id) => {
      const title = titles.get(id);
      return title === undefined ? [] : [{ id, title }];
    }),
    lacks: agreementLacks(one),
  }));
}

/** The rows that a search and a state leave. */
export function foundAmong(
  lines: readonly AgreementLine[],
  asked: { search: string; state: string },
): AgreementLine[] {
  const wanted = asked.search.trim().toLowerCase();
  return lines.filter(
    (one) =>
      (asked.state === '' || one.state === asked.state) &&
      [one.title, one.partners, one.blockedBy, ...one.lines.map(({ title }) => title)]
        .join(' ')
        .toLowerCase()
        .includes(wanted),
  );
}
