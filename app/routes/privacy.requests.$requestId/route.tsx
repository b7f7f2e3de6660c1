import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { RequestForm } from '#app/privacy/RequestForm.tsx';
import { ChangedRequest, dueOn, sayAbout, sayKind } from '#app/privacy/requests.ts';
import { changeRequest, readRequest } from '#app/privacy/run-requests.server.ts';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { sayDay } from '#app/ui/words.ts';

export { staffStyles as links };
export const meta = () => titleOf('A request about personal data');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const found = await readRequest(person, params.requestId ?? '');
  return {
    kind: sayKind(found.kind),
    about: sayAbout(found.about),
    who: found.who,
    came: sayDay(found.receivedOn),
    due: sayDay(dueOn(found.receivedOn, found.extendedBy)),
    how: found.about,
    fields: {
      extendedBy: String(found.extendedBy),
      extendedBecause: found.extendedBecause,
      outcome: found.outcome,
      answeredOn: found.answeredOn ?? '',
      note: found.note,
      version: String(found.version),
    },
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  const read = await parseForm(request, ChangedRequest);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await changeRequest(person, params.requestId ?? '', read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const { extendedBy, version, ...typed } = read.value;
    return badInput([{ field: 'note', message: error.message }], {
      ...typed,
      extendedBy: String(extendedBy),
      version: String(version),
    });
  }
  return redirectSaying(request, links.dataRequests(), 'The request is changed.');
});

export default function OneRequest() {
  const { kind, about, who, came, due, how, fields } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <Breadcrumbs
        trail={[
          { href: links.privacy(), words: 'Personal data' },
          { href: links.dataRequests(), words: 'Requests' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>{kind}</Heading>
      <dl className="govuk-summary-list">
        {[
          ['Who', who === '' ? 'Not kept any more' : who],
          ['Is', about],
          ['Came in', came],
          ['Answer due by', due],
        ].map(([name, value]) => (
          <div className="govuk-summary-list__row" key={name}>
            <dt className="govuk-summary-list__key">{name}</dt>
            <dd className="govuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
      <RequestForm how={how} fields={fields} answer={answer} />
    </StaffFrame>
  );
}
