import type { TheoryLook } from '#app/http/links.ts';
import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { Stamp } from '../BoxFields.tsx';
import type { Conflict } from '../conflict.ts';
import { Conflicts } from '../Conflicts.tsx';
import type { Theory } from '../graph.ts';
import { lineOfMark } from './caret.ts';

type Answer =
  { problems: readonly Problem[]; typed: Typed; conflicts?: readonly Conflict[] } | undefined;

/** The whole theory as text, to be read, changed, copied and pasted. */
export function TextPage(props: {
  theory: Theory;
  text: string;
  /** The id of the box that each mark means. */
  marks: Readonly<Record<string, string>>;
  mark: string;
  mayEdit: boolean;
  answer: Answer;
  /** What was selected in another view. */
  look?: TheoryLook;
}) {
  const { theory, text, answer } = props;
  if (!props.mayEdit) {
    return (
      <pre className="tl-theory-text" tabIndex={0} role="region" aria-label="The theory as text">
        {text}
      </pre>
    );
  }
  const conflicts = answer?.conflicts ?? [];
  // After a fault the page goes on from the text that it showed first: what others changed since must
  // not look like something that this person took out.
  const held = answer && conflicts.length === 0 ? answer.typed : null;
  const base = held ? Number(typedOf(held, 'base')) : theory.sequence;
  return (
    <>
      <Conflicts conflicts={conflicts} theory={theory} mark={props.mark} />
      <HowToWrite />
      <Form className="tl-theory-text-form">
        <Stamp theory={{ id: theory.id, sequence: base }} mark={`${props.mark}-text`} />
        <input type="hidden" name="was" value={held ? typedOf(held, 'was') : text} />
        <input
          type="hidden"
          name="marks"
          value={held ? typedOf(held, 'marks') : JSON.stringify(props.marks)}
        />
        <WhereIs {...props} />
        <TextArea
          name="text"
          label="The theory as text"
          hint="One thing a line. Copy it into any editor, or paste it from one."
          rows={30}
          value={text}
          answer={held ? answer : undefined}
        />
        <Button intent="save">Save the text</Button>
      </Form>
    </>
  );
}

/** In which line the selected box stands: for whoever has no script to put the caret there. */
function WhereIs(props: {
  theory: Theory;
  text: string;
  marks: Readonly<Record<string, string>>;
  look?: TheoryLook;
}) {
  const { theory, text, marks, look } = props;
  const box = theory.boxes.find(({ id }) => id === look?.box);
  const mark = Object.keys(marks).find((each) => marks[each] === box?.id);
  const place = mark === undefined ? null : lineOfMark(text, mark);
  if (box === undefined || place === null) return null;
  return (
    <p className="govuk-body">
      “{box.label}” stands in line {place.line}, at [#{mark}].
    </p>
  );
}

const SAMPLE = `# How the hubs help

## Activities
- Open two hubs on Thursday evenings [#a1]
  Who leads it: Hub manager
  | A longer explanation, on as many lines as it needs
  -> [#b2]
     because: they are free then
     What has to hold for this step: the buses run

## Outputs
- Forty evening sessions a quarter [#b2]

## Evidence
- Eight of ten fathers work on weekdays [#e1]
  About: [#a1] -> [#b2]
  Does it speak for or against?: For`;

function HowToWrite() {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">How to write it</span>
      </summary>
      <div className="govuk-details__text">
        <ul className="govuk-list govuk-list--bullet">
          <li># before the title, ## before the name of a type, a dash before each box</li>
          <li>
            what is in square brackets is the box’s mark: leave it as it is, so that we know the box
            again when you change its words
          </li>
          <li>a new box needs no mark, unless a link leads to it: then make one up</li>
          <li>
            {'->'} and a mark under a box is a link: it leads to that box, because of what stands on
            the next line
          </li>
          <li>
            evidence, measures and parts stand under their own headings; “About” says by its mark
            which box, or by two marks which link, they are about
          </li>
          <li>what is said of the whole theory stands under its title</li>
          <li>a line that you take out takes out its box or link; you can take that back</li>
        </ul>
        <pre className="tl-theory-text">{SAMPLE}</pre>
      </div>
    </details>
  );
}
