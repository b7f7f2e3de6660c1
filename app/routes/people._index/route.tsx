import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, checkedForm, parseFields } from '#app/http/forms.server.ts';
import {
  answering,
  isRecentSignIn,
  requireRecentSignIn,
  requireStaff,
} from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { can, ROLE_NAMES, STAFF_ROLES, type Person, type Role } from '#app/people/can.ts';
import { Email, NewPassword, PersonName } from '#app/people/email.ts';
import { giveAccount, refuseAccount, whoAsks } from '#app/people/run-access.server.ts';
import { WhoAsks } from '#app/people/WhoAsks.tsx';
import { addPerson } from '#app/people/run-people.server.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { Table } from '#app/ui/Table.tsx';
import { peopleOf } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };
export const meta = () => titleOf('People');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const rows = await peopleOf(theStore().read, person.authorityId);
  const people = rows.map(({ id, name, email, role, closedAt }) => ({
    id,
    name,
    email: email ?? '',
    role: ROLE_NAMES[role as Role],
    closed: closedAt !== null,
  }));
  const mayManage = can(person, 'people.manage', person);
  const asking = mayManage.yes ? await whoAsks(person, new Date()) : [];
  return {
    people,
    mayManage,
    // Whoever adds people is asked first whether it is still them: nothing typed is lost to it.
    confirm:
      mayManage.yes && !(await isRecentSignIn(request)) ? links.confirm(links.people()) : null,
    asking: asking.map(({ id, name, email, role, askedAt }) => ({
      id,
      name,
      email,
      role,
      askedAt,
    })),
  };
});

const NewPerson = z.object({
  name: PersonName,
  email: Email,
  role: z.enum(STAFF_ROLES, 'Choose what this person does'),
  password: z.union([z.literal('').transform(() => null), NewPassword]),
});
const Asked = z.object({
  request: z.string(),
  intent: z.enum(['give', 'refuse']),
  give: z.enum(STAFF_ROLES, 'Choose what this person does').optional(),
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  allow(person, 'people.manage', person);
  await requireRecentSignIn(request);
  const form = await checkedForm(request);
  if (form.has('request')) return decide(request, person, form);
  const read = parseFields(form, NewPerson);
  if (!read.ok) return badInput(read.problems, { ...read.typed, password: '' });
  const outcome = await addPerson(person, read.value);
  if (!outcome.done) {
    const { name, email, role } = read.value;
    return badInput([outcome], { name, email, role });
  }
  return redirectSaying(request, links.people(), `${read.value.name} can sign in now.`);
});

/** Somebody who asked for an account gets one, or does not. */
async function decide(request: Request, person: Person, form: FormData) {
  const read = parseFields(form, Asked);
  if (!read.ok) return badInput(read.problems);
  const { request: id, intent, give = 'partner' } = read.value;
  if (intent === 'refuse') {
    await refuseAccount(person, id, new Date());
    return redirectSaying(request, links.people(), 'They get no account.');
  }
  const outcome = await giveAccount(person, id, give, new Date());
  if (!outcome.done) return badInput([outcome]);
  return redirectSaying(request, links.people(), 'They can sign in now.');
}

export default function People() {
  const { people, mayManage, asking, confirm } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <ErrorSummary problems={answer?.problems} />
      <Heading size="xl">People</Heading>
      <Table
        caption="Who has an account"
        rows={people}
        rowKey={(row) => row.id}
        columns={[
          {
            header: 'Name',
            rowHeader: true,
            cell: (row) =>
              mayManage.yes ? (
                <a
                  className="govuk-link"
                  href={row.closed ? links.staffData(row.id) : links.person(row.id)}
                >
                  {row.name}
                </a>
              ) : (
                row.name
              ),
          },
          { header: 'E-mail address', cell: (row) => row.email },
          { header: 'Role', cell: (row) => (row.closed ? `${row.role} (closed)` : row.role) },
        ]}
      />
      {asking.length > 0 && confirm === null ? <WhoAsks asking={asking} /> : null}
      {confirm ? (
        <p className="govuk-body">
          <a className="govuk-link" href={confirm}>
            Confirm that it is you, to add somebody
          </a>
        </p>
      ) : mayManage.yes ? (
        <AddPerson answer={answer} />
      ) : (
        <p className="govuk-body tl-reason">{mayManage.reason}</p>
      )}
    </StaffFrame>
  );
}

function AddPerson({ answer }: { answer: ReturnType<typeof useActionData<typeof action>> }) {
  return (
    <>
      <h2 className="govuk-heading-m">Add somebody</h2>
      <p className="govuk-body">
        Panel members need no account: they get a personal link from the panel’s page.
      </p>
      <Form>
        <TextField name="name" label="Name" answer={answer} />
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          answer={answer}
          spellCheck={false}
        />
        <Select
          name="role"
          label="What they do"
          answer={answer}
          options={[
            { value: '', label: 'Choose one' },
            ...STAFF_ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] })),
          ]}
        />
        <TextField
          name="password"
          label="First password"
          hint="12 characters or more. Tell it to them yourself; they can change it. Leave it empty for somebody who signs in with your authority’s account."
          type="password"
          autoComplete="new-password"
          answer={answer}
        />
        <Button>Add this person</Button>
      </Form>
    </>
  );
}
