import { PRINTED_FORMATS, PRINTED_TYPES, printModel } from '#app/documents/print-model.server.ts';
import type { DocumentModel } from '#app/documents/blocks.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Action, Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { newId } from '#db/ids.ts';
import { record, type Doer } from '#db/people.ts';
import { keepPrivacyDocument, privacyDocument } from '#db/privacy-documents.ts';
import { theStore } from '#db/store.server.ts';
import { assessmentOf } from './documents/assessment.ts';
import type { Written } from './documents/facts.ts';
import { recordOf } from './documents/record.ts';
import { privacyFacts } from './read-facts.server.ts';

export type DocumentName = 'dpia' | 'ropa';

/** Which document: the assessment of a programme, or the record of the authority. */
export interface Which {
  document: DocumentName;
  /** The programme's id, or the authority's. */
  scope: string;
  authorityId: string;
}

const RIGHT: Readonly<Record<DocumentName, Action>> = {
  dpia: 'programme.edit',
  ropa: 'privacy.manage',
};

/** A document as it stands today, with what the authority wrote and its version. */
async function makePrivacyDocument(
  which: Which,
  now = new Date(),
): Promise<{ model: DocumentModel; own: Written; version: number }> {
  const { document, scope, authorityId } = which;
  const today = dayOf(now);
  const kept = await privacyDocument(theStore().read, authorityId, document, scope);
  const own: Written = kept?.fields ?? {};
  const facts = await privacyFacts(authorityId, today);
  const version = kept?.version ?? 0;
  if (document === 'ropa') return { model: recordOf(facts, own, today), own, version };
  const programme = facts.programmes.find(({ id }) => id === scope);
  if (!programme) throw new NotFound('programme');
  return { model: assessmentOf(facts, programme, own, today), own, version };
}

/** The same for somebody who may see it. */
export async function readPrivacyDocument(by: Person, which: Which) {
  allow(by, RIGHT[which.document], which);
  return makePrivacyDocument(which);
}

/** Keeps what the authority wrote, unless somebody else wrote meanwhile. */
export async function writePrivacyDocument(
  by: Person,
  { document, scope, authorityId }: Which,
  { version: typed, ...fields }: Record<string, string> & { version: string },
): Promise<void> {
  allow(by, RIGHT[document], { authorityId });
  await theStore().write(`privacy:${scope}`, async (tx) => {
    const kept = await privacyDocument(tx, authorityId, document, scope);
    if (String(kept?.version ?? 0) !== typed) {
      throw new Conflict(
        'Somebody else wrote here meanwhile. Open the page again beside this one.',
      );
    }
    const row = { id: kept?.id ?? newId(), authorityId, document, scope, fields };
    const changed = {
      version: (kept?.version ?? 0) + 1,
      changedBy: by.name,
      changedAt: new Date(),
    };
    await keepPrivacyDocument(tx, { ...row, ...changed });
    const action = document === 'dpia' ? 'assessment.changed' : 'record.changed';
    await record(tx, by, action, { kind: document, id: scope });
  });
}

/** A document as a file. That it was taken stands in the trail. */
export async function takePrivacyDocument(by: Person, which: Which, format: string) {
  allow(by, RIGHT[which.document], which);
  return printPrivacyDocument(by, which, format);
}

/** The same for the command line, which acts for the authority. */
export async function printPrivacyDocument(by: Doer, which: Which, format: string) {
  const printed = PRINTED_FORMATS.find((one) => one === format);
  if (printed === undefined) throw new NotFound('format');
  const { document, scope } = which;
  const today = dayOf(new Date());
  const { model } = await makePrivacyDocument(which);
  const body = await printModel(model, printed, FILES[document], today);
  const action = document === 'dpia' ? 'assessment.exported' : 'record.exported';
  const thing = { kind: document, id: scope };
  await theStore().write(null, (tx) => record(tx, by, action, thing, { format: printed }));
  return { body, type: PRINTED_TYPES[printed], fileName: `${FILES[document]}-${today}.${printed}` };
}

const FILES: Readonly<Record<DocumentName, string>> = {
  dpia: 'impact-assessment',
  ropa: 'record-of-processing',
};
