import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { labelIn, PREFERRED } from '#app/panel/member-lists.ts';
import { seeContact } from '#app/panel/members/see-contact.server.ts';
import { Facts } from '#app/panel/members/Facts.tsx';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { sayDay } from '#app/ui/words.ts';

export const meta = () => titleOf('How to reach a member');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const { member, contact, support } = await seeContact(person, programme, params.memberId ?? '');
  const { id, name, contactsUntil } = member;
  return { programmeId: programme.id, member: { id, name, contactsUntil }, contact, support };
});

export default function Contact() {
  const { programmeId, member, contact, support } = useLoaderData<typeof loader>();
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.members(programmeId), words: 'Members' },
          { href: links.member(programmeId, member.id), words: member.name },
        ]}
      />
      <Heading>How to reach {member.name}</Heading>
      {contact === null ? (
        <p className="govuk-body">Contact details were deleted when the member left.</p>
      ) : (
        <>
          <p className="govuk-hint">That you opened this page is noted in the audit trail.</p>
          <Facts
            rows={[
              ['E-mail address', contact.email || '–'],
              ['Telephone number', contact.phone || '–'],
              ['Wants to hear from us by', labelIn(PREFERRED, contact.preferred)],
              ['Language', contact.language || '–'],
            ]}
          />
          <h2 className="govuk-heading-m">What helps to take part</h2>
          <Facts
            rows={[
              ['Access', support?.access || '–'],
              ['Interpreter', support?.interpreter || '–'],
              ['Childcare', support?.childcare || '–'],
              ['Anything else', support?.helps || '–'],
            ]}
          />
          {member.contactsUntil ? (
            <p className="govuk-body">
              This member has left. All of this is deleted after {sayDay(member.contactsUntil)}.
            </p>
          ) : (
            <ButtonLink href={links.editMember(programmeId, member.id)} secondary>
              Change these details
            </ButtonLink>
          )}
        </>
      )}
    </div>
  );
}
