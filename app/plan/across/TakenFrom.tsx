import { links } from '#app/http/links.ts';
import { sayTakenOver, type TakenOver } from './taken-over.ts';

/** Where something came from that was taken over from another authority; nothing where it was not. */
export function TakenFrom({
  programmeId,
  taken,
}: {
  programmeId: string;
  taken: TakenOver | null;
}) {
  return taken === null ? null : (
    <p className="govuk-inset-text" dir="auto">
      {sayTakenOver(taken)}{' '}
      <a className="govuk-link" href={links.takenFragments(programmeId)}>
        See what they changed since
      </a>
    </p>
  );
}
