import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Choices, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { dayOf, many, sayDay } from '#app/ui/words.ts';
import { PlanNav } from '../PlanNav.tsx';
import type { PlanShown, PublicPlan, Refusal } from './public-plan.ts';
import { PublicPlanBody } from './PublicPlanBody.tsx';
import type { PublishedVersion } from './what-is-read.ts';
import { WhatIsReadNow } from './WhatIsReadNow.tsx';

interface Version extends PublishedVersion {
  publishedBy: string;
}

interface Props {
  programmeId: string;
  versions: readonly Version[];
  chosen: { id: string; number: number; name: string } | null;
  refusals: readonly Refusal[];
  shown: PlanShown;
  draft: { plan: PublicPlan; named: readonly string[]; notes: readonly string[] } | null;
  mayPublish: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** The public page of the plan: what everybody would read, before anybody does. */
export function PublishPage(props: Props) {
  const { programmeId, chosen, draft, answer } = props;
  return (
    <>
      <Heading size="xl">The public page of the plan</Heading>
      <PlanNav programmeId={programmeId} here="publish" />
      <ErrorSummary problems={answer?.problems} />
      {chosen === null || draft === null ? (
        <p className="govuk-body">
          No version is approved yet. What everybody can read is always a version that was signed
          off.{' '}
          <a className="govuk-link" href={links.signOff(programmeId)}>
            Go to sign-off
          </a>
        </p>
      ) : (
        <>
          <Versions {...props} />
          <WhatIsReadNow {...props} />
          <Decide {...props} chosen={chosen} draft={draft} />
          <section aria-labelledby="preview">
            <h2 className="govuk-heading-l" id="preview">
              What everybody would read
            </h2>
            <div className="tl-public-preview">
              <PublicPlanBody plan={draft.plan} />
            </div>
          </section>
        </>
      )}
    </>
  );
}

function Versions({ programmeId, versions, chosen }: Props) {
  return (
    <Table
      caption="Approved versions"
      captionSize="m"
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        {
          header: 'Version',
          rowHeader: true,
          cell: ({ id, number, name }) => (
            <a
              className="govuk-link"
              href={links.publishPlan(programmeId, id)}
              aria-current={id === chosen?.id ? 'true' : undefined}
            >
              {number}: {name}
            </a>
          ),
        },
        { header: 'Public', cell: (version) => <State version={version} /> },
      ]}
    />
  );
}

function State({ version }: { version: Version }) {
  const { publishedAt, publishedBy, withdrawnAt, code, id } = version;
  if (publishedAt === null || code === null) return 'Not published';
  if (withdrawnAt !== null) return `Taken down on ${sayDay(dayOf(withdrawnAt))}`;
  return (
    <>
      Published on {sayDay(dayOf(publishedAt))} by {publishedBy}:{' '}
      <a className="govuk-link" href={links.publicPlan(code, id)}>
        the page that everybody can read
      </a>
    </>
  );
}

function Decide(props: Props & Required<NonNullable<Pick<Props, 'chosen' | 'draft'>>>) {
  const { chosen, versions, draft, refusals, shown, mayPublish, answer } = props;
  if (chosen === null || draft === null) return null;
  const open = versions.some(
    ({ id, publishedAt, withdrawnAt }) =>
      id === chosen.id && publishedAt !== null && withdrawnAt === null,
  );
  return (
    <section aria-labelledby="decide">
      <h2 className="govuk-heading-m" id="decide">
        Version {chosen.number}: {chosen.name}
      </h2>
      <p className="govuk-body">
        The page says what families told us, what will be done and when, what it costs in round
        words, and how we will know. It never says comments, risks, who decided what, conditions of
        the money, or the cost of a single line.
      </p>
      <Named named={draft.named} />
      <Plain notes={draft.notes} />
      {mayPublish.yes ? (
        <>
          <Form className="tl-form">
            <input type="hidden" name="versionId" value={chosen.id} />
            <TextArea
              name="summary"
              label="What this plan is for, in plain words"
              rows={4}
              value={shown.summary}
              answer={answer}
            />
            <TextArea
              name="say"
              label="How to have a say"
              optional
              rows={3}
              value={shown.say}
              answer={answer}
            />
            <Choices
              kind="checkboxes"
              name="names"
              label="Who does it"
              values={shown.names ? ['yes'] : []}
              answer={answer}
              options={[
                {
                  value: 'yes',
                  label: 'Owners and partners are all roles or organisations: show them',
                  hint: 'Without a tick nobody is named.',
                },
              ]}
            />
            <Choices
              kind="checkboxes"
              name="money"
              label="What it costs"
              values={shown.money ? ['yes'] : []}
              answer={answer}
              options={[{ value: 'yes', label: 'Say it in round words, and where it comes from' }]}
            />
            {refusals.length === 0 ? null : (
              <Choices
                kind="checkboxes"
                name="cannot"
                label="What we cannot do, and why"
                hint="Needs that wait, and answers that said no in public already."
                values={[...shown.cannot]}
                answer={answer}
                options={refusals.map(({ id, what, why }) => ({
                  value: id,
                  label: what,
                  hint: why,
                }))}
              />
            )}
            <div className="govuk-button-group">
              <Button intent="preview" kind="secondary">
                Show me the page
              </Button>
              <Button intent="publish">
                {open ? 'Publish it again like this' : 'Publish this version'}
              </Button>
            </div>
          </Form>
          {open ? (
            <Form>
              <input type="hidden" name="versionId" value={chosen.id} />
              <p className="govuk-body">
                The address of this version then says that it was taken down. No earlier version
                takes its place unless you publish it again.
              </p>
              <Button intent="withdraw" kind="warning">
                Take it off the public page
              </Button>
            </Form>
          ) : null}
        </>
      ) : (
        <p className="govuk-body tl-reason">{mayPublish.reason}</p>
      )}
    </section>
  );
}

function Named({ named }: { named: readonly string[] }) {
  if (named.length === 0) return null;
  return (
    <div className="govuk-warning-text" id="named" tabIndex={-1}>
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span>
        The page would name a person. Say a role instead, and have that version signed off. A name
        stands in: {named.join('; ')}.
      </strong>
    </div>
  );
}

/** What is not plain English: shown, and stopping nobody. */
function Plain({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) {
    return <p className="govuk-body">Nothing in it reads like the words of services.</p>;
  }
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {many(notes.length, 'place')} could be in plainer English
        </span>
      </summary>
      <div className="govuk-details__text">
        <ul className="govuk-list govuk-list--bullet">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}
