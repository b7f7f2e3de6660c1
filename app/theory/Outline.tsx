import { links, type TheoryLook } from '#app/http/links.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import {
  BOX_TYPES,
  column,
  typeName,
  TYPE_WORDS,
  type Box,
  type BoxType,
  type Link,
  type Theory,
} from './graph.ts';
import { USUAL_COLUMNS } from './layout.ts';
import { LOOKS } from './looks.ts';
import { PieceWays } from './PieceWays.tsx';
import { factsOf, relationsOf } from './words.ts';

/** A theory as headings and lists: everything that the canvas shows, without any script. */
export function Outline(props: {
  programmeId: string;
  theory: Theory;
  /** Needs of the register that no box stands for yet. */
  waiting: readonly { id: string; statement: string }[];
  mayEdit: boolean;
  /** What was selected in another view. */
  look?: TheoryLook;
}) {
  const { theory } = props;
  const shown = BOX_TYPES.filter(
    (type) =>
      theory.boxes.some((box) => box.type === type) ||
      USUAL_COLUMNS.includes(type) ||
      type === 'assumption',
  );
  return (
    <>
      {shown.map((type) => (
        <TypeSection key={type} {...props} type={type} />
      ))}
      {props.mayEdit ? <OtherTypes {...props} shown={shown} /> : null}
    </>
  );
}

function TypeSection(props: Parameters<typeof Outline>[0] & { type: BoxType }) {
  const { programmeId, theory, type, mayEdit } = props;
  const words = typeName(theory, type);
  const boxes = column(theory, type);
  return (
    <section className="tl-outline" aria-labelledby={`type-${type}`}>
      <h2 className="govuk-heading-m" id={`type-${type}`}>
        <TypeMark type={type} /> {words.many} <span className="tl-count">({boxes.length})</span>
      </h2>
      {boxes.length === 0 ? <p className="govuk-hint">{TYPE_WORDS[type].about}</p> : null}
      <ul className="tl-outline__boxes">
        {boxes.map((box) => (
          <li key={box.id} aria-current={box.id === props.look?.box ? 'true' : undefined}>
            <OutlineBox programmeId={programmeId} theory={theory} box={box} mayEdit={mayEdit} />
          </li>
        ))}
      </ul>
      {mayEdit && type === 'need' ? <Waiting waiting={props.waiting} /> : null}
      {mayEdit ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.addToTheory(programmeId, type)}>
            Add {article(words.one)} {words.one.toLowerCase()}
          </a>
        </p>
      ) : null}
    </section>
  );
}

const article = (word: string) => (/^[aeiou]/i.test(word) ? 'an' : 'a');

/** The outline and colour of a type, as on the canvas, small. */
export function TypeMark({ type }: { type: BoxType }) {
  const { fill, line, radius, stroke, outline } = LOOKS[type];
  const dashes = { solid: undefined, dashed: '5 3', dotted: '2 2' }[outline];
  return (
    <svg className="tl-type-mark" width="26" height="16" viewBox="0 0 26 16" aria-hidden="true">
      <rect
        x="1.5"
        y="1.5"
        width="23"
        height="13"
        rx={Math.min(radius, 6.5)}
        fill={fill}
        stroke={line}
        strokeWidth={stroke}
        strokeDasharray={dashes}
      />
    </svg>
  );
}

