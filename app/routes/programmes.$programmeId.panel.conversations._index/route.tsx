import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { dayOf, sayShortDay } from '#app/ui/words.ts';
import { conversationsOf } from '#db/opinion.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Conversations held elsewhere');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const rows = await conversationsOf(theStore().read, programme.authorityId, programme.id);
  return {
    programmeId: programme.id,
    conversations: rows.map(({ id, title, voters, votesCast, createdAt }) => ({
      id,
      title,
      voters,
      votesCast,
      broughtOn: dayOf(createdAt),
    })),
    mayImport: can(person, 'conversations.import', programme),
  };
});

export default function Conversations() {
  const { programmeId, conversations, mayImport } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.consultations(programmeId), words: 'Consultations' },
        ]}
      />
      <Heading>Conversations held elsewhere</Heading>
      <p className="govuk-body">
        Where many people agreed and disagreed with statements in another tool, such as pol.is, its
        files can be brought in. Nobody’s name comes with them.
      </p>
      {mayImport.yes ? (
        <ButtonLink href={links.importConversation(programmeId)}>
          Bring in a conversation
        </ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayImport.reason}</p>
      )}
      <Table
        caption="What was brought in"
        rows={conversations}
        rowKey={(row) => row.id}
        empty={<p className="govuk-body">No conversation has been brought in yet.</p>}
        columns={[
          {
            header: 'Conversation',
            rowHeader: true,
            cell: (row) => (
              <a className="govuk-link" href={links.conversation(programmeId, row.id)}>
                {row.title}
              </a>
            ),
          },
          { header: 'People who voted', numeric: true, cell: (row) => row.voters },
          {
            header: 'Votes cast',
            numeric: true,
            cell: (row) => row.votesCast.toLocaleString('en-GB'),
          },
          { header: 'Brought in', cell: (row) => sayShortDay(row.broughtOn) },
        ]}
      />
    </>
  );
}
