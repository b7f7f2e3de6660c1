import { links } from '#app/http/links.ts';
import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { Choices, Select, TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { Stamp } from './BoxFields.tsx';
import { BOX_TYPES, column, typeName, type Theory } from './graph.ts';
import { mayStandIn, ownBoxes, valuesOfPart } from './part-form.ts';
import {
  boxesOfPart,
  partOfBox,
  partsOf,
  PART_KINDS,
  PART_KIND_WORDS,
  type Part,
} from './parts.ts';

type Answer = { problems: readonly Problem[]; typed: Typed } | undefined;

/** Every part with how much it holds and where to see it. */
export function PartsTable(props: { programmeId: string; theory: Theory; mayEdit: boolean }) {
  const { programmeId, theory } = props;
  const rows = partsOf(theory).map((part) => ({ part, ...boxesOfPart(theory, part.id) }));
  return (
    <Table
      caption="Parts of this theory"
      rows={rows}
      rowKey={({ part }) => part.id}
      empty={
        <p className="govuk-body">
          This theory is in one piece. Make a part for each strand, service or age, and put its
          boxes into it: then each can be looked at on its own, and what they share stays one box.
        </p>
      }
      columns={[
        {
          header: 'Part',
          rowHeader: true,
          cell: ({ part }) => (
            <span className={`tl-part tl-part--${Math.min(part.depth, 3)}`}>
              {props.mayEdit ? (
                <a className="govuk-link" href={links.theoryPart(programmeId, part.id)}>
                  {part.name}
                </a>
              ) : (
                part.name
              )}
            </span>
          ),
        },
        { header: 'What it is', cell: ({ part }) => PART_KIND_WORDS[part.kind] },
        { header: 'Own boxes', numeric: true, cell: ({ own }) => own.length },
        { header: 'Shared', numeric: true, cell: ({ shared }) => shared.length },
        {
          header: 'Look at it as',
          cell: ({ part }) => (
            <ul className="tl-inline-list">
              {(['picture', 'canvas', 'outline', 'table'] as const).map((view) => (
                <li key={view}>
                  <a
                    className="govuk-link"
                    href={links.theoryView(programmeId, view, { part: part.id })}
                  >
                    {view}
                    <span className="govuk-visually-hidden"> of {part.name}</span>
                  </a>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

/** Boxes that several parts lead to: one box each, and who shares it. */
export function SharedTable({
  theory,
  shared,
}: {
  theory: Theory;
  shared: ReadonlyMap<string, readonly string[]>;
}) {
  const rows = theory.boxes.filter(({ id }) => shared.has(id));
  if (rows.length === 0) return null;
  return (
    <Table
      caption="Shared by several parts"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { header: 'Type', cell: ({ type }) => typeName(theory, type).one },
        { header: 'Box', rowHeader: true, cell: ({ label }) => label },
        { header: 'Shared by', cell: ({ id }) => shared.get(id)?.join(', ') },
      ]}
    />
  );
}

/** Makes a part. */
export function NewPart(props: { theory: Theory; mark: string; answer: Answer }) {
  const { theory, mark, answer } = props;
  return (
    <Form>
      <h2 className="govuk-heading-m">Make a part</h2>
      <Stamp theory={theory} mark={mark} />
      <PartFacts parts={partsOf(theory)} part={null} answer={answer} />
      <Button>Make the part</Button>
    </Form>
  );
}

/** Renames a part, says what it stands in, and puts boxes into it. */
export function EditPart(props: { theory: Theory; part: Part; mark: string; answer: Answer }) {
  const { theory, part, mark } = props;
  const answer = props.answer?.typed['intent'] === 'edit' ? props.answer : undefined;
  const own = ownBoxes(theory, part.id);
  const values = valuesOfPart(theory.pieces.find(({ id }) => id === part.id) ?? { more: {} });
  // After a fault the page goes on from what it showed first: what others changed since must not
  // look like something that this person took back.
  const held = answer && answer.problems.length > 0 ? answer.typed : {};
  return (
    <>
      <Form>
        <Stamp theory={theory} mark={`${mark}-edit`} />
        <input type="hidden" name="was" value={typedOf(held, 'was', JSON.stringify(values))} />
        <input type="hidden" name="had" value={typedOf(held, 'had', own.join(' '))} />
        <PartFacts parts={partsOf(theory)} part={part} answer={answer} />
        <BoxTicks theory={theory} part={part} own={own} answer={answer} />
        <Button intent="edit">Save the part</Button>
      </Form>
      <h2 className="govuk-heading-m">Remove this part</h2>
      <p className="govuk-body">
        Its {many(own.length, 'box', 'boxes')} stay in the theory and belong to no part then.
      </p>
      <Form>
        <Stamp theory={theory} mark={`${mark}-remove`} />
        <Button intent="remove" kind="warning">
          Remove the part
        </Button>
      </Form>
    </>
  );
}

function PartFacts(props: { parts: readonly Part[]; part: Part | null; answer: Answer }) {
  const { parts, part, answer } = props;
  const around = mayStandIn(parts, part?.id ?? null);
  return (
    <>
      <TextField
        name="name"
        label="Name"
        hint="For example, Parents’ mental health, or First 1001 days"
        answer={answer}
        value={part?.name}
      />
      <Choices
        kind="radios"
        name="kind"
        inline
        small
        label="What it is"
        answer={answer}
        values={[part?.kind ?? 'strand']}
        options={PART_KINDS.map((kind) => ({ value: kind, label: PART_KIND_WORDS[kind] }))}
      />
      {around.length === 0 ? null : (
        <Select
          name="within"
          label="Stands within"
          answer={answer}
          value={part?.within ?? ''}
          options={[
            { value: '', label: 'No other part' },
            ...around.map(({ id, name, depth }) => ({
              value: id,
              label: `${'– '.repeat(depth)}${name}`,
            })),
          ]}
        />
      )}
    </>
  );
}

/** Every box to tick, type by type, with the part in which it stands now. */
function BoxTicks(props: { theory: Theory; part: Part; own: readonly string[]; answer: Answer }) {
  const { theory, part, own } = props;
  const parts = partsOf(theory);
  const names = new Map(parts.map(({ id, name }) => [id, name]));
  const typed = props.answer?.typed['boxes'];
  const ticked = props.answer === undefined ? own : [typed ?? []].flat();
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">Its boxes</legend>
      <p className="govuk-hint">
        Leave outcomes that several parts work towards in no part: then all of them share it.
      </p>
      {BOX_TYPES.filter((type) => theory.boxes.some((box) => box.type === type)).map((type) => (
        <div className="govuk-form-group" key={type} role="group" aria-labelledby={`ticks-${type}`}>
          <p className="govuk-body govuk-!-font-weight-bold" id={`ticks-${type}`}>
            {typeName(theory, type).many}
          </p>
          <div className="govuk-checkboxes govuk-checkboxes--small">
            {column(theory, type).map((box) => {
              const now = partOfBox(parts, box);
              const elsewhere = now === null || now === part.id ? '' : names.get(now);
              return (
                <div className="govuk-checkboxes__item" key={box.id}>
                  <input
                    className="govuk-checkboxes__input"
                    type="checkbox"
                    name="boxes"
                    value={box.id}
                    id={`box-${box.id}`}
                    defaultChecked={ticked.includes(box.id)}
                  />
                  <label className="govuk-label govuk-checkboxes__label" htmlFor={`box-${box.id}`}>
                    {box.label}
                    {elsewhere ? <span className="tl-count"> (now in {elsewhere})</span> : null}
                  </label>
                </div>
              );
            })}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