function OutlineBox(props: { programmeId: string; theory: Theory; box: Box; mayEdit: boolean }) {
  const { programmeId, theory, box, mayEdit } = props;
  const href = (id: string) => (mayEdit ? links.theoryBox(programmeId, id) : `#box-${id}`);
  const relations = relationsOf(theory, box.id);
  // The reasons stand where the links start; where they arrive, a line is enough.
  const incoming = new Map<string, Box[]>();
  for (const { outgoing, says, other } of relations) {
    if (!outgoing) incoming.set(says, [...(incoming.get(says) ?? []), other]);
  }
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
        {mayEdit ? (
          <a className="govuk-link" href={href(box.id)} id={`box-${box.id}`}>
            {box.label}
          </a>
        ) : (
          <span id={`box-${box.id}`} tabIndex={-1}>
            {box.label}
          </span>
        )}
      </h3>
      {box.detail === '' ? null : (
        <p className="govuk-body govuk-!-margin-bottom-1 tl-prewrap">{box.detail}</p>
      )}
      {factsOf(box).map(({ label, value }) => (
        <p className="govuk-body-s govuk-!-margin-bottom-1" key={label}>
          {label}: {value}
        </p>
      ))}
      <ul className="govuk-list tl-relations">
        {relations
          .filter(({ outgoing }) => outgoing)
          .map(({ link, other, says }) => (
            <li key={link.id}>
              <span className="tl-relations__verb">{says}</span>{' '}
              <a className="govuk-link" href={href(other.id)}>
                {other.label}
              </a>
              <Reason programmeId={programmeId} link={link} other={other} mayEdit={mayEdit} />
            </li>
          ))}
      </ul>
      {[...incoming].map(([says, others]) => (
        <p className="tl-incoming" key={says}>
          {says}{' '}
          {others.map((other, index) => (
            <span key={other.id}>
              {index === 0 ? '' : ', '}
              <a className="govuk-link" href={href(other.id)}>
                {other.label}
              </a>
            </span>
          ))}
        </p>
      ))}
      <PieceWays
        programmeId={programmeId}
        theory={theory}
        on={box.id}
        about={box.label}
        mayEdit={mayEdit}
      />
      <p className="tl-incoming tl-noprint">
        <a className="govuk-link" href={links.thread(programmeId, 'box', box.id)}>
          What it rests on and what came of it
          <span className="govuk-visually-hidden">: {box.label}</span>
        </a>
      </p>
    </>
  );
}

/** Why a box leads to another, with the way to change it. */
function Reason(props: { programmeId: string; link: Link; other: Box; mayEdit: boolean }) {
  const { link } = props;
  const missing = link.kind === 'leadsTo' && link.reason === '';
  return (
    <>
      {link.reason === '' ? null : <span className="tl-reason">: {link.reason}</span>}
      {missing ? <span className="tl-missing"> No reason yet</span> : null}{' '}
      {props.mayEdit ? (
        <a
          className="govuk-link tl-noprint tl-why"
          href={links.theoryLink(props.programmeId, link.id)}
          id={`link-${link.id}`}
        >
          {missing ? 'Say why' : 'Change'}
          <span className="govuk-visually-hidden"> the link to {props.other.label}</span>
        </a>
      ) : null}
    </>
  );
}

function Waiting({ waiting }: { waiting: readonly { id: string; statement: string }[] }) {
  if (waiting.length === 0) return null;
  return (
    <details className="govuk-details" open={waiting.length <= 3}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {waiting.length === 1
            ? 'One need of the register is not in this theory'
            : `${waiting.length} needs of the register are not in this theory`}
        </span>
      </summary>
      <ul className="tl-remarks">
        {waiting.map((need) => (
          <li key={need.id}>
            <p className="govuk-body govuk-!-margin-bottom-1">{need.statement}</p>
            <Form>
              <input type="hidden" name="needId" value={need.id} />
              <Button intent="add-need" kind="secondary">
                Put this need in
                <span className="govuk-visually-hidden">: {need.statement}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}

function OtherTypes(props: { programmeId: string; theory: Theory; shown: readonly BoxType[] }) {
  const others = BOX_TYPES.filter((type) => !props.shown.includes(type));
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="other-types">
      <h2 className="govuk-heading-m" id="other-types">
        Something else
      </h2>
      <ul className="govuk-list">
        {others.map((type) => (
          <li key={type}>
            <a className="govuk-link" href={links.addToTheory(props.programmeId, type)}>
              Add {article(typeName(props.theory, type).one)}{' '}
              {typeName(props.theory, type).one.toLowerCase()}
            </a>{' '}
            <span className="tl-reason">{TYPE_WORDS[type].about}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
