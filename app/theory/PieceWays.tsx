import { links } from '#app/http/links.ts';
import { many } from '#app/ui/words.ts';
import { piecesOf, type Theory } from './graph.ts';

/** How much is known of a box or link and how it is measured, in a line, and the ways to add to it. */
export function PieceWays(props: {
  programmeId: string;
  theory: Theory;
  /** The box or link, and what it is called. */
  on: string;
  about: string;
  mayEdit: boolean;
}) {
  const { programmeId, theory, on, about } = props;
  const evidence = piecesOf(theory, 'evidence', on).length;
  const measures = piecesOf(theory, 'measure', on).length;
  const there = [
    ...(evidence === 0 ? [] : [many(evidence, 'piece of evidence', 'pieces of evidence')]),
    ...(measures === 0 ? [] : [many(measures, 'measure')]),
  ];
  if (there.length === 0 && !props.mayEdit) return null;
  return (
    <p className="tl-incoming">
      {there.length === 0 ? null : `${there.join(', ')}. `}
      {props.mayEdit ? (
        <span className="tl-noprint">
          <a className="govuk-link" href={links.addTheoryEvidence(programmeId, on)}>
            Add evidence<span className="govuk-visually-hidden">: {about}</span>
          </a>
          {', '}
          <a className="govuk-link" href={links.addMeasure(programmeId, on)}>
            add a measure<span className="govuk-visually-hidden">: {about}</span>
          </a>
        </span>
      ) : null}
    </p>
  );
}
