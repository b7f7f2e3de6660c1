import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { assumptionsOf } from '#app/theory/stress/assumptions.ts';
import { StressPage } from '#app/theory/stress/StressPage.tsx';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Stress test of the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const mayEdit = can(person, 'theory.edit', programme);
  const readOnly = mayEdit.yes ? null : mayEdit.reason;
  const assumptions = assumptionsOf(theory);
  return { programmeId: programme.id, title: theory.title, assumptions, readOnly };
});

export default function TheoryStress() {
  const { programmeId, title, assumptions, readOnly } = useLoaderData<typeof loader>();
  return (
    <>
      <TheoryHead programmeId={programmeId} title={title} view="stress" readOnly={readOnly} />
      <h2 className="govuk-heading-m">Stress test</h2>
      <StressPage programmeId={programmeId} assumptions={assumptions} mayEdit={readOnly === null} />
    </>
  );
}
