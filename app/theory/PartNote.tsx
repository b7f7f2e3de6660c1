import { links, type TheoryLook, type TheoryViewName } from '#app/http/links.ts';
import type { Theory } from './graph.ts';
import { partsOf } from './parts.ts';

/** Says that a page shows a part of the theory, and leads to the whole; nothing where it shows all. */
export function PartNote(props: {
  programmeId: string;
  theory: Pick<Theory, 'pieces'>;
  look: TheoryLook;
  view: TheoryViewName;
}) {
  const part = partsOf(props.theory).find(({ id }) => id === props.look.part);
  if (part === undefined) return null;
  const whole = links.theoryView(props.programmeId, props.view, { ...props.look, part: '' });
  return (
    <p className="govuk-inset-text">
      This is the part “{part.name}” with what it shares.{' '}
      <a className="govuk-link" href={whole}>
        See the whole theory
      </a>
    </p>
  );
}
