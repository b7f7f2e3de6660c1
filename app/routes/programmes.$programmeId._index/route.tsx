import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openCases } from '#app/care/open-cases.server.ts';
import { OpenCases } from '#app/care/OpenCases.tsx';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { missingFromOpenSurveys } from '#app/needs/missing/missing-now.server.ts';
import { MissingLines } from '#app/needs/missing/MissingNow.tsx';
import { readSignals } from '#app/panel/answer/read-signals.server.ts';
import { Signals } from '#app/panel/answer/Signals.tsx';
import { can } from '#app/people/can.ts';
import { STAGE_NAMES, stageOf } from '#app/people/programme.ts';
import { NextSteps, WhatFamiliesSaid, WhatWeWillDo } from '#app/programme/Home.tsx';
import { readHome } from '#app/programme/read-home.server.ts';
import { Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf, sayShortDay } from '#app/ui/words.ts';
import { publicPlanCode } from '#db/published-plans.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Programme');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const today = dayOf(new Date());
  return {
    programme,
    home: await readHome(programme),
    missing: await missingFromOpenSurveys(programme, today),
    signals: await readSignals(programme, today),
    cases: await openCases(person, programme),
    planCode: (await publicPlanCode(theStore().read, programme.authorityId, programme.id)) ?? null,
    mayEdit: can(person, 'programme.edit', programme).yes,
  };
});

export default function ProgrammeHome() {
  const { programme, home, missing, signals, cases, planCode, mayEdit } =
    useLoaderData<typeof loader>();
  const { id, title, startsOn, endsOn, stage } = programme;
  return (
    <>
      <Heading
        caption={`${sayShortDay(startsOn)} to ${sayShortDay(endsOn)}. Stage: ${STAGE_NAMES[stageOf(stage)]}`}
      >
        {title}
      </Heading>
      <OpenCases programmeId={id} open={cases} />
      <Signals programmeId={id} signals={signals} />
      <div className="tl-columns">
        <WhatFamiliesSaid programmeId={id} home={home} />
        <WhatWeWillDo programmeId={id} home={home} />
        <NextSteps programmeId={id} home={home} />
      </div>
      <MissingLines programmeId={id} missing={missing} />
      {planCode === null ? null : (
        <p className="govuk-body govuk-!-margin-top-6">
          <a className="govuk-link" href={links.publicPlan(planCode)}>
            The plan as everybody can read it
          </a>
        </p>
      )}
      {mayEdit ? (
        <p className="govuk-body govuk-!-margin-top-6">
          <a className="govuk-link" href={links.editProgramme(id)}>
            Change the programme: title, years, places, guidance, stage
          </a>
        </p>
      ) : null}
    </>
  );
}
