import { arrange } from '#app/documents/arrange.ts';
import { FORMAT_NAMES } from '#app/plan/export/export.ts';
import { sayDay } from '#app/ui/words.ts';
import { dayOf, many } from '#app/ui/words.ts';
import { arrangementsOf, documentVersionsOf } from '#db/documents.ts';
import type { Programme } from '#db/people.ts';
import { versionsOf } from '#db/plan-versions.ts';
import { theStore } from '#db/store.server.ts';
import { documentOutlines } from '#templates/documents/index.ts';
import { DOCUMENT_IDS, DOCUMENTS, type DocumentId } from './documents.ts';
import { lastVersionOf } from './export-document.server.ts';
import { makeDocument } from './read-document.server.ts';

/** The documents of a programme, each with how it stands: nothing is made for the list. */
export async function readDocuments({ authorityId, id: programmeId }: Programme) {
  const db = theStore().read;
  const where = { authorityId, programmeId };
  const kept = await arrangementsOf(db, authorityId, programmeId);
  const versions = await documentVersionsOf(db, where);
  const signed = (await versionsOf(db, authorityId, programmeId)).find(
    ({ state }) => state === 'approved',
  );
  return DOCUMENT_IDS.map((id) => {
    const outline = documentOutlines()[id];
    const sections = arrange(outline, kept[id] ?? []);
    const shown = sections.filter(({ hidden }) => !hidden).length;
    const own = sections.filter(({ computed }) => computed === null).length;
    const last = versions.find(({ document }) => document === id);
    const said = [
      many(shown, 'section'),
      ...(shown < sections.length ? [`${sections.length - shown} left out`] : []),
      ...(own > 0 ? [`${own} of your own`] : []),
    ];
    return {
      id,
      title: outline.title,
      for: DOCUMENTS[id].for,
      state: said.join(', '),
      version:
        id === 'delivery-plan'
          ? signed === undefined
            ? 'Not signed off yet'
            : `Version ${signed.number} signed off: ${signed.name}`
          : last === undefined
            ? 'No version kept yet'
            : `Version ${last.number} kept on ${sayDay(dayOf(last.keptAt))}: ${last.name}`,
      formats: DOCUMENTS[id].formats.map((format) => ({ format, name: FORMAT_NAMES[format] })),
    };
  });
}

/** One document as its page shows it: sections to arrange, versions, and the whole of it to read. */
export async function readDocumentPage(programme: Programme, id: DocumentId, now = new Date()) {
  const made = await makeDocument(programme, id, dayOf(now));
  const where = { authorityId: programme.authorityId, programmeId: programme.id };
  const versions = await documentVersionsOf(theStore().read, where);
  const last = await lastVersionOf(programme, id);
  return {
    id,
    title: documentOutlines()[id].title,
    model: made.model,
    gaps: made.gaps,
    sections: made.sections.map(({ id: section, title, hidden, computed, before, after }) => ({
      id: section,
      title,
      hidden,
      own: computed === null,
      words: before.trim() !== '' || after.trim() !== '',
    })),
    formats: DOCUMENTS[id].formats.map((format) => ({ format, name: FORMAT_NAMES[format] })),
    since: last?.since ?? null,
    versions: versions
      .filter(({ document }) => document === id)
      .map(({ number, name, keptBy, keptAt }) => ({ number, name, keptBy, keptAt })),
  };
}
export type DocumentPageData = Awaited<ReturnType<typeof readDocumentPage>>;
