import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { changeMember } from '#app/panel/change-member.server.ts';
import { MemberFields } from '#app/panel/MemberFields.tsx';
import { seeContact } from '#app/panel/members/see-contact.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Change a member’s details');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const found = await seeContact(person, programme, params.memberId ?? '');
  const { id: memberId, name, kind, joinedOn, leftOn, about } = found.member;
  const { contact, support } = found;
  return {
    programmeId: programme.id,
    memberId,
    hasLeft: leftOn !== null,
    member: { name, kind, joinedOn, about, contact, support },
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const memberId = params.memberId ?? '';
  const read = await parseForm(request, MemberForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await changeMember(person, programme, memberId, read.value);
  return redirectSaying(request, links.member(programme.id, memberId), 'The details are saved.');
});

export default function EditMember() {
  const { programmeId, memberId, member, hasLeft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.panel(programmeId), words: 'Panel' },
            { href: links.members(programmeId), words: 'Members' },
            { href: links.member(programmeId, memberId), words: member.name },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Change the details of {member.name}</Heading>
        <Form>
          <MemberFields answer={answer} member={member} hasLeft={hasLeft} />
          <Button>Save</Button>
        </Form>
      </div>
    </div>
  );
}
