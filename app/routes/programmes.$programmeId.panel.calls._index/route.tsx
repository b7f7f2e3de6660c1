import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { dayOf, sayShortDay } from '#app/ui/words.ts';
import { callsOf } from '#db/recruitment.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Open calls');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.see');
  const calls = await callsOf(theStore().read, programme.authorityId, programme.id);
  const today = dayOf(new Date());
  return {
    programmeId: programme.id,
    mayManage: can(person, 'panel.manage', programme),
    calls: calls.map(({ id, title, size, closesOn }) => ({
      id,
      title,
      size,
      closesOn,
      open: today <= closesOn,
    })),
  };
});

export default function Calls() {
  const { programmeId, calls, mayManage } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
      <Heading>Open calls</Heading>
      <p className="govuk-body">
        Anybody who looks after children here can say that they would like to be on the panel. Who
        joins is drawn by lot, so that the panel is like the families who live here.
      </p>
      {mayManage.yes ? (
        <ButtonLink href={links.newCall(programmeId)}>Open a call</ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayManage.reason}</p>
      )}
      <Table
        caption="Newest first"
        rows={calls}
        rowKey={({ id }) => id}
        empty={<p className="govuk-body">There is no call yet.</p>}
        columns={[
          {
            header: 'Call',
            rowHeader: true,
            cell: ({ id, title }) => (
              <a className="govuk-link" href={links.call(programmeId, id)}>
                {title}
              </a>
            ),
          },
          { header: 'People wanted', numeric: true, cell: ({ size }) => size },
          {
            header: 'Open',
            cell: ({ open, closesOn }) =>
              `${open ? 'until' : 'closed on'} ${sayShortDay(closesOn)}`,
          },
        ]}
      />
    </>
  );
}
