import { byPosition, type Box, type Link, type Theory } from '../graph.ts';
import { fieldOf, type Operation } from '../operations.ts';
import { keysOf, linkBetween, present, stored } from './compare.ts';
import { changesOfPieces } from './piece-changes.ts';
import type { TextBox, TextLink, TextTheory } from './text-theory.ts';

/**
 * What somebody changed in the text of a theory, as operations in an order in which they can be
 * applied: the text as it was shown against the text as it came back. Only what differs between the
 * two is touched, so that what others changed meanwhile stays.
 *
 * @param was the text that the page showed, read
 * @param now the text as it came back, read
 * @param theory as it stands now: where boxes stand in their columns, and values to the letter
 * @param idOf the id of the box or piece that a mark of `was` means
 * @param newId makes an id for what is new
 */
export function textChanges(
  was: TextTheory,
  now: TextTheory,
  theory: Theory,
  idOf: ReadonlyMap<string, string>,
  newId: (mark: string) => string,
): Operation[] {
  const before = new Map(was.boxes.map((box) => [box.mark, box]));
  const after = new Map(now.boxes.map((box) => [box.mark, box]));
  const pieceBefore = new Set(was.pieces.map(({ mark }) => mark));
  const ids = new Map(
    [...now.boxes, ...now.pieces].map(({ mark }) => {
      const known = before.has(mark) || pieceBefore.has(mark) ? idOf.get(mark) : undefined;
      return [mark, known ?? newId(mark)];
    }),
  );
  const stood = new Map(theory.boxes.map((box) => [box.id, box]));
  const kept = [...after.values()].flatMap((box) => {
    const old = before.get(box.mark);
    return old === undefined ? [] : [{ old, box, id: ids.get(box.mark) ?? '' }];
  });
  const adding = addedLinks(now, before, ids, newId);
  const pieces = changesOfPieces({ was, now, theory, ids, idOf, newLinks: adding });
  return [
    ...(was.title === now.title ? [] : [renaming(theory, was.title, now.title)]),
    ...keysOf(was.more, now.more).flatMap((key) =>
      editOfTheory(theory, key, was.more[key] ?? '', now.more[key] ?? ''),
    ),
    ...pieces.first,
    ...removedLinks(kept, theory, ids, idOf),
    ...was.boxes.flatMap(({ mark }): Operation[] => {
      const id = idOf.get(mark);
      return after.has(mark) || id === undefined ? [] : [{ kind: 'removeBox', id }];
    }),
    ...kept.flatMap(({ old, box, id }) =>
      editsOfBox(id, withPart(old, idOf), withPart(box, ids), stood.get(id)),
    ),
    ...placing(was, now, theory, ids),
    ...adding,
    ...kept.flatMap(({ old, box }) => editsOfLinks(old, box, theory, ids)),
    ...pieces.last,
  ];
}

function renaming(theory: Theory, from: string, to: string): Operation {
  return { kind: 'rename', from: stored(theory.title, from), to };
}

/** A box with the part that it is in among its facts, by its id. */
function withPart(box: TextBox, ids: ReadonlyMap<string, string>): TextBox {
  const part = ids.get(box.part);
  return part === undefined ? box : { ...box, more: { ...box.more, part } };
}

function editOfTheory(theory: Theory, key: string, from: string, to: string): Operation[] {
  if (from === to) return [];
  const now = theory.more[key];
  return [{ kind: 'editTheory', field: `more.${key}`, from: stored(now, from), to }];
}

function editsOfBox(id: string, old: TextBox, box: TextBox, at: Box | undefined): Operation[] {
  const edit = (field: 'label' | 'detail' | 'type' | `more.${string}`, from: string, to: string) =>
    from === to
      ? []
      : [
          {
            kind: 'editBox' as const,
            id,
            field,
            from: stored(at && fieldOf(at, field), from),
            to,
          },
        ];
  return [
    ...edit('type', old.type, box.type),
    ...edit('label', old.label, box.label),
    ...edit('detail', old.detail, box.detail),
    ...keysOf(old.more, box.more).flatMap((key) =>
      edit(`more.${key}`, old.more[key] ?? '', box.more[key] ?? ''),
    ),
  ];
}

/** Boxes that are new, and those that stand elsewhere among their own. */
function placing(
  was: TextTheory,
  now: TextTheory,
  theory: Theory,
  ids: ReadonlyMap<string, string>,
): Operation[] {
  const typeBefore = new Map(was.boxes.map((box) => [box.mark, box.type]));
  const standing = new Map(
    theory.boxes
      .toSorted(byPosition)
      .map(({ id, position, x, y }, rank) => [id, { rank, position, x, y }] as const),
  );
  return [...new Set(now.boxes.map(({ type }) => type))].flatMap((type) => {
    const column = now.boxes.filter((box) => box.type === type);
    const stood = column.map(({ mark }) =>
      typeBefore.get(mark) === type ? (standing.get(ids.get(mark) ?? '') ?? null) : null,
    );
    const stay = longestRise(stood);
    const positions = positionsFor(stood, stay);
    return column.flatMap((box, index): Operation[] => {
      const position = positions[index] ?? 1;
      const id = ids.get(box.mark) ?? '';
      if (typeBefore.has(box.mark)) {
        const stands = stood[index] ?? null;
        // A box that only gets another number stays where somebody put it on the canvas.
        const at = stands !== null && stay.has(index) ? stands : { x: null, y: null };
        if (stands?.position === position && stands.x === at.x && stands.y === at.y) return [];
        return [{ kind: 'moveBox', id, x: at.x, y: at.y, position }];
      }
      const { label, detail, more } = withPart(box, ids);
      const adding = { id, type, label, detail, more: present(more), x: null, y: null, position };
      return [{ kind: 'addBox', box: adding }];
    });
  });
}

