import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { EvidenceTable } from '#app/theory/evidence/EvidenceTable.tsx';
import { readEvidence } from '#app/theory/evidence/read-evidence.server.ts';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Evidence of the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const { evidence } = await readEvidence(programme, theory);
  const mayEdit = can(person, 'theory.edit', programme);
  const readOnly = mayEdit.yes ? null : mayEdit.reason;
  return { programmeId: programme.id, theory, evidence, readOnly };
});

export default function TheoryEvidence() {
  const { programmeId, theory, evidence, readOnly } = useLoaderData<typeof loader>();
  return (
    <>
      <TheoryHead
        programmeId={programmeId}
        title={theory.title}
        view="evidence"
        readOnly={readOnly}
      />
      <EvidenceTable
        programmeId={programmeId}
        theory={theory}
        evidence={evidence}
        mayEdit={readOnly === null}
      />
    </>
  );
}
