import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { dayOf, sayDay } from '#app/ui/words.ts';
import { calledOf, sayOrigin, THING_NAMES, WORD_NAMES, type WordChange } from './fragment.ts';
import type { TakenFragment } from './read-taken.server.ts';

interface Props {
  programmeId: string;
  fragments: readonly TakenFragment[];
  /** Who settles what stands in the theory, and what stands in the plan. */
  may: Readonly<Record<TakenFragment['kind'], Answer>>;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** What was taken over from others, where it came from, and what they have changed since. */
export function TakenPage({ programmeId, fragments, may, answer }: Props) {
  return (
    <>
      <Breadcrumbs trail={[{ href: links.across(programmeId), words: 'Other authorities' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>What you have taken over</Heading>
      {fragments.length === 0 ? (
        <p className="govuk-body">
          Nothing yet. Compare with another authority, and take over an outcome or a plan line.
        </p>
      ) : (
        fragments.map((fragment) => (
          <One key={fragment.id} {...{ programmeId, fragment, mayEdit: may[fragment.kind] }} />
        ))
      )}
    </>
  );
}

function One(props: { programmeId: string; fragment: TakenFragment; mayEdit: Answer }) {
  const { programmeId, fragment } = props;
  const { id, title, origin, takenAt, takenBy, things } = fragment;
  const gone = things.filter(({ stands }) => !stands).length;
  return (
    <section aria-labelledby={`taken-${id}`} className="tl-taken">
      <h2 className="govuk-heading-m" id={`taken-${id}`}>
        {title}
      </h2>
      <p className="govuk-body">
        From {sayOrigin(origin)}. Taken over by {takenBy} on {sayDay(dayOf(takenAt))}.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {things.map((thing) => (
          <li key={thing.here}>
            {THING_NAMES[thing.kind]}: <Here programmeId={programmeId} thing={thing} />
          </li>
        ))}
      </ul>
      {gone === 0 ? null : (
        <p className="govuk-body tl-reason">What is no longer here was deleted or taken back.</p>
      )}
      <Since {...props} />
    </section>
  );
}

function Here({
  programmeId,
  thing,
}: {
  programmeId: string;
  thing: TakenFragment['things'][number];
}) {
  const { kind, here, called, stands, ours } = thing;
  if (!stands) return <>{called} (no longer here)</>;
  const href =
    kind === 'line'
      ? links.planLine(programmeId, here)
      : kind === 'measure'
        ? links.measure(programmeId, here)
        : kind === 'evidence'
          ? null
          : links.theoryBox(programmeId, here);
  const words = ours === '' ? called : ours;
  return (
    <>
      {href === null ? (
        words
      ) : (
        <a className="govuk-link" href={href}>
          {words}
        </a>
      )}
      {words === called ? null : <span className="tl-small">There it was called: {called}</span>}
    </>
  );
}

function Since({ fragment, mayEdit }: { fragment: TakenFragment; mayEdit: Answer }) {
  const { upstream, changes, canFollow, isNew, origin } = fragment;
  if (upstream === null) {
    return (
      <p className="govuk-body tl-reason">
        {origin.owner} does not publish it here any more. What was taken over stays.
      </p>
    );
  }
  if (changes.length === 0) {
    return <p className="govuk-body">They have changed nothing in its words since.</p>;
  }
  return (
    <>
      <Table
        caption={
          isNew ? 'They changed the wording since' : 'They changed the wording; you kept yours'
        }
        captionSize="s"
        rows={changes}
        rowKey={({ thing, field }) => `${thing.here} ${field}`}
        columns={[
          { header: 'What', rowHeader: true, cell: whatOf },
          { header: 'It said', cell: ({ was }) => was || '–' },
          {
            header: 'It says now',
            cell: ({ is }) => (is === null ? 'It is gone there' : is || '–'),
          },
        ]}
      />
      {!mayEdit.yes ? (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      ) : isNew ? (
        <Form>
          <input type="hidden" name="fragment" value={fragment.id} />
          <div className="govuk-button-group">
            {canFollow ? <Button intent="follow">Take their words over</Button> : null}
            <Button intent="keep" kind="secondary">
              Keep ours
            </Button>
          </div>
        </Form>
      ) : null}
    </>
  );
}

const whatOf = ({ thing, field }: WordChange) =>
  `${THING_NAMES[thing.kind]}, ${(WORD_NAMES[field] ?? field).toLowerCase()}: ${calledOf(thing)}`;