type Stood = (Pick<Box, 'position' | 'x' | 'y'> & { rank: number }) | null;

/**
 * A position for each place of a column, rising: what stands in the right order stays, the others go
 * between. Where two of those that stay claim the same position, all are counted anew.
 */
function positionsFor(stood: readonly Stood[], stay: ReadonlySet<number>): number[] {
  const fixed = stood.map((each, index) => (stay.has(index) ? (each?.position ?? null) : null));
  const positions: number[] = [];
  fixed.forEach((position, index) => {
    const above = positions[index - 1];
    const below = fixed.find((each, later) => later > index && each !== null) ?? null;
    positions.push(position ?? between(above, below));
  });
  const moved = fixed.some((position) => position === null);
  const rising = positions.every(
    (each, index) => index === 0 || each > (positions[index - 1] ?? 0),
  );
  return rising || !moved ? positions : stood.map((_, index) => index + 1);
}

function between(above: number | undefined, below: number | null): number {
  if (above === undefined) return below === null ? 1 : below - 1;
  return below === null ? above + 1 : (above + below) / 2;
}

/** What may stay where it is: the longest row in the order in which it stood, by its places. */
function longestRise(places: readonly Stood[]): Set<number> {
  const best: { length: number; from: number }[] = [];
  let end = -1;
  places.forEach((place, index) => {
    best[index] = { length: place === null ? 0 : 1, from: -1 };
    if (place === null) return;
    for (let earlier = 0; earlier < index; earlier += 1) {
      const other = places[earlier];
      const length = (best[earlier]?.length ?? 0) + 1;
      if (!other || other.rank >= place.rank || length <= (best[index]?.length ?? 0)) continue;
      best[index] = { length, from: earlier };
    }
    if (end === -1 || (best[index]?.length ?? 0) > (best[end]?.length ?? 0)) end = index;
  });
  const stay = new Set<number>();
  for (let at = end; at !== -1; at = best[at]?.from ?? -1) stay.add(at);
  return stay;
}

type Kept = { old: TextBox; box: TextBox; id: string };

/** Links that are gone, where both their boxes are still there: a box takes its links with it. */
function removedLinks(
  kept: readonly Kept[],
  theory: Theory,
  ids: ReadonlyMap<string, string>,
  idOf: ReadonlyMap<string, string>,
): Operation[] {
  return kept.flatMap(({ old, box, id }) =>
    old.links.flatMap(({ to }): Operation[] => {
      if (!ids.has(to) || box.links.some((link) => link.to === to)) return [];
      const link = linkBetween(theory, id, idOf.get(to) ?? '');
      return link === undefined ? [] : [{ kind: 'removeLink', id: link.id }];
    }),
  );
}

function addedLinks(
  now: TextTheory,
  before: ReadonlyMap<string, TextBox>,
  ids: ReadonlyMap<string, string>,
  newId: (mark: string) => string,
): Extract<Operation, { kind: 'addLink' }>[] {
  return now.boxes.flatMap((box) =>
    box.links
      .filter(({ to }) => !before.get(box.mark)?.links.some((link) => link.to === to))
      .map(({ to, reason, more }) => ({
        kind: 'addLink' as const,
        link: {
          id: newId(`${box.mark}>${to}`),
          source: ids.get(box.mark) ?? '',
          target: ids.get(to) ?? '',
          reason,
          more: present(more),
        },
      })),
  );
}

function editsOfLinks(
  old: TextBox,
  box: TextBox,
  theory: Theory,
  ids: ReadonlyMap<string, string>,
): Operation[] {
  return box.links.flatMap((link) => {
    const earlier = old.links.find(({ to }) => to === link.to);
    const at = linkBetween(theory, ids.get(box.mark) ?? '', ids.get(link.to) ?? '');
    return earlier === undefined || at === undefined ? [] : editsOfLink(at, earlier, link);
  });
}

function editsOfLink(at: Link, old: TextLink, link: TextLink): Operation[] {
  const edit = (field: 'reason' | `more.${string}`, from: string, to: string): Operation[] =>
    from === to
      ? []
      : [{ kind: 'editLink', id: at.id, field, from: stored(fieldOf(at, field), from), to }];
  return [
    ...edit('reason', old.reason, link.reason),
    ...keysOf(old.more, link.more).flatMap((key) =>
      edit(`more.${key}`, old.more[key] ?? '', link.more[key] ?? ''),
    ),
  ];
}
