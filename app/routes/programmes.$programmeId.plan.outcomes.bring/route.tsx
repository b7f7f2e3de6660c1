import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { quarterNamed, sayQuarter } from '#app/plan/outcomes/quarters.ts';
import { BringForm } from '#app/plan/outcomes/reach/bring-form.ts';
import { checkFile, showBringing } from '#app/plan/outcomes/reach/bring-reach.server.ts';
import { BringReachPage } from '#app/plan/outcomes/reach/BringReachPage.tsx';
import { bringCounts } from '#app/plan/outcomes/reach/run-reach.server.ts';
import { readCsv } from '#app/survey/csv.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export const meta = () => titleOf('Bring a file of counts');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'measures.enter');
  const asked = quarterNamed(new URL(request.url).searchParams.get('quarter') ?? '');
  return showBringing(programme, asked);
});

const MOST_BYTES = 400_000;

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'measures.enter');
  const form = await parseForm(request, BringForm);
  if (!form.ok) return badInput(form.problems, form.typed);
  const { value } = form;
  const quarter = quarterNamed(value.quarter);
  if (!quarter) return badInput([{ field: 'quarter', message: 'Select a quarter' }], form.typed);
  const file = value.intent === 'check' && value.file?.size ? value.file : null;
  const bytes = file ? await file.arrayBuffer() : new TextEncoder().encode(value.text);
  const csv = readCsv(new Uint8Array(bytes), { maxBytes: MOST_BYTES });
  if (!csv.ok) {
    const empty = value.text === '' && file === null;
    const wrong = csv.problems[0]?.message ?? 'The file cannot be read. Choose another';
    const message = empty ? 'Paste the table or choose a file' : wrong;
    return badInput([{ field: file === null ? 'text' : 'file', message }], form.typed);
  }
  const { read, checks } = await checkFile(programme, quarter, csv.rows, value);
  const text = file ? new TextDecoder(csv.encoding).decode(bytes) : value.text;
  const typed = { ...form.typed, text };
  const answer = { problems: [] as { field: string; message: string }[], typed, read, checks };
  if (read.problems.length > 0) return data(answer, { status: 422 });
  if (value.intent === 'check') return data(answer);
  try {
    const done = await bringCounts(person, programme, quarter, read.counts);
    const said = `${many(done.added, 'count is', 'counts are')} added and ${many(done.changed, 'count')} changed in ${sayQuarter(quarter)}.`;
    return redirectSaying(request, links.reachReturn(programme.id, quarter), said);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'quarter', message: error.message }], typed);
  }
});

export default function Bring() {
  const answer = useActionData<typeof action>();
  return <BringReachPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
