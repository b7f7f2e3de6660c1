import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { MissingPage } from '#app/needs/missing/MissingPage.tsx';
import {
  addFindingWords,
  noteReach,
  removeFindingWords,
  setReachNote,
} from '#app/needs/missing/reach-families.server.ts';
import { readLine, ReachForm } from '#app/needs/missing/reach-form.ts';
import { readMissing } from '#app/needs/missing/read-missing.server.ts';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const today = dayOf(new Date());
  return {
    programmeId: programme.id,
    today,
    found: await readMissing(programme, params['surveyId'] ?? '', today),
    mayWeigh: can(person, 'weights.edit', programme),
    mayNote: can(person, 'needs.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const surveyId = params['surveyId'] ?? '';
  const read = await parseForm(request, ReachForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const here = links.missing(programme.id, surveyId);
  const form = read.value;
  switch (form.intent) {
    case 'note': {
      const line = readLine(form, read.typed, dayOf(new Date()));
      if (!line.ok) return badInput(line.problems, read.typed);
      const { words, doneOn } = line;
      await noteReach(person, programme, surveyId, { group: form.group, doneOn, words });
      return redirectSaying(request, here, 'The note is kept.');
    }
    case 'words': {
      const line = readLine(form, read.typed, dayOf(new Date()));
      if (!line.ok) return badInput(line.problems, read.typed);
      await addFindingWords(person, programme, form.kind, line.words);
      return redirectSaying(request, here, 'The line is added.');
    }
    case 'drop-note':
      await setReachNote(person, programme, surveyId, form.id, false);
      return redirectSaying(request, here, 'The note is taken out. It can be put back below.');
    case 'restore-note':
      await setReachNote(person, programme, surveyId, form.id, true);
      return redirectSaying(request, here, 'The note is back.');
    case 'drop-words':
      await removeFindingWords(person, programme, form.id);
      return redirectSaying(request, here, 'The line is taken out.');
  }
});

export const meta = () => titleOf('Who is missing');

export default function Missing() {
  const answer = useActionData<typeof action>();
  return <MissingPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
