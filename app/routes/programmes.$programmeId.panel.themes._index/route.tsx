import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { ANSWER_STATE_NAMES } from '#app/panel/reply.ts';
import { themeLines } from '#app/panel/theme-lists.ts';
import { can } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { dayOf } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { gatheredUnder, themesOf } from '#db/themes.ts';

export const meta = () => titleOf('Themes');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const themes = await themesOf(read, programme.authorityId, programme.id);
  const ids = themes.map(({ theme }) => theme.id);
  const gathered = await gatheredUnder(read, programme.authorityId, ids);
  const closely = can(person, 'answers.read', programme).yes;
  return {
    programmeId: programme.id,
    themes: themeLines(themes, gathered, dayOf(new Date()), closely),
    mayEdit: can(person, 'themes.edit', programme),
  };
});

export default function Themes() {
  const { programmeId, themes, mayEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
      <Heading>Themes</Heading>
      <p className="govuk-body">
        What several people said in their own words, to the panel and in surveys, put together under
        one name.
      </p>
      {mayEdit.yes ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.newTheme(programmeId)}>Name a theme</ButtonLink>
          <ButtonLink href={links.coding(programmeId)} secondary>
            Code what people wrote
          </ButtonLink>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      <Table
        caption="Themes of this programme"
        rows={themes}
        rowKey={(row) => row.id}
        empty={
          <p className="govuk-body">
            None yet. Read a few comments, name what they share, such as “Groups at times we can
            come”, and gather the comments that belong there.
          </p>
        }
        columns={[
          {
            header: 'Theme',
            rowHeader: true,
            cell: (row) => (
              <a className="govuk-link" href={links.theme(programmeId, row.id)}>
                {row.name}
              </a>
            ),
          },
          { header: 'What belongs here', cell: (row) => row.definition },
          { header: 'Comments', numeric: true, cell: (row) => row.comments },
          { header: 'People', numeric: true, cell: (row) => row.people },
          { header: 'Answer to families', cell: (row) => ANSWER_STATE_NAMES[row.state] },
        ]}
      />
    </>
  );
}
