import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import { Stamp } from '../BoxFields.tsx';
import type { Conflict } from '../conflict.ts';
import { Conflicts } from '../Conflicts.tsx';
import type { SeenEvidence } from '../evidence/evidence.ts';
import { EvidenceWords } from '../evidence/EvidenceList.tsx';
import type { Theory } from '../graph.ts';
import { AGREEMENT_LOOKS } from '../walk/agreement.ts';
import type { Doubt } from '../walk/doubts.ts';
import { VERDICT_LOOKS, VERDICTS, type Assumption } from './assumptions.ts';
import { VerdictMark } from './StressPage.tsx';

interface OfAssumption {
  programmeId: string;
  theory: Pick<Theory, 'id' | 'sequence'>;
  assumption: Assumption;
  /** Where it stands among all, from 1. */
  number: number;
  all: number;
  previous: string | null;
  next: string | null;
  evidence: readonly SeenEvidence[];
  doubts: readonly Doubt[];
  values: Readonly<Record<string, string>>;
  mark: string;
  /** Why this person may not answer; null when they may. */
  readOnly: string | null;
  answer:
    { problems: readonly Problem[]; typed: Typed; conflicts?: readonly Conflict[] } | undefined;
}

/** One assumption: what rests on it, what is known, what members said, and whether it holds. */
export function AssumptionPage(props: OfAssumption) {
  const { programmeId, theory, assumption, mark, answer } = props;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.stressTest(programmeId), words: 'Stress test' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Conflicts conflicts={answer?.conflicts ?? []} theory={theory} mark={mark} />
      <Heading caption={`Assumption ${props.number} of ${props.all}`}>{assumption.words}</Heading>
      {assumption.critical ? (
        <p className="govuk-body">
          <strong className="tl-lacks">Without it the theory or the step fails.</strong>
        </p>
      ) : null}
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-half">
          <RestsOnIt assumption={assumption} />
          <KnownAboutIt {...props} />
          <SaidAboutIt {...props} />
        </div>
        <div className="govuk-grid-column-one-half">
          <LastAnswer {...props} />
          {props.readOnly === null ? (
            <AnswerForm {...props} />
          ) : (
            <p className="govuk-body tl-reason">{props.readOnly}</p>
          )}
        </div>
      </div>
      <Onward {...props} />
    </>
  );
}

function RestsOnIt({ assumption: { steps, falls, signal } }: { assumption: Assumption }) {
  return (
    <section aria-labelledby="rests">
      <h2 className="govuk-heading-m" id="rests">
        What rests on it
      </h2>
      {steps.length === 0 ? (
        <p className="govuk-body">No step is said to rest on it yet.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {steps.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      )}
      {falls.outcomes.length === 0 ? (
        <p className="govuk-body">
          {falls.weakened.length === 0
            ? 'No outcome is reached through it.'
            : 'If it fails, every outcome still has another way.'}
        </p>
      ) : (
        <>
          <p className="govuk-body">
            If it fails, {many(falls.outcomes.length, 'outcome loses its', 'outcomes lose their')}{' '}
            only way:
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {falls.outcomes.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </ul>
        </>
      )}
      {falls.needs.length === 0 ? null : (
        <>
          <p className="govuk-body">
            {falls.needs.length === 1 ? 'A need is' : 'Needs are'} then not answered by anything:
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {falls.needs.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </ul>
        </>
      )}
      {signal === '' ? null : (
        <p className="govuk-body">What would show that it does not hold: {signal}</p>
      )}
    </section>
  );
}

function KnownAboutIt({ programmeId, assumption, evidence, readOnly }: OfAssumption) {
  return (
    <section aria-labelledby="known">
      <h2 className="govuk-heading-m" id="known">
        What is known
      </h2>
      {evidence.length === 0 ? (
        <p className="govuk-body">Nothing is written down for or against it yet.</p>
      ) : (
        <ul className="govuk-list tl-evidence">
          {evidence.map((seen) => (
            <li key={seen.id}>
              <EvidenceWords programmeId={programmeId} seen={seen} />
            </li>
          ))}
        </ul>
      )}
      {readOnly === null ? (
        <p className="govuk-body tl-noprint">
          <a className="govuk-link" href={links.addTheoryEvidence(programmeId, assumption.id)}>
            Add evidence for or against
          </a>
        </p>
      ) : null}
    </section>
  );
}

function SaidAboutIt({ programmeId, doubts }: OfAssumption) {
  return (
    <section aria-labelledby="said">
      <h2 className="govuk-heading-m" id="said">
        What the panel said
      </h2>
      {doubts.length === 0 ? (
        <p className="govuk-body">No walk has shown doubt about what rests on it.</p>
      ) : (
        <ul className="govuk-list">
          {doubts.map(({ about, agreement, text, consultationId, title }) => (
            <li key={about.id}>
              <span aria-hidden="true">{AGREEMENT_LOOKS[agreement].sign}</span>{' '}
              {AGREEMENT_LOOKS[agreement].name}: {text}{' '}
              <a className="govuk-link" href={links.walk(programmeId, consultationId)}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function LastAnswer({ assumption: { answered } }: OfAssumption) {
  if (answered === null) return null;
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        <VerdictMark verdict={answered.verdict} />, said {answered.by}
        {answered.on === '' ? '' : ` on ${sayDay(answered.on)}`}.
      </p>
      {answered.why === '' ? null : <p className="govuk-body">{answered.why}</p>}
      {answered.todo === '' ? null : <p className="govuk-body">What we do: {answered.todo}</p>}
    </div>
  );
}

function AnswerForm({ theory, mark, values, answer, next }: OfAssumption) {
  const mine = answer?.typed['intent'] === 'settle' ? undefined : answer;
  return (
    <Form>
      <Stamp theory={theory} mark={`${mark}-answer`} />
      <input type="hidden" name="was" value={JSON.stringify(values)} />
      <Choices
        kind="radios"
        name="verdict"
        label="Does it hold?"
        answer={mine}
        values={[values['verdict'] ?? '']}
        options={VERDICTS.map((value) => ({ value, label: VERDICT_LOOKS[value].name }))}
      />
      <TextArea
        name="verdictWhy"
        rows={3}
        label="Why?"
        hint="In a sentence; you can leave it empty when it holds"
        answer={mine}
        value={values['verdictWhy']}
      />
      <TextArea
        name="verdictTodo"
        rows={2}
        optional
        label="What we do about it"
        answer={mine}
        value={values['verdictTodo']}
      />
      <TextField
        name="owner"
        optional
        label="Who watches it"
        hint="A role or a name"
        answer={mine}
        value={values['owner']}
      />
      <TextField
        name="reviewOn"
        optional
        type="date"
        label="When to look at it again"
        answer={mine}
        value={values['reviewOn']}
      />
      <div className="govuk-button-group">
        {next === null ? null : <Button intent="answer-next">Save and go to the next</Button>}
        <Button intent="answer" kind={next === null ? undefined : 'secondary'}>
          Save
        </Button>
      </div>
    </Form>
  );
}

function Onward({ programmeId, previous, next }: OfAssumption) {
  return (
    <nav className="tl-noprint" aria-label="Other assumptions">
      <ul className="govuk-list">
        {previous === null ? null : (
          <li>
            <a className="govuk-link" href={links.stressOf(programmeId, previous)}>
              The one before
            </a>
          </li>
        )}
        {next === null ? null : (
          <li>
            <a className="govuk-link" href={links.stressOf(programmeId, next)}>
              The next one
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
