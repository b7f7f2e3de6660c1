import type { Box, Link, Piece, PieceKind, Theory } from '../graph.ts';
import { fieldOf, sameEnds } from '../operations.ts';
import { fieldName, fieldValue } from './field-names.ts';

/** A text that two states of a theory say otherwise; an empty one was not there. */
export interface FieldChange {
  field: string;
  /** What the field is called on a page. */
  name: string;
  before: string;
  after: string;
}

/** Something that is there in both states and says something else. */
export interface Changed<T> {
  before: T;
  after: T;
  fields: FieldChange[];
}

export interface Changes<T> {
  added: T[];
  removed: T[];
  changed: Changed<T>[];
}

/** What differs between two states of a theory. Where a box stands on the canvas is no difference. */
export interface Difference {
  /** The title, and what is said about the whole theory. */
  facts: FieldChange[];
  boxes: Changes<Box>;
  links: Changes<Link>;
  pieces: Changes<Piece>;
}

/** What somebody would have to be told who knows the one state and now sees the other. */
export function differenceOf(before: Theory, after: Theory): Difference {
  const both = [before, after] as const;
  return {
    facts: [
      ...fieldChange(both, 'title', before.title, after.title),
      ...moreChanges(both, before, after),
    ],
    boxes: changes(before.boxes, after.boxes, (was, is) => [
      ...['type', 'label', 'detail'].flatMap((field) => change(both, field, was, is)),
      ...moreChanges(both, was, is),
    ]),
    links: changes(
      before.links,
      after.links,
      (was, is) => [...change(both, 'reason', was, is), ...moreChanges(both, was, is)],
      sameEnds,
    ),
    pieces: changes(
      before.pieces,
      after.pieces,
      (was, is) => [
        ...fieldChange(both, 'on', was.on ?? '', is.on ?? ''),
        ...moreChanges(both, was, is, is.kind),
      ],
      (was, is) => was.kind === is.kind,
    ),
  };
}

/** Whether nothing differs. */
export function isSame({ facts, boxes, links, pieces }: Difference): boolean {
  return facts.length === 0 && [boxes, links, pieces].every((each) => countOf(each) === 0);
}

/** How many boxes, links or pieces differ. */
export function countOf({ added, removed, changed }: Changes<unknown>): number {
  return added.length + removed.length + changed.length;
}

/** Whether a box went to another column. */
export function movedTier({ before, after }: Changed<Box>): boolean {
  return before.type !== after.type;
}

function changes<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  fieldsOf: (was: T, is: T) => FieldChange[],
  same: (was: T, is: T) => boolean = () => true,
): Changes<T> {
  const were = new Map(before.map((each) => [each.id, each]));
  const kept = after.flatMap((is): Changed<T>[] => {
    const was = were.get(is.id);
    if (was === undefined || !same(was, is)) return [];
    return [{ before: was, after: is, fields: fieldsOf(was, is) }];
  });
  const both = new Set(kept.map((each) => each.after.id));
  return {
    added: after.filter(({ id }) => !both.has(id)),
    removed: before.filter(({ id }) => !both.has(id)),
    changed: kept.filter(({ fields }) => fields.length > 0),
  };
}

type Both = readonly [before: Theory, after: Theory];
type WithMore = Pick<Box, 'more'>;

function moreChanges(both: Both, was: WithMore, is: WithMore, kind?: PieceKind): FieldChange[] {
  const keys = [...new Set([...Object.keys(was.more), ...Object.keys(is.more)])].sort();
  return keys.flatMap((key) => change(both, `more.${key}`, was, is, kind));
}

function change(
  both: Both,
  field: string,
  was: WithMore,
  is: WithMore,
  kind?: PieceKind,
): FieldChange[] {
  return fieldChange(both, field, fieldOf(was, field), fieldOf(is, field), kind);
}

function fieldChange(
  [earlier, later]: Both,
  field: string,
  before: string,
  after: string,
  kind?: PieceKind,
): FieldChange[] {
  if (before === after) return [];
  return [
    {
      field,
      name: fieldName(field, kind),
      before: fieldValue(earlier, field, before),
      after: fieldValue(later, field, after),
    },
  ];
}
