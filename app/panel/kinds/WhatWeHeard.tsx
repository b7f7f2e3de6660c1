import type { MayOnWords } from '#app/care/care.ts';
import { links } from '#app/http/links.ts';
import { ConsultationResults } from '../ConsultationResults.tsx';
import type { Results } from '../results.ts';
import { ItemResults } from './ItemResults.tsx';
import type { ItemResult } from './item-results.ts';
import type { Kind } from './kinds.ts';

export interface HeardProps {
  programmeId: string;
  consultation: { id: string; kind: Kind };
  results: Results | null;
  answers: ItemResult[] | null;
  practitioners: ItemResult[] | null;
  /** Whether this person may take single answers with them. */
  mayTake: boolean;
  mayOnWords: MayOnWords;
}

/** What came of a consultation of any kind: parents and carers first, practitioners apart. */
export function WhatWeHeard(props: HeardProps) {
  const { programmeId, consultation, results, answers, practitioners, mayTake } = props;
  const { id, kind } = consultation;
  const onWords = { programmeId, may: props.mayOnWords };
  if (!results && !answers) return null;
  return (
    <>
      <h2 className="govuk-heading-l">
        {kind === 'poll' ? 'What the room answered' : 'What parents and carers answered'}
      </h2>
      {results ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.consultationOpinion(programmeId, id)}>
            What unites and what divides, and who thinks alike
          </a>
        </p>
      ) : null}
      {results ? <ConsultationResults {...onWords} results={results} /> : null}
      {answers ? <ItemResults results={answers} level={3} onWords={onWords} /> : null}
      {practitioners ? (
        <>
          <h2 className="govuk-heading-l">What practitioners answered</h2>
          <p className="govuk-body">
            Counted apart: the panel is the parents’ and carers’. Do not add the two together.
          </p>
          <ItemResults results={practitioners} level={3} group="practitioners" onWords={onWords} />
        </>
      ) : null}
      <TakeAway {...{ programmeId, id, mayTake }} />
    </>
  );
}

function TakeAway(props: { programmeId: string; id: string; mayTake: boolean }) {
  const { programmeId, id, mayTake } = props;
  return (
    <section className="tl-noprint">
      <h2 className="govuk-heading-m">Take it with you</h2>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={links.takeConsultation(programmeId, id, 'counts.csv')}>
            The counts as a table (CSV)
          </a>
        </li>
        {mayTake ? (
          <li>
            <a className="govuk-link" href={links.takeConsultation(programmeId, id, 'answers.csv')}>
              Every answer, in no order and without its writer (CSV)
            </a>
          </li>
        ) : null}
        <li>
          <a className="govuk-link" href={links.printConsultation(programmeId, id)}>
            A page to print
          </a>
        </li>
      </ul>
    </section>
  );
}
