import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import { FamiliesSay } from '#app/panel/answer/FamiliesSay.tsx';
import type { FamiliesSaid } from '#app/panel/answer/say-about.server.ts';
import { Choices, Select, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { valuesOfBox } from './box-form.ts';
import { MoreFields, otherBoxes, Stamp, TypeField, WordFields } from './BoxFields.tsx';
import type { Conflict, Removal } from './conflict.ts';
import { Conflicts, Deleted } from './Conflicts.tsx';
import type { SeenEvidence } from './evidence/evidence.ts';
import { EvidenceList } from './evidence/EvidenceList.tsx';
import { BOX_MORE, typeName, type Box, type Theory } from './graph.ts';
import { AlsoOpen } from './live/AlsoOpen.tsx';
import type { PersonHere } from './live/here.ts';
import { MeasuresOf } from './measures/MeasuresOf.tsx';
import type { SeenMeasure } from './measures/seen.ts';
import { placeInColumn, tierBeside } from './reorder.ts';
import { relationsOf } from './words.ts';

interface PageOfBox {
  programmeId: string;
  theory: Theory;
  box: Box;
  /** Who deleted it meanwhile; null while it stands in the theory. */
  removed: Removal | null;
  /** Where the delivery plan says something else than this activity, a sentence each. */
  drift: readonly string[];
  /** Who else had it open when this page was loaded. */
  alsoOpen: readonly PersonHere[];
  mark: string;
  /** Under which themes families speak about it. */
  families: readonly FamiliesSaid[];
  evidence: readonly SeenEvidence[];
  measures: readonly SeenMeasure[];
}

type Answer =
  { problems: readonly Problem[]; typed: Typed; conflicts?: readonly Conflict[] } | undefined;

/** Everything about one box: what it says, what it is linked to, where it stands, deleting it. */
export function BoxPage(props: PageOfBox & { answer: Answer }) {
  const { programmeId, theory, box, removed, mark, answer } = props;
  const conflicts = answer?.conflicts ?? [];
  const words = typeName(theory, box.type);
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[{ href: links.theoryOutline(programmeId), words: 'Outline of the theory' }]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Conflicts conflicts={conflicts} theory={theory} mark={mark} />
        <Heading caption={removed ? words.one : `${words.one}, ${placeInColumn(theory, box.id)}`}>
          {box.label}
        </Heading>
        <p className="govuk-body">
          <a className="govuk-link" href={links.thread(programmeId, 'box', box.id)}>
            What it rests on and what came of it
          </a>
          <br />
          <a className="govuk-link" href={links.theoryHistory(programmeId, { box: box.id })}>
            Who changed it, and how
          </a>
          {box.type === 'activity' && removed === null ? (
            <>
              <br />
              <a className="govuk-link" href={links.whatIf(programmeId, box.id)}>
                What if it stops?
              </a>
            </>
          ) : null}
          {box.type === 'assumption' && removed === null ? (
            <>
              <br />
              <a className="govuk-link" href={links.stressOf(programmeId, box.id)}>
                Does it hold? The stress test of it
              </a>
            </>
          ) : null}
        </p>
        {props.drift.map((says) => (
          <p key={says} className="govuk-body tl-reason">
            {says}.{' '}
            <a className="govuk-link" href={links.planDrift(programmeId)}>
              Settle it with the plan
            </a>
          </p>
        ))}
        <TakenFrom more={box.more} />
        <AlsoOpen what="this box" people={props.alsoOpen} />
        <FamiliesSay programmeId={programmeId} said={props.families} />
        {removed === null ? (
          <>
            <EditForm {...props} />
            <Relations {...props} />
            <LinkFormOf {...props} />
            <EvidenceList programmeId={programmeId} on={box.id} evidence={props.evidence} mayEdit />
            <MeasuresOf programmeId={programmeId} on={box.id} measures={props.measures} mayEdit />
            <OrderAndDelete {...props} />
          </>
        ) : conflicts.length === 0 ? (
          <Deleted what="this box" removal={removed} theory={theory} mark={mark} />
        ) : null}
      </div>
    </div>
  );
}

/** Where a box came from that was taken over from another authority. */
function TakenFrom({ more }: Pick<Box, 'more'>) {
  const from = more['takenFrom'] ?? '';
  return from === '' ? null : (
    <p className="govuk-inset-text" dir="auto">
      Taken over from {from}.
    </p>
  );
}

