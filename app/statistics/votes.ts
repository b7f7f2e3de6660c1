/**
 * Numbers about people who agree, disagree or pass on statements, as deliberation tools use them
 * (statistics derived anew from their published description; Small and others 2021, Recerca 26:2).
 */

/** How a group stands to a statement. */
export interface GroupVotes {
  agrees: number;
  disagrees: number;
  /** All who saw it and answered, passes included. */
  seen: number;
}

/** The chance that somebody of the group agrees, drawn towards a half while few have voted. */
export const agreeing = ({ agrees, seen }: GroupVotes): number => (agrees + 1) / (seen + 2);
/** How far so many of so many is from a half, in standard errors, smoothed by one. */
export function oneSampleZ(successes: number, n: number): number {
  return 2 * Math.sqrt(n + 1) * ((successes + 1) / (n + 1) - 0.5);
}

/** How far two shares are apart, in pooled standard errors, every count smoothed by one. */
export function twoSampleZ(
  first: { count: number; base: number },
  second: { count: number; base: number },
): number {
  const [a, n, b, m] = [first.count + 1, first.base + 1, second.count + 1, second.base + 1];
  const pooled = (a + b) / (n + m);
  if (pooled >= 1) return 0;
  return (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}

/** One-sided 90 per cent. */
const REPRESENTATIVE = 1.2816;

/** Whether a statement stands for a group: they agree, and more than the others do. */
export function isRepresentative(group: GroupVotes, others: GroupVotes): boolean {
  return (
    oneSampleZ(group.agrees, group.seen) > REPRESENTATIVE &&
    twoSampleZ(
      { count: group.agrees, base: group.seen },
      { count: others.agrees, base: others.seen },
    ) > REPRESENTATIVE
  );
}

/** What all groups share: the product of how likely each is to agree. 0 to 1. */
export const groupConsensus = (groups: readonly GroupVotes[]): number =>
  groups.reduce((product, group) => product * agreeing(group), 1);

/** For few voters, without groups found by a machine: the least that any group agrees. */
export const leastAgreement = (groups: readonly GroupVotes[]): number =>
  Math.min(1, ...groups.map(agreeing));

/** How evenly a statement parts people: 1 when as many agree as disagree and nobody passes. */
export function dividing({ agrees, disagrees, seen }: GroupVotes): number {
  if (seen === 0) return 0;
  return (2 * Math.min(agrees, disagrees)) / seen;
}

/**
 * Which statement to show next: those that people agree with and do not pass on, those that stand apart
 * from the rest, and new ones first.
 *
 * @param extremity how far the statement lies from the middle of all, 0 or more
 * @param isNew it has been seen by so few that it needs a hearing
 */
export function showNext(
  votes: GroupVotes & { passes: number },
  extremity: number,
  isNew: boolean,
): number {
  const passing = (votes.passes + 1) / (votes.seen + 2);
  const importance = (1 - passing) * (extremity + 1) * agreeing(votes);
  const boost = isNew ? 1 + 8 * 2 ** (-votes.seen / 5) : 1;
  return (importance * boost) ** 2;
}
