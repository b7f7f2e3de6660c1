import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import {
  peopleTold,
  STANDING_NAMES,
  standingOf,
  STATE_NAMES,
  stateOf,
} from '#app/panel/consultation.ts';
import { KIND_OF, kindOf } from '#app/panel/kinds/kinds.ts';
import { can } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { dayOf, sayShortDay } from '#app/ui/words.ts';
import { consultationsOf } from '#db/consultations.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Consultations');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const rows = await consultationsOf(theStore().read, programme.authorityId, programme.id);
  const today = dayOf(new Date());
  const closely = can(person, 'answers.read', programme).yes;
  return {
    programmeId: programme.id,
    consultations: rows.map(({ consultation, statements, ...counted }) => ({
      id: consultation.id,
      title: consultation.title,
      kind: KIND_OF[kindOf(consultation.kind)].name,
      standing: STANDING_NAMES[standingOf(consultation.standing)],
      state: stateOf(consultation, today),
      closesOn: consultation.closesOn,
      statements,
      people: peopleTold(counted, stateOf(consultation, today), closely),
    })),
    mayManage: can(person, 'panel.manage', programme),
  };
});

export default function Consultations() {
  const { programmeId, consultations, mayManage } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
      <Heading>Consultations</Heading>
      {mayManage.yes ? (
        <ButtonLink href={links.newConsultation(programmeId)}>Draft a consultation</ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayManage.reason}</p>
      )}
      <Table
        caption="What the panel has been asked"
        rows={consultations}
        rowKey={(row) => row.id}
        empty={
          <p className="govuk-body">
            Nothing has been asked yet. A consultation is a few sentences, such as “Hubs should open
            one evening a week”, that members agree or disagree with and say why.
          </p>
        }
        columns={[
          {
            header: 'Consultation',
            rowHeader: true,
            cell: (row) => (
              <a className="govuk-link" href={links.consultation(programmeId, row.id)}>
                {row.title}
              </a>
            ),
          },
          { header: 'What people do', cell: (row) => row.kind },
          { header: 'Kind of asking', cell: (row) => row.standing },
          { header: 'State', cell: (row) => STATE_NAMES[row.state] },
          { header: 'Closes', cell: (row) => sayShortDay(row.closesOn) },
          { header: 'Things asked', numeric: true, cell: (row) => row.statements },
          {
            header: 'People who answered',
            numeric: true,
            cell: (row) => row.people ?? 'Not yet told',
          },
        ]}
      />
    </>
  );
}
