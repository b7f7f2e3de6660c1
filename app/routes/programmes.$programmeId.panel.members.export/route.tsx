import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { takeTyped } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Take the list of members away');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.see');
  const back = takeTyped(request);
  return data(
    {
      programmeId: programme.id,
      mayManage: can(person, 'panel.manage', programme),
      answer: back ? { problems: back.problems, typed: back.typed } : undefined,
    },
    back ? { status: 422, headers: { 'Set-Cookie': back.forget } } : {},
  );
});

export default function ExportMembers() {
  const { programmeId, mayManage, answer } = useLoaderData<typeof loader>();
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.members(programmeId), words: 'Members' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Take the list of members away</Heading>
      <h2 className="govuk-heading-m">Without names</h2>
      <p className="govuk-body">
        What members said of themselves, when they joined and left: enough for most reports. Handle
        it with care all the same: with few members, somebody may be recognised.
      </p>
      <ButtonLink href={links.membersFile(programmeId)}>Download without names (CSV)</ButtonLink>
      <h2 className="govuk-heading-m">With names and contact details</h2>
      {mayManage.yes ? (
        <Form action={links.membersFile(programmeId)}>
          <p className="govuk-body">
            The audit trail keeps who took them away, when and why. Delete the file when you have
            done what it is for.
          </p>
          <TextField
            name="reason"
            label="What do you need names for?"
            hint="Such as: labels for the letters of 3 June. Without a reason there is no file."
            answer={answer}
          />
          <Button kind="secondary">Download with names (CSV)</Button>
        </Form>
      ) : (
        <p className="govuk-body tl-reason">{mayManage.reason}</p>
      )}
    </div>
  );
}
