import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { sayShortDay } from '#app/ui/words.ts';
import type { MissingKind } from '#templates/missing/index.ts';
import type { MissingGroup } from './read-missing.server.ts';
import { sayMore, sentenceOf } from './standing-words.ts';
import type { Shown } from '#app/statistics/small-numbers.ts';

interface Props {
  programmeId: string;
  missing: MissingGroup;
  base: Shown;
  at: number;
  mayNote: boolean;
  today: string;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** A missing group: how many answers are wanted, where to find the families, what was done. */
export function WhereToFind({ programmeId, missing, base, at, mayNote, today, answer }: Props) {
  const { group, kind, ownWords, done, places } = missing;
  const more = sayMore(group);
  return (
    <section className="tl-lacking" aria-labelledby={`missing-${at}`}>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-1" id={`missing-${at}`}>
        {group.label}
      </h2>
      <p className="govuk-body">
        {sentenceOf(group, base)}
        {more === null ? null : (
          <>
            {' '}
            <strong>Answers wanted: {more}.</strong>
          </>
        )}
      </p>
      {kind === undefined ? null : (
        <details className="govuk-details govuk-!-margin-bottom-3" open={at === 0}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              Where to find them<span className="govuk-visually-hidden">: {group.label}</span>
            </span>
          </summary>
          <div className="govuk-details__text">
            <Advice {...{ kind, ownWords, places, mayNote }} programmeId={programmeId} />
          </div>
        </details>
      )}
      {done.length > 0 ? (
        <>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">What was done</h3>
          <ul className="govuk-list">
            {done.map(({ id, doneOn, words, createdBy }) => (
              <li key={id}>
                {sayShortDay(doneOn)}: {words} <span className="tl-small">{createdBy}</span>
                {mayNote ? <TakeOutButton intent="drop-note" id={id} words={words} /> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {mayNote ? <NoteForms {...{ missing, at, today, answer }} /> : null}
    </section>
  );
}

function Advice(props: {
  programmeId: string;
  kind: MissingKind;
  ownWords: MissingGroup['ownWords'];
  places: MissingGroup['places'];
  mayNote: boolean;
}) {
  const { programmeId, kind, ownWords, places, mayNote } = props;
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        {ownWords.map(({ id, words, createdBy }) => (
          <li key={id}>
            {words} <span className="tl-small">Added by {createdBy}</span>
            {mayNote ? <TakeOutButton intent="drop-words" id={id} words={words} /> : null}
          </li>
        ))}
        {places.map(({ id, register, name, why }) => (
          <li key={id}>
            <a className="govuk-link" href={links.placeRow(programmeId, register, id)}>
              {name}
            </a>
            : {why}
          </li>
        ))}
        {kind.advice.map(({ words, source }) => (
          <li key={words}>
            {words}
            {source.startsWith('Own wording') ? null : <span className="tl-small">{source}</span>}
          </li>
        ))}
      </ul>
      <p className="govuk-body-s govuk-!-margin-bottom-0">
        {kind.why} Advice without a source is our own wording, from what authorities say works.
      </p>
    </>
  );
}

function TakeOutButton(props: { intent: 'drop-words' | 'drop-note'; id: string; words: string }) {
  return (
    <Form className="tl-inline-form">
      <input type="hidden" name="id" value={props.id} />
      <button type="submit" name="intent" value={props.intent} className="tl-link-button">
        Take out<span className="govuk-visually-hidden">: {props.words}</span>
      </button>
    </Form>
  );
}

function NoteForms(props: Pick<Props, 'missing' | 'at' | 'today' | 'answer'>) {
  const { missing, at, today } = props;
  const mine = props.answer?.typed['at'] === String(at) ? props.answer : undefined;
  const isNote = mine?.typed['intent'] === 'note' ? mine : undefined;
  const isWords = mine?.typed['intent'] === 'words' ? mine : undefined;
  return (
    <details className="govuk-details" open={mine !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Note what was done, or add where to find them
          <span className="govuk-visually-hidden">: {missing.group.label}</span>
        </span>
      </summary>
      <div className="govuk-details__text">
        <Form>
          <input type="hidden" name="at" value={at} />
          <input type="hidden" name="group" value={missing.group.label} />
          <TextField
            name={`doneOn-${at}`}
            label="Day"
            type="date"
            width={10}
            value={today}
            answer={isNote}
          />
          <TextArea
            name={`done-${at}`}
            label="What was done"
            hint="For example: “Two volunteers with a tablet at dads’ football, Saturday morning. About 15 answered.” Name nobody who answered."
            rows={2}
            answer={isNote}
          />
          <Button intent="note" kind="secondary">
            Keep this note
          </Button>
        </Form>
        {missing.kind === undefined ? null : (
          <Form>
            <input type="hidden" name="at" value={at} />
            <input type="hidden" name="kind" value={missing.kind.kind} />
            <TextArea
              name={`words-${at}`}
              label={`Where ${missing.kind.name.toLowerCase()} are found here`}
              hint="A group, place or person of yours. It shows for every survey of this programme."
              rows={2}
              answer={isWords}
            />
            <Button intent="words" kind="secondary">
              Add this line
            </Button>
          </Form>
        )}
      </div>
    </details>
  );
}
