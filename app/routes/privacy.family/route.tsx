import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireRecentSignIn, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { readableHeld } from '#app/panel/care/held.ts';
import { heldPage } from '#app/panel/care/held-page.server.tsx';
import { allow } from '#app/people/allow.server.ts';
import { eraseFamily, familyData } from '#app/privacy/family-data.server.ts';
import { HeldTables } from '#app/privacy/HeldTables.tsx';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';

export { staffStyles as links };
export const meta = () => titleOf('What is held of one family');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  allow(person, 'privacy.manage', person);
  await requireRecentSignIn(request);
  return null;
});

const Asked = z.object({
  intent: z.enum(['see', 'html', 'json', 'erase']),
  reference: z.string().min(1, 'Type the reference that the family kept').max(100),
});

/** The reference comes by post: an address would be kept in logs and in the browser. */
export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person, authority } = await requireStaff(request);
  allow(person, 'privacy.manage', person);
  await requireRecentSignIn(request, links.familyData());
  const read = await parseForm(request, Asked);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { intent, reference } = read.value;
  const message = 'No answers have this reference. Look whether it is typed as the family has it';
  const none = () => badInput([{ field: 'reference', message }], { reference });
  if (intent === 'erase') {
    if (!(await eraseFamily(person, reference))) return none();
    const said =
      'The answers and every copy of their words are deleted. Counts that were published stay.';
    return redirectSaying(request, links.familyData(), said);
  }
  const held = await familyData(person, reference);
  if (held === null) return none();
  // A file is no data of this page.
  if (intent !== 'see') return heldPage(authority.name, held, intent) as never;
  return data({ problems: [], typed: { reference }, held: readableHeld(held) });
});

export default function Family() {
  const answer = useActionData<typeof action>();
  const held = answer && 'held' in answer ? answer.held : null;
  const reference = answer?.typed['reference'];
  return (
    <StaffFrame>
      <Breadcrumbs trail={[{ href: links.privacy(), words: 'Personal data' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>What is held of one family</Heading>
      <p className="govuk-body">
        Whoever holds the reference is the family, as far as anybody can know: ask for nothing else.
        Answers that came from a file or on paper have a reference too, which stands in the batch or
        the import.
      </p>
      <Form>
        <TextField
          name="reference"
          label="Reference"
          hint="Such as K7QM-4RXD"
          width={10}
          answer={answer}
          spellCheck={false}
        />
        <Button intent="see">Show what is held</Button>
      </Form>
      {held && typeof reference === 'string' ? (
        <>
          <HeldTables held={held} />
          <Hand reference={reference} />
        </>
      ) : null}
    </StaffFrame>
  );
}

function Hand({ reference }: { reference: string }) {
  return (
    <>
      <h2 className="govuk-heading-m">Hand it over, or erase it</h2>
      <Form>
        <input type="hidden" name="reference" value={reference} />
        <div className="govuk-button-group">
          <Button intent="html" kind="secondary">
            A page to print
          </Button>
          <Button intent="json" kind="secondary">
            A file (JSON)
          </Button>
          <Button intent="erase" kind="warning">
            Erase these answers
          </Button>
        </div>
      </Form>
      <p className="govuk-body">
        Erasing cannot be undone. What stays: results that were published or frozen as evidence,
        which count families and name none, and a line in the trail that one family’s answers were
        deleted. Copies in backups go as the backups do, and a restored backup forgets them again.
      </p>
    </>
  );
}
