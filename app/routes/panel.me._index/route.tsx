import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, checkedForm, parseFields } from '#app/http/forms.server.ts';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { changeMyself } from '#app/panel/change-member.server.ts';
import { MyDetailsForm } from '#app/panel/members.ts';
import { agreeToTerms } from '#app/panel/members/keep-terms.server.ts';
import { myDetails, myMembership } from '#app/panel/members/my-membership.server.ts';
import { MyDetailsPage } from '#app/panel/members/MyDetailsPage.tsx';
import { declineMyPayment } from '#app/panel/money/pay-members.server.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { dayOf } from '#app/ui/words.ts';

export { publicStyles as links };
export const meta = () => titleOf('Your details');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireMember(request);
  return { mine: await myDetails(person, new URL(request.url).searchParams.get('panel')) };
});

const Pressed = z.object({
  intent: z.enum(['details', 'agree', 'decline']),
  member: z.string().default(''),
  payment: z.string().default(''),
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireMember(request);
  const form = await checkedForm(request);
  const pressed = parseFields(form, Pressed);
  if (!pressed.ok) return badInput(pressed.problems, pressed.typed);
  const { intent, member: which, payment } = pressed.value;
  const { member, programme } = await myMembership(person, which || null);
  const said = (words: string) =>
    redirectSaying(request, `${links.myDetails()}?panel=${member.id}`, words);
  switch (intent) {
    case 'agree':
      await agreeToTerms(person, programme, member.id, 'web', dayOf(new Date()));
      return said('Thank you. It is noted that you agree.');
    case 'decline':
      await declineMyPayment(person, programme, payment);
      return said('It is noted. You are not paid this.');
    case 'details': {
      const read = parseFields(form, MyDetailsForm);
      if (!read.ok) return badInput(read.problems, read.typed);
      await changeMyself(person, programme, member.id, read.value);
      return said('Your details are saved.');
    }
  }
});

export default function MyDetails() {
  const { mine } = useLoaderData<typeof loader>();
  return (
    <PublicFrame back={{ href: links.memberHome(), words: 'Your page' }}>
      <MyDetailsPage mine={mine} answer={useActionData<typeof action>()} />
    </PublicFrame>
  );
}
