import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many, sayDay, sayMoment } from '#app/ui/words.ts';
import { CoverageNav } from './CoverageNav.tsx';
import type { PackRow } from './pack-pages.ts';
import { GRADE_NAMES } from './packs.ts';
import type { PacksModel } from './read-pack-pages.server.ts';

/** Every guidance pack: what it is, how well it is known, and which programmes follow it. */
export function PacksPage(props: { programmeId: string; page: PacksModel; mayEdit: Answer }) {
  const { programmeId, page, mayEdit } = props;
  return (
    <>
      <Heading size="xl">Guidance packs</Heading>
      <PlanNav programmeId={programmeId} here="coverage" />
      <CoverageNav programmeId={programmeId} here="packs" />
      <p className="govuk-body-l">
        A pack is one publication of guidance, item by item, in our own words. Put an item right
        when you have the official copy; bring in a pack of your own for what your council promised.
      </p>
      {mayEdit.yes ? (
        <ButtonLink href={links.newPack(programmeId)}>Bring in a pack of your own</ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      <Table
        caption={many(page.rows.length, 'pack')}
        rows={page.rows}
        rowKey={({ id }) => id}
        columns={columns(programmeId)}
      />
      {page.withdrawn.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Taken out of use</h2>
          <ul className="govuk-list govuk-list--bullet">
            {page.withdrawn.map(({ packId, byName, at, why }) => (
              <li key={packId}>
                {packId}: {byName}, {sayMoment(at)}. {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const columns = (programmeId: string): Column<PackRow>[] => [
  {
    header: 'Pack',
    rowHeader: true,
    cell: ({ id, title, publisher, own }) => (
      <>
        <a className="govuk-link" href={links.pack(programmeId, id)}>
          {title}
        </a>
        <span className="tl-under">
          {publisher}
          {own ? ' · your own pack' : ''}
        </span>
      </>
    ),
  },
  {
    header: 'Standing',
    cell: ({ statusNote, effective }) => (
      <>
        {statusNote}
        <span className="tl-under">{sayWhen(effective)}</span>
      </>
    ),
  },
  { header: 'Items', numeric: true, cell: ({ items }) => items },
  {
    header: 'How well they are known',
    cell: ({ grades, corrected }) => (
      <>
        {grades.map(({ grade, count }) => `${count} ${GRADE_NAMES[grade]} (${grade})`).join(', ')}
        {corrected === 0 ? null : (
          <span className="tl-under">{many(corrected, 'item')} put right by you</span>
        )}
      </>
    ),
  },
  {
    header: 'Followed by',
    cell: ({ followedBy }) =>
      followedBy.length === 0 ? (
        'No programme'
      ) : (
        <ul className="govuk-list govuk-!-margin-bottom-0">
          {followedBy.map(({ id, title }) => (
            <li key={id}>
              <a className="govuk-link" href={links.coverage(id)}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      ),
  },
];

/** "1 April 2026 to 31 March 2029", "From 1 April 2026", or the note where no day is known. */
export function sayWhen({ from, to, note }: PackRow['effective']): string {
  if (from !== null && to !== null) return `${sayDay(from)} to ${sayDay(to)}`;
  if (from !== null) return `From ${sayDay(from)}`;
  return to === null ? note : `Until ${sayDay(to)}`;
}
