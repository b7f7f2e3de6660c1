import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links as to } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { Day } from '#app/people/programme.ts';
import {
  changeWording,
  dropLanguageCheck,
  languageStates,
  noteLanguageCheck,
} from '#app/survey/languages/check-language.server.ts';
import { isWordName, problemWith } from '#app/survey/languages/checked.ts';
import { ENGLISH, type WordName } from '#app/survey/languages/english.ts';
import { LanguageWords } from '#app/survey/languages/LanguagePages.tsx';
import { isLanguageCode, languageOf, type LanguageCode } from '#app/survey/languages/languages.ts';
import { Breadcrumbs, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { dayOf } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };

function languageIn({ language }: { language?: string | undefined }): LanguageCode {
  if (!isLanguageCode(language) || language === 'en') throw new NotFound('language');
  return language;
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const code = languageIn(params);
  const [state] = await languageStates(theStore().read, person.authorityId, [code]);
  if (!state) throw new NotFound('language');
  const { language, check, before, speaker, changed } = state;
  const words = (Object.keys(ENGLISH) as WordName[]).map((name) => ({
    name,
    wording: speaker.words[name],
    own: changed.includes(name),
  }));
  const asked = new URL(request.url).searchParams.get('change');
  return {
    language,
    check,
    changedSince: before !== null,
    words,
    changing: words.find(({ name }) => name === asked) ?? null,
    mayCheck: can(person, 'languages.check', person),
    today: dayOf(new Date()),
  };
});

const Intent = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('checked'),
    checkedBy: z
      .string('Enter who checked the words')
      .min(1, 'Enter who checked the words')
      .max(120, 'Who checked the words must be 120 characters or fewer'),
    checkedOn: Day('Enter the day on which they were checked'),
  }),
  z.object({ intent: z.literal('unchecked') }),
  z.object({ intent: z.literal('wording'), name: z.string(), wording: z.string() }),
  z.object({ intent: z.literal('ours'), name: z.string() }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  const code = languageIn(params);
  allow(person, 'languages.check', person);
  const read = await parseForm(request, Intent);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { name } = languageOf(code);
  const now = new Date();
  const saying = (words: string) => redirectSaying(request, to.languageWords(code), words);
  switch (read.value.intent) {
    case 'checked':
      await noteLanguageCheck(person, code, read.value, now);
      return saying(`Noted: our words in ${name} have been checked.`);
    case 'unchecked':
      await dropLanguageCheck(person, code);
      return saying(`Our words in ${name} need a speaker’s check.`);
    case 'wording': {
      if (!isWordName(read.value.name)) throw new NotFound('text');
      const problem = problemWith(read.value.name, read.value.wording);
      if (problem !== undefined) {
        return badInput([{ field: 'wording', message: problem }], read.typed);
      }
      await changeWording(person, code, read.value.name, read.value.wording, now);
      return saying('The wording is saved. Families see it now.');
    }
    case 'ours':
      if (!isWordName(read.value.name)) throw new NotFound('text');
      await changeWording(person, code, read.value.name, null, now);
      return saying('Throughline’s own wording stands again.');
  }
});

interface MetaArgs {
  data?: { language: { name: string } } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(data?.language.name ?? 'Language');

export default function LanguagePage() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <Breadcrumbs trail={[{ href: to.languages(), words: 'Languages' }]} />
      <LanguageWords {...data} answer={answer} />
    </StaffFrame>
  );
}
