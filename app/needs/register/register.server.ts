import { evidenceByIds, evidenceOf, needsOf, type Evidence, type Need } from '#db/needs.ts';
import { peopleOf, type Programme } from '#db/people.ts';
import { changesOfNeed, scoresOf, scoresOfNeed } from '#db/register.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { tiesInto, tiesOutOf } from '#db/thread.ts';
import type { EvidenceKind } from '#app/needs/finding.ts';
import { readSource } from '#app/needs/finding-source.ts';
import { lookUpFinding, type KnownResults } from '#app/needs/look-up-finding.server.ts';
import { groupedBy } from '#app/themes/grouped.ts';
import { needOf } from './change-need.server.ts';
import { historyLines, type HistoryLine } from './history.ts';
import { pointsOf, scoresIn, type Criterion } from './priority.ts';
import { priorityRule } from './score-need.server.ts';

/** A line of the register: a need, how much stands behind it, and what came of it. */
export interface RegisterLine {
  need: Need;
  evidence: number;
  /** How much speaks against it. */
  against: number;
  /** Out of 100 by the rule, rounded; null until all four criteria are scored. */
  points: number | null;
  /** How many boxes of the theory and lines of the plan rest on it. */
  carried: number;
}

/** The register of needs of a programme, with what stands behind each. */
export async function registerOf(programme: Programme): Promise<RegisterLine[]> {
  const { read } = theStore();
  const { authorityId } = programme;
  const needs = await needsOf(read, authorityId, programme.id);
  const ids = needs.map(({ id }) => id);
  const rule = await priorityRule(read, programme);
  const scores = await scoresOf(read, authorityId, programme.id);
  const scoresByNeed = groupedBy(scores, ({ needId }) => needId);
  const [into, outOf] = await Promise.all([
    tiesInto(read, authorityId, 'need', ids),
    tiesOutOf(read, authorityId, 'need', ids),
  ]);
  const behind = groupedBy(
    into.filter(({ fromKind }) => fromKind === 'evidence'),
    ({ toId }) => toId,
  );
  const onward = groupedBy(outOf, ({ fromId }) => fromId);
  return needs.map((need) => {
    const ties = behind.get(need.id) ?? [];
    const own = scoresIn(scoresByNeed.get(need.id) ?? []);
    return {
      need,
      evidence: ties.filter(({ against }) => !against).length,
      against: ties.filter(({ against }) => against).length,
      carried: onward.get(need.id)?.length ?? 0,
      points: own === null ? null : Math.round(pointsOf(own, rule.weights)),
    };
  });
}

/** Evidence behind a need, frozen, and what its source says now where that differs. */
export interface EvidenceLine {
  id: string;
  kind: EvidenceKind;
  sentence: string;
  /** It speaks against the need. */
  against: boolean;
  takenAt: Date;
  /** Null while the source says the same. */
  stale: { now: string | null } | null;
  /** Where the source can be looked at; empty where it cannot. */
  source: Record<string, string>;
}

/** A need with what stands behind it and the evidence of the programme that does not yet. */
export async function needWithEvidence(
  programme: Programme,
  needId: string,
): Promise<{
  need: Need;
  behind: EvidenceLine[];
  others: { id: string; sentence: string }[];
  scores: Partial<Record<Criterion, { score: number; reason: string }>>;
  history: HistoryLine[];
}> {
  const { read } = theStore();
  const { authorityId } = programme;
  const need = await needOf(read, programme, needId);
  const ties = await tiesInto(read, authorityId, 'need', [needId]);
  const ids = ties.filter((tie) => tie.fromKind === 'evidence').map((tie) => tie.fromId);
  const rows = await evidenceByIds(read, authorityId, programme.id, ids);
  const against = new Set(ties.filter((tie) => tie.against).map((tie) => tie.fromId));
  const known: KnownResults = new Map();
  const all = await evidenceOf(read, authorityId, programme.id);
  return {
    need,
    behind: await Promise.all(
      rows.map((row) => evidenceLine(programme, row, known, against.has(row.id))),
    ),
    others: all.filter(({ id }) => !ids.includes(id)).map(({ id, sentence }) => ({ id, sentence })),
    scores: await scoresOfNeed(read, authorityId, needId),
    history: await historyOf(read, programme, needId),
  };
}

async function historyOf(db: Reader, programme: Programme, needId: string): Promise<HistoryLine[]> {
  const rows = await changesOfNeed(db, programme.authorityId, programme.id, needId);
  const people = await peopleOf(db, programme.authorityId);
  return historyLines(rows, new Map(people.map(({ id, name }) => [id, name])));
}

async function evidenceLine(
  programme: Programme,
  row: Evidence,
  known: KnownResults,
  against: boolean,
): Promise<EvidenceLine> {
  const { id, kind, sentence, takenAt, source } = row;
  const asked = readSource(source);
  const now = asked === null ? null : await lookUpFinding(programme, asked, known);
  const stale =
    asked === null || now?.sentence === sentence ? null : { now: now?.sentence ?? null };
  return { id, kind: kind as EvidenceKind, sentence, against, takenAt, stale, source };
}
