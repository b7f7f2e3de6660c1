import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { dayOf, sayShortDay } from '#app/ui/words.ts';
import { PlanNav } from '../PlanNav.tsx';
import { ComparedPage } from './ComparedPage.tsx';
import { letterOf, type Matrix } from './matrix.ts';
import { nameOf } from './publication.ts';
import type { Across, PublicationHead } from './read-across.server.ts';

interface Props extends Across {
  programmeId: string;
  mayEdit: Answer;
  /** How many fragments were taken over, and in how many they changed something since. */
  taken: { all: number; changed: number };
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** What other authorities have published: who measures what, and one of them against us. */
export function AcrossPage(props: Props) {
  const { programmeId, publications, compared, taken, answer } = props;
  return (
    <>
      <Heading size="xl">
        {compared === null ? 'Other authorities' : `Compared with ${compared.publication.owner}`}
      </Heading>
      <PlanNav programmeId={programmeId} here="across" />
      <ErrorSummary problems={answer?.problems} />
      {taken.all === 0 ? null : (
        <p className="govuk-body">
          <a className="govuk-link" href={links.takenFragments(programmeId)}>
            What you have taken over ({taken.all})
          </a>
          {taken.changed === 0 ? null : `. ${taken.changed} changed there since.`}
        </p>
      )}
      {compared === null ? (
        <>
          <p className="govuk-body">
            Theories and plans that others have published here. Only what is published is read: what
            they change afterwards stays with them until they publish again.
          </p>
          <Publications {...props} />
          {publications.length === 0 ? null : <Overview {...props} />}
          <Bring {...props} />
        </>
      ) : (
        <ComparedPage {...props} {...compared} />
      )}
    </>
  );
}

function Publications({ programmeId, publications, mayEdit }: Props) {
  return (
    <Table
      caption="Published here"
      rows={publications}
      rowKey={({ key }) => key}
      empty={
        <p className="govuk-body">
          No other authority has published a theory or a plan here yet. You can bring in a file that
          one of them has published elsewhere.
        </p>
      }
      columns={[
        {
          header: 'Whose',
          rowHeader: true,
          cell: ({ owner, isOurs }) => (isOurs ? `${owner} (yours)` : owner),
        },
        { header: 'Programme', cell: ({ programme }) => programme },
        { header: 'Published', cell: (publication) => <Editions publication={publication} /> },
        {
          header: 'Compare',
          cell: (publication) => (
            <a className="govuk-link" href={links.across(programmeId, publication.key)}>
              Compare with us
              <span className="govuk-visually-hidden">: {nameOf(publication)}</span>
            </a>
          ),
        },
        {
          header: 'Remove',
          cell: ({ isFile, key, programme }) =>
            isFile && mayEdit.yes ? (
              <Form>
                <input type="hidden" name="brought" value={key} />
                <button type="submit" className="tl-link-button" name="intent" value="remove">
                  Remove<span className="govuk-visually-hidden"> “{programme}”</span>
                </button>
              </Form>
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}

export function Editions({ publication }: { publication: PublicationHead }) {
  const { theory, plan, isFile } = publication;
  const day = (at: Date) => sayShortDay(dayOf(at));
  if (isFile) {
    const edition = theory ?? plan;
    return edition === null
      ? null
      : `${theory === null ? 'Plan' : 'Theory'} from the file ${edition.version}, brought in on ${day(edition.publishedAt)}`;
  }
  return (
    <>
      {theory === null ? null : (
        <span className="tl-small">
          <a className="govuk-link" href={links.publicTheory(theory.code)}>
            Theory, “{theory.version}”
          </a>
          , {day(theory.publishedAt)}
        </span>
      )}
      {plan === null ? null : (
        <span className="tl-small">
          <a className="govuk-link" href={links.publicPlan(plan.code)}>
            Plan, version {plan.version}
          </a>
          , {day(plan.publishedAt)}
        </span>
      )}
    </>
  );
}

function Overview({ matrix, picture }: Props) {
  if (matrix.rows.length === 0) {
    return (
      <p className="govuk-body">
        Nobody uses a measure of the library yet, so that no outcome can be laid side by side.
      </p>
    );
  }
  return (
    <section aria-labelledby="matrix">
      <h2 className="govuk-heading-m" id="matrix">
        Who measures what
      </h2>
      <figure className="tl-matrix">
        <div
          role="img"
          aria-label={altOf(matrix)}
          className="tl-scroll"
          tabIndex={0}
          dangerouslySetInnerHTML={{ __html: picture }}
        />
        <figcaption className="govuk-body-s">
          {matrix.columns.map((name, at) => `${letterOf(at)}: ${name}`).join('; ')}. A filled square
          is measured.
        </figcaption>
      </figure>
      <Table
        caption="The same as a table, with the targets"
        captionSize="s"
        rows={matrix.rows}
        rowKey={({ key }) => key}
        columns={[
          { header: 'Measure', rowHeader: true, cell: ({ label }) => label },
          ...matrix.columns.map((name, at) => ({
            header: `${letterOf(at)}: ${name}`,
            cell: ({ has, targets }: Matrix['rows'][number]) =>
              has[at] === true
                ? targets[at] === ''
                  ? 'Measured'
                  : `To ${targets[at] ?? ''}`
                : 'Not measured',
          })),
        ]}
      />
    </section>
  );
}

const altOf = ({ columns, rows }: Matrix) =>
  `Matrix of ${rows.length} measures by ${columns.length} programmes. The table under it says the same.`;

function Bring({ programmeId, mayEdit }: Props) {
  if (!mayEdit.yes) return <p className="govuk-body tl-reason">{mayEdit.reason}</p>;
  return (
    <ButtonLink href={links.acrossFile(programmeId)} secondary>
      Bring in a published file
    </ButtonLink>
  );
}

/** A single button that says something of a pair. */
export function PairButton(props: {
  ours: string;
  theirs: string;
  intent: 'same' | 'different' | 'unsaid';
  words: string;
  about: string;
}) {
  return (
    <Form className="tl-pair">
      <input type="hidden" name="ours" value={props.ours} />
      <input type="hidden" name="theirs" value={props.theirs} />
      <button type="submit" className="tl-link-button" name="intent" value={props.intent}>
        {props.words}
        <span className="govuk-visually-hidden">: {props.about}</span>
      </button>
    </Form>
  );
}
