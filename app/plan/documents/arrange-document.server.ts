import {
  arrange,
  moved,
  OWN,
  type ArrangedSection,
  type KeptSection,
} from '#app/documents/arrange.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { arrangementOf, deleteSection, saveSection } from '#db/documents.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { documentOutlines } from '#templates/documents/index.ts';
import type { DocumentId } from './documents.ts';
import type { SectionFields } from './section-form.ts';

type Of = Pick<Programme, 'id' | 'authorityId'>;

/** How many sections of its own an authority may add to a document. */
const MOST_OWN = 40;

/** A document as it is arranged while something of it is changed. */
interface Arranging {
  tx: Writer;
  by: Person;
  programme: Of;
  document: DocumentId;
  kept: readonly KeptSection[];
  sections: readonly ArrangedSection[];
}

async function arranging<T>(
  by: Person,
  programme: Of,
  document: DocumentId,
  how: (at: Arranging) => Promise<T>,
): Promise<T> {
  allow(by, 'documents.arrange', programme);
  const { authorityId, id: programmeId } = programme;
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const kept = await arrangementOf(tx, { authorityId, programmeId }, document);
    const sections = arrange(documentOutlines()[document], kept);
    return how({ tx, by, programme, document, kept, sections });
  });
}

function sectionIn(sections: readonly ArrangedSection[], id: string): ArrangedSection {
  const found = sections.find((one) => one.id === id);
  if (!found) throw new NotFound('section');
  return found;
}

const NOTHING = {
  position: null,
  hidden: false,
  title: '',
  before: '',
  after: '',
  version: 0,
};

async function save(
  { tx, by, programme, document, kept }: Arranging,
  section: string,
  change: Partial<KeptSection>,
): Promise<void> {
  const { section: _, ...there } = kept.find((one) => one.section === section) ?? {
    section,
    ...NOTHING,
  };
  await saveSection(tx, {
    id: newId(),
    authorityId: programme.authorityId,
    programmeId: programme.id,
    document,
    section,
    position: there.position,
    hidden: there.hidden,
    title: there.title,
    before: there.before,
    after: there.after,
    version: there.version,
    changedBy: by.name,
    changedAt: new Date(),
    ...change,
  });
}

async function say(at: Arranging, action: Parameters<typeof record>[2], title: string) {
  const { tx, by, programme, document } = at;
  const name = documentOutlines()[document].title.toLowerCase();
  await record(tx, by, action, { kind: 'programme', id: programme.id }, { title, document: name });
}

/** Moves a section a place up or down; at an end it stays. */
export async function moveSection(
  by: Person,
  programme: Of,
  document: DocumentId,
  id: string,
  way: 'up' | 'down',
): Promise<{ title: string; moved: boolean }> {
  return arranging(by, programme, document, async (at) => {
    const { title } = sectionIn(at.sections, id);
    const order = moved(
      at.sections.map((one) => one.id),
      id,
      way,
    );
    if (order === null) return { title, moved: false };
    for (const [position, section] of order.entries()) {
      const there = at.kept.find((one) => one.section === section)?.position;
      if (there !== position) await save(at, section, { position });
    }
    await say(at, 'document.section-moved', title);
    return { title, moved: true };
  });
}

/** Leaves a section out of a document, or puts it back. The document says what was left out. */
export async function hideSection(
  by: Person,
  programme: Of,
  document: DocumentId,
  id: string,
  hidden: boolean,
): Promise<{ title: string }> {
  return arranging(by, programme, document, async (at) => {
    const section = sectionIn(at.sections, id);
    if (section.hidden === hidden) return { title: section.title };
    if (hidden && at.sections.filter((one) => !one.hidden).length === 1) {
      throw new Conflict('This is the last section of the document: one has to stay.');
    }
    await save(at, id, { hidden });
    await say(at, hidden ? 'document.section-hidden' : 'document.section-shown', section.title);
    return { title: section.title };
  });
}

/** Keeps a heading and own words of a section; when somebody changed them first, theirs come back. */
export async function keepSection(
  by: Person,
  programme: Of,
  document: DocumentId,
  id: string,
  fields: Omit<SectionFields, 'intent'>,
): Promise<
  { outcome: 'saved'; title: string } | { outcome: 'changed-meanwhile'; theirs: ArrangedSection }
> {
  return arranging(by, programme, document, async (at) => {
    const section = sectionIn(at.sections, id);
    if (section.version !== fields.version)
      return { outcome: 'changed-meanwhile', theirs: section };
    const { before, after, version } = fields;
    // The heading of the outline is not kept as one's own: it follows the outline.
    const title = section.computed !== null && fields.title === section.named ? '' : fields.title;
    await save(at, id, { title, before, after, version: version + 1 });
    const named = title === '' ? section.named : title;
    await say(at, 'document.section-written', named);
    return { outcome: 'saved', title: named };
  });
}

/** Adds a section of the authority's own at the end. */
export async function addOwnSection(
  by: Person,
  programme: Of,
  document: DocumentId,
  fields: Pick<SectionFields, 'title' | 'before'>,
): Promise<string> {
  return arranging(by, programme, document, async (at) => {
    const own = at.sections.filter(({ computed }) => computed === null);
    if (own.length >= MOST_OWN) {
      throw new Conflict(`A document holds ${MOST_OWN} sections of its own at most.`);
    }
    const id = `${OWN}${newId()}`;
    const { title, before } = fields;
    await save(at, id, { title, before, version: 1 });
    await say(at, 'document.section-added', title);
    return id;
  });
}

/** Takes a section of the authority's own away. */
export async function removeOwnSection(
  by: Person,
  programme: Of,
  document: DocumentId,
  id: string,
): Promise<{ title: string }> {
  return arranging(by, programme, document, async (at) => {
    const section = sectionIn(at.sections, id);
    if (section.computed !== null) throw new NotFound('section');
    const where = { authorityId: programme.authorityId, programmeId: programme.id };
    await deleteSection(at.tx, where, document, id);
    await say(at, 'document.section-removed', section.title);
    return { title: section.title };
  });
}
