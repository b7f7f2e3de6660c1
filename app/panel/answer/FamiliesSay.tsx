import { links } from '#app/http/links.ts';
import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { THEME_RELATIONS, type ThreadEnd } from '#app/thread/kinds.ts';
import { Choices, TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import type { FamiliesSaid } from './say-about.server.ts';
import { RELATION_NAMES, type Said, type ToSpeakAbout } from './say-about.ts';

/** What families said about a box, a link or a line, on the page of that thing. */
export function FamiliesSay(props: { programmeId: string; said: readonly FamiliesSaid[] }) {
  if (props.said.length === 0) return null;
  return (
    <section className="tl-column tl-panel" aria-labelledby="families-say">
      <h2 className="govuk-heading-m" id="families-say">
        What families say about it
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {props.said.map(({ themeId, theme, relation, why }) => (
          <li key={themeId}>
            <strong>{RELATION_NAMES[relation]}:</strong>{' '}
            <a className="govuk-link" href={links.theme(props.programmeId, themeId)}>
              {theme}
            </a>
            {why === '' ? null : <>. {why}</>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On a theme: what it says about our plans, each to be taken back, and a form to say more. */
export function SaysAbout(props: {
  programmeId: string;
  said: readonly Said[];
  choices: readonly ToSpeakAbout[];
  mayEdit: boolean;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, said, choices, mayEdit, answer } = props;
  return (
    <section aria-labelledby="says-about">
      <h2 className="govuk-heading-m" id="says-about">
        What it says about our plans
      </h2>
      {said.length === 0 ? (
        <p className="govuk-body">Nothing is noted yet.</p>
      ) : (
        <ul className="govuk-list">
          {said.map((one) => (
            <li key={`${one.about.kind} ${one.about.id}`} className="govuk-!-margin-bottom-3">
              <strong>{RELATION_NAMES[one.relation]}.</strong>{' '}
              <span className="tl-reason">{one.what}:</span>{' '}
              {one.gone ? (
                one.title
              ) : (
                <a className="govuk-link" href={pageOf(programmeId, one.about)}>
                  {one.title}
                </a>
              )}
              {one.why === '' ? null : <span className="tl-small">{one.why}</span>}
              {mayEdit ? (
                <Form>
                  <input type="hidden" name="about" value={`${one.about.kind}:${one.about.id}`} />
                  <Button intent="unsay" kind="secondary">
                    Take it back<span className="govuk-visually-hidden">: “{one.title}”</span>
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && choices.length > 0 ? <SayMore choices={choices} answer={answer} /> : null}
    </section>
  );
}

function SayMore(props: {
  choices: readonly ToSpeakAbout[];
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { choices, answer } = props;
  const wrong = answer?.problems.find(({ field }) => field === 'about');
  const typed = typedOf(answer?.typed ?? {}, 'about', '');
  return (
    <details className="govuk-details" open={answer !== undefined && answer.problems.length > 0}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Note what it says about the theory or the plan
        </span>
      </summary>
      <div className="govuk-details__text">
        <Form>
          <div className={`govuk-form-group${wrong ? ' govuk-form-group--error' : ''}`}>
            <label className="govuk-label" htmlFor="about">
              What do families speak about?
            </label>
            {wrong ? (
              <p id="about-error" className="govuk-error-message">
                <span className="govuk-visually-hidden">Error:</span> {wrong.message}
              </p>
            ) : null}
            <select
              className={`govuk-select${wrong ? ' govuk-select--error' : ''}`}
              id="about"
              name="about"
              defaultValue={typed}
              aria-describedby={wrong ? 'about-error' : undefined}
            >
              <option value="">Choose one</option>
              {choices.map(({ heading, things }) => (
                <optgroup key={heading} label={heading}>
                  {things.map(({ value, title }) => (
                    <option key={value} value={value}>
                      {title}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </div>
          <Choices
            kind="radios"
            name="relation"
            label="What do they say about it?"
            values={[]}
            answer={answer}
            options={THEME_RELATIONS.map((relation) => ({
              value: relation,
              label: RELATION_NAMES[relation],
            }))}
          />
          <TextField name="why" label="Why, in one sentence" value="" answer={answer} />
          <Button intent="say">Note it</Button>
        </Form>
      </div>
    </details>
  );
}

function pageOf(programmeId: string, { kind, id }: ThreadEnd): string {
  if (kind === 'plan-line') return links.planLine(programmeId, id);
  if (kind === 'link') return links.theoryLink(programmeId, id);
  return links.theoryBox(programmeId, id);
}
