import { dayOf } from '#app/ui/words.ts';
import { NotFound } from '#app/people/errors.ts';
import type { Programme } from '#db/people.ts';
import { documentOutlines } from '#templates/documents/index.ts';
import type { DocumentId } from './documents.ts';
import { makeDocument } from './read-document.server.ts';
import type { SectionPageData } from './SectionPage.tsx';

const FRESH = {
  id: 'new',
  title: '',
  named: '',
  computed: false,
  before: '',
  after: '',
  version: 0,
};

/** A section of a document to be written in, or a new one, with the figures that words can hold. */
export async function readSectionPage(
  programme: Programme,
  document: DocumentId,
  id: string,
  now = new Date(),
): Promise<SectionPageData> {
  const { sections, figures } = await makeDocument(programme, document, dayOf(now));
  const found = sections.find((one) => one.id === id);
  if (found === undefined && id !== 'new') throw new NotFound('section');
  return {
    programmeId: programme.id,
    document: { id: document, title: documentOutlines()[document].title },
    section:
      found === undefined
        ? FRESH
        : {
            id: found.id,
            title: found.title,
            named: found.named,
            computed: found.computed !== null,
            before: found.before,
            after: found.after,
            version: found.version,
          },
    figures,
  };
}
