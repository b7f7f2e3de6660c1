import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { pressedBy } from '#app/http/press.server.ts';
import { LostLink } from '#app/panel/LostLink.tsx';
import {
  answerInvitation,
  invitationOfLink,
  type CameOfIt,
} from '#app/panel/recruit/answer-invitation.server.ts';
import { InvitationForm } from '#app/panel/recruit/invitation.ts';
import { CameOf, InvitationPage } from '#app/panel/recruit/InvitationPage.tsx';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { dayOf } from '#app/ui/words.ts';

export { publicStyles as links };
export const meta = () => titleOf('Would you like to join the panel?');

/** Opening it changes nothing: programs that look into e-mails open every link in them. */
export const loader = answering(async ({ params }: LoaderFunctionArgs) => {
  const found = await invitationOfLink(params['token'] ?? '');
  if (!found) return data({ invited: null, authority: null }, { status: 404 });
  const { invitation, call, authority } = found;
  const { name, colour, isDemonstration } = authority;
  return data({
    authority: { name, colour, isDemonstration },
    invited: {
      title: call.title,
      invitation: call.invitation,
      answerBy: invitation.answerBy,
      late: invitation.lapsedAt !== null || invitation.answerBy < dayOf(new Date()),
      said: invitation.answer,
      outcome: found.outcome,
    },
  });
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const token = params['token'] ?? '';
  const found = await invitationOfLink(token);
  if (found) pressedBy(found.call.authorityId);
  const read = await parseForm(request, InvitationForm);
  if (!read.ok) return { ...badInput(read.problems, read.typed).data, came: null };
  const { answer, question } = read.value;
  const came: CameOfIt | undefined = await answerInvitation(token, answer, question);
  if (came === 'asked-worrying') return redirect(`${links.helpNow()}?sent`);
  return { problems: [], typed: {}, came: came ?? ('ended' as const) };
});

export default function Invitation() {
  const { invited, authority } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const came = answer?.came ?? null;
  return (
    <PublicFrame authority={authority}>
      {invited === null || came === 'ended' ? (
        <>
          <h1 className="govuk-heading-l">This link does not open anything any more</h1>
          <p className="govuk-body">
            It may have ended, or not be complete. Look for a newer e-mail or letter from us.
          </p>
          <LostLink />
        </>
      ) : came ? (
        <CameOf came={came} />
      ) : (
        <InvitationPage invited={invited} answer={answer} />
      )}
    </PublicFrame>
  );
}
