import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { copyOfMine } from '#app/panel/care/erase-member.server.ts';
import { readableHeld } from '#app/panel/care/held.ts';
import { MyData } from '#app/panel/care/ErasePages.tsx';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('What we hold about you');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireMember(request);
  return { held: readableHeld(await copyOfMine(person)) };
});

export default function Mine() {
  const { held } = useLoaderData<typeof loader>();
  return (
    <PublicFrame back={{ href: links.memberHome(), words: 'Your page' }}>
      <MyData held={held} />
    </PublicFrame>
  );
}
