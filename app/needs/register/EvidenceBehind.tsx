import { links } from '#app/http/links.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { EVIDENCE_NAMES } from '#app/needs/finding.ts';
import { placeFindingAddress } from '#app/needs/maps/place-findings.ts';
import type { EvidenceLine } from './register.server.ts';

/** What a need rests on: frozen figures, and whether their source still says the same. */
export function EvidenceBehind(props: {
  programmeId: string;
  behind: readonly EvidenceLine[];
  mayEdit: boolean;
}) {
  if (props.behind.length === 0) {
    return (
      <p className="govuk-body">
        Nothing stands behind this need yet. Open the{' '}
        <a className="govuk-link" href={links.needs(props.programmeId)}>
          results of a survey or official figures
        </a>{' '}
        and press “Make this a need” beside a figure, or choose evidence below.
      </p>
    );
  }
  return (
    <>
      {props.behind.map((line) => (
        <Evidence key={line.id} line={line} {...props} />
      ))}
    </>
  );
}

function Evidence(props: { programmeId: string; line: EvidenceLine; mayEdit: boolean }) {
  const { line } = props;
  const href = sourceAddress(props.programmeId, line.source);
  return (
    <div className={`tl-evidence${line.stale ? ' tl-evidence--stale' : ''}`}>
      <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{line.sentence}</p>
      <p className="govuk-body-s govuk-!-margin-bottom-1">
        {EVIDENCE_NAMES[line.kind]}, taken {sayMoment(line.takenAt)}
        {href === null ? null : (
          <>
            {' · '}
            <a className="govuk-link" href={href}>
              See where it comes from
            </a>
          </>
        )}
      </p>
      {line.stale ? (
        <p className="govuk-body-s govuk-!-margin-bottom-1">
          <strong>Out of date.</strong>{' '}
          {line.stale.now === null
            ? 'Its source is gone, or says nothing that may be shown any more.'
            : `Its source now says: ${line.stale.now}`}
        </p>
      ) : null}
      {props.mayEdit ? (
        <Form className="tl-noprint">
          <input type="hidden" name="evidence" value={line.id} />
          <div className="govuk-button-group govuk-!-margin-bottom-0">
            {line.stale && line.stale.now !== null ? (
              <Button intent="freshen" kind="secondary">
                Take the new figure
                <span className="govuk-visually-hidden"> in place of: {line.sentence}</span>
              </Button>
            ) : null}
            <Button intent={line.against ? 'turn-for' : 'turn-against'} kind="secondary">
              {line.against ? 'It speaks for the need' : 'It speaks against the need'}
              <span className="govuk-visually-hidden">: {line.sentence}</span>
            </Button>
            <Button intent="untie" kind="secondary">
              Take this evidence away
              <span className="govuk-visually-hidden">: {line.sentence}</span>
            </Button>
          </div>
        </Form>
      ) : null}
    </div>
  );
}

/** The page where the source of a piece of evidence can be looked at. */
function sourceAddress(programmeId: string, source: Record<string, string>): string | null {
  const { survey, question, file, table, theme } = source;
  if (survey) return `${links.surveyResults(programmeId, survey)}${question ? `#${question}` : ''}`;
  if (file) return links.areaFile(programmeId, file);
  if (table) return links.printedTable(programmeId, table);
  if (theme) return links.theme(programmeId, theme);
  return placeFindingAddress(programmeId, source);
}
