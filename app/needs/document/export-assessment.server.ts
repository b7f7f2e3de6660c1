import { record, type Doer, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { PRINTED_TYPES, printModel } from '#app/documents/print-model.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { assessmentOutline } from '#templates/documents/index.ts';
import { assessmentFileName, type Assessment, type AssessmentFormat } from './assessment.ts';
import { assessmentDocument } from './document.ts';
import { readAssessment } from './read-assessment.server.ts';

/** A printed needs assessment, ready to be sent or written to a file. */
export interface PrintedAssessment {
  fileName: string;
  type: string;
  body: Uint8Array<ArrayBuffer>;
}

/** Exports the needs assessment for somebody, and records that they took it. */
export async function exportAssessment(
  by: Person,
  programme: Programme,
  format: AssessmentFormat,
  madeOn: string,
): Promise<PrintedAssessment> {
  allow(by, 'programme.see', programme);
  const found = await readAssessment(programme.authorityId, programme.id, madeOn);
  const printed = await printAssessment(found, format);
  await recordAssessment(by, programme.id, format);
  return printed;
}

/** One row in the audit trail: also for the command line, where nobody is signed in. */
async function recordAssessment(
  by: Doer,
  programmeId: string,
  format: AssessmentFormat,
): Promise<void> {
  await theStore().write(null, (tx) =>
    record(tx, by, 'needs-assessment.exported', { kind: 'programme', id: programmeId }, { format }),
  );
}

/** The assessment in a format. The same assessment gives the same words in each. */
export async function printAssessment(
  found: Assessment,
  format: AssessmentFormat,
): Promise<PrintedAssessment> {
  const model = assessmentDocument(assessmentOutline(), found);
  return {
    fileName: assessmentFileName(found, format),
    type: PRINTED_TYPES[format],
    body: new Uint8Array(await printModel(model, format, 'needs-assessment', found.madeOn)),
  };
}
