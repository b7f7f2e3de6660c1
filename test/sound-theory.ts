import type { LineAround, Surroundings } from '#app/theory/checks/surroundings.ts';
import { isOutcomeType, type Box, type Link, type Piece, type Theory } from '#app/theory/graph.ts';
import { between, boxOf, cleanTheory } from './some-theories.ts';

// A theory and what stands around it with which no check finds fault at any stage.

/** A measure that lacks nothing. */
export function measureOn(on: string | null, more: Piece['more'] = {}): Piece {
  return {
    id: `measure of ${on ?? 'nothing'}`,
    kind: 'measure',
    on,
    more: {
      label: `Share of whom it is true: ${on ?? 'nothing'}`,
      source: 'Families’ survey',
      unit: 'per cent',
      counts: 'change',
      baseline: '40',
      baselineOn: '2026-06-30',
      target: '60',
      targetOn: '2028-06-30',
      shared: 'local',
      ...more,
    },
  };
}

export function evidenceOn(on: string, more: Piece['more'] = {}): Piece {
  return {
    id: `evidence on ${on}`,
    kind: 'evidence',
    on,
    more: { what: 'A study', direction: 'for', ...more },
  };
}

export function measuresFor(boxes: readonly Box[]): Piece[] {
  return boxes.filter(({ type }) => isOutcomeType(type)).map(({ id }) => measureOn(id));
}

/** The clean theory with measures, a ceiling, a review, and what was thought of. */
export function soundTheory(): Theory {
  const clean = cleanTheory();
  const boxes = clean.boxes.map((box) =>
    box.type === 'need' ? { ...box, more: { ...box.more, needId: `n-${box.id}` } } : box,
  );
  return {
    ...clean,
    boxes,
    pieces: measuresFor(boxes),
    more: {
      ceiling: 'impact',
      reviewedOn: '2026-09-01',
      unintended: 'Day groups could lose families to the evenings.',
      afterwards: 'The evenings stay; the library pays for heating.',
    },
  };
}

export function lineOf(activityId: string, change: Partial<LineAround> = {}): LineAround {
  return {
    id: `line of ${activityId}`,
    title: `Line of ${activityId}`,
    owner: 'Hub manager',
    startsOn: '2026-04-01',
    endsOn: '2029-03-31',
    milestone: 'Opened',
    costPence: 5_000_000,
    status: 'under-way',
    activityIds: [activityId],
    changedIds: [],
    ...change,
  };
}

export function soundSurroundings(): Surroundings {
  const evidence = [
    { source: 'survey a hours', takenOn: '2026-06-01', stale: false },
    { source: 'theme hours', takenOn: '2026-07-01', stale: false },
  ];
  return {
    today: '2026-11-22',
    startsOn: '2026-04-01',
    endsOn: '2029-03-31',
    begunOn: '2026-05-01',
    needs: ['evenings', 'talk'].map((id) => ({
      id: `n-${id}`,
      statement: `Need ${id}`,
      who: '',
      priority: 'high',
      notNowBecause: '',
      evidence,
    })),
    themes: [
      {
        id: 'hours',
        name: 'Opening hours',
        people: 12,
        needIds: ['n-evenings'],
        inTheory: false,
        lineIds: [],
        refused: false,
      },
    ],
    groups: [{ name: 'Fathers', heard: 40, surveyId: 'survey' }],
    lines: [lineOf('open'), lineOf('train'), lineOf('invite', { costPence: 2_000_000 })],
    packs: [{ id: 'pack', title: 'Guidance', missing: [] }],
    courses: [],
    library: [{ id: 'gld', label: 'Good level of development', phrases: ['speak at their age'] }],
    doubts: [],
    editors: 2,
    heard: true,
  };
}

const clean = soundTheory();

/** The sound theory with further boxes and links; what a link says follows from its ends. */
export function plus(boxes: Box[], pairs: [string, string][] = [], theory = clean): Theory {
  const all = [...theory.boxes, ...boxes];
  const links = pairs.map(([source, target]) => between(all, source, target));
  const backed = boxes.filter(({ type }) => type === 'need').map(({ id }) => evidenceOn(id));
  return {
    ...theory,
    boxes: all,
    links: [...theory.links, ...links],
    pieces: [...theory.pieces, ...measuresFor(boxes), ...backed],
  };
}

export function without(id: string): Theory {
  return {
    ...clean,
    boxes: clean.boxes.filter((box) => box.id !== id),
    links: clean.links.filter((link) => link.id !== id && link.source !== id && link.target !== id),
    pieces: clean.pieces.filter((piece) => piece.on !== id),
  };
}

export function saying(id: string, label: string): Theory {
  return { ...clean, boxes: clean.boxes.map((box) => (box.id === id ? { ...box, label } : box)) };
}

/** A change that says for whom. */
export function changeOf(type: 'intermediateOutcome' | 'longTermOutcome', id: string): Box {
  return boxOf(type, id, { label: `Parents feel ${id}` });
}

export function knowing(id: string, more: Box['more']): Theory {
  return { ...clean, boxes: clean.boxes.map((box) => (box.id === id ? { ...box, more } : box)) };
}

export function withLinks(change: (links: readonly Link[]) => Link[]): Theory {
  return { ...clean, links: change(clean.links) };
}

export function withPieces(...pieces: Piece[]): Theory {
  const replaced = new Set(pieces.map(({ id }) => id));
  return { ...clean, pieces: [...clean.pieces.filter(({ id }) => !replaced.has(id)), ...pieces] };
}

export function telling(id: string, more: Link['more'], theory = clean): Theory {
  const links = theory.links.map((link) =>
    link.id === id ? { ...link, more: { ...link.more, ...more } } : link,
  );
  return { ...theory, links };
}

export function whole(more: Theory['more']): Theory {
  return { ...clean, more: { ...clean.more, ...more } };
}
