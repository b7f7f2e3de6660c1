import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { gapsOf } from '#app/needs/document/assessment.ts';
import { AssessmentPage } from '#app/needs/document/AssessmentPage.tsx';
import { assessmentDocument } from '#app/needs/document/document.ts';
import { readAssessment } from '#app/needs/document/read-assessment.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { assessmentOutline } from '#templates/documents/index.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const found = await readAssessment(programme.authorityId, programme.id, dayOf(new Date()));
  return {
    programmeId: programme.id,
    model: assessmentDocument(assessmentOutline(), found),
    gaps: gapsOf(found),
  };
});

export const meta = () => titleOf('Needs assessment');

export default function Assessment() {
  return <AssessmentPage {...useLoaderData<typeof loader>()} />;
}
