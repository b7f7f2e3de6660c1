import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Select, TextArea } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import type { Need } from '#db/needs.ts';
import { EvidenceBehind } from './EvidenceBehind.tsx';
import { NEED_FIELD_NAMES, PRIORITY_NAMES, type Priority } from './need.ts';
import { short } from './NewNeed.tsx';
import type { EvidenceLine } from './register.server.ts';
import { TakeOut } from '#app/needs/TakeOut.tsx';

/** One need: what it is, what stands behind it, and what is done with it. */
export function NeedPage(props: {
  programmeId: string;
  need: Need;
  behind: readonly EvidenceLine[];
  others: readonly { id: string; sentence: string }[];
  mayEdit: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, need, mayEdit } = props;
  const isAside = need.notNowBecause !== '';
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.needs(programmeId), words: 'Needs' },
            { href: links.register(programmeId), words: 'Register of needs' },
          ]}
        />
        <ErrorSummary problems={props.answer?.problems} />
        <Heading caption={isAside ? 'Need, put aside' : 'Need'}>{need.statement}</Heading>
        {isAside ? (
          <div className="govuk-inset-text">
            <strong>Not now, because:</strong> {need.notNowBecause}
          </div>
        ) : null}
        <About need={need} />
        <p className="govuk-body">
          <a className="govuk-link" href={links.thread(programmeId, 'need', need.id)}>
            See its thread
          </a>
          : what it rests on and what came of it.
        </p>
        {mayEdit.yes ? (
          <ButtonLink secondary href={links.editNeed(programmeId, need.id)}>
            Change this need
          </ButtonLink>
        ) : (
          <p className="govuk-body tl-reason">{mayEdit.reason}</p>
        )}
        <h2 className="govuk-heading-m">Evidence behind it</h2>
        <EvidenceBehind {...props} mayEdit={mayEdit.yes} />
        {mayEdit.yes ? <Changes {...props} /> : null}
      </div>
    </div>
  );
}

function About({ need }: { need: Need }) {
  const rows = [
    [NEED_FIELD_NAMES.who, need.who],
    [NEED_FIELD_NAMES.place, need.place],
    [NEED_FIELD_NAMES.howMany, need.howMany],
    [NEED_FIELD_NAMES.priority, PRIORITY_NAMES[need.priority as Priority]],
    [NEED_FIELD_NAMES.priorityReason, need.priorityReason],
  ];
  return (
    <dl className="govuk-summary-list">
      {rows.map(([name, value]) => (
        <div className="govuk-summary-list__row" key={name}>
          <dt className="govuk-summary-list__key">{name}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Changes(props: {
  need: Need;
  others: readonly { id: string; sentence: string }[];
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { need, others, answer } = props;
  const of = (intent: string) => (answer?.typed['intent'] === intent ? answer : undefined);
  return (
    <section className="tl-noprint">
      {others.length > 0 ? (
        <Form>
          <Select
            name="evidence"
            label="Put other evidence behind it"
            answer={of('tie')}
            options={[
              { value: '', label: 'Select evidence' },
              ...others.map(({ id, sentence }) => ({ value: id, label: short(sentence) })),
            ]}
          />
          <Button intent="tie" kind="secondary">
            Put it behind this need
          </Button>
        </Form>
      ) : null}
      <h2 className="govuk-heading-m">
        {need.notNowBecause === '' ? 'Not now?' : 'Take it up again?'}
      </h2>
      <Form>
        <input type="hidden" name="version" value={need.version} />
        {need.notNowBecause === '' ? (
          <>
            <TextArea
              name="notNowBecause"
              label="Not now, because"
              hint="Families can be told the reason. For example, “No money before April 2027; asked for in the next bid”."
              rows={2}
              answer={of('not-now')}
            />
            <Button intent="not-now" kind="secondary">
              Put this need aside
            </Button>
          </>
        ) : (
          <Button intent="take-up" kind="secondary">
            Take this need up again
          </Button>
        )}
      </Form>
      <TakeOut
        what="this need"
        stays="Its evidence stays in the programme. Boxes of the theory and lines of the plan that rest on this need will say that it is gone. To keep it in sight, put it aside instead."
      />
    </section>
  );
}
