import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { checkedOf } from '#app/needs/kept-table.ts';
import { inOrder } from '#app/needs/register/need-order.ts';
import { missingFromOpenSurveys } from '#app/needs/missing/missing-now.server.ts';
import { MissingLines } from '#app/needs/missing/MissingNow.tsx';
import { NeedsHome } from '#app/needs/NeedsHome.tsx';
import { registerOf } from '#app/needs/register/register.server.ts';
import { can } from '#app/people/can.ts';
import { stateOn } from '#app/survey/survey.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { areaFilesOf } from '#db/area-files.ts';
import { printedTablesOf } from '#db/printed-tables.ts';
import { theStore } from '#db/store.server.ts';
import { surveysOf } from '#db/survey.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const where = [programme.authorityId, programme.id] as const;
  const today = dayOf(new Date());
  const surveys = await surveysOf(read, ...where);
  const files = await areaFilesOf(read, ...where);
  const tables = await printedTablesOf(read, ...where);
  return {
    programmeId: programme.id,
    missing: await missingFromOpenSurveys(programme, today),
    surveys: surveys.map(({ survey, answers }) => ({
      id: survey.id,
      title: survey.title,
      state: stateOn(survey, today),
      answers,
    })),
    files: files
      .filter(({ measures }) => measures.length > 0)
      .slice(0, 4)
      .map(({ id, title, areas }) => ({ id, title, areas })),
    tables: tables.map(({ id, title, checked }) => ({
      id,
      title,
      problems: checkedOf(checked).problems.length,
    })),
    register: inOrder(await registerOf(programme)),
    mayAsk: can(person, 'survey.edit', programme),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const meta = () => titleOf('Needs');

export default function Needs() {
  const { missing, ...home } = useLoaderData<typeof loader>();
  return (
    <>
      <NeedsHome {...home} />
      <MissingLines programmeId={home.programmeId} missing={missing} />
    </>
  );
}
