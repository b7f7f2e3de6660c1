import type { Problem } from '#app/http/problems.ts';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { useSpeaker } from './languages/Speaking.tsx';

/** What was begun is saved: how to come back to it, here and anywhere. */
export function SavedForLater(props: {
  phrase: string;
  numbers: string;
  /** YYYY-MM-DD: the last day on which it is there. */
  until: string;
  /** The whole public address. */
  address: string;
  carryOnHref: string;
}) {
  const { words, say, day } = useSpeaker();
  return (
    <>
      <h1 className="govuk-heading-l">{words.savedHeading}</h1>
      <p className="govuk-body">{words.phraseLead}</p>
      <p className="tl-phrase" lang="en" dir="ltr">
        {props.phrase}
      </p>
      <p className="govuk-body">{words.phraseNumbers}</p>
      <p className="tl-phrase" dir="ltr">
        {props.numbers}
      </p>
      <p className="govuk-body">{words.phraseKeep}</p>
      <p className="govuk-body">
        {words.carryOnAt} <strong dir="ltr">{props.address}</strong>
      </p>
      <p className="govuk-body">
        <strong>{say('keptUntil', { day: day(props.until) })}</strong> {words.savedHere}
      </p>
      <ButtonLink href={props.carryOnHref}>{words.goOnNow}</ButtonLink>
      <h2 className="govuk-heading-s">{words.sharedDevice}</h2>
      <p className="govuk-body">{words.takeOffHint}</p>
      <Form>
        <Button kind="secondary" intent="take-off">
          {words.takeOff}
        </Button>
      </Form>
    </>
  );
}

/** One line to fill in, in the language of the page. */
function OneLine(props: {
  name: string;
  label: string;
  hint: string;
  value: string;
  problem: string | undefined;
}) {
  const { words } = useSpeaker();
  const { name, problem } = props;
  const wrong = problem !== undefined;
  return (
    <div className={`govuk-form-group${wrong ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label govuk-label--m" htmlFor={name}>
        {props.label}
      </label>
      <div id={`${name}-hint`} className="govuk-hint">
        {props.hint}
      </div>
      {wrong ? (
        <p id={`${name}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">{words.error}:</span> {problem}
        </p>
      ) : null}
      <input
        className={`govuk-input${wrong ? ' govuk-input--error' : ''}`}
        id={name}
        name={name}
        type="text"
        dir="auto"
        defaultValue={props.value}
        aria-describedby={`${name}-hint${wrong ? ` ${name}-error` : ''}`}
        aria-invalid={wrong ? true : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </div>
  );
}

interface Asked {
  /** An example of what to type. */
  example: string;
  again: { problems: readonly Problem[]; typed: string } | undefined;
}

/** Four words, and what was saved under them goes on here. */
export function TakeUpSaved({ example, again }: Asked) {
  const { words, say } = useSpeaker();
  return (
    <>
      <ErrorSummary problems={again?.problems} title={words.problem} />
      <h1 className="govuk-heading-l">{words.phraseHeading}</h1>
      <Form>
        <OneLine
          name="phrase"
          label={words.phraseLabel}
          hint={say('phraseHint', { words: example })}
          value={again?.typed ?? ''}
          problem={again?.problems[0]?.message}
        />
        <Button>{words.findSaved}</Button>
      </Form>
    </>
  );
}

/** The reference, and then whether to delete what was sent under it. */
export function EraseOwn({ example, again, sure }: Asked & { sure: string | null }) {
  const { words, say } = useSpeaker();
  if (sure !== null) {
    return (
      <>
        <h1 className="govuk-heading-l">{words.eraseSureHeading}</h1>
        <p className="govuk-body">{say('eraseSure', { reference: sure })}</p>
        <Form>
          <input type="hidden" name="reference" value={sure} />
          <div className="govuk-button-group">
            <Button kind="warning" intent="erase">
              {words.eraseNow}
            </Button>
            <Button kind="secondary" intent="keep">
              {words.eraseNot}
            </Button>
          </div>
        </Form>
      </>
    );
  }
  return (
    <>
      <ErrorSummary problems={again?.problems} title={words.problem} />
      <h1 className="govuk-heading-l">{words.eraseHeading}</h1>
      <p className="govuk-body">{words.eraseLead}</p>
      <Form>
        <OneLine
          name="reference"
          label={words.reference}
          hint={say('eraseHint', { reference: example })}
          value={again?.typed ?? ''}
          problem={again?.problems[0]?.message}
        />
        <Button intent="find">{words.continue}</Button>
      </Form>
    </>
  );
}
