import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering } from '#app/http/guards.server.ts';
import { PublicPlanPage } from '#app/plan/public/PublicPlanPage.tsx';
import { readPublicPlan } from '#app/plan/public/read-public-plan.server.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { publishedReplies } from '#db/replies.ts';
import { theStore } from '#db/store.server.ts';

export { publicStyles as links };

interface MetaArgs {
  data?: { page: { programme: string } } | undefined;
}

export const meta = ({ data: found }: MetaArgs) =>
  titleOf(found === undefined ? 'Our plan' : `Our plan: ${found.page.programme}`);

/** Open to everybody: what was signed off and published, as it was published. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const version = new URL(request.url).searchParams.get('version');
  const { authority, authorityId, ...page } = await readPublicPlan(params['code'] ?? '', version);
  const replies = await publishedReplies(theStore().read, authorityId, page.programmeId);
  // What was there and was taken down is gone, and its address says so.
  return data(
    { authority, page: { ...page, youSaid: replies.length > 0 } },
    { status: page.shown === null ? 410 : 200 },
  );
});

export default function PublicPlan() {
  const { authority, page } = useLoaderData<typeof loader>();
  return (
    <PublicFrame authority={authority}>
      <PublicPlanPage {...page} />
    </PublicFrame>
  );
}
