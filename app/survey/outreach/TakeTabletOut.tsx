import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import type { SurveyState } from '../survey.ts';

interface Props {
  programmeId: string;
  survey: { id: string; title: string; state: SurveyState };
  /** Days out that still take answers. */
  batches: readonly { id: string; place: string; receivedOn: string; entered: number }[];
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** Where a day out begins: on the tablet itself, while it has a network. */
export function TakeTabletOut({ programmeId, survey, batches, answer }: Props) {
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.survey(programmeId, survey.id), words: survey.title },
          { href: links.batches(programmeId, survey.id), words: 'Answers entered by hand' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={survey.title}>Take a tablet out</Heading>
      <p className="govuk-body">
        For a fair, a playground, a hub without a network. Open this page on the tablet itself while
        it is on line. Families then answer without a network, one after the other; what they answer
        is sealed on the tablet and sent as soon as it is on line again.
      </p>
      {survey.state === 'open' ? (
        <Form>
          <TextField
            name="place"
            label="Where are you going?"
            hint="Such as “Brookside summer fair”"
            answer={answer}
          />
          <Button>Prepare this tablet</Button>
        </Form>
      ) : (
        <p className="govuk-body tl-reason">The survey is not open, so nobody can answer it now.</p>
      )}
      {batches.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Carry on</h2>
          <p className="govuk-body">
            A second tablet for the same day, or a tablet that asks you to sign in again.
          </p>
          <ul className="govuk-list">
            {batches.map(({ id, place, receivedOn, entered }) => (
              <li key={id}>
                <a className="govuk-link" href={links.tablet(id)}>
                  {place}
                </a>
                , {sayShortDay(receivedOn)}, {many(entered, 'answer')} so far
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
