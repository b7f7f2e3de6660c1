import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Choices } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { AffectedPlans } from './AffectedPlans.tsx';
import type { CoverageRow } from './coverage-page.ts';
import { CoveredBy, RequirementCell } from './CoverCells.tsx';
import type { FollowedRow, PackChangesModel } from './pack-changes.server.ts';
import { StateMark } from './StateMark.tsx';

interface Props {
  programmeId: string;
  page: PackChangesModel;
  mayEdit: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** What changes for this plan between one publication of guidance and the next. */
export function PackChanges({ programmeId, page, mayEdit, answer }: Props) {
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(programmeId), words: 'Delivery plan' },
          { href: links.coverage(programmeId, page.to.id), words: 'Coverage of guidance' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption="What changed in the guidance">{page.to.title}</Heading>
      <p className="govuk-body-l">
        {`${many(page.new.length, 'requirement')} new, ${page.changed.length} changed, ${page.same.length} the same and ${page.gone.length} gone, against “${page.from.title}”.`}
      </p>
      <p className="govuk-body">
        {page.missing.length === 0
          ? 'This plan covers everything that is new or changed.'
          : `Of what is new or changed, this plan does not cover ${page.missing.length} yet, or only in part.`}
      </p>
      <p className="govuk-body tl-reason">{page.source}</p>
      <Carry {...{ page, mayEdit, answer }} />
      <AffectedPlans packId={page.to.id} affected={page.affected} />
      <h2 className="govuk-heading-m">New</h2>
      <Table
        caption={`${many(page.new.length, 'requirement')} that nobody asked for before`}
        captionSize="s"
        rows={page.new}
        rowKey={(row) => row.id}
        columns={freshColumns(programmeId)}
        empty={<p className="govuk-body">Nothing is new.</p>}
      />
      <h2 className="govuk-heading-m">Changed</h2>
      <Table
        caption={`${many(page.changed.length, 'requirement')} that ask for something else now`}
        captionSize="s"
        rows={page.changed}
        rowKey={(row) => row.before.id}
        columns={followedColumns(programmeId)}
        empty={<p className="govuk-body">Nothing has changed.</p>}
      />
      <h2 className="govuk-heading-m">The same</h2>
      <Table
        caption={`${many(page.same.length, 'requirement')} under another number`}
        captionSize="s"
        rows={page.same}
        rowKey={(row) => row.before.id}
        columns={followedColumns(programmeId)}
        empty={<p className="govuk-body">Nothing stayed as it was.</p>}
      />
      <h2 className="govuk-heading-m">Gone</h2>
      <Table
        caption={`${many(page.gone.length, 'requirement')} that nobody asks for any more`}
        captionSize="s"
        rows={page.gone}
        rowKey={(row) => row.before.id}
        columns={goneColumns(programmeId)}
        empty={<p className="govuk-body">Nothing is gone.</p>}
      />
    </>
  );
}

/** What was tied to the older items can be tied to those that follow: nothing by itself. */
function Carry({ page, mayEdit, answer }: Pick<Props, 'page' | 'mayEdit' | 'answer'>) {
  if (page.carries.length === 0) return null;
  if (!mayEdit.yes) return <p className="govuk-body tl-reason">{mayEdit.reason}</p>;
  return (
    <section className="tl-noprint">
      <h2 className="govuk-heading-m">Carry over what is tied already</h2>
      <Form>
        <Choices
          name="carry"
          kind="checkboxes"
          label="Which ties hold for the new guidance too?"
          hint="What asks for the same is ticked. Look at the others before you tick them: they ask for something else now."
          small
          options={page.carries.map(({ value, words, what }) => ({
            value,
            label: words,
            hint: what,
          }))}
          values={page.carries.filter(({ same }) => same).map(({ value }) => value)}
          answer={answer}
        />
        <Button>Tie these to the new requirements</Button>
      </Form>
    </section>
  );
}

/** The older item: its own page is there only while the programme follows its pack. */
const before = ({ before: row }: { before: CoverageRow }) => (
  <div className="tl-requirement">
    <strong>{row.id}</strong> <span className="tl-requirement__text">{row.text}</span>
  </div>
);

const freshColumns = (programmeId: string): Column<CoverageRow>[] => [
  {
    header: 'Requirement',
    rowHeader: true,
    cell: (row) => <RequirementCell {...{ programmeId, row }} />,
  },
  { header: 'In this plan', cell: (row) => <StateMark state={row.state} /> },
  { header: 'Why', cell: (row) => row.because },
];

const followedColumns = (programmeId: string): Column<FollowedRow>[] => [
  { header: 'Before', rowHeader: true, cell: before },
  { header: 'What is different', cell: ({ what }) => what },
  {
    header: 'Now, and in this plan',
    cell: ({ after }) => (
      <ul className="govuk-list govuk-list--spaced govuk-!-margin-bottom-0">
        {after.map((row) => (
          <li key={row.id}>
            <RequirementCell {...{ programmeId, row }} />
            <StateMark state={row.state} />
          </li>
        ))}
      </ul>
    ),
  },
];

const goneColumns = (programmeId: string): Column<{ before: CoverageRow; what: string }>[] => [
  { header: 'Before', rowHeader: true, cell: before },
  { header: 'What became of it', cell: ({ what }) => what },
  {
    header: 'What this plan did for it',
    cell: ({ before: row }) => <CoveredBy {...{ programmeId, row }} />,
  },
];
