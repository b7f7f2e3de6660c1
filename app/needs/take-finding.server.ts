import { newId } from '#db/ids.ts';
import {
  evidenceByIds,
  evidenceWithDigest,
  insertEvidence,
  insertNeed,
  needById,
  type Evidence,
} from '#db/needs.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { tie, untie } from '#db/thread.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { digestOf } from '#app/thread/digest.server.ts';
import { needRow, remember } from './register/change-need.server.ts';
import type { Finding } from './finding.ts';
import { readSource, type FindingSource } from './finding-source.ts';
import { lookUpFinding } from './look-up-finding.server.ts';
import { suggestedNeed, type NeedFields } from './register/need.ts';

/** What a finding becomes evidence of: a need that is new, or one in the register. */
export type Supports = { need: NeedFields } | { needId: string };

export type Taken =
  | { ok: true; needId: string; evidenceId: string }
  /** The source says something else than what was shown: look again. */
  | { ok: false; now: Finding | null };

/** The digest by which frozen evidence is recognised: of the sentence, the figures and the source. */
export function findingDigest({ kind, sentence, figures, source }: Finding): string {
  return digestOf({ kind, sentence, figures, source });
}

/**
 * Freezes a finding as evidence and ties it to a need. The figures are looked up again here and never
 * taken from the form; when they differ from what the person saw, nothing is saved and they are shown.
 *
 * @param seen the digest of the finding that was shown; null where nobody was shown one (the demonstration)
 */
export async function takeFinding(
  by: Person,
  programme: Programme,
  source: FindingSource,
  supports: Supports,
  seen: string | null,
): Promise<Taken> {
  allow(by, 'needs.edit', programme);
  const finding = await lookUpFinding(programme, source);
  if (!finding || (seen !== null && findingDigest(finding) !== seen)) {
    return { ok: false, now: finding };
  }
  const at = new Date();
  return theStore().write(`programme:${programme.id}`, async (tx) => {
    const evidence = await freeze(tx, by, programme, finding, source, at);
    const needId = await needSupported(tx, by, programme, supports, at);
    await tieTo(tx, by, programme, evidence, needId, at);
    return { ok: true, needId, evidenceId: evidence.id };
  });
}

/**
 * Raises a need from a theme in one press: worded as the theme is defined, to be bettered, with the
 * finding frozen as its evidence. Gives the need's id.
 */
export async function raiseNeed(
  by: Person,
  programme: Programme,
  themeId: string,
): Promise<string> {
  const source = { from: 'theme', theme: themeId } as const;
  const finding = await lookUpFinding(programme, source);
  if (!finding) throw new NotFound('theme with comments');
  const need = suggestedNeed(finding, programme.places);
  const taken = await takeFinding(by, programme, source, { need }, findingDigest(finding));
  if (!taken.ok) throw new Conflict('The theme was changed in this moment. Press again.');
  return taken.needId;
}

/**
 * Takes what the source of a need's evidence says now in place of what was frozen. The old evidence
 * stays in the programme, no longer tied to this need.
 */
export async function freshenEvidence(
  by: Person,
  programme: Programme,
  needId: string,
  evidenceId: string,
): Promise<void> {
  allow(by, 'needs.edit', programme);
  const { authorityId, id: programmeId } = programme;
  const [old] = await evidenceByIds(theStore().read, authorityId, programmeId, [evidenceId]);
  const source = readSource(old?.source);
  const finding = source && (await lookUpFinding(programme, source));
  if (!old || !source || !finding) throw new NotFound('figure');
  const at = new Date();
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    await needSupported(tx, by, programme, { needId }, at);
    const fresh = await freeze(tx, by, programme, finding, source, at);
    if (fresh.id === old.id) return;
    const ends = {
      from: { kind: 'evidence', id: old.id },
      to: { kind: 'need', id: needId },
    } as const;
    await untie(tx, { authorityId, programmeId }, ends.from, ends.to);
    await tieTo(tx, by, programme, fresh, needId, at);
  });
}

async function tieTo(
  tx: Writer,
  by: Person,
  programme: Programme,
  evidence: Evidence,
  needId: string,
  at: Date,
): Promise<void> {
  await tie(tx, [
    {
      authorityId: programme.authorityId,
      programmeId: programme.id,
      from: { kind: 'evidence', id: evidence.id },
      to: { kind: 'need', id: needId },
      at,
      by: by.id,
      wordsThen: evidence.sentence,
    },
  ]);
}

/** The same finding, frozen before, is the same evidence. */
async function freeze(
  tx: Writer,
  by: Person,
  programme: Programme,
  finding: Finding,
  source: FindingSource,
  at: Date,
): Promise<Evidence> {
  const { authorityId, id: programmeId } = programme;
  const digest = findingDigest(finding);
  const known = await evidenceWithDigest(tx, authorityId, programmeId, digest);
  if (known) return known;
  const row: Evidence = {
    id: newId(at),
    authorityId,
    programmeId,
    kind: finding.kind,
    sentence: finding.sentence,
    figures: finding.figures,
    source: { ...finding.source, ...source },
    digest,
    takenAt: at,
    takenBy: by.id,
  };
  await insertEvidence(tx, row);
  if (source.from === 'theme') {
    const from = { kind: 'theme', id: source.theme } as const;
    const to = { kind: 'evidence', id: row.id } as const;
    const wordsThen = finding.source['themeTitle'] ?? '';
    await tie(tx, [{ authorityId, programmeId, from, to, at, by: by.id, wordsThen }]);
  }
  await record(tx, by, 'evidence.taken', { kind: 'evidence', id: row.id });
  return row;
}

async function needSupported(
  tx: Writer,
  by: Person,
  programme: Programme,
  supports: Supports,
  at: Date,
): Promise<string> {
  if ('needId' in supports) {
    const need = await needById(tx, programme.authorityId, programme.id, supports.needId);
    if (!need) throw new NotFound('need');
    return need.id;
  }
  const row = needRow(by, programme, supports.need, at);
  await insertNeed(tx, row);
  await remember(tx, by, programme, row.id, 'added', at);
  await record(tx, by, 'need.added', { kind: 'need', id: row.id });
  return row.id;
}
