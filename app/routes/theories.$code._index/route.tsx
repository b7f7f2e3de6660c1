import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering } from '#app/http/guards.server.ts';
import { partsOf } from '#app/theory/parts.ts';
import { publicPicture } from '#app/theory/publish/drawn-public.server.ts';
import { publicColumns } from '#app/theory/publish/public-words.ts';
import { PublicTheoryPage } from '#app/theory/publish/PublicTheoryPage.tsx';
import { readPublic } from '#app/theory/publish/read-public.server.ts';
import { countsInWords } from '#app/theory/words.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };

interface MetaArgs {
  data?: { title: string } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(data?.title ?? 'Theory of change');

/** Open to everybody: what staff have published, as it was published. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const asked = new URL(request.url).searchParams;
  const code = params['code'] ?? '';
  const found = await readPublic(code, { version: asked.get('version'), part: asked.get('part') });
  const { authority, programme, shown, theory, part } = found;
  const { name, colour, isDemonstration } = authority;
  return {
    authority: { name, colour, isDemonstration },
    title: theory.title,
    page: {
      code,
      programme: programme.title,
      title: theory.title,
      name: shown.name,
      at: shown.publishedAt,
      counts: countsInWords(theory),
      svg: await publicPicture(theory),
      columns: publicColumns(theory),
      afterwards: theory.more['afterwards'] ?? '',
      comment: shown.comment,
      calls: found.calls,
      parts: partsOf(shown.theory).map(({ id, name: called }) => ({ id, name: called })),
      part,
      version: shown.id,
      isLatest: found.isLatest,
      versions: found.versions,
      since: found.since,
    },
  };
});

export default function PublicTheory() {
  const { authority, page } = useLoaderData<typeof loader>();
  return (
    <PublicFrame authority={authority}>
      <PublicTheoryPage {...page} />
    </PublicFrame>
  );
}
