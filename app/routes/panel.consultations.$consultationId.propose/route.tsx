import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { consultationOfMine } from '#app/panel/consultation-of-mine.server.ts';
import { ProposalForm } from '#app/panel/kinds/proposals.ts';
import { proposeStatement } from '#app/panel/kinds/propose-statement.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('Write a statement for the others');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireMember(request);
  const { consultation, proposals, mine } = await consultationOfMine(
    person,
    params.consultationId ?? '',
  );
  return {
    consultation,
    mayPropose: proposals.mayPropose,
    asked: mine.statements.map(({ id, text }) => ({ id, text })),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person } = await requireMember(request);
  const id = params.consultationId ?? '';
  const read = await parseForm(request, ProposalForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    if (await proposeStatement(person, id, read.value.text)) {
      return redirect(links.helpNow(links.memberConsultation(id)));
    }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'text', message: error.message }], read.typed);
  }
  const said = 'Thank you. Somebody who runs the panel reads it first.';
  return redirectSaying(request, links.memberConsultation(id), said);
});

export default function Propose() {
  const { consultation, mayPropose, asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PublicFrame back={{ href: links.memberConsultation(consultation.id), words: 'Back' }}>
      <ErrorSummary problems={answer?.problems} />
      <span className="govuk-caption-l">{consultation.title}</span>
      <h1 className="govuk-heading-l">Write a statement for the others</h1>
      {mayPropose || answer ? (
        <>
          <p className="govuk-body">
            Everybody on the panel can then say whether they agree. Your name is not shown to them.
            Somebody who runs the panel reads it first, and may change the words. You will see why.
          </p>
          <Form>
            <TextArea
              name="text"
              label="Your statement"
              hint="One sentence that people can agree or disagree with. Leave out names."
              rows={3}
              answer={answer}
            />
            <Button>Send it</Button>
          </Form>
        </>
      ) : (
        <p className="govuk-body">
          You cannot add one at the moment. When your others are read, or in the next consultation,
          you can.
        </p>
      )}
      <h2 className="govuk-heading-m">What is asked already</h2>
      <ul className="govuk-list govuk-list--bullet">
        {asked.map(({ id, text }) => (
          <li key={id} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </PublicFrame>
  );
}
