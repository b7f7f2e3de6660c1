import { evidenceByIds, evidenceOf, needsOf, type Evidence, type Need } from '#db/needs.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { tiesInto, tiesOutOf } from '#db/thread.ts';
import type { EvidenceKind } from '#app/needs/finding.ts';
import { readSource } from '#app/needs/finding-source.ts';
import { lookUpFinding, type KnownResults } from '#app/needs/look-up-finding.server.ts';
import { needOf } from './change-need.server.ts';

/** A line of the register: a need, how much stands behind it, and what came of it. */
export interface RegisterLine {
  need: Need;
  evidence: number;
  /** How many boxes of the theory and lines of the plan rest on it. */
  carried: number;
}

/** The register of needs of a programme, with what stands behind each. */
export async function registerOf(programme: Programme): Promise<RegisterLine[]> {
  const { read } = theStore();
  const { authorityId } = programme;
  const needs = await needsOf(read, authorityId, programme.id);
  const ids = needs.map(({ id }) => id);
  const [into, outOf] = await Promise.all([
    tiesInto(read, authorityId, 'need', ids),
    tiesOutOf(read, authorityId, 'need', ids),
  ]);
  return needs.map((need) => ({
    need,
    evidence: into.filter((tie) => tie.fromKind === 'evidence' && tie.toId === need.id).length,
    carried: outOf.filter((tie) => tie.fromId === need.id).length,
  }));
}

/** Evidence behind a need, frozen, and what its source says now where that differs. */
export interface EvidenceLine {
  id: string;
  kind: EvidenceKind;
  sentence: string;
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
): Promise<{ need: Need; behind: EvidenceLine[]; others: { id: string; sentence: string }[] }> {
  const { read } = theStore();
  const { authorityId } = programme;
  const need = await needOf(read, programme, needId);
  const ties = await tiesInto(read, authorityId, 'need', [needId]);
  const ids = ties.filter((tie) => tie.fromKind === 'evidence').map((tie) => tie.fromId);
  const rows = await evidenceByIds(read, authorityId, programme.id, ids);
  const known: KnownResults = new Map();
  const all = await evidenceOf(read, authorityId, programme.id);
  return {
    need,
    behind: await Promise.all(rows.map((row) => evidenceLine(programme, row, known))),
    others: all.filter(({ id }) => !ids.includes(id)).map(({ id, sentence }) => ({ id, sentence })),
  };
}

async function evidenceLine(
  programme: Programme,
  row: Evidence,
  known: KnownResults,
): Promise<EvidenceLine> {
  const { id, kind, sentence, takenAt, source } = row;
  const asked = readSource(source);
  const now = asked === null ? null : await lookUpFinding(programme, asked, known);
  const stale =
    asked === null || now?.sentence === sentence ? null : { now: now?.sentence ?? null };
  return { id, kind: kind as EvidenceKind, sentence, takenAt, stale, source };
}
