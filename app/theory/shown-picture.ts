import type { DrawOptions } from './draw.ts';
import type { Theory } from './graph.ts';
import { OVERLAYS, type OverlayId } from './overlays/overlay.ts';
import { collapsed, lanesOf, partsOf, sharing, viewOf } from './parts.ts';
import { tidied } from './tidy.ts';

/** What the page of the picture was asked to show. */
export interface Shown {
  /** A part in place of the whole. */
  part: string | null;
  overlay: OverlayId | null;
  /** How parts are drawn: mixed in the columns, a row each, or one box each. */
  as: '' | 'rows' | 'boxes';
}

/** Reads the address; what it does not know, it leaves out. */
export function shownOf(address: string, theory: Pick<Theory, 'pieces'>): Shown {
  const asked = new URL(address).searchParams;
  const part = partsOf(theory).find(({ id }) => id === asked.get('part'));
  const as = (['rows', 'boxes'] as const).find((each) => each === asked.get('as'));
  return {
    part: part?.id ?? null,
    overlay: OVERLAYS.find((id) => id === asked.get('overlay')) ?? null,
    as: as ?? '',
  };
}

/** The theory that is drawn, and how. */
export function drawnAs(theory: Theory, shown: Shown): { theory: Theory; options: DrawOptions } {
  const view = viewOf(theory, shown.part);
  const parts = partsOf(theory);
  // In the view of a part the parts within it are the rows and boxes, in the whole the outermost.
  const inner = parts.filter(({ within }) => within === shown.part).map(({ id }) => id);
  const whole = shown.as === 'boxes' ? collapsed(view, inner) : view;
  const lanes = lanesOf(whole);
  return {
    // Heights were chosen for the whole theory: what is left of it stands close together.
    theory: whole === theory ? theory : tidied(whole),
    options: {
      legend: true,
      sharedBy: sharing(theory),
      ...(shown.as === 'rows' && lanes.length > 1 ? { lanes } : {}),
    },
  };
}
