import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { STANDING_HINTS, STANDING_NAMES, STANDINGS } from '#app/panel/consultation.ts';
import { Choices, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export interface NewWalkProps {
  programmeId: string;
  /** Outcomes of the theory, with how many things a walk to each of them asks. */
  goals: { id: string; label: string; typeName: string; stops: number }[];
  all: number;
  most: number;
}

/** What is asked for before a walk is drafted: why, and which part of the theory. */
export function NewWalk(
  props: NewWalkProps & { answer: { problems: readonly Problem[]; typed: Typed } | undefined },
) {
  const { programmeId, goals, all, most, answer } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.theory(programmeId), words: 'Theory of change' },
            { href: links.walks(programmeId), words: 'Walks with the panel' },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Draft a walk through the theory</Heading>
        <p className="govuk-body">
          Each outcome and each link is put in plain words: “We think that this leads to that,
          because…”. Members say whether they agree, what is missing, and what would stop it. You
          read and change the words before anybody is asked.
        </p>
        <Form>
          <Choices
            kind="radios"
            name="whole"
            label="How much of the theory?"
            hint={`Up to about fifteen things can be answered in one sitting; ${most} is the most.`}
            values={['some']}
            answer={answer}
            options={[
              {
                value: 'some',
                label: 'Some outcomes, with everything that leads to them',
              },
              { value: 'all', label: `All of it: ${many(all, 'thing')} to ask` },
            ]}
          />
          <Choices
            kind="checkboxes"
            small
            name="goals"
            label="Which outcomes?"
            values={[]}
            answer={answer}
            options={goals.map(({ id, label, typeName, stops }) => ({
              value: id,
              label,
              hint: `${typeName}: ${many(stops, 'thing')} to ask`,
            }))}
          />
          <TextField
            name="title"
            label="Title"
            hint="In words that a parent would use, such as “Will this really help?”"
            value=""
            answer={answer}
          />
          <TextArea
            name="purpose"
            label="Why you ask, and what can still change"
            hint="Members read this first."
            rows={4}
            value=""
            answer={answer}
          />
          <Choices
            kind="radios"
            name="standing"
            label="What kind of asking is this?"
            values={['engagement']}
            answer={answer}
            options={STANDINGS.map((standing) => ({
              value: standing,
              label: STANDING_NAMES[standing],
              hint: STANDING_HINTS[standing],
            }))}
          />
          <Button>Put it in plain words</Button>
        </Form>
      </div>
    </div>
  );
}
