import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { addFundingStream } from '#app/plan/money/keep-funding-stream.server.ts';
import { Money } from '#app/plan/money/Money.tsx';
import { cutsAsked, moneyPage } from '#app/plan/money/money-page.ts';
import { readMoney } from '#app/plan/money/read-money.server.ts';
import { StreamForm } from '#app/plan/money/stream-form.ts';
import { StreamFields } from '#app/plan/money/StreamFields.tsx';
import { yearsBetween } from '#app/plan/money/years.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Money');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { accounts } = await readMoney(programme);
  return {
    page: moneyPage(programme.id, accounts, cutsAsked(request.url)),
    years: yearsBetween(programme.startsOn, programme.endsOn),
    mayEdit: can(person, 'plan.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const read = await parseForm(request, StreamForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await addFundingStream(person, programme.id, read.value);
  return redirectSaying(request, links.money(programme.id), `“${read.value.name}” is added.`);
});

export default function MoneyRoute() {
  const { page, years, mayEdit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <Money page={page} mayEdit={mayEdit} />
      <section className="tl-noprint">
        <h2 className="govuk-heading-m">Add a funding stream</h2>
        {mayEdit.yes ? (
          <details
            className="govuk-details"
            open={answer !== undefined || page.streams.every(({ stream }) => stream === null)}
          >
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">A new stream of money</span>
            </summary>
            <div className="govuk-details__text">
              <Form className="tl-form">
                <StreamFields years={years} answer={answer} />
                <Button>Add the stream</Button>
              </Form>
            </div>
          </details>
        ) : (
          <p className="govuk-body tl-reason">{mayEdit.reason}</p>
        )}
      </section>
    </>
  );
}
