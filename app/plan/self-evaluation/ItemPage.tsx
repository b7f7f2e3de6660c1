import { links } from '#app/http/links.ts';
import { TakeOut } from '#app/needs/TakeOut.tsx';
import type { Answer } from '#app/people/can.ts';
import { Differences } from '#app/plan/lines/Differences.tsx';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { sayShortDay } from '#app/ui/words.ts';
import type { ItemAnswer } from './forms.ts';
import { FRAMEWORK } from './frameworks.ts';
import type { Offer } from './offers.ts';
import type { EvaluatedItem, Round } from './self-evaluation.ts';

interface Shown {
  programmeId: string;
  one: EvaluatedItem;
  round: Round;
  before: { name: string; evidence: string; improve: string } | null;
  version: number;
  offers: { first: Offer[]; others: Offer[] };
  mayEdit: Answer;
  answer: ItemAnswer | undefined;
}

/** One principle or element: rate it, say what shows it, and what to improve. */
export function ItemPage(props: Shown) {
  const { programmeId, one, round, mayEdit, answer } = props;
  const { item } = one;
  const framework = FRAMEWORK[item.framework];
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(programmeId), words: 'Plan' },
          { href: links.selfEvaluation(programmeId), words: 'Self-evaluation' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={`${framework.title}, round ${round.number}: ${round.name}`}>
        {item.title}
      </Heading>
      <p className="govuk-body tl-reason">
        {item.own ? 'In our own words.' : `${item.id}. ${item.source}, in our words.`}
      </p>
      {answer?.differences ? <Differences differences={answer.differences} /> : null}
      <BeforeThis {...props} />
      <Means {...props} />
      {mayEdit.yes ? (
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">
            <Fields {...props} />
            <Evidence {...props} />
            <Improvement {...props} />
            {item.own ? (
              <TakeOut
                what={`this ${framework.one}`}
                stays="What every round said of it goes too. It cannot be brought back."
              />
            ) : null}
          </div>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </>
  );
}

function BeforeThis({ one, before }: Shown) {
  if (before === null) return null;
  const rows = [
    ['Rating', one.beforeWords || '– Not rated'],
    ['What showed it', before.evidence],
    ['What to improve', before.improve],
  ].filter(([, words]) => words !== '');
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">What “{before.name}” said</span>
      </summary>
      <div className="govuk-details__text">
        <dl className="govuk-summary-list">
          {rows.map(([label, words]) => (
            <div className="govuk-summary-list__row" key={label}>
              <dt className="govuk-summary-list__key">{label}</dt>
              <dd className="govuk-summary-list__value">{words}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}

/** What each stage means here: the guidance’s own words are not known, so the authority writes them. */
function Means({ one, mayEdit }: Shown) {
  const { ratings, meansFor } = FRAMEWORK[one.item.framework];
  if (meansFor.length === 0) return null;
  const { means } = one.item;
  const labelled = ratings.filter(({ value }) => meansFor.includes(value));
  const confirmed = labelled.filter(({ value }) => (means[value] ?? '') !== '').length;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          What each stage means here:{' '}
          {confirmed === 0
            ? 'to be confirmed by the authority'
            : `${confirmed} of ${labelled.length} written down`}
        </span>
      </summary>
      <div className="govuk-details__text">
        {mayEdit.yes ? (
          <Form>
            {labelled.map(({ value, label }) => (
              <TextArea
                key={value}
                name={`means-${value}`}
                label={label}
                rows={2}
                optional
                value={means[value] ?? ''}
              />
            ))}
            <Button intent="means" kind="secondary">
              Keep what each stage means
            </Button>
          </Form>
        ) : (
          <ul className="govuk-list">
            {labelled.map(({ value, label }) => (
              <li key={value}>
                {label}: {means[value] ?? 'to be confirmed by the authority'}
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

function Fields({ one, round, version, answer }: Shown) {
  const { ratings } = FRAMEWORK[one.item.framework];
  const options = ratings.map(({ value, label, shape }) => ({ value, label: `${shape} ${label}` }));
  return (
    <Form>
      <input type="hidden" name="round" value={answer?.now?.round ?? round.id} />
      <input type="hidden" name="version" value={answer?.now?.version ?? version} />
      <Choices
        kind="radios"
        name="rating"
        label="How far we are"
        optional
        small
        options={options}
        values={[one.rating]}
        answer={answer}
      />
      <TextArea
        name="evidence"
        label="What shows it"
        optional
        value={one.evidence}
        answer={answer}
      />
      <TextArea
        name="improve"
        label="What to improve"
        hint="As one thing that can be done: it can become a plan line in one press."
        optional
        rows={2}
        value={one.improve}
        answer={answer}
      />
      <TextField name="owner" label="Who sees to it" optional value={one.owner} answer={answer} />
      <TextField
        name="dueOn"
        label="By when"
        optional
        type="date"
        width={20}
        value={one.dueOn ?? ''}
        answer={answer}
      />
      <Select
        name="panelRating"
        label="How the panel rates it"
        hint="Where the panel was asked, at a meeting or in a consultation."
        optional
        value={one.panelRating}
        options={[{ value: '', label: 'Not asked' }, ...options]}
        answer={answer}
      />
      <TextArea
        name="panelSaid"
        label="What the panel said"
        hint="Without names."
        optional
        rows={2}
        value={one.panelSaid}
        answer={answer}
      />
      <Button intent="save">Save</Button>
    </Form>
  );
}

function Evidence({ one, offers }: Shown) {
  return (
    <section>
      <h2 className="govuk-heading-m">Evidence from the system</h2>
      {one.tied.length === 0 ? (
        <p className="govuk-body">Nothing is tied yet.</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {one.tied.map(({ key, words, on, by }) => (
            <li key={key}>
              {words}
              <br />
              <span className="tl-reason">
                As it stood on {sayShortDay(on)}, tied by {by}
              </span>
              <Form>
                <input type="hidden" name="key" value={key} />
                <Button intent="untie" kind="secondary">
                  Take out<span className="govuk-visually-hidden"> “{words}”</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Offers offers={offers.first} />
      {offers.others.length === 0 ? null : (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              What else could be tied ({offers.others.length.toLocaleString('en-GB')})
            </span>
          </summary>
          <div className="govuk-details__text">
            <Offers offers={offers.others} />
          </div>
        </details>
      )}
    </section>
  );
}

function Offers({ offers }: { offers: readonly Offer[] }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {offers.map(({ key, words }) => (
        <li key={key}>
          {words}
          <Form>
            <input type="hidden" name="key" value={key} />
            <Button intent="tie" kind="secondary">
              Tie as evidence<span className="govuk-visually-hidden">: {words}</span>
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

function Improvement({ programmeId, one }: Shown) {
  if (one.improve === '') return null;
  return (
    <section>
      <h2 className="govuk-heading-m">The improvement in the plan</h2>
      {one.line === null ? (
        <Form>
          <p className="govuk-body">“{one.improve}” is not in the plan yet.</p>
          <Button intent="plan" kind="secondary">
            Make a plan line of it
          </Button>
        </Form>
      ) : (
        <p className="govuk-body">
          It is the plan line{' '}
          <a className="govuk-link" href={links.planLine(programmeId, one.line.id)}>
            {one.line.title}
          </a>
          .
        </p>
      )}
    </section>
  );
}
