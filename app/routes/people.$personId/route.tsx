import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { ROLE_NAMES, STAFF_ROLES } from '#app/people/can.ts';
import { NewPassword } from '#app/people/email.ts';
import { NotFound } from '#app/people/errors.ts';
import { changeRole, closeAccount, resetPassword } from '#app/people/run-people.server.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { personById } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };
export const meta = () => titleOf('One person');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  allow(person, 'people.manage', person);
  const row = await personById(theStore().read, person.authorityId, params.personId ?? '');
  if (!row || row.closedAt !== null || row.role === 'panel-member') throw new NotFound('person');
  return { name: row.name, role: row.role };
});

const Change = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('role'),
    role: z.enum(STAFF_ROLES, 'Choose what this person does'),
  }),
  z.object({ intent: z.literal('password'), password: NewPassword }),
  z.object({ intent: z.literal('close') }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  const id = params.personId ?? '';
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems);
  const change = read.value;
  switch (change.intent) {
    case 'role': {
      const outcome = await changeRole(person, id, change.role);
      if (!outcome.done) return badInput([outcome], { role: change.role });
      return redirectSaying(request, links.people(), 'The role is changed.');
    }
    case 'password':
      await resetPassword(person, id, change.password);
      return redirectSaying(request, links.people(), 'The new password is set.');
    case 'close': {
      const outcome = await closeAccount(person, id);
      if (!outcome.done) return badInput([outcome]);
      return redirectSaying(request, links.people(), 'The account is closed.');
    }
  }
});

export default function OnePerson() {
  const { name, role } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <Breadcrumbs trail={[{ href: links.people(), words: 'People' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>{name}</Heading>
      <Form>
        <Select
          name="role"
          label="What they do"
          answer={answer?.typed.role === undefined ? undefined : answer}
          value={role}
          options={STAFF_ROLES.map((one) => ({ value: one, label: ROLE_NAMES[one] }))}
        />
        <Button intent="role">Change the role</Button>
      </Form>
      <h2 className="govuk-heading-m">Forgotten password</h2>
      <Form>
        <TextField
          name="password"
          label="New password"
          hint="12 characters or more. They are signed out everywhere."
          type="password"
          autoComplete="new-password"
          answer={answer}
        />
        <Button intent="password" kind="secondary">
          Set the new password
        </Button>
      </Form>
      <h2 className="govuk-heading-m">Close the account</h2>
      <p className="govuk-body">
        They are signed out at once and cannot come back. Their name stays in the history.
      </p>
      <Form>
        <Button intent="close" kind="warning">
          Close this account
        </Button>
      </Form>
    </StaffFrame>
  );
}
