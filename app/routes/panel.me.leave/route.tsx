import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { parseForm } from '#app/http/forms.server.ts';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { LEFT_BECAUSE } from '#app/panel/member-lists.ts';
import { myMembership } from '#app/panel/members/my-membership.server.ts';
import { USUAL_SETTINGS } from '#app/panel/members/settings.ts';
import { leaveMyself } from '#app/panel/record-leaving.server.ts';
import { Select } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { many } from '#app/ui/words.ts';
import { panelSettingsOf } from '#db/membership.ts';
import { theStore } from '#db/store.server.ts';

export { publicStyles as links };
export const meta = () => titleOf('Leave the panel');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireMember(request);
  const which = new URL(request.url).searchParams.get('panel');
  const { member, programme } = await myMembership(person, which);
  const settings = await panelSettingsOf(theStore().read, member.authorityId, programme.id);
  return {
    memberId: member.id,
    panel: programme.title,
    contactDays: (settings ?? USUAL_SETTINGS).contactDays,
  };
});

const Fields = z.object({
  // Which panel is said: nobody leaves one that they did not mean.
  member: z.string().min(1),
  leftWhy: z
    .string()
    .default('')
    .transform((value) => (LEFT_BECAUSE.some((one) => one.value === value) ? value : '')),
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireMember(request);
  const read = await parseForm(request, Fields);
  if (!read.ok) return redirect(links.myDetails());
  const { member, programme } = await myMembership(person, read.value.member);
  await leaveMyself(person, programme, member.id, read.value.leftWhy);
  // Their session has ended with it: the page that follows is for everybody.
  return redirect(links.panelLeft());
});

/** Why a member leaves, in their own person. */
const MINE: Readonly<Record<string, string>> = {
  'term-over': 'My time on it is over',
  'no-time': 'I have no time any more',
  moved: 'I have moved away',
  'children-older': 'My children are older now',
  'not-for-them': 'It was not what I hoped for',
  'changed-job': 'I have another job',
  other: 'Another reason',
  'not-said': 'I would rather not say',
};

export default function LeavePanel() {
  const { memberId, panel, contactDays } = useLoaderData<typeof loader>();
  return (
    <PublicFrame back={{ href: links.myDetails(), words: 'Your details' }}>
      <h1 className="govuk-heading-l">Leave the panel</h1>
      <p className="govuk-body">{panel}</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          Your e-mail address, telephone number and what helps you to take part are deleted{' '}
          {contactDays === 0 ? 'at once' : `${many(contactDays, 'day')} later`}.
        </li>
        <li>Your link stops working, and we do not write to you any more.</li>
        <li>What you answered stays counted. Nobody sees your name beside it.</li>
        <li>It changes nothing about the help that you and your family get.</li>
      </ul>
      <Form>
        <input type="hidden" name="member" value={memberId} />
        <Select
          name="leftWhy"
          label="Why do you leave?"
          hint="It helps us to do better. You can leave this out."
          optional
          options={[
            { value: '', label: 'I leave this out' },
            ...LEFT_BECAUSE.map(({ value }) => ({ value, label: MINE[value] ?? value })),
          ]}
        />
        <Button kind="warning">Leave the panel</Button>
      </Form>
    </PublicFrame>
  );
}
