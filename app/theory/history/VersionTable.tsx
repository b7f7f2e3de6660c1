import { links } from '#app/http/links.ts';
import { Table } from '#app/ui/Table.tsx';
import { sayMoment } from '#app/ui/words.ts';

export interface SeenVersion {
  id: string;
  name: string;
  note: string;
  sequence: number;
  madeBy: string;
  at: Date;
  code: string | null;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
}

/** Whether everybody can read a version now. */
export function isPublic({ publishedAt, withdrawnAt }: SeenVersion): boolean {
  return publishedAt !== null && withdrawnAt === null;
}

/** The states of a theory that have a name, latest first. */
export function VersionTable(props: { programmeId: string; versions: readonly SeenVersion[] }) {
  const { programmeId, versions } = props;
  return (
    <Table
      caption="Named versions"
      rows={versions}
      rowKey={({ id }) => id}
      empty={
        <p className="govuk-body">
          No version has a name yet. Name one when the theory has been consulted on or approved, so
          that what was decided stays to be read.
        </p>
      }
      columns={[
        {
          header: 'Name',
          rowHeader: true,
          cell: (version) => (
            <a className="govuk-link" href={links.theoryVersion(programmeId, version.id)}>
              {version.name}
            </a>
          ),
        },
        { header: 'Named', cell: ({ at, madeBy }) => `${sayMoment(at)}, by ${madeBy}` },
        { header: 'Note', cell: ({ note }) => <span className="tl-prewrap">{note || '–'}</span> },
        {
          header: 'Public',
          cell: (version) =>
            isPublic(version) && version.code !== null ? (
              <a className="govuk-link" href={links.publicTheory(version.code, version.id)}>
                Published
                <span className="govuk-visually-hidden">: {version.name}</span>
              </a>
            ) : version.withdrawnAt === null ? (
              'No'
            ) : (
              'Withdrawn'
            ),
        },
        {
          header: 'Compare',
          cell: ({ name, sequence }) => (
            <a
              className="govuk-link"
              href={links.compareTheory(programmeId, String(sequence), 'now')}
            >
              What has changed since
              <span className="govuk-visually-hidden">: {name}</span>
            </a>
          ),
        },
      ]}
    />
  );
}