/** After an answer about linking, the fields of editing show what is stored, not what was typed. */
function answerTo(answer: Answer, intent: string): Answer {
  return answer?.typed['intent'] === intent ? answer : undefined;
}

function EditForm({ theory, box, mark, answer }: PageOfBox & { answer: Answer }) {
  const values = valuesOfBox(box);
  const mine = answerTo(answer, 'edit');
  return (
    <Form>
      <Stamp theory={theory} mark={`${mark}-edit`} />
      <input type="hidden" name="was" value={JSON.stringify(values)} />
      <WordFields answer={mine} label={box.label} detail={box.detail} />
      <MoreFields answer={mine} fields={BOX_MORE[box.type]} values={values} />
      <TypeField theory={theory} answer={mine} value={box.type} />
      <Button intent="edit">Save the box</Button>
    </Form>
  );
}

function Relations({ programmeId, theory, box }: PageOfBox) {
  const relations = relationsOf(theory, box.id);
  return (
    <section aria-labelledby="links-title">
      <h2 className="govuk-heading-m" id="links-title">
        Links
      </h2>
      {relations.length === 0 ? (
        <p className="govuk-body">This box is not linked to anything yet.</p>
      ) : (
        <dl className="govuk-summary-list">
          {relations.map(({ link, other, says }) => (
            <div className="govuk-summary-list__row" key={link.id}>
              <dt className="govuk-summary-list__key">
                {says} {typeName(theory, other.type).one.toLowerCase()}{' '}
                <a className="govuk-link" href={links.theoryBox(programmeId, other.id)}>
                  {other.label}
                </a>
              </dt>
              <dd className="govuk-summary-list__value">
                {link.reason === '' ? (
                  <span className="tl-missing">No reason yet</span>
                ) : (
                  link.reason
                )}
              </dd>
              <dd className="govuk-summary-list__actions">
                <a className="govuk-link" href={links.theoryLink(programmeId, link.id)}>
                  Change
                  <span className="govuk-visually-hidden"> the link to {other.label}</span>
                </a>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function LinkFormOf({ theory, box, mark, answer }: PageOfBox & { answer: Answer }) {
  const others = otherBoxes(theory, box.id);
  if (others.length === 0) return null;
  const mine = answerTo(answer, 'link');
  return (
    <Form>
      <h2 className="govuk-heading-m">Link it to another box</h2>
      <Stamp theory={theory} mark={`${mark}-link`} />
      <Select
        name="other"
        label="The other box"
        answer={mine}
        options={[{ value: '', label: 'Choose a box' }, ...others]}
      />
      <Choices
        kind="radios"
        inline
        name="direction"
        label="Which way?"
        answer={mine}
        values={['to']}
        options={[
          { value: 'to', label: 'This box leads to it' },
          { value: 'from', label: 'It leads to this box' },
        ]}
      />
      <TextArea
        name="reason"
        rows={2}
        optional
        label="Why?"
        hint="In a sentence: why does the one lead to the other?"
        answer={mine}
      />
      <Button intent="link" kind="secondary">
        Add the link
      </Button>
    </Form>
  );
}

function OrderAndDelete({ theory, box, mark }: PageOfBox) {
  const count = relationsOf(theory, box.id).length;
  return (
    <>
      <h2 className="govuk-heading-m">Place and deletion</h2>
      <div className="govuk-button-group">
        {(['up', 'down'] as const).map((way) => (
          <Form key={way}>
            <Stamp theory={theory} mark={`${mark}-${way}`} />
            <Button intent={way} kind="secondary">
              Move {way}
            </Button>
          </Form>
        ))}
        {(['earlier', 'later'] as const).map((way) => {
          const to = tierBeside(theory, box.type, way);
          return to === null ? null : (
            <Form key={way}>
              <Stamp theory={theory} mark={`${mark}-${way}`} />
              <Button intent={way} kind="secondary">
                Move to {typeName(theory, to).many.toLowerCase()}
              </Button>
            </Form>
          );
        })}
        <Form>
          <Stamp theory={theory} mark={`${mark}-remove`} />
          <Button intent="remove" kind="warning">
            {count === 0
              ? 'Delete this box'
              : `Delete this box and its ${count === 1 ? 'link' : `${count} links`}`}
          </Button>
        </Form>
      </div>
    </>
  );
}
