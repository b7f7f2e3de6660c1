import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { signedIn } from '#app/http/session.server.ts';
import { publicReply } from '#app/panel/member-home.ts';
import { YouSaid } from '#app/panel/YouSaid.tsx';
import { NotFound } from '#app/people/errors.ts';
import { sayVoices, voicesIn } from '#app/survey/voices.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { programmeForFamilies, publishedReplies } from '#db/replies.ts';
import { theStore } from '#db/store.server.ts';
import { gatheredUnder } from '#db/themes.ts';

export { publicStyles as links };
export const meta = () => titleOf('You said, we did');

/** Open to everybody: only what is published, and no number small enough to point at somebody. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { read } = theStore();
  const found = await programmeForFamilies(read, params.programmeId ?? '');
  if (!found) throw new NotFound();
  const { programme, authority } = found;
  const replies = await publishedReplies(read, authority.id, programme.id);
  const said = await gatheredUnder(
    read,
    authority.id,
    replies.map(({ themeId }) => themeId),
  );
  const isMember = (await signedIn(request))?.person.role === 'panel-member';
  const { name, colour, isDemonstration } = authority;
  return {
    authority: { name, colour, isDemonstration },
    title: programme.title,
    isMember,
    replies: replies.map((reply) => ({
      ...publicReply(reply),
      voices: sayVoices(voicesIn(said.filter(({ themeId }) => themeId === reply.themeId))),
    })),
  };
});

export default function YouSaidPage() {
  const { authority, title, replies, isMember } = useLoaderData<typeof loader>();
  return (
    <PublicFrame
      authority={authority}
      {...(isMember ? { back: { href: links.memberHome(), words: 'Your page' } } : {})}
    >
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-xl">You said, we did</h1>
      <p className="govuk-body-l">
        What parents and carers told us, and what became of it. Where we cannot do something, we say
        why.
      </p>
      <YouSaid replies={replies} />
    </PublicFrame>
  );
}
