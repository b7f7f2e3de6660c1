import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { STAGE_NAMES, stageOf } from '#app/people/programme.ts';
import { authorityById, programmeById, record, type Doer } from '#db/people.ts';
import { arrangementsOf } from '#db/documents.ts';
import { lineCounts } from '#db/programme.ts';
import { theStore } from '#db/store.server.ts';
import { inTurns } from '#db/turns.ts';
import { registerDetails } from '#db/plan.ts';
import { deliveryPlanOutline } from '#templates/documents/index.ts';
import { planInSteps } from './document.ts';
import { renderDocx } from '#app/documents/docx.server.ts';
import { renderHtml } from '#app/documents/html.server.tsx';
import { renderPdf } from '#app/documents/pdf.server.ts';
import { wholeWorkbook } from '#app/documents/workbook.server.ts';
import { planCsv } from './export-csv.ts';
import { planJson } from './export-json.ts';
import { exportFileName, type ExportFormat, type PlanToExport } from './export.ts';
import { readPlanRegisters } from '#app/plan/registers/read-plan-registers.server.ts';
import { planSheets } from './plan-sheets.ts';
import { readOutcomes } from '#app/plan/outcomes/read-outcomes.server.ts';
import { readDuties } from '#app/plan/coverage/read-duties.server.ts';
import { readHubs } from '#app/plan/coverage/read-hubs.server.ts';
import { readTakenOver } from '#app/plan/across/read-taken-over.server.ts';
import { readBenefitPart } from '#app/plan/money/read-benefit.server.ts';
import { readPlan } from '#app/plan/read-plan.server.ts';
import { readPlanThread } from '#app/plan/thread/read-plan-thread.server.ts';

/** A printed plan, ready to be sent or written to a file. */
export interface PrintedPlan {
  fileName: string;
  type: string;
  body: Uint8Array<ArrayBuffer>;
}

const TYPES: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Exports the plan for somebody, and records that they took it. */
export async function exportPlan(
  by: Person,
  programmeId: string,
  format: ExportFormat,
  madeOn: string,
): Promise<PrintedPlan> {
  allow(by, 'plan.export', { authorityId: by.authorityId });
  const plan = await planToExport(by.authorityId, programmeId, madeOn);
  const printed = await printPlan(plan, format);
  await recordExport(by, programmeId, format);
  return printed;
}

/** One row in the audit trail: also for the command line, where nobody is signed in. */
export async function recordExport(
  by: Doer,
  programmeId: string,
  format: ExportFormat,
): Promise<void> {
  await theStore().write(null, (tx) =>
    record(tx, by, 'plan.exported', { kind: 'programme', id: programmeId }, { format }),
  );
}

/** Gathers everything that an exported plan says. */
export async function planToExport(
  authorityId: string,
  programmeId: string,
  madeOn: string,
): Promise<PlanToExport> {
  const db = theStore().read;
  const authority = await authorityById(db, authorityId);
  const programme = await programmeById(db, authorityId, programmeId);
  if (!authority || !programme) throw new NotFound('programme');
  const plan = await readPlan(programme, db);
  const counts = await lineCounts(db, authorityId, programmeId);
  const { name, colour, isDemonstration } = authority;
  const { id, title, startsOn, endsOn, places } = programme;
  return {
    authority: { name, colour, isDemonstration },
    programme: {
      id,
      title,
      startsOn,
      endsOn,
      places,
      stage: STAGE_NAMES[stageOf(programme.stage)],
    },
    madeOn,
    arrangements: await arrangementsOf(db, authorityId, programmeId),
    ...plan,
    thread: await readPlanThread(programme, plan, db),
    benefit: await readBenefitPart(programme, plan.accounts.items, db),
    outcomes: await readOutcomes(programme, plan),
    registers: await readPlanRegisters(programme, plan, madeOn, db),
    hubs: await readHubs(programme, plan, db),
    duties: await readDuties(programme, plan.lines, db),
    takenOver: await readTakenOver(db, programme, plan),
    needs: await registerDetails(db, authorityId, programmeId),
    counts: {
      answers: counts.answers,
      surveys: counts.surveys,
      members: counts.members,
      consultations: counts.consultations,
      themes: counts.themes,
    },
  };
}

/** The plan in a format. The same plan gives the same words in each. */
export async function printPlan(plan: PlanToExport, format: ExportFormat): Promise<PrintedPlan> {
  const fileName = exportFileName(plan, format);
  return { fileName, type: TYPES[format], body: new Uint8Array(await bodyOf(plan, format)) };
}

/** What was printed already, under a name. */
export function printedAs(name: string, format: ExportFormat, body: Uint8Array): PrintedPlan {
  return { fileName: `${name}.${format}`, type: TYPES[format], body: new Uint8Array(body) };
}

async function bodyOf(plan: PlanToExport, format: ExportFormat): Promise<Uint8Array> {
  const document = () => inTurns(planInSteps(deliveryPlanOutline(), plan));
  switch (format) {
    case 'docx':
      return renderDocx(await document());
    case 'pdf':
      return renderPdf(await document(), new Date(`${plan.madeOn}T12:00:00Z`));
    case 'html':
      return Buffer.from(renderHtml(await document()), 'utf8');
    case 'xlsx': {
      const sheets = planSheets(plan).map((sheet) => ({ ...sheet, forReading: true }));
      return wholeWorkbook(sheets);
    }
    case 'csv':
      return Buffer.from(planCsv(plan), 'utf8');
    case 'json':
      return Buffer.from(`${JSON.stringify(planJson(plan), null, 2)}\n`, 'utf8');
  }
}
