import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotAllowed } from '#app/people/errors.ts';
import { allow } from '#app/people/allow.server.ts';
import { FoundForm, foundOf } from '#app/themes/found.ts';
import { readCoding } from '#app/themes/read-coding.server.ts';
import { codeSecond, sampleOfProgramme } from '#app/themes/second-coding.server.ts';
import { CodeSecondPage } from '#app/themes/SecondPages.tsx';
import { listedTheme } from '#app/themes/tree.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  allow(person, 'answers.read', programme);
  const { sample, items } = await sampleOfProgramme(programme, params['sampleId'] ?? '');
  if (sample.coderId !== person.id) {
    throw new NotAllowed('This sample was drawn for somebody else to code.');
  }
  const next = items.find(({ secondThemes }) => secondThemes === null);
  if (!next) return redirect(links.secondSample(programme.id, sample.id));
  const { tree, comments } = await readCoding(programme);
  const known = new Set(sample.themes.map(({ id }) => id));
  const key = `${next.sourceKind}:${next.sourceId}:${next.question}`;
  const comment = comments.find((one) => one.key === key);
  return {
    programmeId: programme.id,
    sampleId: sample.id,
    tree: tree.filter(({ id }) => known.has(id)).map(listedTheme),
    item: {
      id: next.id,
      words: comment?.words ?? 'The words are not there any more: enter 0.',
      where: comment?.where ?? '',
    },
    done: items.filter(({ secondThemes }) => secondThemes !== null).length,
    size: items.length,
  };
});

const CodeForm = FoundForm.extend({ item: z.string().max(64) });

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const read = await parseForm(request, CodeForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const sampleId = params['sampleId'] ?? '';
  const { sample } = await sampleOfProgramme(programme, sampleId);
  const known = new Set(sample.themes.map(({ id }) => id));
  const { tree } = await readCoding(programme);
  const found = foundOf(
    read.value,
    tree.filter(({ id }) => known.has(id)),
  );
  if (!found.ok) return badInput([{ field: 'numbers', message: found.message }], read.typed);
  const { item } = read.value;
  const { finished } = await codeSecond(person, programme, sampleId, item, found.ids);
  return finished
    ? redirectSaying(
        request,
        links.secondSample(programme.id, sampleId),
        'All are coded. See how far you two agree.',
      )
    : redirect(links.codeSecond(programme.id, sampleId));
});

export const meta = () => titleOf('Second coding');

export default function CodeSecond() {
  const answer = useActionData<typeof action>();
  return <CodeSecondPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
