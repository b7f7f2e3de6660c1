import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { readWhatIf } from '#app/plan/what-if/read-what-if.server.ts';
import { WhatIfPage } from '#app/plan/what-if/WhatIfPage.tsx';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('What if an activity stops');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const boxId = new URL(request.url).searchParams.get('box') ?? '';
  const mayEdit = can(person, 'theory.edit', programme);
  const readOnly = mayEdit.yes ? null : mayEdit.reason;
  const page = await readWhatIf(programme, theory, boxId);
  return { programmeId: programme.id, title: theory.title, readOnly, ...page };
});

export default function TheoryWhatIf() {
  const { title, readOnly, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <TheoryHead programmeId={page.programmeId} title={title} view="what-if" readOnly={readOnly} />
      <h2 className="govuk-heading-m">What if an activity stops?</h2>
      <WhatIfPage {...page} />
    </>
  );
}
