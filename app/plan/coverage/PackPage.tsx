import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { AffectedPlans } from './AffectedPlans.tsx';
import { sayWhen } from './PacksPage.tsx';
import { isToBeConfirmed, KIND_NAMES, type Requirement } from './packs.ts';
import type { PackModel } from './read-pack-pages.server.ts';
import { SourceWords } from './SourceWords.tsx';

interface Props {
  programmeId: string;
  page: PackModel;
  mayEdit: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** One pack: what it says item by item, what was put right, and which plans it touches. */
export function PackPage({ programmeId, page, mayEdit, answer }: Props) {
  const { pack, row, versions } = page;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.packs(programmeId), words: 'Guidance packs' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={pack.publisher}>{pack.title}</Heading>
      <p className="govuk-body">
        {pack.statusNote}. {sayWhen(row.effective)}. {pack.readExtent}
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={links.packFile(programmeId, pack.id)}>
          Take the items as CSV
        </a>
        {pack.url === null ? null : (
          <>
            {' · '}
            <a className="govuk-link" href={pack.url}>
              The publication
            </a>
          </>
        )}
      </p>
      <AffectedPlans packId={pack.id} affected={page.affected} />
      <Table
        caption={many(pack.requirements.length, 'item')}
        rows={pack.requirements}
        rowKey={({ id }) => id}
        columns={columns(programmeId, pack.id, row.own)}
      />
      {versions.length === 0 ? null : <Versions versions={versions} />}
      {row.own && mayEdit.yes ? <Withdraw answer={answer} /> : null}
    </>
  );
}

const columns = (programmeId: string, packId: string, own: boolean): Column<Requirement>[] => [
  {
    header: 'Item',
    rowHeader: true,
    cell: (one) => (
      <div className="tl-requirement">
        {own ? (
          one.id
        ) : (
          <a className="govuk-link" href={links.packItem(programmeId, packId, one.id)}>
            {one.id}
          </a>
        )}{' '}
        <span className="tl-requirement__text">{one.text}</span>
        <span className="tl-under">
          {one.strand} · {KIND_NAMES[one.kind]}
        </span>
      </div>
    ),
  },
  {
    header: 'Standing',
    cell: (one) =>
      one.corrected !== undefined
        ? `Put right by ${one.corrected.byName}`
        : isToBeConfirmed(one)
          ? 'To be confirmed: never shown as guidance until you have checked it'
          : own
            ? 'As you brought it in'
            : 'As it ships',
  },
  {
    header: 'Source and grade',
    cell: ({ source, grade }) => <SourceWords source={{ ...source, grade }} short />,
  },
];

function Versions({ versions }: { versions: PackModel['versions'] }) {
  return (
    <Table
      caption="Versions"
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        { header: 'Version', rowHeader: true, cell: ({ version }) => version },
        { header: 'Brought in by', cell: ({ byName, at }) => `${byName}, ${sayMoment(at)}` },
        {
          header: 'Why',
          cell: ({ why, withdrawn }) => (withdrawn ? `Taken out of use: ${why}` : why || '–'),
        },
        { header: 'From the file', cell: ({ fileName }) => fileName },
      ]}
    />
  );
}

function Withdraw({ answer }: Pick<Props, 'answer'>) {
  return (
    <section className="tl-noprint">
      <h2 className="govuk-heading-m">Take it out of use</h2>
      <p className="govuk-body">
        Programmes no longer hold their plans against it. What was tied to it stays tied, and it can
        be brought in again.
      </p>
      <Form>
        <TextArea name="withdrawWhy" label="Why?" rows={2} answer={answer} />
        <Button kind="warning" intent="withdraw">
          Take this pack out of use
        </Button>
      </Form>
    </section>
  );
}
