import { links } from '#app/http/links.ts';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { PRIORITY_NAMES, type Priority } from './need.ts';
import type { RegisterLine } from './register.server.ts';

/** The register of needs: those in play, most urgent first, and those put aside with the reason. */
export function Register(props: {
  programmeId: string;
  inPlay: readonly RegisterLine[];
  notNow: readonly RegisterLine[];
}) {
  const { programmeId, inPlay, notNow } = props;
  const needColumn = {
    header: 'Need',
    rowHeader: true,
    cell: ({ need }: RegisterLine) => (
      <a className="govuk-link" href={links.need(programmeId, need.id)}>
        {need.statement}
      </a>
    ),
  };
  return (
    <>
      <Table
        caption="Needs in play"
        rows={inPlay}
        rowKey={({ need }) => need.id}
        columns={[
          needColumn,
          { header: 'Who', cell: ({ need }) => need.who },
          { header: 'How many', cell: ({ need }) => need.howMany },
          { header: 'Priority', cell: ({ need }) => PRIORITY_NAMES[need.priority as Priority] },
          { header: 'Evidence', cell: ({ evidence }) => (evidence === 0 ? 'None yet' : evidence) },
          {
            header: 'What came of it',
            cell: ({ carried }) => (carried === 0 ? 'Nothing yet' : many(carried, 'tie')),
          },
        ]}
        empty={
          <p className="govuk-body">
            No need is written yet. Open the results of a survey and press “Make this a need” beside
            a figure, or add one from what you know: for example, “Hubs open when parents who work
            can come”.
          </p>
        }
      />
      {notNow.length > 0 ? (
        <Table
          caption="Not now, because"
          rows={notNow}
          rowKey={({ need }) => need.id}
          columns={[needColumn, { header: 'Because', cell: ({ need }) => need.notNowBecause }]}
        />
      ) : null}
    </>
  );
}
