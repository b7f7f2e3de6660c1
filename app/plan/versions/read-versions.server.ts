import { withChanges } from '#app/documents/document-changes.ts';
import { wholeWorkbook } from '#app/documents/workbook.server.ts';
import { renderDocx } from '#app/documents/docx.server.ts';
import { renderHtml } from '#app/documents/html.server.tsx';
import { renderPdf } from '#app/documents/pdf.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { record, type Programme } from '#db/people.ts';
import {
  approvedBySeal,
  approvedLast,
  commentsOnPlan,
  versionById,
  versionsOf,
  type PlanVersionHead,
} from '#db/plan-versions.ts';
import { theStore } from '#db/store.server.ts';
import { planJson } from '#app/plan/export/export-json.ts';
import { planToExport, printedAs, type PrintedPlan } from '#app/plan/export/export-plan.server.ts';
import { changesBetween, type Change } from './changes.ts';
import { digestOf } from './put-up.server.ts';
import {
  sealOf,
  withStanding,
  type FrozenPlan,
  type Standing,
  type VersionState,
} from './frozen.ts';

/** Formats in which a frozen version can be taken: what a board and finance read. */
export const FROZEN_FORMATS = ['docx', 'pdf', 'html', 'xlsx', 'json'] as const;
export type FrozenFormat = (typeof FROZEN_FORMATS)[number];

/** Everything that the page of sign-off shows. */
export async function readSignOff(programme: Programme, now = new Date()) {
  const { authorityId, id: programmeId } = programme;
  const db = theStore().read;
  const plan = await planToExport(authorityId, programmeId, dayOf(now));
  const approved = await approvedLast(db, authorityId, programmeId);
  return {
    obstacles: plan.obstacles,
    lines: plan.lines.map(({ id, title }) => ({ id, title })),
    versions: (await versionsOf(db, authorityId, programmeId)).map(headOf),
    comments: await readPlanComments(programme),
    since: approved
      ? {
          number: approved.number,
          changes: changesBetween((approved.frozen as FrozenPlan).data, planJson(plan)),
        }
      : null,
  };
}

/** What was said about a plan, or about one line of it. */
export async function readPlanComments(programme: Programme, lineId?: string) {
  const rows = await commentsOnPlan(theStore().read, programme.authorityId, programme.id);
  return rows
    .filter((row) => lineId === undefined || row.lineId === lineId)
    .map(({ id, lineId: about, lineTitle, words, byName, at, answer, settledName, settledAt }) => ({
      id,
      lineId: about,
      lineTitle,
      words,
      byName,
      at,
      answer,
      settledName,
      settledAt,
    }));
}

/** One version: how it stands, and what changed against the one approved before it. */
export async function readVersion(programme: Programme, versionId: string) {
  const { authorityId, id: programmeId } = programme;
  const db = theStore().read;
  const version = await versionById(db, authorityId, programmeId, versionId);
  if (!version) throw new NotFound('version of the plan');
  const before = await approvedBefore(programme, version.number);
  const frozen = version.frozen as FrozenPlan;
  const changes: Change[] | null = before
    ? changesBetween((before.frozen as FrozenPlan).data, frozen.data)
    : null;
  return {
    ...headOf(version),
    putUpBy: version.putUpBy,
    lines: frozen.data.lines.length,
    missing: frozen.data.missing.map(({ says }) => says),
    against: before ? before.number : null,
    changes,
  };
}

/** The version that was approved last before another. */
async function approvedBefore({ authorityId, id: programmeId }: Programme, number: number) {
  const db = theStore().read;
  const older = (await versionsOf(db, authorityId, programmeId)).find(
    (one) => one.number < number && one.state === 'approved',
  );
  return older && versionById(db, authorityId, programmeId, older.id);
}

/** A version as a file, with how it stands on its cover. */
export async function takeVersion(
  by: Person,
  programme: Programme,
  versionId: string,
  format: FrozenFormat,
  checkAt: string,
  changes = false,
): Promise<PrintedPlan> {
  allow(by, 'plan.export', programme);
  const { authorityId, id: programmeId } = programme;
  const version = await versionById(theStore().read, authorityId, programmeId, versionId);
  if (!version) throw new NotFound('version of the plan');
  const frozen = version.frozen as FrozenPlan;
  const standing = standingOf(version);
  const before = changes ? await approvedBefore(programme, version.number) : undefined;
  const marked = before
    ? withChanges(
        (before.frozen as FrozenPlan).document,
        frozen.document,
        `version ${before.number}`,
      )
    : frozen.document;
  const document = withStanding(marked, standing, checkAt);
  const body = async (): Promise<Uint8Array> => {
    switch (format) {
      case 'docx':
        return renderDocx(document);
      case 'pdf':
        return renderPdf(document, version.putUpAt);
      case 'html':
        return Buffer.from(renderHtml(document), 'utf8');
      case 'xlsx':
        return wholeWorkbook(frozen.sheets.map((sheet) => ({ ...sheet, forReading: true })));
      case 'json':
        return Buffer.from(`${JSON.stringify({ ...standing, frozen }, null, 2)}\n`, 'utf8');
    }
  };
  const printed = printedAs(`delivery-plan-version-${version.number}`, format, await body());
  await theStore().write(null, (tx) =>
    record(
      tx,
      by,
      'plan-version.exported',
      { kind: 'plan-version', id: versionId },
      { number: version.number, format },
    ),
  );
  return printed;
}

/** What a seal belongs to: null when no approved plan has it, or when what is kept was altered. */
export async function checkSeal(seal: string) {
  const found = await approvedBySeal(theStore().read, seal);
  if (!found) return null;
  const { version, programme, authority } = found;
  if (digestOf(version.frozen) !== version.digest) return null;
  const { name, colour, isDemonstration } = authority;
  return {
    authority: { name, colour, isDemonstration },
    programme,
    ...standingOf(version),
    seal: sealOf(version.digest),
  };
}

const headOf = (version: PlanVersionHead) => ({ id: version.id, ...standingOf(version) });

function standingOf(version: PlanVersionHead): Standing {
  const { number, name, state, putUpName, putUpAt, decidedName, decidedAt, words, digest } =
    version;
  return {
    number,
    name,
    state: state as VersionState,
    putUpName,
    putUpOn: dayOf(putUpAt),
    decidedName,
    decidedOn: decidedAt === null ? null : dayOf(decidedAt),
    words,
    digest,
  };
}
