/**
 * Counting ballots that put options in order. Three ways, because they can disagree and people should
 * see when they do: instant runoff, points (Borda), and each against each (Condorcet). A ballot is a
 * list of option ids, best first; it may stop early.
 */
export type Ballot = readonly string[];

/** One round of an instant runoff. */
export interface Round {
  counts: { id: string; votes: number }[];
  /** Ballots that name none of those who are left. */
  spent: number;
  /** Who goes out after it; empty in the last round. */
  out: string[];
}

export interface Runoff {
  rounds: Round[];
  /** One; several when they tie to the end; none when nobody voted. */
  winners: string[];
}

/**
 * Instant runoff: whoever has the fewest first places goes out and those ballots go to their next
 * choice, until one has more than half of the ballots that still count. A tie for the fewest goes by
 * the last round in which they differed; if they never did, all of them go out together, and where
 * that leaves nobody, they tie.
 */
export function instantRunoff(options: readonly string[], ballots: readonly Ballot[]): Runoff {
  let left = [...options];
  const rounds: Round[] = [];
  if (!ballots.some((ballot) => ballot.some((id) => options.includes(id)))) {
    return { rounds, winners: [] };
  }
  for (;;) {
    const counts = countFirst(left, ballots);
    const counted = counts.reduce((sum, { votes }) => sum + votes, 0);
    const round: Round = { counts, spent: ballots.length - counted, out: [] };
    rounds.push(round);
    const most = Math.max(...counts.map(({ votes }) => votes));
    const ahead = counts.filter(({ votes }) => votes === most).map(({ id }) => id);
    if (most * 2 > counted || ahead.length === left.length) return { rounds, winners: ahead };
    round.out = whoGoesOut(left, rounds);
    left = left.filter((id) => !round.out.includes(id));
  }
}

function countFirst(left: readonly string[], ballots: readonly Ballot[]): Round['counts'] {
  const first = ballots.map((ballot) => ballot.find((id) => left.includes(id)));
  return left.map((id) => ({ id, votes: first.filter((one) => one === id).length }));
}

function whoGoesOut(left: readonly string[], rounds: readonly Round[]): string[] {
  let tied = [...left];
  for (const { counts } of [...rounds].reverse()) {
    const votes = (id: string) => counts.find((one) => one.id === id)?.votes ?? 0;
    const fewest = Math.min(...tied.map(votes));
    tied = tied.filter((id) => votes(id) === fewest);
    if (tied.length === 1) break;
  }
  return tied;
}

/**
 * Borda's points: with n options the first gets n − 1, the next n − 2, the last 0. Those without a
 * number share what is left of the points equally, so that leaving out neither helps nor harms.
 */
export function borda(
  options: readonly string[],
  ballots: readonly Ballot[],
): { id: string; points: number }[] {
  const n = options.length;
  return options
    .map((id) => {
      const points = ballots.reduce((sum, ballot) => {
        const named = ballot.filter((one) => options.includes(one));
        if (named.length === 0) return sum;
        const at = named.indexOf(id);
        return sum + (at === -1 ? (n - named.length - 1) / 2 : n - 1 - at);
      }, 0);
      return { id, points };
    })
    .sort((a, b) => b.points - a.points || options.indexOf(a.id) - options.indexOf(b.id));
}

/** How many put each option before each other one: `before[a][b]`. A numbered one stands before the rest. */
export function eachAgainstEach(
  options: readonly string[],
  ballots: readonly Ballot[],
): { before: number[][]; winner: string | null } {
  const place = (ballot: Ballot, id: string) => {
    const at = ballot.indexOf(id);
    return at === -1 ? Infinity : at;
  };
  const before = options.map((a) =>
    options.map((b) => ballots.filter((ballot) => place(ballot, a) < place(ballot, b)).length),
  );
  const wins = (a: number) =>
    options.every((_, b) => a === b || (before[a]?.[b] ?? 0) > (before[b]?.[a] ?? 0));
  const at = options.findIndex((_, a) => wins(a));
  return { before, winner: options[at] ?? null };
}

export interface Ranked {
  runoff: Runoff;
  points: { id: string; points: number }[];
  /** Who has the most points; several when they tie. */
  mostPoints: string[];
  pairs: { before: number[][]; winner: string | null };
  /** Whether all three ways name one and the same option. */
  agree: boolean;
}

/** All three counts of the same ballots. Ids that are no option are passed over. */
export function rank(options: readonly string[], given: readonly Ballot[]): Ranked {
  const ballots = given
    .map((ballot) => [...new Set(ballot)].filter((id) => options.includes(id)))
    .filter((ballot) => ballot.length > 0);
  const runoff = instantRunoff(options, ballots);
  const points = borda(options, ballots);
  const top = points[0]?.points;
  const mostPoints =
    ballots.length === 0 ? [] : points.filter((one) => one.points === top).map(({ id }) => id);
  const pairs = eachAgainstEach(options, ballots);
  const [winner] = runoff.winners;
  const agree =
    runoff.winners.length === 1 &&
    mostPoints.length === 1 &&
    mostPoints[0] === winner &&
    pairs.winner === winner;
  return { runoff, points, mostPoints, pairs, agree };
}

/**
 * What the three counts say, in sentences that anybody can read.
 *
 * @param named the words of an option
 * @param toStaff with what to do where they disagree
 */
export function sayRanked(
  ranked: Ranked,
  named: (id: string) => string,
  toStaff: boolean,
): string[] {
  const { runoff, mostPoints, pairs, agree } = ranked;
  const all = (ids: readonly string[]) => ids.map((id) => `“${named(id)}”`).join(' and ');
  if (runoff.winners.length === 0) return ['Nobody has put them in order yet.'];
  if (agree) return [`All three ways of counting give ${all(runoff.winners)}.`];
  const [first, second, third] = [runoff.winners, mostPoints, pairs.winner];
  const said = [
    first.length === 1
      ? `Going by first choices and passing on the votes of those that go out gives ${all(first)}.`
      : `Going by first choices and passing on the votes of those that go out, ${all(first)} tie.`,
    second.length === 1
      ? `Going by points for every place gives ${all(second)}.`
      : `Going by points for every place, ${all(second)} tie.`,
    third === null
      ? 'Set one against one, none is preferred to every other.'
      : `Set one against one, “${named(third)}” is preferred to every other.`,
  ];
  const differ = new Set([...first, ...second, ...(third === null ? [] : [third])]).size > 1;
  return differ
    ? [
        'The ways of counting do not agree, so the numbers alone do not decide.',
        ...(toStaff
          ? ['Say which way counts before you announce it, or talk it over with the panel.']
          : []),
        ...said,
      ]
    : said;
}
