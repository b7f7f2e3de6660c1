import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { readCsv } from '#app/survey/csv.ts';
import { BringPage } from '#app/theory/measures/BringPage.tsx';
import { keepValues } from '#app/theory/measures/keep-values.server.ts';
import { measuresIn } from '#app/theory/measures/measure.ts';
import { BringForm } from '#app/theory/measures/measure-form.ts';
import { keptValues } from '#app/theory/measures/read-measures.server.ts';
import { readValues } from '#app/theory/measures/read-values.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf, many } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Bring in figures');

async function measuresOf(programme: { id: string; authorityId: string }, address: string) {
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const measures = measuresIn(theory);
  if (measures.length === 0) throw redirect(links.measures(programme.id));
  const asked = new URL(address).searchParams.get('measure');
  return { theory, measures, one: measures.find(({ id }) => id === asked) ?? null };
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'measures.enter');
  const { measures, one } = await measuresOf(programme, request.url);
  return { programmeId: programme.id, measures, one };
});

const MOST_BYTES = 400_000;

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'measures.enter');
  const form = await parseForm(request, BringForm);
  if (!form.ok) return badInput(form.problems, form.typed);
  const { theory, measures, one } = await measuresOf(programme, request.url);
  const { value } = form;
  const file = value.intent === 'check' && value.file?.size ? value.file : null;
  const field = file === null ? 'text' : 'file';
  const bytes = file ? await file.arrayBuffer() : new TextEncoder().encode(value.text);
  const csv = readCsv(new Uint8Array(bytes), { maxBytes: MOST_BYTES });
  if (!csv.ok) {
    const empty = value.text === '' && file === null;
    const wrong = csv.problems[0]?.message ?? 'The file cannot be read. Choose another';
    const message = empty ? 'Paste the table or choose a file' : wrong;
    return badInput([{ field, message }], form.typed);
  }
  const values = await keptValues(programme, theory);
  const known = { measures, one: one?.id ?? null, values, today: dayOf(new Date()) };
  const read = readValues(csv.rows, known);
  const text = file ? new TextDecoder(csv.encoding).decode(bytes) : value.text;
  if (value.intent === 'check' || read.problems.length > 0) {
    return { problems: [], typed: { text }, read };
  }
  const where = { programmeId: programme.id, theoryId: theory.id };
  const { added, corrected } = await keepValues(person, where, read.rows);
  const said = `${many(added, 'figure is', 'figures are')} added and ${corrected} corrected.`;
  const to = one === null ? links.measures(programme.id) : links.measure(programme.id, one.id);
  return redirectSaying(request, to, said);
});

export default function BringFigures() {
  const page = useLoaderData<typeof loader>();
  return <BringPage {...page} answer={useActionData<typeof action>()} />;
}
