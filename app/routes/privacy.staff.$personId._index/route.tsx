import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { eraseStaff, seeStaff } from '#app/privacy/erase-staff.server.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { many } from '#app/ui/words.ts';

export { staffStyles as links };
export const meta = () => titleOf('What is held of a colleague');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const personId = params.personId ?? '';
  return { personId, ...(await seeStaff(person, personId)) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  await checkedForm(request);
  const { person } = await requireStaff(request);
  await eraseStaff(person, params.personId ?? '');
  return redirectSaying(request, links.people(), 'The colleague is erased.');
});

const TakeOff = ({ personId }: { personId: string }) => (
  <Form action={links.person(personId)}>
    <p className="govuk-body">
      An account of your authority still leads to this closed one. Take it off if they come back
      under a new one.
    </p>
    <Button intent="unlink" kind="secondary">
      Take the account off
    </Button>
  </Form>
);

const SharedName = () => (
  <p className="govuk-body">
    Somebody else has the same name. Where nothing but the name stands, and in what was written, it
    stays, because nobody can tell whose it is.
  </p>
);

export default function Staff() {
  const { personId, name, closed, erased, did, read, shared, linked } =
    useLoaderData<typeof loader>();
  const rows = did.reduce((sum, one) => sum + one.rows, 0);
  return (
    <StaffFrame>
      <Breadcrumbs
        trail={[
          { href: links.privacy(), words: 'Personal data' },
          { href: links.people(), words: 'People' },
        ]}
      />
      <Heading>What is held of {name}</Heading>
      <p className="govuk-body">
        The account with its e-mail address and role; {many(rows, 'place')} where the name stands
        because something was done; {many(read, 'line')} about what was read.
      </p>
      <ul className="govuk-list">
        {(['html', 'json'] as const).map((format) => (
          <li key={format}>
            <a className="govuk-link" href={links.staffDataFile(personId, format)}>
              {format === 'html' ? 'A copy to read and print' : 'A copy as a file (JSON)'}
            </a>
          </li>
        ))}
      </ul>
      {closed && linked && <TakeOff personId={personId} />}
      <h2 className="govuk-heading-m">Erase</h2>
      {erased ? (
        <p className="govuk-body">This colleague is erased.</p>
      ) : closed ? (
        <Form>
          <p className="govuk-body">
            E-mail address, password, one-time codes and whatever else they signed in with go.
            “Former colleague” with four signs stands wherever the name stood, also in the trail of
            changes, which keeps what was done for seven years. Documents that were exported before
            are not changed.
          </p>
          {shared && <SharedName />}
          <Button kind="warning">Erase this colleague</Button>
        </Form>
      ) : (
        <p className="govuk-body tl-reason">
          An account in use cannot be erased.{' '}
          <a className="govuk-link" href={links.person(personId)}>
            Close it first
          </a>
          .
        </p>
      )}
    </StaffFrame>
  );
}
