import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { endSession } from '#app/http/session.server.ts';
import { eraseMyself } from '#app/panel/care/erase-member.server.ts';
import { EraseMyself } from '#app/panel/care/ErasePages.tsx';
import { EraseForm } from '#app/panel/care/held.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('Delete what you hold about me');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  await requireMember(request);
  return null;
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireMember(request);
  const read = await parseForm(request, EraseForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await eraseMyself(person, read.value.words === 'words');
  return redirect(links.erased(), { headers: { 'Set-Cookie': await endSession(request) } });
});

export default function Erase() {
  const answer = useActionData<typeof action>();
  return (
    <PublicFrame back={{ href: links.myData(), words: 'What we hold about you' }}>
      <EraseMyself answer={answer} />
    </PublicFrame>
  );
}
