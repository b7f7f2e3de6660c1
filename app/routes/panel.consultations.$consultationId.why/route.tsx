import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { formalOfMine } from '#app/panel/formal/formal-of-mine.server.ts';
import { MemberReasons } from '#app/panel/formal/MemberReasons.tsx';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('Why you are asked');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireMember(request);
  const { consultation, state, record } = await formalOfMine(
    person,
    params['consultationId'] ?? '',
  );
  const { id, title, closesOn } = consultation;
  return { consultation: { id, title, closesOn }, state, record };
});

export default function Why() {
  const page = useLoaderData<typeof loader>();
  const back = { href: links.memberConsultation(page.consultation.id), words: 'Back' };
  return (
    <PublicFrame back={back}>
      <MemberReasons {...page} />
    </PublicFrame>
  );
}
