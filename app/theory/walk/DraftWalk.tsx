import { links } from '#app/http/links.ts';
import { problemOf, type Problem, type Typed } from '#app/http/problems.ts';
import { Choices, TextArea } from '#app/ui/Field.tsx';
import { Button, ButtonLink, Form } from '#app/ui/Form.tsx';
import { many } from '#app/ui/words.ts';
import type { DraftStop, WalkPageModel } from './walk-page.ts';

type Answer = { problems: readonly Problem[]; typed: Typed } | undefined;

/** The words of a walk, to read and change before anybody is asked. */
export function DraftWalk({ page, answer }: { page: WalkPageModel; answer: Answer }) {
  const { programmeId, consultation, draft, besides } = page;
  const hard = (draft ?? []).filter(({ hints }) => hints.length > 0).length;
  return (
    <>
      <p className="govuk-body">
        A draft: nobody has been asked yet. {many(draft?.length ?? 0, 'thing')} to ask
        {hard > 0 ? `, ${hard} of them with words to look at` : ''}.
      </p>
      <ButtonLink href={links.consultation(programmeId, consultation.id)}>
        Open it to the panel
      </ButtonLink>
      <h2 className="govuk-heading-l">The words that members read</h2>
      <Form>
        <input type="hidden" name="version" value={consultation.version} />
        {(draft ?? []).map((stop) => (
          <Stop key={stop.id} stop={stop} answer={answer} />
        ))}
        <Button intent="save">Save the words</Button>
      </Form>
      <Besides {...{ besides, version: consultation.version }} />
    </>
  );
}

function Stop({ stop, answer }: { stop: DraftStop; answer: Answer }) {
  const { id, number, type, hints, since } = stop;
  const open = answer && problemOf(answer.problems, `hint-${id}`) !== undefined;
  const left = [answer?.typed['leave'] ?? []].flat().includes(id);
  const hintField = (
    <TextArea
      name={`hint-${id}`}
      label={`Under it (${number})`}
      rows={2}
      value={stop.hint}
      answer={answer}
      optional
    />
  );
  return (
    <section className="tl-walk-stop" aria-labelledby={`stop-${id}`}>
      <h3 className="govuk-heading-s" id={`stop-${id}`}>
        {number}. {type === 'outcome' ? 'Outcome' : 'Link'}
      </h3>
      <div className="tl-walk-stop__in">
        <div>
          <TextArea
            name={`text-${id}`}
            label={<span>In plain words ({number})</span>}
            rows={3}
            value={stop.text}
            answer={answer}
          />
          {stop.hint !== '' || open ? (
            hintField
          ) : (
            <details className="govuk-details">
              <summary className="govuk-details__summary">
                <span className="govuk-details__summary-text">
                  Add a line under it<span className="govuk-visually-hidden"> ({number})</span>
                </span>
              </summary>
              <div className="govuk-details__text">{hintField}</div>
            </details>
          )}
        </div>
        <div>
          {hints.length === 0 ? (
            <p className="govuk-body-s tl-reason">No long sentence and no council word found.</p>
          ) : (
            <ul className="govuk-list govuk-list--bullet tl-walk-stop__hints">
              {hints.map((hint) => (
                <li key={hint}>{hint}</li>
              ))}
            </ul>
          )}
          {since === 'same' ? null : (
            <p className="govuk-body-s">
              <strong>
                {since === 'gone'
                  ? 'It is not in the theory any more.'
                  : 'The theory has changed here since these words were made.'}
              </strong>
            </p>
          )}
          <div className="govuk-checkboxes govuk-checkboxes--small">
            <div className="govuk-checkboxes__item">
              <input
                className="govuk-checkboxes__input"
                type="checkbox"
                name="leave"
                value={id}
                id={`leave-${id}`}
                defaultChecked={left}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={`leave-${id}`}>
                Do not ask this<span className="govuk-visually-hidden"> ({number})</span>
              </label>
            </div>
          </div>
        </div>
      </div>
    </section>
  );
}

function Besides({ besides, version }: { besides: WalkPageModel['besides']; version: number }) {
  if (besides.length === 0) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Left out, or new in the theory ({besides.length})
        </span>
      </summary>
      <div className="govuk-details__text">
        <Form>
          <input type="hidden" name="version" value={version} />
          <Choices
            kind="checkboxes"
            small
            name="again"
            label="Ask these too"
            options={besides.map(({ id, text }) => ({ value: id, label: text }))}
          />
          <Button intent="again" kind="secondary">
            Take them in
          </Button>
        </Form>
      </div>
    </details>
  );
}
