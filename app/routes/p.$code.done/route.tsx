import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering } from '#app/http/guards.server.ts';
import { pollAt } from '#app/panel/poll/answer-poll.server.ts';
import { PollDone } from '#app/panel/poll/PollPage.tsx';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('Thank you');

export const loader = answering(async ({ params }: LoaderFunctionArgs) => {
  const { authority, code, audience, closesOn } = await pollAt(params.code ?? '');
  return { authority, code, audience, closesOn };
});

export default function Done() {
  const { authority, ...poll } = useLoaderData<typeof loader>();
  return (
    <PublicFrame authority={authority}>
      <PollDone {...poll} />
    </PublicFrame>
  );
}
