import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { renameTheme } from '#app/themes/name-theme.server.ts';
import { ThemeFields } from '#app/panel/ThemeFields.tsx';
import { ThemeForm } from '#app/themes/theme.ts';
import { NotFound } from '#app/people/errors.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { themeById } from '#db/themes.ts';

export const meta = () => titleOf('Change the theme');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'themes.edit');
  const { authorityId, id: programmeId } = programme;
  const theme = await themeById(theStore().read, authorityId, programmeId, params.themeId ?? '');
  if (!theme) throw new NotFound('theme');
  const { id, name, definition, example, isNot, notes } = theme;
  return { programmeId, id, theme: { name, definition, example, isNot, notes } };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const id = params.themeId ?? '';
  const read = await parseForm(request, ThemeForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await renameTheme(person, programme, id, read.value);
  return redirectSaying(request, links.theme(programme.id, id), 'The theme is saved.');
});

export default function EditTheme() {
  const { programmeId, id, theme } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.themes(programmeId), words: 'Themes' },
          { href: links.theme(programmeId, id), words: theme.name },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Change the theme</Heading>
      <Form>
        <ThemeFields answer={answer} theme={theme} />
        <Button>Save</Button>
      </Form>
    </div>
  );
}
