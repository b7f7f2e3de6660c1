import { countMarks, withChanges } from '#app/documents/document-changes.ts';
import type { DocumentModel } from '#app/documents/blocks.ts';
import { PRINTED_FORMATS, PRINTED_TYPES, printModel } from '#app/documents/print-model.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { printPlan, type PrintedPlan } from '#app/plan/export/export-plan.server.ts';
import type { ExportFormat } from '#app/plan/export/export.ts';
import type { FrozenPlan } from '#app/plan/versions/frozen.ts';
import { dayOf } from '#app/ui/words.ts';
import {
  documentVersion,
  insertDocumentVersion,
  keptLast,
  nextDocumentNumber,
} from '#db/documents.ts';
import { newId } from '#db/ids.ts';
import { record, type Doer, type Programme } from '#db/people.ts';
import { approvedLast } from '#db/plan-versions.ts';
import { theStore } from '#db/store.server.ts';
import { digestOf } from '#app/plan/versions/put-up.server.ts';
import { documentOutlines } from '#templates/documents/index.ts';
import { documentFileName, DOCUMENTS, type DocumentId } from './documents.ts';
import { makeDocument, type MadeDocument } from './read-document.server.ts';

type Of = Pick<Programme, 'id' | 'authorityId' | 'packs' | 'title'>;

/** The version against which a document says what changed. */
export interface LastVersion {
  /** In a sentence: "version 2". */
  since: string;
  model: DocumentModel;
}

/** The last version of a document: of the plan the one that was signed, of others the one kept last. */
export async function lastVersionOf(
  { authorityId, id: programmeId }: Pick<Programme, 'id' | 'authorityId'>,
  document: DocumentId,
): Promise<LastVersion | null> {
  const db = theStore().read;
  if (document === 'delivery-plan') {
    const approved = await approvedLast(db, authorityId, programmeId);
    if (!approved) return null;
    const { document: model } = approved.frozen as FrozenPlan;
    return { since: `version ${approved.number}`, model };
  }
  const kept = await keptLast(db, { authorityId, programmeId }, document);
  return kept ? { since: `version ${kept.number}`, model: kept.model as DocumentModel } : null;
}

/** A document with what changed since its last version marked; as it is where there is none. */
async function withItsChanges(programme: Of, made: MadeDocument): Promise<DocumentModel> {
  const last = await lastVersionOf(programme, made.id);
  if (last === null) return made.model;
  const marked = withChanges(last.model, made.model, last.since);
  const { added, changed, gone } = countMarks(marked);
  const line =
    added + changed + gone === 0
      ? `Nothing has changed since ${last.since}.`
      : `Marked: what is new (${added}), changed (${changed}) and gone (${gone}) since ${last.since}.`;
  return { ...marked, cover: [...marked.cover, line] };
}

/** Exports a document for somebody, and records that they took it. */
export async function exportDocument(
  by: Person,
  programme: Of,
  document: DocumentId,
  format: ExportFormat,
  madeOn: string,
  changes = false,
): Promise<PrintedPlan> {
  allow(by, 'plan.export', programme);
  const made = await makeDocument(programme, document, madeOn);
  const printed = await printDocument(programme, made, format, madeOn, changes);
  await recordDocument(by, programme.id, document, format);
  return printed;
}

/** One row in the audit trail: also for the command line, where nobody is signed in. */
export async function recordDocument(
  by: Doer,
  programmeId: string,
  document: DocumentId,
  format: ExportFormat,
): Promise<void> {
  const name = documentOutlines()[document].title.toLowerCase();
  const thing = { kind: 'programme', id: programmeId };
  await theStore().write(null, (tx) =>
    record(tx, by, 'document.exported', thing, { document: name, format }),
  );
}

/** A document in a format. Only the delivery plan has data and sheets of its own. */
export async function printDocument(
  programme: Of,
  made: MadeDocument,
  format: ExportFormat,
  madeOn: string,
  changes = false,
): Promise<PrintedPlan> {
  const fileName = documentFileName(made.id, programme.title, madeOn, format);
  const printed = PRINTED_FORMATS.find((one) => one === format);
  const own = printed === undefined || printed === 'json';
  if (made.id === 'delivery-plan' && made.plan !== null && own) {
    return { ...(await printPlan(made.plan, format)), fileName };
  }
  if (printed === undefined || !DOCUMENTS[made.id].formats.includes(format)) {
    throw new NotFound('format');
  }
  const model = changes ? await withItsChanges(programme, made) : made.model;
  const body = await printModel(model, printed, made.id, madeOn);
  return { fileName, type: PRINTED_TYPES[printed], body: new Uint8Array(body) };
}

/** Keeps a document as it stands now, so that a later one says what changed since. */
export async function keepDocumentVersion(
  by: Person,
  programme: Of,
  document: DocumentId,
  name: string,
  at = new Date(),
): Promise<number> {
  allow(by, 'documents.arrange', programme);
  const { model } = await makeDocument(programme, document, dayOf(at));
  // As it comes back from the store: what is compared later is what was digested.
  const frozen = JSON.parse(JSON.stringify(model)) as DocumentModel;
  const where = { authorityId: programme.authorityId, programmeId: programme.id };
  const title = documentOutlines()[document].title.toLowerCase();
  return theStore().write(`programme:${programme.id}`, async (tx) => {
    const number = await nextDocumentNumber(tx, where, document);
    await insertDocumentVersion(tx, {
      id: newId(at),
      ...where,
      document,
      number,
      name,
      model: frozen,
      digest: digestOf(frozen),
      keptBy: by.name,
      keptAt: at,
    });
    const thing = { kind: 'programme', id: programme.id };
    await record(tx, by, 'document.version-kept', thing, { number, name, document: title });
    return number;
  });
}

/** A kept version as a file, with its number and name on the cover. */
export async function takeKeptVersion(
  by: Person,
  programme: Of,
  document: DocumentId,
  number: number,
  format: ExportFormat,
): Promise<PrintedPlan> {
  allow(by, 'plan.export', programme);
  const where = { authorityId: programme.authorityId, programmeId: programme.id };
  const kept = await documentVersion(theStore().read, where, document, number);
  const printed = PRINTED_FORMATS.find((one) => one === format);
  if (!kept || printed === undefined) throw new NotFound('version of the document');
  const model = kept.model as DocumentModel;
  const line = `Version ${number}: ${kept.name}. Kept by ${kept.keptBy}.`;
  const day = dayOf(kept.keptAt);
  const body = await printModel(
    { ...model, cover: [...model.cover, line] },
    printed,
    document,
    day,
  );
  await recordDocument(by, programme.id, document, format);
  return {
    fileName: documentFileName(document, `${programme.title} version ${number}`, day, format),
    type: PRINTED_TYPES[printed],
    body: new Uint8Array(body),
  };
}
