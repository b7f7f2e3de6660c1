import {
  BOX_MORE,
  BOX_TYPES,
  boxesById,
  column,
  LINK_MORE,
  typeName,
  type Box,
  type BoxType,
  type Link,
  type Theory,
} from './graph.ts';
import { aboutFacts } from './about/about.ts';
import { evidenceLine, seenEvidence, type TiedTo } from './evidence/evidence.ts';
import { sayValue } from './fields.ts';

/** A theory in words: for documents, for people who do not see the picture, and for copying. */

/** What a link says of the box at one of its ends, seen from that box. */
const FROM_SOURCE: Readonly<Record<Link['kind'], string>> = {
  leadsTo: 'leads to',
  addresses: 'addresses',
  explains: 'explains',
  assumes: 'has to hold for',
  threatens: 'threatens',
};
const FROM_TARGET: Readonly<Record<Link['kind'], string>> = {
  leadsTo: 'comes from',
  addresses: 'addresses',
  explains: 'is explained by',
  assumes: 'relies on',
  threatens: 'is threatened by',
};

/** One line under a box: what it has to do with another, and why. */
export interface Relation {
  link: Link;
  other: Box;
  /** From this box's side: `leads to`, `relies on` … */
  says: string;
  /** True when the link points away from this box. */
  outgoing: boolean;
}

/** Everything that a box is linked to, what it leads to first; links to nowhere are left out. */
export function relationsOf(theory: Theory, id: string, byId = boxesById(theory)): Relation[] {
  return theory.links
    .flatMap((link): Relation[] => {
      const outgoing = link.source === id;
      if (!outgoing && link.target !== id) return [];
      const other = byId.get(outgoing ? link.target : link.source);
      return other === undefined
        ? []
        : [{ link, other, outgoing, says: says(link, byId, outgoing) }];
    })
    .sort((a, b) => Number(b.outgoing) - Number(a.outgoing) || typeOrder(a, b));
}

function typeOrder(a: Relation, b: Relation): number {
  return BOX_TYPES.indexOf(a.other.type) - BOX_TYPES.indexOf(b.other.type);
}

/** What a link says, seen from one of its ends. A need is addressed, whichever way it was drawn. */
export function says(link: Link, byId: Map<string, Box>, outgoing: boolean): string {
  if (link.kind === 'addresses') {
    const self = byId.get(outgoing ? link.source : link.target);
    const behind = self?.type === 'need' || self?.type === 'rootCause';
    return behind ? 'is addressed by' : 'addresses';
  }
  if (link.kind === 'assumes') {
    const self = byId.get(outgoing ? link.source : link.target);
    return self?.type === 'assumption' ? 'has to hold for' : 'relies on';
  }
  if (link.kind === 'threatens') {
    const self = byId.get(outgoing ? link.source : link.target);
    return self?.type === 'risk' ? FROM_SOURCE.threatens : FROM_TARGET.threatens;
  }
  return outgoing ? FROM_SOURCE[link.kind] : FROM_TARGET[link.kind];
}

/** A link as a sentence: “Open on Saturdays” leads to “Fathers come”: they work in the week. */
export function linkSentence(theory: Theory, link: Link, byId = boxesById(theory)): string {
  const source = byId.get(link.source);
  const target = byId.get(link.target);
  const label = (box: Box | undefined) => (box === undefined ? 'a missing box' : `“${box.label}”`);
  const reason = link.reason.trim() === '' ? '' : `: ${link.reason.trim()}`;
  return `${label(source)} ${says(link, byId, true)} ${label(target)}${reason}`;
}

/** The further facts of a box in words, such as `Who leads it: Health visiting`. */
export function factsOf(box: Box): { label: string; value: string }[] {
  return BOX_MORE[box.type].flatMap((field) => {
    const value = box.more[field.key] ?? '';
    return value === '' ? [] : [{ label: field.label, value: sayValue(field, value) }];
  });
}

/** The further facts of a link in words, such as `Months until it shows: 12`. */
function linkFactsOf(link: Link): { label: string; value: string }[] {
  return LINK_MORE.flatMap((field) => {
    const value = link.more[field.key] ?? '';
    return value === '' ? [] : [{ label: field.label, value: sayValue(field, value) }];
  });
}

