import { STATE_NAMES, STATE_SHAPES, type CoverageState } from './coverage.ts';

/** A state as shape and word. */
export function StateMark({ state }: { state: CoverageState }) {
  return (
    <span className={`tl-state tl-state--${state}`}>
      <span aria-hidden="true">{STATE_SHAPES[state]}</span> {STATE_NAMES[state]}
    </span>
  );
}
