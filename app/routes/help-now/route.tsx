import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HelpNow } from '#app/care/HelpNow.tsx';
import { familyLineHere } from '#app/care/family-line.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { signedIn } from '#app/http/session.server.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('Where help is');

/** Open to everybody, and the same for everybody who comes: it never says that somebody was sent. */
export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const found = await signedIn(request);
  const asked = new URL(request.url).searchParams;
  return {
    sent: asked.has('sent'),
    to: wayOn(asked.get('to')),
    line: await familyLineHere(found?.authority.id),
  };
});

/** Back to where somebody was, and to nowhere else: a page of ours where families come. */
function wayOn(to: string | null): string | null {
  return to !== null && /^\/(panel|s|join|p)(\/[\w-]+)*(\?[\w=&-]*)?$/.test(to) ? to : null;
}

export default function Help() {
  const { sent, to, line } = useLoaderData<typeof loader>();
  return (
    <PublicFrame>
      <HelpNow sent={sent} to={to} line={line} />
    </PublicFrame>
  );
}
