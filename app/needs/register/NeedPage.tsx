import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Select, TextArea } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { sayMoment } from '#app/ui/words.ts';
import type { Need } from '#db/needs.ts';
import { EvidenceBehind } from './EvidenceBehind.tsx';
import type { HistoryLine } from './history.ts';
import { NEED_FIELD_NAMES, PRIORITY_NAMES, type Priority } from './need.ts';
import { short } from './NewNeed.tsx';
import { CRITERIA, CRITERION_NAMES, MOST_POINTS, type Criterion } from './priority.ts';
import type { EvidenceLine } from './register.server.ts';
import { TakeOut } from '#app/needs/TakeOut.tsx';

export interface NeedPageProps {
  programmeId: string;
  need: Need;
  behind: readonly EvidenceLine[];
  others: readonly { id: string; sentence: string }[];
  scores: Partial<Record<Criterion, { score: number; reason: string }>>;
  history: readonly HistoryLine[];
  /** From the register of barriers: what keeps families from having it met. */
  barriers: readonly { id: string; name: string; kind: string }[];
  mayEdit: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** One need: what it is, what stands behind it and against it, and what is done with it. */
export function NeedPage(props: NeedPageProps) {
  const { programmeId, need, mayEdit, behind } = props;
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
        <InTheWay {...props} />
        <Judged {...props} />
        <h2 className="govuk-heading-m">Evidence for it</h2>
        <EvidenceBehind
          programmeId={programmeId}
          behind={behind.filter((line) => !line.against)}
          mayEdit={mayEdit.yes}
        />
        <h2 className="govuk-heading-m">Evidence against it</h2>
        {behind.some((line) => line.against) ? (
          <EvidenceBehind
            programmeId={programmeId}
            behind={behind.filter((line) => line.against)}
            mayEdit={mayEdit.yes}
          />
        ) : (
          <p className="govuk-body">
            Nothing speaks against this need so far. Has anybody looked for it?
          </p>
        )}
        {mayEdit.yes ? <Changes {...props} /> : null}
        <History {...props} />
      </div>
    </div>
  );
}

function InTheWay({ programmeId, barriers }: NeedPageProps) {
  if (barriers.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What stands in the way</h2>
      <ul className="govuk-list govuk-list--bullet">
        {barriers.map(({ id, name, kind }) => (
          <li key={id}>
            <a className="govuk-link" href={links.placeRow(programmeId, 'barriers', id)}>
              {name}
            </a>
            {kind === '' ? '' : ` (${kind.toLowerCase()})`}
          </li>
        ))}
      </ul>
    </>
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

/** How it scores on each criterion, with the reason. */
function Judged({ programmeId, need, scores, mayEdit }: NeedPageProps) {
  const isScored = CRITERIA.some((criterion) => scores[criterion]);
  return (
    <>
      <h2 className="govuk-heading-m">How it is judged</h2>
      {isScored ? (
        <dl className="govuk-summary-list">
          {CRITERIA.map((criterion) => (
            <div className="govuk-summary-list__row" key={criterion}>
              <dt className="govuk-summary-list__key">{CRITERION_NAMES[criterion]}</dt>
              <dd className="govuk-summary-list__value">
                {scores[criterion] === undefined
                  ? 'Not scored'
                  : `${scores[criterion].score} of ${MOST_POINTS}: ${scores[criterion].reason}`}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="govuk-body">
          Not scored yet. Scores for size, severity, voice and inequality make the priority visible,
          so that anybody can argue with it.
        </p>
      )}
      {mayEdit.yes ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.scoreNeed(programmeId, need.id)}>
            {isScored ? 'Change the scores' : 'Score this need'}
          </a>
        </p>
      ) : null}
    </>
  );
}

function Changes(props: NeedPageProps) {
  const { need, others, answer } = props;
  const of = (intent: string) => (answer?.typed['intent'] === intent ? answer : undefined);
  return (
    <section className="tl-noprint">
      {others.length > 0 ? (
        <Form>
          <Select
            name="evidence"
            label="Other evidence"
            hint="Taken for this programme already. Say whether it speaks for this need or against it."
            answer={of('tie') ?? of('tie-against')}
            options={[
              { value: '', label: 'Select evidence' },
              ...others.map(({ id, sentence }) => ({ value: id, label: short(sentence) })),
            ]}
          />
          <div className="govuk-button-group">
            <Button intent="tie" kind="secondary">
              It speaks for this need
            </Button>
            <Button intent="tie-against" kind="secondary">
              It speaks against this need
            </Button>
          </div>
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
        stays="Its evidence stays in the programme, and the need can be put back from the register. Until then, boxes of the theory and lines of the plan that rest on it say that it is gone. To keep it in sight, put it aside instead."
      />
    </section>
  );
}

function History({ history }: NeedPageProps) {
  if (history.length === 0) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">What happened to this need</span>
      </summary>
      <div className="govuk-details__text">
        <ol className="govuk-list govuk-list--spaced">
          {history.map(({ id, at, sentence, changes }) => (
            <li key={id}>
              {sayMoment(at)}: {sentence}.
              {changes.length === 0 ? null : (
                <ul className="govuk-list govuk-list--bullet">
                  {changes.map(({ name, before, after }) => (
                    <li key={name}>
                      {name}: {after} (before: {before})
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