/** The types that hold boxes, in the order of the columns. */
export function usedTypes(theory: Pick<Theory, 'boxes'>): BoxType[] {
  return BOX_TYPES.filter((type) => theory.boxes.some((box) => box.type === type));
}

/** `3 needs, 7 activities and 24 links`, for captions and summaries. */
export function countsInWords(theory: Pick<Theory, 'boxes' | 'links'> & WithNames): string {
  const parts = usedTypes(theory).map((type) => {
    const count = theory.boxes.filter((box) => box.type === type).length;
    const words = typeName({ more: theory.more ?? {} }, type);
    return `${count} ${(count === 1 ? words.one : words.many).toLowerCase()}`;
  });
  const links = theory.links.length === 1 ? '1 link' : `${theory.links.length} links`;
  return parts.length === 0 ? 'nothing yet' : `${parts.join(', ')} and ${links}`;
}

/** A theory whose types may have own names. */
type WithNames = Partial<Pick<Theory, 'more'>>;

/** What stands in for the picture where the table of the same theory stands beside it. */
export function altText(theory: Pick<Theory, 'title' | 'boxes' | 'links'> & WithNames): string {
  return `Theory of change “${theory.title}”: ${countsInWords(theory)}, in columns from left to right.`;
}

/**
 * The whole theory as plain text: what is said of all of it, then a heading a type, a line a box, and
 * under it what is known of it, what it leads to and what is known of that.
 *
 * @param tied what evidence is tied to, by its tie, in the words of now
 */
export function outlineText(theory: Theory, tied?: ReadonlyMap<string, TiedTo>): string {
  const byId = boxesById(theory);
  const known = (on: string | null, indent: string) =>
    seenEvidence(theory.pieces, tied)
      // Without what it is tied to, evidence that has no words of its own says nothing here.
      .filter((seen) => seen.on === on && (tied !== undefined || seen.what !== ''))
      .map((seen) => `${indent}${oneLine(evidenceLine(seen))}`);
  const line = (indent: string) => (fact: { label: string; value: string }) =>
    `${indent}${fact.label}: ${oneLine(fact.value)}`;
  const sections = usedTypes(theory).map((type) => {
    const boxes = column(theory, type).flatMap((box) => [
      `- ${oneLine(box.label)}`,
      ...(box.detail.trim() === '' ? [] : [`    ${oneLine(box.detail)}`]),
      ...factsOf(box).map(line('    ')),
      ...known(box.id, '    '),
      ...relationsOf(theory, box.id, byId)
        .filter(({ outgoing }) => outgoing)
        .flatMap(({ says: verb, other, link }) => {
          const reason = link.reason.trim() === '' ? '' : ` (${oneLine(link.reason)})`;
          const name = typeName(theory, other.type).one.toLowerCase();
          return [
            `    ${verb} ${name} “${oneLine(other.label)}”${reason}`,
            ...linkFactsOf(link).map(line('        ')),
            ...known(link.id, '        '),
          ];
        }),
    ]);
    return [typeName(theory, type).many, ...boxes].join('\n');
  });
  const whole = [...aboutFacts(theory).map(line('')), ...known(null, '')];
  const said = whole.length === 0 ? [] : [whole.join('\n')];
  return `${[theory.title, ...said, ...sections].join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

/** One box of the theory as a row: for the table beside the picture, on a page or in a document. */
export interface TheoryRow {
  id: string;
  type: BoxType;
  typeName: string;
  label: string;
  detail: string;
  facts: { label: string; value: string }[];
  relations: { says: string; label: string; typeName: string; reason: string }[];
}

/** The theory as a table, in the order of the columns: what each box says and leads to, and why. */
export function theoryRows(theory: Theory): TheoryRow[] {
  const byId = boxesById(theory);
  return usedTypes(theory).flatMap((type) =>
    column(theory, type).map((box) => ({
      id: box.id,
      type,
      typeName: typeName(theory, type).one,
      label: box.label,
      detail: box.detail,
      facts: factsOf(box),
      relations: relationsOf(theory, box.id, byId)
        .filter((relation) => relation.outgoing)
        .map(({ says: verb, other, link }) => ({
          says: verb,
          label: other.label,
          typeName: typeName(theory, other.type).one,
          reason: link.reason,
        })),
    })),
  );
}
