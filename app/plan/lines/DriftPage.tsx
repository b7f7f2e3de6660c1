import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { dayOf, sayDay } from '#app/ui/words.ts';
import type { Drift, DriftKind } from './drift.ts';

export interface DriftModel {
  programmeId: string;
  drift: readonly Drift[];
  mayEdit: Answer;
  /** The difference of which somebody is saying why it stands; empty while nobody does. */
  standing: string;
}

type Typing = { problems: Problem[]; typed: Typed } | undefined;

const HEADINGS: Readonly<Record<DriftKind, string>> = {
  reworded: 'Reworded in the theory since the plan was written',
  gone: 'Taken out of the theory',
  unplanned: 'In the theory and not in the plan',
  loose: 'In the plan and not in the theory',
};

/** Where the plan and the theory no longer say the same, each with what can be done about it. */
export function DriftPage({ page, answer }: { page: DriftModel; answer: Typing }) {
  const { programmeId, drift, mayEdit } = page;
  const open = drift.filter(({ kept }) => kept === null);
  const kept = drift.filter((one) => one.kept !== null);
  return (
    <>
      <Breadcrumbs trail={[{ href: links.plan(programmeId), words: 'Delivery plan' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Where plan and theory differ</Heading>
      {open.length === 0 ? (
        <p className="govuk-body-l">
          {kept.length === 0
            ? 'The plan and the theory of change say the same.'
            : 'Every difference was looked at and stands for a reason.'}
        </p>
      ) : null}
      {mayEdit.yes ? null : <p className="govuk-body tl-reason">{mayEdit.reason}</p>}
      {(Object.keys(HEADINGS) as DriftKind[]).map((kind) => {
        const some = open.filter((one) => one.kind === kind);
        return some.length === 0 ? null : (
          <section key={kind}>
            <h2 className="govuk-heading-m">{HEADINGS[kind]}</h2>
            {some.map((one) => (
              <One
                key={one.key}
                {...{ one, programmeId, answer }}
                mayEdit={mayEdit.yes}
                standing={page.standing}
              />
            ))}
          </section>
        );
      })}
      {kept.length === 0 ? null : <Kept {...{ kept }} mayEdit={mayEdit.yes} />}
    </>
  );
}

function One(props: {
  one: Drift;
  programmeId: string;
  answer: Typing;
  mayEdit: boolean;
  standing: string;
}) {
  const { one, programmeId, answer, mayEdit, standing } = props;
  return (
    <div className="tl-drift">
      <p className="govuk-body">
        <Says {...{ one, programmeId }} />
      </p>
      {mayEdit ? (
        <>
          <Follow one={one} programmeId={programmeId} />
          {standing === one.key ? (
            <Form id="stand">
              <Which one={one} />
              <TextField name="because" label="Why it stays as it is" answer={answer} />
              <Button intent="stand">Let it stand</Button>
            </Form>
          ) : (
            <p className="govuk-body">
              <a className="govuk-link" href={links.letDriftStand(programmeId, one.key)}>
                Let it stand, with a reason
                <span className="govuk-visually-hidden">: {one.says}</span>
              </a>
            </p>
          )}
        </>
      ) : null}
    </div>
  );
}

const Which = ({ one }: { one: Drift }) => (
  <>
    <input type="hidden" name="key" value={one.key} />
    <input type="hidden" name="says" value={one.says} />
  </>
);

function Says({ one, programmeId }: { one: Drift; programmeId: string }) {
  if (one.lineId === null) return <>{one.says}.</>;
  return (
    <>
      {one.says}.{' '}
      <a className="govuk-link" href={links.planLine(programmeId, one.lineId)}>
        Open the line
      </a>
    </>
  );
}

/** What brings the plan back to the theory; of a loose line only its own form can. */
function Follow({ one, programmeId }: { one: Drift; programmeId: string }) {
  switch (one.kind) {
    case 'reworded':
    case 'gone':
      return (
        <Form>
          <Which one={one} />
          <Button intent="follow" kind="secondary">
            {one.kind === 'reworded' ? 'Take the new words' : 'Untie the line from it'}
          </Button>
        </Form>
      );
    case 'unplanned':
      return (
        <p className="govuk-body">
          <a className="govuk-link" href={links.plan(programmeId)}>
            Make a plan line from it
          </a>
        </p>
      );
    case 'loose':
      return null;
  }
}

function Kept({ kept, mayEdit }: { kept: readonly Drift[]; mayEdit: boolean }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Stands for a reason</h2>
      {kept.map((one) => (
        <div className="tl-drift" key={one.key}>
          <p className="govuk-body">
            {one.says}.
            <br />
            {one.kept?.byName} let it stand on {sayDay(one.kept && dayOf(one.kept.at))}:{' '}
            {one.kept?.because}
          </p>
          {mayEdit ? (
            <Form>
              <Which one={one} />
              <Button intent="take-up" kind="secondary">
                Take it up again
                <span className="govuk-visually-hidden">: {one.says}</span>
              </Button>
            </Form>
          ) : null}
        </div>
      ))}
    </section>
  );
}
