import { asQuery, programme } from './address.ts';

/**
 * What somebody looks at in a theory: a part of it, a point of its history (a sequence), the box or
 * the link that is selected. Every way from one view to another keeps it.
 */
export interface TheoryLook {
  readonly part?: string | undefined;
  readonly at?: string | undefined;
  readonly box?: string | undefined;
  readonly link?: string | undefined;
}

/** Where each view of a theory stands below its programme. */
const THEORY_VIEWS = {
  canvas: '/theory',
  outline: '/theory/outline',
  table: '/theory/table',
  text: '/theory/text',
  picture: '/theory/picture',
} as const;

export type TheoryViewName = keyof typeof THEORY_VIEWS;

/** The place on a page of a theory where the selected box or link stands. */
function placeOf(view: TheoryViewName, { box = '', link = '' }: TheoryLook): string {
  if (view === 'canvas' || view === 'picture' || box + link === '') return '';
  if (view === 'text') return '#text';
  return box === '' ? `#link-${encodeURIComponent(link)}` : `#box-${encodeURIComponent(box)}`;
}

/** The addresses of the theory of change. */
export const theoryLinks = {
  theory: (id: string) => `${programme(id)}/theory`,
  /** A view of the theory with what is looked at: `theoryView(id, 'outline', { box })`. */
  theoryView: (id: string, view: TheoryViewName, look: TheoryLook = {}) => {
    const { part = '', at = '', box = '', link = '' } = look;
    const asked = asQuery({ part, at, box, link });
    return `${programme(id)}${THEORY_VIEWS[view]}${asked}${placeOf(view, look)}`;
  },
  // Its parts, and its picture with something laid over it
  theoryParts: (id: string) => `${programme(id)}/theory/parts`,
  theoryPart: (id: string, partId: string) =>
    `${programme(id)}/theory/parts/${encodeURIComponent(partId)}`,
  theoryOverlay: (id: string, overlay: string, part = '') =>
    `${programme(id)}/theory/picture${asQuery({ part, overlay })}`,
  theoryOverlayData: (id: string, overlay: string) => `${programme(id)}/theory/overlay/${overlay}`,
  // What the theory was, who changed it, and what everybody may see of it
  theoryHistory: (id: string, asked: { box?: string; by?: string; page?: number } = {}) =>
    `${programme(id)}/theory/history${asQuery({ box: asked.box ?? '', by: asked.by ?? '', page: asked.page ? String(asked.page) : '' })}`,
  nameTheory: (id: string, at = '') => `${programme(id)}/theory/history/name${asQuery({ at })}`,
  compareTheory: (id: string, from = '', to = '') =>
    `${programme(id)}/theory/history/compare${asQuery({ from, to })}`,
  comparedTheory: (id: string, file: string, from: string, to: string) =>
    `${programme(id)}/theory/history/compare/${file}${asQuery({ from, to })}`,
  theoryGoBack: (id: string, to: string) =>
    `${programme(id)}/theory/history/back${asQuery({ to })}`,
  theoryVersion: (id: string, versionId: string) =>
    `${programme(id)}/theory/history/versions/${versionId}`,
  startTheory: (id: string) => `${programme(id)}/theory/start`,
  theoryOutline: (id: string) => `${programme(id)}/theory/outline`,
  addToTheory: (id: string, type = '') =>
    `${programme(id)}/theory/outline/add${type === '' ? '' : `?type=${type}`}`,
  /** The page of a box; `back` is the view to which saving leads, where it is not the outline. */
  theoryBox: (id: string, boxId: string, back: '' | 'table' | 'canvas' = '') =>
    `${programme(id)}/theory/outline/boxes/${encodeURIComponent(boxId)}${asQuery({ back })}`,
  theoryLink: (id: string, linkId: string, back: '' | 'table' | 'canvas' = '') =>
    `${programme(id)}/theory/outline/links/${encodeURIComponent(linkId)}${asQuery({ back })}`,
  theoryTable: (id: string) => `${programme(id)}/theory/table`,
  /** Rows of a spreadsheet, pasted into the table. */
  pasteTheory: (id: string) => `${programme(id)}/theory/table/paste`,
  walks: (id: string) => `${programme(id)}/theory/walks`,
  newWalk: (id: string) => `${programme(id)}/theory/walks/new`,
  walk: (id: string, consultationId: string) => `${programme(id)}/theory/walks/${consultationId}`,
  takeWords: (id: string, consultationId: string, voteId: string, from: string) =>
    `${programme(id)}/theory/walks/${consultationId}/take?vote=${voteId}&from=${from}`,
  /** Everything that the checks say; `accept` is the finding to let stand. */
  theoryChecks: (id: string, accept = '') => `${programme(id)}/theory/checks${asQuery({ accept })}`,
  theoryEvidenceList: (id: string) => `${programme(id)}/theory/evidence`,
  theoryEvidence: (id: string, pieceId: string) =>
    `${programme(id)}/theory/evidence/${encodeURIComponent(pieceId)}`,
  /** New evidence, about a box or a link. */
  addTheoryEvidence: (id: string, on = '') =>
    `${programme(id)}/theory/evidence/add${asQuery({ on })}`,
  measures: (id: string) => `${programme(id)}/theory/measures`,
  measure: (id: string, pieceId: string) =>
    `${programme(id)}/theory/measures/${encodeURIComponent(pieceId)}`,
  changeMeasure: (id: string, pieceId: string) =>
    `${programme(id)}/theory/measures/${encodeURIComponent(pieceId)}/change`,
  /** A figure to put right or to take out. */
  measureValue: (id: string, pieceId: string, valueId: string) =>
    `${programme(id)}/theory/measures/${encodeURIComponent(pieceId)}/values/${valueId}`,
  /** A new measure of a box or link, from the library or in own words. */
  addMeasure: (id: string, on = '', from = '') =>
    `${programme(id)}/theory/measures/add${asQuery({ on, from })}`,
  bringFigures: (id: string, measure = '') =>
    `${programme(id)}/theory/measures/bring${asQuery({ measure })}`,
  exportMeasures: (id: string, measure = '') =>
    `${programme(id)}/theory/measures/export${asQuery({ measure })}`,
  aboutTheory: (id: string) => `${programme(id)}/theory/about`,
  stressTest: (id: string) => `${programme(id)}/theory/stress`,
  /** One assumption of the stress test, by the box or the link that holds it. */
  stressOf: (id: string, assumptionId: string) =>
    `${programme(id)}/theory/stress/${encodeURIComponent(assumptionId)}`,
  whatIf: (id: string, box = '') => `${programme(id)}/theory/what-if${asQuery({ box })}`,
  twoStories: (id: string) => `${programme(id)}/theory/two-stories`,
  theoryText: (id: string) => `${programme(id)}/theory/text`,
  theoryPicture: (id: string) => `${programme(id)}/theory/picture`,
  theoryOperations: (id: string) => `${programme(id)}/theory/operations`,
  theoryLive: (id: string) => `${programme(id)}/theory/live`,
  importTheory: (id: string) => `${programme(id)}/theory/import`,
  /** The ways to take a theory out, and into which files. */
  theoryFiles: (id: string, { part = '', at = '' }: TheoryLook = {}) =>
    `${programme(id)}/theory/export${asQuery({ part, at })}`,
  exportTheory: (id: string, format: string, { part = '', at = '' }: TheoryLook = {}) =>
    `${programme(id)}/theory/export/${format}${asQuery({ part, at })}`,
  theorySchema: () => '/schemas/theory.json',
};
