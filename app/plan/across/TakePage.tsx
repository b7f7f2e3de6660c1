import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Choices, Select } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { calledOf, THING_NAMES, WORD_NAMES, type Thing } from './fragment.ts';

interface Props {
  programmeId: string;
  code: string;
  owner: string;
  /** Where it comes from, in words. */
  from: string;
  kind: 'outcome' | 'plan-line';
  things: readonly Thing[];
  /** Our outcomes, under which it may go. */
  ours: readonly { id: string; label: string }[];
  /** The one that is the same, where there is one. */
  onto: string;
  mayTake: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** What would be taken over from somebody else, before it is. */
export function TakePage(props: Props) {
  const { programmeId, code, owner, from, kind, things, ours, mayTake, answer } = props;
  const [first, ...rest] = things;
  if (first === undefined) return null;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.across(programmeId), words: 'Other authorities' },
          { href: links.across(programmeId, code), words: `Compared with ${owner}` },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={kind === 'outcome' ? 'Take over an outcome' : 'Take over a plan line'}>
        {calledOf(first)}
      </Heading>
      <p className="govuk-body">From {from}.</p>
      <Words thing={first} />
      <p className="govuk-body">
        {kind === 'outcome'
          ? 'Their baselines and targets stay with them. Everything says where it came from, and you can undo it.'
          : 'It comes without owners, days and money. It says where it came from.'}
      </p>
      {mayTake.yes ? (
        <Form className="tl-form">
          {kind === 'outcome' ? (
            <>
              <Select
                name="onto"
                label="Where it goes"
                value={props.onto}
                options={[
                  { value: '', label: 'A new outcome, worded as theirs' },
                  ...ours.map(({ id, label }) => ({ value: id, label: `Under ours: ${label}` })),
                ]}
                answer={answer}
              />
              {rest.length === 0 ? null : (
                <Choices
                  kind="checkboxes"
                  name="things"
                  label="What comes along"
                  values={rest.map(({ there }) => there)}
                  answer={answer}
                  options={rest.map((thing) => ({
                    value: thing.there,
                    label: calledOf(thing),
                    hint: THING_NAMES[thing.kind],
                  }))}
                />
              )}
            </>
          ) : null}
          <Button>Take it over</Button>
        </Form>
      ) : (
        <p className="govuk-body tl-reason">{mayTake.reason}</p>
      )}
    </>
  );
}

function Words({ thing }: { thing: Thing }) {
  return (
    <dl className="govuk-summary-list">
      {Object.entries(thing.words).map(([field, words]) => (
        <div className="govuk-summary-list__row" key={field}>
          <dt className="govuk-summary-list__key">{WORD_NAMES[field] ?? field}</dt>
          <dd className="govuk-summary-list__value tl-lines">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
