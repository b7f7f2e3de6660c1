import { STRANDS } from '#app/needs/registers/choices.ts';
import { outcomesReached } from '#app/plan/plan.ts';
import type { Box, Theory } from '#app/theory/graph.ts';

/** What the theory says already of a line that is made from one of its activities. */
export interface FromActivity {
  title: string;
  owner: string;
  objective: string;
  strand: string;
  successCriteria: string;
  risk: string;
  measureIds: string[];
}

/**
 * The line that an activity asks for: its label, who leads it, the outcome that it leads to first as
 * the objective, the strand that its part of the theory is named after, the measures that hang on those
 * outcomes or on itself, and the risks that stand before it. Whatever the theory does not say is empty.
 */
export function fromActivity(theory: Theory): (activity: Box) => FromActivity {
  const reached = outcomesReached(theory);
  const boxes = new Map(theory.boxes.map((box) => [box.id, box]));
  const measures = theory.pieces.filter(({ kind }) => kind === 'measure');
  return (activity) => {
    const outcomes = reached(activity.id);
    const about = new Set([activity.id, ...outcomes.map(({ id }) => id)]);
    const risks = theory.links
      .filter(({ source, target }) => source === activity.id || target === activity.id)
      .map(({ source, target }) => boxes.get(source === activity.id ? target : source))
      .filter((box) => box?.type === 'risk');
    return {
      title: activity.label.slice(0, 300),
      owner: (activity.more['lead'] ?? '').slice(0, 200),
      objective: (outcomes[0]?.label ?? '').slice(0, 500),
      strand: strandOf(theory, activity),
      successCriteria: '',
      risk: risks
        .map((box) => box?.label ?? '')
        .join('; ')
        .slice(0, 500),
      measureIds: measures.flatMap(({ id, on }) => (on !== null && about.has(on) ? [id] : [])),
    };
  };
}

/** The strand of which the part of an activity bears the name, or empty. */
function strandOf(theory: Theory, activity: Box): string {
  const part = theory.pieces.find(
    ({ kind, id }) => kind === 'part' && id === activity.more['part'],
  );
  const name = (part?.more['name'] ?? '').trim().toLowerCase();
  return (
    STRANDS.find(({ value, label }) => name === value || name === label.toLowerCase())?.value ?? ''
  );
}
