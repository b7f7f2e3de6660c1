import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { packCsv } from '#app/plan/coverage/pack-table.ts';
import { packsOfAuthority } from '#app/plan/coverage/read-packs.server.ts';
import { theStore } from '#db/store.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const all = await packsOfAuthority(theStore().read, programme.authorityId);
  const pack = all.find(({ id }) => id === params['packId']);
  if (!pack) throw new NotFound('guidance pack');
  const sections = new Map(pack.sections.map(({ id, title }) => [id, title]));
  return new Response(
    packCsv(pack.requirements, (id) => sections.get(id) ?? id),
    {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${pack.id}.csv"`,
      },
    },
  );
});
