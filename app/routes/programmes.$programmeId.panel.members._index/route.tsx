import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { AGE_BANDS, CARES_AS, labelIn, kindOf, type Kind } from '#app/panel/member-lists.ts';
import { can } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayShortDay } from '#app/ui/words.ts';
import { membersOf } from '#db/panel.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Members of the panel');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.see');
  const members = await membersOf(theStore().read, programme.authorityId, programme.id);
  return {
    programmeId: programme.id,
    members: members.map(({ id, name, kind, about, joinedOn, leftOn }) => ({
      id,
      name,
      kind: kindOf(kind),
      about,
      joinedOn,
      leftOn,
    })),
    mayManage: can(person, 'panel.manage', programme),
  };
});

export default function Members() {
  const { programmeId, members, mayManage } = useLoaderData<typeof loader>();
  const of = (kind: Kind) => members.filter((one) => one.kind === kind && one.leftOn === null);
  const left = members.filter((one) => one.leftOn !== null);
  return (
    <>
      <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
      <Heading>Members of the panel</Heading>
      {mayManage.yes ? (
        <ButtonLink href={links.newMember(programmeId)}>Add a member</ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayManage.reason}</p>
      )}
      <List
        caption="Parents and carers"
        {...{ programmeId }}
        members={of('parent-or-carer')}
        empty="No parent or carer is on the panel yet."
      />
      <List
        caption="Practitioners"
        {...{ programmeId }}
        members={of('practitioner')}
        empty="No practitioner is on the panel."
      />
      {left.length > 0 ? (
        <List caption="Those who left" {...{ programmeId }} members={left} />
      ) : null}
    </>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['members'][number];

function List(props: {
  caption: string;
  programmeId: string;
  members: readonly Row[];
  empty?: string;
}) {
  const { caption, programmeId, members, empty } = props;
  return (
    <Table
      caption={caption}
      rows={members}
      rowKey={(row) => row.id}
      empty={
        <>
          <h2 className="govuk-heading-m">{caption}</h2>
          <p className="govuk-body">{empty}</p>
        </>
      }
      columns={[
        {
          header: 'Name',
          rowHeader: true,
          cell: (row) => (
            <a className="govuk-link" href={links.member(programmeId, row.id)}>
              {row.name}
            </a>
          ),
        },
        {
          header: 'Looks after children as',
          cell: (row) => labelIn(CARES_AS, row.about['caresAs']),
        },
        {
          header: 'Age',
          cell: (row) => (
            <span className="tl-nowrap">{labelIn(AGE_BANDS, row.about['ageBand'])}</span>
          ),
        },
        { header: 'Lives in', cell: (row) => row.about['area'] ?? '–' },
        {
          header: 'On the panel',
          cell: (row) =>
            row.leftOn === null
              ? `since ${sayShortDay(row.joinedOn)}`
              : `${sayShortDay(row.joinedOn)} to ${sayShortDay(row.leftOn)}`,
        },
      ]}
    />
  );
}
