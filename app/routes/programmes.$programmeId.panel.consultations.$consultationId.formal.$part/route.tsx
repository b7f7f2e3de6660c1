import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, checkedForm, parseFields } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { doToPart } from '#app/panel/formal/do-to-part.server.ts';
import { partPage } from '#app/panel/formal/part-page.ts';
import { formOf, HowForm, partOfPage } from '#app/panel/formal/part-form.ts';
import { PartPage } from '#app/panel/formal/PartPage.tsx';
import { readFormal } from '#app/panel/formal/read-formal.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('What a formal consultation has to show');

function partIn(params: Readonly<Record<string, string | undefined>>) {
  const part = partOfPage(params['part']);
  if (part === null) throw new NotFound('part of the record');
  return part;
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.manage');
  const formal = await readFormal(programme, params['consultationId'] ?? '');
  const optionId = new URL(request.url).searchParams.get('option') ?? '';
  return { programmeId: programme.id, ...partPage(formal, partIn(params), optionId) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const id = params['consultationId'] ?? '';
  const part = partIn(params);
  const form = await checkedForm(request);
  const how = parseFields(form, HowForm);
  if (!how.ok) return badInput(how.problems, how.typed);
  const file = form.get('equalityFile');
  const fields = how.value.intent === 'keep' ? parseFields(form, formOf(part)) : null;
  if (fields?.ok === false) return badInput(fields.problems, fields.typed);
  try {
    const problems = await doToPart(person, programme, id, part, {
      how: how.value,
      value: fields?.value ?? null,
      optionId: how.typed['optionId'] === undefined ? '' : String(how.typed['optionId']),
      file: file instanceof File && file.size > 0 ? file : null,
    });
    if (problems.length > 0) return badInput(problems, how.typed);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], how.typed);
  }
  return redirectSaying(request, links.formal(programme.id, id), 'It is written down.');
});

export default function Part() {
  const page = useLoaderData<typeof loader>();
  return <PartPage page={page} answer={useActionData<typeof action>()} />;
}
