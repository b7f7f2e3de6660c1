import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';

/** What to do first where there are no outlines to draw. */
export function NoBoundaries({ programmeId, mayEdit }: { programmeId: string; mayEdit: Answer }) {
  return (
    <>
      <p className="govuk-inset-text">
        There are no boundaries yet, so nothing can be drawn. Download “Lower layer Super Output
        Areas (December 2021) Boundaries” from the Open Geography portal of the Office for National
        Statistics as GeoJSON (generalised, BGC), and bring the file in here. A file of all of
        England is cut to your authority.
      </p>
      {mayEdit.yes ? (
        <ButtonLink href={links.importAreaFile(programmeId)}>Bring boundaries in</ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </>
  );
}
