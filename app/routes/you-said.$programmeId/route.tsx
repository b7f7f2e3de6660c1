import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { signedIn } from '#app/http/session.server.ts';
import { answersPage } from '#app/panel/answer/public-answers.ts';
import { readPublicAnswers } from '#app/panel/answer/read-public-answers.server.ts';
import { YouSaid } from '#app/panel/YouSaid.tsx';
import { NotFound } from '#app/people/errors.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { publicPlanCode } from '#db/published-plans.ts';
import { programmeForFamilies } from '#db/replies.ts';
import { theStore } from '#db/store.server.ts';

export { publicStyles as links };
export const meta = () => titleOf('You said, we did');

/** Open to everybody: only what is published, and no number small enough to point at somebody. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  // Before the programme: whoever is signed in may be of another authority than it.
  const isMember = (await signedIn(request))?.person.role === 'panel-member';
  const found = await programmeForFamilies(theStore().read, params['programmeId'] ?? '');
  if (!found) throw new NotFound();
  const { programme, authority } = found;
  const asked = new URL(request.url).searchParams;
  const { name, colour, isDemonstration } = authority;
  return {
    programmeId: programme.id,
    authority: { name, colour, isDemonstration },
    title: programme.title,
    isMember,
    planCode: (await publicPlanCode(theStore().read, authority.id, programme.id)) ?? null,
    page: answersPage(await readPublicAnswers(programme), {
      show: asked.get('show'),
      lang: asked.get('lang'),
    }),
  };
});

export default function YouSaidPage() {
  const { programmeId, authority, title, page, isMember, planCode } =
    useLoaderData<typeof loader>();
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
      <YouSaid programmeId={programmeId} page={page} />
      {planCode === null ? null : (
        <p className="govuk-body">
          <a className="govuk-link" href={links.publicPlan(planCode)}>
            Our plan in plain English
          </a>
        </p>
      )}
    </PublicFrame>
  );
}
