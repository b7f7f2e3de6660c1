import { runThrough, type Steps } from '#app/statistics/in-steps.ts';
import type { Block, DocumentModel, DocumentSection } from './blocks.ts';
import type { DocumentOutline } from './outline.ts';
import { wordsAsBlocks, type Figure } from './own-words.ts';

/** What an authority made of a section, as it is kept. */
export interface KeptSection {
  section: string;
  /** Null while it stands where the outline has it. */
  position: number | null;
  hidden: boolean;
  /** Empty while the heading of the outline stands. */
  title: string;
  before: string;
  after: string;
  version: number;
}

/** A section of a document in its place, with everything that it shows. */
export interface ArrangedSection<Id extends string = string> {
  /** The section of the outline, or of the authority's own. */
  id: string;
  /** Null for a section that the authority wrote itself. */
  computed: Id | null;
  title: string;
  /** The heading of the outline; of an own section its own. */
  named: string;
  /** Empty for an own section. */
  intro: string;
  landscape: boolean;
  hidden: boolean;
  before: string;
  after: string;
  /** 0 where nothing is kept. */
  version: number;
}

/** How the id of a section begins that an authority wrote itself. */
export const OWN = 'own-';

/**
 * The sections of a document in the authority's order. A section that was moved stands at its
 * position; one that nobody moved, such as one that a later outline adds, follows the section which
 * it follows in the outline.
 */
export function arrange<Id extends string>(
  outline: DocumentOutline<Id>,
  kept: readonly KeptSection[],
): ArrangedSection<Id>[] {
  const found = new Map(kept.map((one) => [one.section, one]));
  const given = outline.sections.map((section): ArrangedSection<Id> => {
    const own = found.get(section.id);
    return {
      id: section.id,
      computed: section.id,
      title: own === undefined || own.title === '' ? section.title : own.title,
      named: section.title,
      intro: section.intro,
      landscape: section.landscape,
      hidden: own?.hidden ?? false,
      before: own?.before ?? '',
      after: own?.after ?? '',
      version: own?.version ?? 0,
    };
  });
  const extra = kept
    .filter(({ section }) => section.startsWith(OWN))
    .map((own): ArrangedSection<Id> => ({
      id: own.section,
      computed: null,
      title: own.title,
      named: own.title,
      intro: '',
      landscape: false,
      hidden: own.hidden,
      before: own.before,
      after: own.after,
      version: own.version,
    }));
  const placed = (id: string) => found.get(id)?.position ?? null;
  const order = [...given, ...extra]
    .filter(({ id }) => placed(id) !== null)
    .sort((a, b) => (placed(a.id) ?? 0) - (placed(b.id) ?? 0) || (a.id < b.id ? -1 : 1));
  given.forEach((section, at) => {
    if (placed(section.id) !== null) return;
    const follows = order.findIndex(({ id }) => id === given[at - 1]?.id);
    order.splice(follows + 1, 0, section);
  });
  return [...order, ...extra.filter(({ id }) => placed(id) === null)];
}

/** The ids in order, with one a place up or down; null where it cannot go there. */
export function moved(order: readonly string[], id: string, way: 'up' | 'down'): string[] | null {
  const at = order.indexOf(id);
  const to = way === 'up' ? at - 1 : at + 1;
  const other = order[to];
  if (at === -1 || other === undefined) return null;
  return order.map((one, place) => (place === at ? other : place === to ? id : one));
}

/** What a document has beside its sections. */
export type DocumentHead = Omit<DocumentModel, 'sections'>;

/**
 * A document in the authority's arrangement: sections numbered in their order, own words before and
 * after what is computed. What is left out is said where the document says what is missing, or at the
 * end where it has no such section.
 *
 * @param sayHiddenIn the section that says what is missing
 */
export function arrangedDocument<Id extends string>(
  ...given: Parameters<typeof arranging<Id>>
): DocumentModel {
  return runThrough(arranging(...given));
}

/** The same, a section a step: that of a large plan takes as long as all others wait for a page. */
export function* arranging<Id extends string>(
  head: DocumentHead,
  sections: readonly ArrangedSection<Id>[],
  blocksOf: (id: Id) => readonly Block[],
  figures: readonly Figure[],
  sayHiddenIn: Id,
): Steps<DocumentModel> {
  const shown = sections.filter(({ hidden }) => !hidden);
  const left = sections.filter(({ hidden }) => hidden).map(({ title }) => title);
  const there = shown.some(({ id }) => id === sayHiddenIn);
  const place = there ? sayHiddenIn : shown.at(-1)?.id;
  const made: DocumentSection[] = [];
  for (const [at, section] of shown.entries()) {
    made.push({
      id: section.id,
      // Numbered, because people on a board say "section 5".
      title: `${at + 1}. ${section.title}`,
      landscape: section.landscape,
      blocks: [
        ...(section.intro === ''
          ? []
          : [{ type: 'paragraph' as const, text: section.intro, tone: 'lead' as const }]),
        ...wordsAsBlocks(section.before, figures),
        ...(section.computed === null ? [] : blocksOf(section.computed)),
        ...wordsAsBlocks(section.after, figures),
        ...(section.id === place ? hiddenBlocks(left) : []),
      ],
    });
    yield;
  }
  return { ...head, sections: made };
}

function hiddenBlocks(left: readonly string[]): Block[] {
  if (left.length === 0) return [];
  return [
    { type: 'heading', level: 2, text: 'Left out of this document' },
    {
      type: 'paragraph',
      text: 'The authority chose to leave these sections out. What they would say is in the system.',
    },
    { type: 'list', items: left },
  ];
}
