import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { linesTold } from '#app/needs/crosstabs/lines-told.ts';
import { countingOf, ledgerOf } from '#app/needs/crosstabs/show-crosstab.server.ts';
import { ToldPage } from '#app/needs/crosstabs/ToldPage.tsx';
import { NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';

const A_PAGE = 50;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const surveyId = params['surveyId'] ?? '';
  const asked = Number(new URL(request.url).searchParams.get('page') ?? '0');
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 0;
  const ledger = await ledgerOf(programme, surveyId, page, A_PAGE + 1);
  if (!ledger) throw new NotFound('survey');
  const found = await countingOf(programme, surveyId);
  const titles = new Map(
    found?.counting.variables.names().map(({ name, title }) => [name, title]) ?? [],
  );
  return {
    programmeId: programme.id,
    survey: { id: surveyId, title: ledger.survey.title },
    lines: linesTold(ledger.tables.slice(0, A_PAGE), titles),
    page,
    more: ledger.tables.length > A_PAGE,
  };
});

export const meta = () => titleOf('Tables told');

export default function Told() {
  return <ToldPage {...useLoaderData<typeof loader>()} />;
}
