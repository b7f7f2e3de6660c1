import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { addMember } from '#app/panel/add-member.server.ts';
import { MemberFields } from '#app/panel/MemberFields.tsx';
import { MemberForm } from '#app/panel/members.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';

export const meta = () => titleOf('Add a member');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.manage');
  return { programmeId: programme.id, today: dayOf(new Date()) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, MemberForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { memberId } = await addMember(person, programme, read.value);
  const said = `${read.value.name} is on the panel. Make a personal link next.`;
  return redirectSaying(request, links.member(programme.id, memberId), said);
});

export default function NewMember() {
  const { programmeId, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const nobody = { contact: null, support: null };
  const member = { name: '', kind: 'parent-or-carer', joinedOn: today, about: {}, ...nobody };
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.panel(programmeId), words: 'Panel' },
            { href: links.members(programmeId), words: 'Members' },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Add a member</Heading>
        <Form>
          <MemberFields answer={answer} member={member} />
          <Button>Add to the panel</Button>
        </Form>
      </div>
    </div>
  );
}
