/** Words in the place of what somebody wrote, by the kind and id of where it stands and its question. */
export interface TakenOut {
  sourceKind: string;
  sourceId: string;
  question: string;
  words: string;
}

/**
 * Answers as everybody may read them: what was taken out of somebody's words is taken out. For every
 * place that reads answers in words.
 */
export function takingOut<Row extends { id: string; answers: Readonly<Record<string, unknown>> }>(
  rows: readonly Row[],
  taken: readonly TakenOut[],
): Row[] {
  const byId = new Map<string, Record<string, string>>();
  for (const { sourceKind, sourceId, question, words } of taken) {
    if (sourceKind !== 'response') continue;
    byId.set(sourceId, { ...byId.get(sourceId), [question]: words });
  }
  return rows.map((row) => {
    const own = byId.get(row.id);
    return own === undefined ? row : { ...row, answers: { ...row.answers, ...own } };
  });
}

/**
 * The same for words that stand alone, as a statement that a member proposed or a note of a meeting; or
 * for those of one question, where the same thing has several.
 */
export function takingOutOfTexts<Row extends { id: string; text: string }>(
  kind: string,
  rows: readonly Row[],
  taken: readonly TakenOut[],
  question = '',
): Row[] {
  const instead = insteadOf(kind, taken, question);
  return rows.map((row) => ({ ...row, text: instead.get(row.id) ?? row.text }));
}

/** The same for comments in a poll. */
export function takingOutOfPoll<Row extends { id: string; comment: string }>(
  rows: readonly Row[],
  taken: readonly TakenOut[],
): Row[] {
  const instead = insteadOf('poll', taken);
  return rows.map((row) => ({ ...row, comment: instead.get(row.id) ?? row.comment }));
}

/** The words that stand instead of each of one kind, by its id: the later of two count. */
const insteadOf = (kind: string, taken: readonly TakenOut[], question = '') =>
  new Map(
    taken.flatMap(({ sourceKind, sourceId, question: of, words }) =>
      sourceKind === kind && of === question ? [[sourceId, words] as const] : [],
    ),
  );

/** The same for comments beside votes. */
export function takingOutOfVotes<
  Row extends { id: string; comment: string; words?: Record<string, string> | null },
>(rows: readonly Row[], taken: readonly TakenOut[]): Row[] {
  const byId = new Map<string, Record<string, string>>();
  for (const { sourceKind, sourceId, question, words } of taken) {
    if (sourceKind !== 'vote') continue;
    byId.set(sourceId, { ...byId.get(sourceId), [question]: words });
  }
  return rows.map((row) => {
    const own = byId.get(row.id);
    if (own === undefined) return row;
    const { '': comment = row.comment, ...further } = own;
    return row.words
      ? { ...row, comment, words: { ...row.words, ...further } }
      : { ...row, comment };
  });
}
