import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { FileField, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';

/** Bringing in what an authority has published in another installation. */
export function BringPage(props: {
  programmeId: string;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, answer } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(programmeId), words: 'Delivery plan' },
          { href: links.across(programmeId), words: 'Other authorities' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Bring in a published file</Heading>
      <p className="govuk-body">
        Open the public page of their plan or theory and take it as data (JSON). Only what could
        have been published is kept of the file.
      </p>
      <Form upload>
        <TextField
          name="owner"
          label="Whose it is"
          hint="For example, Northmere Council"
          answer={answer}
        />
        <FileField name="file" label="The file" accept=".json,application/json" answer={answer} />
        <Button>Bring it in</Button>
      </Form>
    </>
  );
}
