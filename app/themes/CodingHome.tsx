import { links } from '#app/http/links.ts';
import type { Problem } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import type { Shown } from '#app/statistics/small-numbers.ts';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayMoment } from '#app/ui/words.ts';

export interface CodingHomeProps {
  programmeId: string;
  tree: readonly {
    id: string;
    number: string;
    name: string;
    depth: number;
    definition: string;
    people: Shown;
  }[];
  progress: { all: number; read: number; themed: number; changed: number };
  said: string;
  quotes: { chosen: number; publishable: number };
  changes: readonly { id: string; sentence: string; by: string; at: Date; undone: boolean }[];
  mayEdit: Answer;
  mayRead: Answer;
  mayExport: Answer;
  problems: readonly Problem[] | undefined;
}

/** What people wrote and said, and what it is about: the tree of themes and how far coding is. */
export function CodingHome(props: CodingHomeProps) {
  const { programmeId, mayEdit, mayRead, progress } = props;
  const mayCode = mayEdit.yes && mayRead.yes;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.needs(programmeId), words: 'Needs' }]} />
      <ErrorSummary problems={props.problems} />
      <Heading>What people wrote and said</Heading>
      <p className="govuk-body-l tl-reading">{props.said}</p>
      {progress.changed > 0 ? (
        <p className="govuk-body">
          {many(progress.changed, 'comment says', 'comments say')} something else than when it was
          coded: read it again.
        </p>
      ) : null}
      {mayCode ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.codeNext(programmeId)}>Code the next comment</ButtonLink>
          <ButtonLink href={links.codeList(programmeId)} secondary>
            Code a list of 20
          </ButtonLink>
          <a className="govuk-link" href={links.newTheme(programmeId)}>
            Name a theme
          </a>
          <a className="govuk-link" href={links.importCodebook(programmeId)}>
            Bring a codebook in
          </a>
        </div>
      ) : (
        <p className="govuk-body tl-reason">
          {mayEdit.yes ? (mayRead.yes ? null : mayRead.reason) : mayEdit.reason}
        </p>
      )}
      <Tree {...props} />
      <h2 className="govuk-heading-m">What comes of it</h2>
      <ul className="govuk-list govuk-list--spaced">
        <li>
          <a className="govuk-link" href={links.themeCounts(programmeId)}>
            How often each theme was raised
          </a>
          , by what was asked and by group
        </li>
        <li>
          <a className="govuk-link" href={links.secondCoding(programmeId)}>
            Do two coders agree?
          </a>{' '}
          A second person codes a sample without seeing the first
        </li>
        <li>
          <a className="govuk-link" href={links.quotes(programmeId)}>
            Words to quote
          </a>
          : {props.quotes.publishable} of {props.quotes.chosen} chosen may be published
        </li>
        <li>
          Take away{' '}
          <a className="govuk-link" href={links.exportThemes(programmeId, 'codebook')}>
            the codebook (CSV)
          </a>
          {props.mayExport.yes ? (
            <>
              {' '}
              or{' '}
              <a className="govuk-link" href={links.exportThemes(programmeId, 'codings')}>
                the codings (CSV)
              </a>
            </>
          ) : null}
        </li>
      </ul>
      <Changes {...props} />
    </>
  );
}

function Tree({ programmeId, tree, mayRead }: CodingHomeProps) {
  return (
    <Table
      caption="Themes"
      rows={tree}
      rowKey={({ id }) => id}
      empty={
        <p className="govuk-body">
          No theme yet. Read a few comments, name what they share, such as “Getting there”, and code
          the rest against it.
        </p>
      }
      columns={[
        {
          header: 'Theme',
          rowHeader: true,
          cell: ({ id, number, name, depth }) => (
            <span className={`tl-depth-${depth}`}>
              <span className="tl-numbers">{number}</span>{' '}
              <a className="govuk-link" href={links.theme(programmeId, id)}>
                {name}
              </a>
            </span>
          ),
        },
        { header: 'What belongs here', cell: ({ definition }) => definition },
        { header: 'People, with those below', numeric: true, cell: ({ people }) => people },
        {
          header: 'Compare',
          cell: ({ id, name }) =>
            mayRead.yes ? (
              <a className="govuk-link" href={links.compareTheme(programmeId, id)}>
                All side by side<span className="govuk-visually-hidden">: {name}</span>
              </a>
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}

function Changes({ changes, mayEdit }: CodingHomeProps) {
  if (changes.length === 0) return null;
  const last = changes.find(({ undone }) => !undone);
  return (
    <section>
      <h2 className="govuk-heading-m">What was done to the tree</h2>
      <ol className="govuk-list govuk-list--spaced">
        {changes.map(({ id, sentence, by, at, undone }) => (
          <li key={id}>
            {sayMoment(at)}: {by} {sentence}
            {undone ? ' (undone)' : ''}
            {mayEdit.yes && last?.id === id ? (
              <Form className="tl-small-actions">
                <input type="hidden" name="change" value={id} />
                <Button kind="secondary">
                  Undo this<span className="govuk-visually-hidden">: {sentence}</span>
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
