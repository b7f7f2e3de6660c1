import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { nameTheme } from '#app/themes/name-theme.server.ts';
import { ThemeFields } from '#app/panel/ThemeFields.tsx';
import { ThemeForm, themeNamed } from '#app/themes/theme.ts';
import { DEEPEST, treeOf } from '#app/themes/tree.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { themesOf } from '#db/themes.ts';

export const meta = () => titleOf('Name a theme');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'themes.edit');
  const themes = await themesOf(theStore().read, programme.authorityId, programme.id);
  const parents = treeOf(themes.map(({ theme }) => theme)).filter(
    ({ depth }) => depth + 1 < DEEPEST,
  );
  return {
    programmeId: programme.id,
    parents: parents.map(({ id, name, number }) => ({ id, name, number })),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const read = await parseForm(request, ThemeForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const id = await nameTheme(person, programme, read.value);
  const said = 'The theme is named. Gather the comments that belong there.';
  return redirectSaying(request, links.gatherComments(programme.id, id), said);
});

export default function NewTheme() {
  const { programmeId, parents } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.themes(programmeId), words: 'Themes' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Name a theme</Heading>
      <Form>
        <ThemeFields answer={answer} theme={themeNamed('', '')} parents={parents} />
        <Button>Save and gather comments</Button>
      </Form>
    </div>
  );
}
