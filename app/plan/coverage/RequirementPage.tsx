import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Choices, Select, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { JUDGED_STATES, STATE_NAMES } from './coverage.ts';
import type { CoverageRow } from './coverage-page.ts';
import { isOwnPack } from './packs.ts';
import type { RequirementModel } from './read-requirement.server.ts';
import { SourceWords } from './SourceWords.tsx';
import { StateMark } from './StateMark.tsx';

interface Props {
  programmeId: string;
  page: RequirementModel;
  mayEdit: Answer;
  mayJudge: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** A requirement: whether the plan covers it, by what, and who decided otherwise. */
export function RequirementPage(props: Props) {
  const { programmeId, page, answer } = props;
  const { row } = page;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(programmeId), words: 'Delivery plan' },
          { href: links.coverage(programmeId, row.packId), words: 'Coverage of guidance' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={`${page.packTitle}: ${row.id}`}>{row.text}</Heading>
      <Facts {...{ row, programmeId }} />
      <Covers {...props} />
      <Decision {...props} />
    </>
  );
}

function Facts({ row, programmeId }: { row: CoverageRow; programmeId: string }) {
  return (
    <dl className="govuk-summary-list">
      <Fact label="State">
        <StateMark state={row.state} /> {row.because}
        {row.decidedBy === null || row.decidedAt === null ? null : (
          <span className="tl-under">
            Decided by {row.decidedBy} on {sayMoment(row.decidedAt)}. Computed:{' '}
            {STATE_NAMES[row.computed].toLowerCase()}. {row.computedBecause}
          </span>
        )}
      </Fact>
      <Fact label="Strand">
        {row.strand} ({row.kind.toLowerCase()})
      </Fact>
      {row.countsAsCovered === null ? null : (
        <Fact label="What would cover it">{row.countsAsCovered}</Fact>
      )}
      <Fact label="Source and grade">
        <SourceWords source={row.source} />
        <PutRight {...{ row, programmeId }} />
      </Fact>
      {row.shown.length === 0 ? null : (
        <Fact label="What records show">
          <ul className="govuk-list govuk-!-margin-bottom-0">
            {row.shown.map(({ because, href, state }) => (
              <li key={because}>
                <a className="govuk-link" href={href}>
                  {because}
                </a>{' '}
                <span className="tl-under">{STATE_NAMES[state]} by this alone</span>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact label="Thread">
        <a
          className="govuk-link"
          href={links.thread(programmeId, 'requirement', `${row.packId}:${row.id}`)}
        >
          What stands behind it
        </a>
      </Fact>
    </dl>
  );
}

/** Who put the item right, or where it can be; an own pack is brought in again instead. */
function PutRight({ row, programmeId }: { row: CoverageRow; programmeId: string }) {
  if (isOwnPack(row.packId)) {
    return (
      <a className="govuk-link" href={links.pack(programmeId, row.packId)}>
        Your own pack
      </a>
    );
  }
  const { corrected } = row;
  return (
    <>
      {corrected === null ? null : (
        <span className="tl-under">
          Put right by {corrected.byName} on {sayMoment(corrected.at)}: {corrected.why}
        </span>
      )}
      <a className="govuk-link" href={links.packItem(programmeId, row.packId, row.id)}>
        {row.source.grade === 'D'
          ? 'Confirm it from the official copy'
          : corrected === null
            ? 'Put this item right'
            : 'As it ships, and as it stands here'}
      </a>
    </>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{label}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
    </div>
  );
}

function Covers({ programmeId, page, mayEdit, answer }: Props) {
  const { row, choices } = page;
  return (
    <section>
      <h2 className="govuk-heading-m">What covers it</h2>
      {row.by.length === 0 ? <p className="govuk-body">Nothing is tied to it yet.</p> : null}
      <ul className="govuk-list govuk-list--spaced">
        {row.by.map((cover) => (
          <li key={cover.id}>
            <a
              className="govuk-link"
              href={
                cover.kind === 'plan-line'
                  ? links.planLine(programmeId, cover.id)
                  : links.thread(programmeId, 'box', cover.id)
              }
            >
              {cover.kind === 'box' ? `Activity: ${cover.title}` : cover.title}
            </a>
            {mayEdit.yes ? (
              <Form className="tl-inline">
                <input type="hidden" name="end" value={`${cover.kind} ${cover.id}`} />
                <button type="submit" name="intent" value="untie" className="tl-textbutton">
                  Untie<span className="govuk-visually-hidden"> “{cover.title}”</span>
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit.yes ? (
        choices.length === 0 ? (
          <p className="govuk-body tl-reason">There is no other plan line or activity to tie.</p>
        ) : (
          <Form>
            <Select
              name="end"
              label="Tie a plan line or an activity to it"
              options={[{ value: '', label: 'Choose one' }, ...choices]}
              {...{ answer }}
            />
            <Button intent="tie" kind="secondary">
              Tie it to this requirement
            </Button>
          </Form>
        )
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </section>
  );
}

function Decision({ page, mayJudge, answer }: Props) {
  const { row } = page;
  return (
    <section className="tl-noprint">
      <h2 className="govuk-heading-m">Decide otherwise</h2>
      {mayJudge.yes ? (
        <Form className="tl-form">
          <Choices
            name="state"
            kind="radios"
            label="What do you decide?"
            hint="Your decision stands over what is computed, and your name and reason with it"
            small
            options={JUDGED_STATES.map((state) => ({ value: state, label: STATE_NAMES[state] }))}
            values={row.decidedBy === null ? [] : [row.state]}
            {...{ answer }}
          />
          <TextArea
            name="reason"
            label="Reason"
            hint="In one or two sentences that a board can follow"
            rows={3}
            {...{ answer, value: row.decidedBy === null ? '' : row.because }}
          />
          <Button intent="judge">Record the decision</Button>
        </Form>
      ) : (
        <p className="govuk-body tl-reason">{mayJudge.reason}</p>
      )}
      {mayJudge.yes && row.decidedBy !== null ? (
        <Form>
          <Button intent="withdraw" kind="secondary">
            Withdraw the decision
          </Button>
        </Form>
      ) : null}
    </section>
  );
}
