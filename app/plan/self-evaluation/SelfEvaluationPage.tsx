import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { RegistersNav } from '#app/plan/registers/RegistersNav.tsx';
import { Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayDay, sayShortDay } from '#app/ui/words.ts';
import { FRAMEWORK, FRAMEWORKS, type FrameworkId } from './frameworks.ts';
import { byFramework, MOVED_WORDS, type EvaluatedItem, type Round } from './self-evaluation.ts';

interface Shown {
  programmeId: string;
  rounds: Round[];
  round: Round | null;
  before: Round | null;
  items: EvaluatedItem[];
  pictures: { framework: FrameworkId; svg: string; says: string }[];
  mayEdit: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** The self-evaluation: each framework drawn and as a table, beside the round before. */
export function SelfEvaluationPage(props: Shown) {
  const { programmeId, round, items, mayEdit, answer } = props;
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <Heading>Self-evaluation</Heading>
      <RegistersNav programmeId={programmeId} here="self-evaluation" />
      {round === null ? (
        <p className="govuk-inset-text">
          No round was begun yet. Begin one, rate each principle as it is today, say what shows it,
          and what to improve. Next year’s round stands beside it.
        </p>
      ) : (
        <Rounds {...props} round={round} />
      )}
      {mayEdit.yes ? null : <p className="govuk-body tl-reason">{mayEdit.reason}</p>}
      {round === null
        ? null
        : byFramework(items).map((group) => (
            <OneFramework key={group.framework} {...props} {...group} />
          ))}
      {mayEdit.yes ? <Doing {...props} /> : null}
    </>
  );
}

function Rounds({ programmeId, rounds, round, before }: Shown & { round: Round }) {
  const others = rounds.filter(({ id }) => id !== round.id);
  return (
    <>
      <p className="govuk-body">
        Round {round.number}, “{round.name}”, begun on {sayDay(round.startedOn)}
        {round.closedOn === null ? '' : ` and closed on ${sayDay(round.closedOn)}`}
        {before === null ? '.' : `, beside round ${before.number}, “${before.name}”.`}
      </p>
      {others.length === 0 ? null : (
        <p className="govuk-body tl-noprint">
          Other rounds:{' '}
          {others.map(({ id, number, name }, at) => (
            <span key={id}>
              {at > 0 ? ', ' : ''}
              <a
                className="govuk-link"
                href={links.selfEvaluation(programmeId, `?round=${number}`)}
              >
                {number}, “{name}”
              </a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function OneFramework(props: Shown & { framework: FrameworkId; items: EvaluatedItem[] }) {
  const { programmeId, framework, items, round, before, pictures } = props;
  const known = FRAMEWORK[framework];
  const picture = pictures.find((one) => one.framework === framework);
  const isOpen = round?.closedOn === null;
  return (
    <section>
      <h2 className="govuk-heading-l">{known.title}</h2>
      <p className="govuk-body">{known.about}</p>
      <p className="govuk-inset-text">{known.note}</p>
      {picture ? (
        <div className="tl-scroll" role="region" aria-label={`${known.title}, drawn`} tabIndex={0}>
          <div
            role="img"
            aria-label={picture.says}
            dangerouslySetInnerHTML={{ __html: picture.svg }}
          />
        </div>
      ) : null}
      <p className="govuk-body-s">
        Filled circle: this round. Hollow circle: the round before. Diamond: the panel. The table
        says the same.
      </p>
      <Table
        caption={known.title}
        rows={items}
        rowKey={({ item }) => item.id}
        columns={[
          {
            header: known.one.charAt(0).toUpperCase() + known.one.slice(1),
            rowHeader: true,
            cell: ({ item }) => (
              <div className="tl-wide-cell">
                {isOpen ? (
                  <a
                    className="govuk-link"
                    href={links.selfEvaluationItem(programmeId, framework, item.id)}
                  >
                    {item.title}
                  </a>
                ) : (
                  item.title
                )}
                <br />
                <span className="tl-reason">
                  {item.own ? 'In our own words' : `${item.id}, ${item.source}`}
                </span>
              </div>
            ),
          },
          { header: 'How far', cell: (one) => <HowFar {...{ one, before }} /> },
          {
            header: 'What shows it',
            cell: (one) => (
              <ul className="govuk-list tl-wide-cell">
                {one.evidence === '' ? null : <li>{one.evidence}</li>}
                {one.tied.map(({ key, words }) => (
                  <li key={key}>{words}</li>
                ))}
              </ul>
            ),
          },
          { header: 'What to improve', cell: (one) => <Improve {...{ programmeId, one }} /> },
        ]}
      />
    </section>
  );
}

function HowFar({ one, before }: { one: EvaluatedItem; before: Round | null }) {
  return (
    <>
      {one.ratingWords}
      {before === null || one.moved === 'not-rated' ? null : (
        <>
          <br />
          <span className="tl-reason">{MOVED_WORDS[one.moved]} since the round before</span>
        </>
      )}
      <br />
      <span className="tl-reason">
        The panel: {one.panelWords === '' ? 'not asked' : one.panelWords}
      </span>
      {one.lacks.length === 0 ? null : (
        <>
          <br />
          <strong>It lacks {one.lacks.join(', ')}</strong>
        </>
      )}
    </>
  );
}

function Improve({ programmeId, one }: { programmeId: string; one: EvaluatedItem }) {
  if (one.improve === '') return <>–</>;
  return (
    <div className="tl-wide-cell">
      {one.improve}
      <br />
      <span className="tl-reason">
        {one.owner === '' ? 'Nobody yet' : one.owner}
        {one.dueOn === null ? '' : `, by ${sayShortDay(one.dueOn)}`}
      </span>
      <br />
      {one.line === null ? (
        <span className="tl-reason">Not in the plan yet</span>
      ) : (
        <a className="govuk-link" href={links.planLine(programmeId, one.line.id)}>
          In the plan
        </a>
      )}
    </div>
  );
}

/** Beginning a round, and adding what is not printed in anybody’s own words. */
function Doing({ round, answer }: Shown) {
  return (
    <div className="govuk-grid-row tl-noprint">
      <div className="govuk-grid-column-two-thirds">
        <h2 className="govuk-heading-m">
          {round === null ? 'Begin the first round' : 'Begin the next round'}
        </h2>
        {round === null ? null : (
          <p className="govuk-body">
            Round {round.number} is closed then and stays as it is. The new one begins without
            ratings, beside it.
          </p>
        )}
        <Form>
          <TextField
            name="name"
            label="Name of the round"
            hint="Such as “Autumn 2026”"
            answer={answer}
          />
          <Button intent="begin" {...(round === null ? {} : { kind: 'secondary' as const })}>
            Begin round {(round?.number ?? 0) + 1}
          </Button>
        </Form>
        <h2 className="govuk-heading-m">Add one in your own words</h2>
        <p className="govuk-body">
          The ninth principle, for one, is not printed. What you add is told as your own.
        </p>
        <Form>
          <Select
            name="framework"
            label="Where it belongs"
            options={FRAMEWORKS.map((id) => ({ value: id, label: FRAMEWORK[id].title }))}
            answer={answer}
            value="fhn-principles"
          />
          <TextArea name="title" label="In your own words" rows={2} answer={answer} />
          <Button intent="add" kind="secondary">
            Add it
          </Button>
        </Form>
      </div>
    </div>
  );
}
