import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { askedFrom } from '#app/needs/crosstabs/crosstab-form.ts';
import { CrosstabPage } from '#app/needs/crosstabs/CrosstabPage.tsx';
import { RULE } from '#app/needs/crosstabs/load-variables.server.ts';
import { offeredBy } from '#app/needs/crosstabs/offered.ts';
import { countingOf, tellCrosstab } from '#app/needs/crosstabs/show-crosstab.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const found = await countingOf(programme, params['surveyId'] ?? '');
  if (!found) throw new NotFound('survey with answers');
  const { survey, counting } = found;
  const asked = askedFrom(new URL(request.url).searchParams);
  const isAsked = asked.row !== '' && asked.by !== '';
  const told = isAsked ? await tellCrosstab(programme, survey.id, counting, asked, 'shown') : null;
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title },
    asked,
    ...offeredBy(counting.variables),
    told: told && {
      ...told.crosstab,
      answers: told.answers,
      answersNow: counting.variables.held.answers,
      at: told.at,
    },
    threshold: RULE.threshold,
    mayTake: can(person, 'needs.edit', programme).yes,
  };
});

export const meta = () => titleOf('Compare groups');

export default function Compare() {
  return <CrosstabPage {...useLoaderData<typeof loader>()} />;
}
