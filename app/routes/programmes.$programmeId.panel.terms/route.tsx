import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { setSettings, writeTerms } from '#app/panel/members/keep-terms.server.ts';
import { SettingsForm, TermsForm, USUAL_SETTINGS } from '#app/panel/members/settings.ts';
import { TermsPage } from '#app/panel/members/TermsPage.tsx';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { panelSettingsOf } from '#db/membership.ts';
import { termsOf, whoAgreed } from '#db/panel-terms.ts';
import { howManyMembers } from '#db/panel.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Terms of reference');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const { authorityId, id } = programme;
  const terms = await termsOf(read, authorityId, id);
  const [newest] = terms;
  const kept = await panelSettingsOf(read, authorityId, id);
  const { contactDays, termMonths, answerDays, version } = kept ?? USUAL_SETTINGS;
  return {
    programmeId: id,
    terms: terms.map(({ number, words, startsOn }) => ({ number, words, startsOn })),
    agreed: newest ? (await whoAgreed(read, authorityId, newest.id)).size : 0,
    members: await howManyMembers(read, authorityId, id),
    settings: { contactDays, termMonths, answerDays, version },
    mayManage: can(person, 'panel.manage', programme),
  };
});

const Fields = z.discriminatedUnion('intent', [
  TermsForm.extend({ intent: z.literal('terms') }),
  SettingsForm.extend({ intent: z.literal('settings') }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, Fields);
  if (!read.ok) return badInput(read.problems, read.typed);
  const said = (words: string) => redirectSaying(request, links.panelRules(programme.id), words);
  if (read.value.intent === 'terms') {
    const number = await writeTerms(person, programme, read.value.words);
    return said(
      `Version ${number} of the terms of reference stands. Members see it on their page.`,
    );
  }
  try {
    const { contactDays, termMonths, answerDays, version } = read.value;
    await setSettings(person, programme, { contactDays, termMonths, answerDays, version });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'contactDays', message: error.message }], read.typed);
  }
  return said('Saved.');
});

export default function Terms() {
  return <TermsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
