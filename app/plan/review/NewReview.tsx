import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { STANDING_HINTS, STANDING_NAMES, STANDINGS } from '#app/panel/consultation.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';

export interface NewReviewProps {
  programmeId: string;
  line: { id: string; title: string };
  text: string;
  hint: string;
  /** What is hard to read in these words. */
  hints: string[];
  drafts: { id: string; title: string }[];
}

/** Asking the panel about a line: its words first, then which consultation it is asked in. */
export function NewReview(
  props: NewReviewProps & { answer: { problems: readonly Problem[]; typed: Typed } | undefined },
) {
  const { programmeId, line, text, hint, hints, drafts, answer } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.plan(programmeId), words: 'Delivery plan' },
            { href: links.planLine(programmeId, line.id), words: line.title },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Ask the panel about this line</Heading>
        <p className="govuk-body">
          Members say whether to keep it, change it, or not do it, and why. What the line says today
          is kept beside their answers.
        </p>
        <Form>
          <TextArea
            name="text"
            label="What members are asked"
            rows={3}
            value={text}
            answer={answer}
          />
          <TextArea
            name="hint"
            label="Under it: for whom, where, by when, for how much"
            rows={6}
            value={hint}
            answer={answer}
            optional
          />
          {hints.length === 0 ? (
            <p className="govuk-body-s tl-reason">No long sentence and no council word found.</p>
          ) : (
            <ul className="govuk-list govuk-list--bullet">
              {hints.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
          {drafts.length === 0 ? (
            <input type="hidden" name="into" value="new" />
          ) : (
            <>
              <Choices
                kind="radios"
                name="into"
                label="Where is it asked?"
                values={['new']}
                answer={answer}
                options={[
                  { value: 'new', label: 'In a consultation of its own' },
                  { value: 'draft', label: 'With other lines, in a draft that is there already' },
                ]}
              />
              <Select
                name="draftId"
                label="Which draft?"
                value=""
                answer={answer}
                options={[
                  { value: '', label: 'Choose a draft' },
                  ...drafts.map(({ id, title }) => ({ value: id, label: title })),
                ]}
                optional
              />
            </>
          )}
          <TextField
            name="title"
            label="Title of the consultation"
            hint="In words that a parent would use"
            value=""
            answer={answer}
          />
          <TextArea
            name="purpose"
            label="Why you ask, and what can still change"
            hint="Members read this first."
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
          <Button>Draft it</Button>
        </Form>
      </div>
    </div>
  );
}
