import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { OutcomesNav } from '../OutcomesNav.tsx';
import { NO_COMPARISON, type SeenScores } from './scores.ts';

const WAY_WORDS: Readonly<Record<SeenScores['way'], string>> = {
  better: 'Better than chance alone would make it',
  worse: 'Worse than chance alone would make it',
  chance: 'No more than chance alone could do',
  unknown: 'Cannot say',
};
const WAY_COLOURS: Readonly<Record<SeenScores['way'], string>> = {
  better: 'govuk-tag--green',
  worse: 'govuk-tag--red',
  chance: 'govuk-tag--yellow',
  unknown: 'govuk-tag--grey',
};

/** Scores of validated tools before and after support, and what can be said of them. */
export function ChangePage(props: {
  programmeId: string;
  scores: readonly SeenScores[];
  mayEnter: Answer;
}) {
  const { programmeId, scores, mayEnter } = props;
  return (
    <>
      <Heading>Before and after</Heading>
      <PlanNav programmeId={programmeId} here="outcomes" />
      <OutcomesNav programmeId={programmeId} here="change" />
      <div className="tl-reading">
        <p className="govuk-body">
          Scores of validated tools, taken from the same people before and after support. Only how
          many, their means and spreads are kept: no score of anybody.
        </p>
        <div className="govuk-inset-text">{NO_COMPARISON}</div>
        {mayEnter.yes ? (
          <ButtonLink href={links.newScores(programmeId)}>Enter scores</ButtonLink>
        ) : (
          <p className="govuk-body tl-reason">{mayEnter.reason}</p>
        )}
        {scores.length === 0 ? <p className="govuk-body">No scores were entered yet.</p> : null}
        {scores.map((one) => (
          <Scores key={one.id} scores={one} programmeId={programmeId} mayEnter={mayEnter} />
        ))}
      </div>
    </>
  );
}

function Scores(props: { programmeId: string; scores: SeenScores; mayEnter: Answer }) {
  const { programmeId, scores, mayEnter } = props;
  const { id, tool, service, period, pairs, way, says, note } = scores;
  return (
    <section className="tl-duty">
      <h2 className="govuk-heading-m">
        {tool}: {service}
      </h2>
      <p className="govuk-body">
        <strong className={`govuk-tag ${WAY_COLOURS[way]}`}>{WAY_WORDS[way]}</strong> {period},{' '}
        {pairs} people with both scores
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {says.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {note === '' ? null : <p className="govuk-body tl-lines">{note}</p>}
      {mayEnter.yes ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.toolScores(programmeId, id)}>
            Change
            <span className="govuk-visually-hidden">
              {' '}
              the scores of {tool}, {service}
            </span>
          </a>
        </p>
      ) : null}
    </section>
  );
}
