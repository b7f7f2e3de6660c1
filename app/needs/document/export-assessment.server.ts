import { record, type Doer, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { DocumentModel } from '#app/documents/blocks.ts';
import { renderDocx } from '#app/documents/docx.server.ts';
import { renderHtml } from '#app/documents/html.server.tsx';
import { renderPdf } from '#app/documents/pdf.server.ts';
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

const TYPES: Readonly<Record<AssessmentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

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
export async function recordAssessment(
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
    type: TYPES[format],
    body: new Uint8Array(await bodyOf(model, format, found.madeOn)),
  };
}

async function bodyOf(
  model: DocumentModel,
  format: AssessmentFormat,
  madeOn: string,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return renderDocx(model);
    case 'pdf':
      return renderPdf(model, new Date(`${madeOn}T12:00:00Z`));
    case 'html':
      return Buffer.from(renderHtml(model), 'utf8');
    case 'json':
      return Buffer.from(`${JSON.stringify(withoutDrawings(model), null, 2)}\n`, 'utf8');
  }
}

/** The words and tables of a document as data; of a picture its words. */
function withoutDrawings(model: DocumentModel) {
  return {
    format: 'throughline-needs-assessment',
    version: 1,
    ...model,
    sections: model.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => {
        if (block.type !== 'picture') return block;
        const { svg: _, ...words } = block;
        return words;
      }),
    })),
  };
}
