import { useCallback, useDeferredValue, useMemo } from 'react';
import { sortFindings, type Accepted } from '../accept/accepted.ts';
import { checkTheory } from '../checks/check-theory.ts';
import { coached } from '../checks/coach.ts';
import type { Theory } from '../graph.ts';
import { Panel } from './Panel.tsx';

type OfPanel = Omit<Parameters<typeof Panel>[0], 'sorted' | 'next'>;

/** The panel with what the checks say: it comes after the canvas, which is drawn and edited without. */
export default function Beside(
  props: OfPanel & {
    accepted: readonly Accepted[];
    /** The theory as it is at this very moment, before it is drawn. */
    latest: () => Theory;
  },
) {
  const { accepted, latest, ...panel } = props;
  const { theory, stage, around } = panel;
  const checked = useDeferredValue(theory);
  const sortedOf = useCallback(
    (of: Theory) => sortFindings(checkTheory(of, stage, around), accepted),
    [stage, accepted, around],
  );
  const sorted = useMemo(() => sortedOf(checked), [checked, sortedOf]);
  const next = () => {
    const now = latest();
    return coached(sortedOf(now).open, now, stage).first;
  };
  return <Panel {...panel} sorted={sorted} next={next} />;
}
