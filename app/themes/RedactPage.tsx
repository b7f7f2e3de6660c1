import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';

/** Taking something out of a comment, with the reason. */
export function RedactPage(props: {
  programmeId: string;
  words: string;
  where: string;
  /** Why something was taken out before; null where nothing was. */
  redacted: string | null;
  mayReadOriginal: Answer;
  /** The words before, when somebody just asked for them. */
  original: string | null;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, words, redacted, original, mayReadOriginal, answer } = props;
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.coding(programmeId), words: 'What people wrote' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Take something out of a comment</Heading>
      <p className="govuk-body">
        For a name, an address, or anything else that could show who somebody is. From then on
        everybody reads the shorter words, in every list, file and document. The original stays
        where it was written; whoever reads it is recorded.
      </p>
      <p className="govuk-body-s tl-reason">{props.where}</p>
      {redacted === null ? null : (
        <div className="govuk-inset-text">
          Something was taken out before: {redacted}
          {original !== null ? (
            <>
              <p className="govuk-body govuk-!-margin-top-2">
                <strong>As it was written:</strong>
              </p>
              <p className="govuk-body tl-lines" dir="auto">
                {original}
              </p>
            </>
          ) : null}
          {mayReadOriginal.yes ? (
            <Form>
              <div className="govuk-button-group govuk-!-margin-top-3">
                <Button intent="original" kind="secondary">
                  Read it as it was written
                </Button>
                <Button intent="put-back" kind="warning">
                  Put it back as it was written
                </Button>
              </div>
            </Form>
          ) : (
            <p className="govuk-body tl-reason">{mayReadOriginal.reason}</p>
          )}
        </div>
      )}
      <Form>
        <TextArea
          name="words"
          label="The words as everybody will read them"
          hint="Put [a name], [a place] or the like where something was."
          rows={6}
          value={words}
          answer={answer}
        />
        <TextField
          name="reason"
          label="Why"
          hint="Such as “Names a child”. Do not repeat what was taken out."
          answer={answer}
        />
        <Button intent="redact">Take it out</Button>
      </Form>
    </div>
  );
}
