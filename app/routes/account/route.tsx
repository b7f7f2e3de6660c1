import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can, ROLE_NAMES } from '#app/people/can.ts';
import { NewPassword } from '#app/people/email.ts';
import { changeOwnPassword, signOutEverywhere } from '#app/people/run-people.server.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';

export { staffStyles as links };
export const meta = () => titleOf('Your account');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person, authority } = await requireStaff(request);
  return {
    name: person.name,
    role: ROLE_NAMES[person.role],
    authority: authority.name,
    mayEditAuthority: can(person, 'authority.edit', person).yes,
  };
});

const Change = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('password'),
    current: z.string().default(''),
    next: NewPassword,
  }),
  z.object({ intent: z.literal('everywhere') }),
]);

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems);
  if (read.value.intent === 'everywhere') {
    await signOutEverywhere(person);
    return redirect(links.signIn());
  }
  const outcome = await changeOwnPassword(person, read.value);
  if (!outcome.done) return badInput([outcome]);
  return redirectSaying(
    request,
    links.signIn(),
    'Your password is changed. Sign in with the new one.',
  );
});

export default function Account() {
  const { name, role, authority, mayEditAuthority } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <ErrorSummary problems={answer?.problems} />
      <Heading>{name}</Heading>
      <p className="govuk-body">
        {role} at {authority}.{' '}
        {mayEditAuthority ? (
          <a className="govuk-link" href={links.authority()}>
            Change the authority’s name and colour
          </a>
        ) : null}
      </p>
      <h2 className="govuk-heading-m">Change your password</h2>
      <Form>
        <TextField
          name="current"
          label="Current password"
          type="password"
          autoComplete="current-password"
          answer={answer}
        />
        <TextField
          name="next"
          label="New password"
          hint="12 characters or more. Three random words do well."
          type="password"
          autoComplete="new-password"
          answer={answer}
        />
        <Button intent="password">Change the password</Button>
      </Form>
      <h2 className="govuk-heading-m">Sign out everywhere</h2>
      <p className="govuk-body">Ends your sessions on every computer and phone, this one too.</p>
      <Form>
        <Button intent="everywhere" kind="secondary">
          Sign out everywhere
        </Button>
      </Form>
    </StaffFrame>
  );
}
