import { links } from '#app/http/links.ts';
import { Table } from '#app/ui/Table.tsx';
import { sayShortDay } from '#app/ui/words.ts';
import { WAYS, type From } from './figures.ts';
import { mayCorrect as canBe, type Return, type StandingLine } from './return.ts';

const PARTS = [
  { codes: ['SPCP04'], title: 'Routes by which families were heard (SPCP04)' },
  { codes: ['SPCP05', 'SPCP07'], title: 'Meetings (SPCP05) and members (SPCP07)' },
  ...WAYS.map(({ code, title }) => ({
    codes: [code],
    title: `Members by ${title.toLowerCase()} (${code})`,
  })),
];

const FROM_NAMES: Readonly<Record<From, string>> = {
  members: 'Members',
  meetings: 'Meetings',
  consultations: 'Consultations',
  surveys: 'Surveys',
  listening: 'Listening exercises',
};

function hrefOf(programmeId: string, from: From): string {
  switch (from) {
    case 'members':
      return links.members(programmeId);
    case 'meetings':
      return links.meetings(programmeId);
    case 'consultations':
      return links.consultations(programmeId);
    case 'surveys':
      return links.surveys(programmeId);
    case 'listening':
      return links.listening(programmeId);
  }
}

/** Each figure, how it comes about, and where it can be corrected. */
export function ReturnLines(props: { programmeId: string; shown: Return; mayCorrect: boolean }) {
  const { programmeId, shown, mayCorrect } = props;
  return (
    <>
      {PARTS.map(({ codes, title }) => (
        <div id={codes[0]} key={title}>
          <Table
            caption={title}
            rows={shown.lines.filter(({ code }) => codes.includes(code))}
            rowKey={(row) => row.line}
            columns={[
              { header: 'Figure', rowHeader: true, cell: (row) => labelOf(row) },
              { header: 'Number', numeric: true, cell: (row) => row.value },
              {
                header: 'How it comes about',
                cell: (row) => <Working {...{ programmeId, row }} />,
              },
              ...(mayCorrect
                ? [
                    {
                      header: 'Correct it',
                      cell: (row: StandingLine) => <CorrectLink {...{ programmeId, shown, row }} />,
                    },
                  ]
                : []),
            ]}
          />
        </div>
      ))}
    </>
  );
}

function labelOf(row: StandingLine) {
  return (
    <>
      {row.label.replace(/^[^:]+: /, '')}
      {row.sent ? null : <span className="tl-reason"> (kept apart, not sent)</span>}
    </>
  );
}

function Working({ programmeId, row }: { programmeId: string; row: StandingLine }) {
  return (
    <div className="tl-wide-cell">
      {row.correction ? (
        <>
          <strong>Corrected from {row.computed}:</strong> {row.correction.reason}{' '}
          <span className="tl-reason">
            ({row.correction.byName}, {sayShortDay(row.correction.on)})
          </span>
          <br />
        </>
      ) : null}
      {row.correction ? 'Counted: ' : `${row.value} = `}
      {row.working}.{' '}
      <a className="govuk-link" href={hrefOf(programmeId, row.from)}>
        {FROM_NAMES[row.from]}
      </a>
    </div>
  );
}

function CorrectLink(props: { programmeId: string; shown: Return; row: StandingLine }) {
  const { programmeId, shown, row } = props;
  if (!canBe(row)) return <>Follows from the others</>;
  return (
    <a className="govuk-link" href={links.correctReturn(programmeId, shown.quarter, row.line)}>
      Correct<span className="govuk-visually-hidden"> {row.label}</span>
    </a>
  );
}
