import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, ButtonLink, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { FindLines, type Finding } from './FindLines.tsx';
import { LinesTable } from './LinesTable.tsx';
import { Obstacles } from '#app/plan/Obstacles.tsx';
import type { PlanPage } from './plan-page.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';

/** The plan: at a glance, what stands before sign-off, and its lines under their outcomes. */
export function PlanLines(props: {
  programmeId: string;
  page: PlanPage;
  mayEdit: Answer;
  finding: Finding;
}) {
  const { programmeId, page, mayEdit, finding } = props;
  const empty = finding.all === 0;
  return (
    <>
      <Heading size="xl">Delivery plan</Heading>
      <PlanNav programmeId={programmeId} here="lines" />
      {empty ? <Empty {...props} /> : <Glance {...props} />}
      {mayEdit.yes ? <ToDo {...{ programmeId, page }} /> : null}
      {mayEdit.yes ? null : <p className="govuk-body tl-reason">{mayEdit.reason}</p>}
      {empty ? null : <FindLines {...{ programmeId, finding }} />}
      {page.groups.map((group) => (
        <LinesTable key={group.outcome?.id ?? ''} {...{ group, programmeId }} />
      ))}
      {empty || page.unplanned.length === 0 ? null : <Unplanned labels={page.unplanned} />}
    </>
  );
}

function Glance({ programmeId, page }: { programmeId: string; page: PlanPage }) {
  return (
    <div className="tl-columns tl-plan">
      <section className="tl-column">
        <h2 className="govuk-heading-m">At a glance</h2>
        <ul className="govuk-list">
          <li>{page.glance.lines}</li>
          <li>
            <a className="govuk-link" href={links.money(programmeId)}>
              {page.glance.money}
            </a>
          </li>
          {page.drift === 0 ? null : (
            <li>
              <a className="govuk-link" href={links.planDrift(programmeId)}>
                {many(page.drift, 'difference')} between plan and theory
              </a>
            </li>
          )}
          {page.glance.coverage.map((words) => (
            <li key={words}>
              <a className="govuk-link" href={links.coverage(programmeId)}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section className="tl-column tl-column--wide">
        <h2 className="govuk-heading-m">What stands between this plan and its sign-off</h2>
        <Obstacles obstacles={page.obstacles} programmeId={programmeId} />
      </section>
    </div>
  );
}

function Empty({ programmeId, page }: { programmeId: string; page: PlanPage }) {
  return (
    <p className="govuk-body-l">
      {page.unplanned.length > 0 ? (
        <>
          The plan has no line yet. The theory of change has{' '}
          {many(page.unplanned.length, 'activity', 'activities')}: begin with those, and then give
          each line an owner, dates, a milestone and a cost.
        </>
      ) : (
        <>
          The plan has no line yet, and the{' '}
          <a className="govuk-link" href={links.theory(programmeId)}>
            theory of change
          </a>{' '}
          has no activity. Begin there: each activity becomes a line, such as “Open two hubs on
          Thursday evenings”.
        </>
      )}
    </p>
  );
}

function ToDo({ programmeId, page }: { programmeId: string; page: PlanPage }) {
  const count = page.unplanned.length;
  return (
    <div className="govuk-button-group tl-noprint">
      {count === 0 ? null : (
        <Form>
          <Button>
            Make {count === 1 ? 'a plan line' : 'plan lines'} from{' '}
            {many(count, 'activity', 'activities')}
          </Button>
        </Form>
      )}
      <ButtonLink href={links.newPlanLine(programmeId)} secondary={count > 0}>
        Add a plan line
      </ButtonLink>
    </div>
  );
}

function Unplanned({ labels }: { labels: readonly string[] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">In the theory and not in the plan</h2>
      <ul className="govuk-list govuk-list--bullet">
        {labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </section>
  );
}
