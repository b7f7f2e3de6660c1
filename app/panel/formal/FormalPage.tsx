import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { sayDay, sayMoment } from '#app/ui/words.ts';
import { STATE_NAMES, type State } from '../consultation.ts';
import { TEST_STATES, TEST_WORDS, type GunningTest, type Lack, type TestId } from './gunning.ts';
import { PART_TITLES } from './part-form.ts';
import { decidedWords, DUTY_NAMES, SOURCES, type FormalPart, type FormalRecord } from './record.ts';

export interface FormalPageProps {
  programmeId: string;
  consultation: { id: string; title: string; opensOn: string | null; closesOn: string | null };
  state: State;
  record: FormalRecord;
  tests: GunningTest[];
  undecided: Lack[];
  corrections: { id: string; at: Date; by: string; part: string; what: string; why: string }[];
  mayManage: Answer;
}

/** Which parts of the record show which test. */
const PARTS_OF: Readonly<Record<TestId, readonly FormalPart[]>> = {
  formative: ['duty', 'formative'],
  reasons: ['reasons', 'options', 'equality'],
  time: ['time'],
  considered: ['considered', 'decision'],
};

/** The four tests of a formal consultation, each with what shows it, who wrote it and when. */
export function FormalPage(props: FormalPageProps) {
  const { programmeId, consultation, state, record, tests } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.consultations(programmeId), words: 'Consultations' },
          { href: links.consultation(programmeId, consultation.id), words: consultation.title },
        ]}
      />
      <div className="tl-reading">
        <Heading caption={consultation.title}>What a formal consultation has to show</Heading>
        <p className="govuk-body">
          <strong>{STATE_NAMES[state]}</strong>
          {consultation.opensOn === null
            ? null
            : `: ${sayDay(consultation.opensOn)} to ${sayDay(consultation.closesOn)}`}
          .{record.duty === null ? null : ` ${DUTY_NAMES[record.duty.duty]}.`}
        </p>
        <Decided {...props} />
        {props.mayManage.yes ? null : (
          <p className="govuk-body tl-reason">{props.mayManage.reason}</p>
        )}
        {tests.map((test) => (
          <Test key={test.id} {...props} test={test} />
        ))}
        <Corrections corrections={props.corrections} />
        <Sources />
      </div>
    </>
  );
}

function Decided({ programmeId, consultation, record }: FormalPageProps) {
  const { decision } = record;
  if (decision === null) return null;
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        <strong>Decided: {decidedWords(record)}</strong> ({decision.decidedBy},{' '}
        {sayDay(decision.decidedOn)})
      </p>
      <p className="govuk-body">
        The decision record:{' '}
        {(['pdf', 'docx', 'html'] as const).map((format, at) => (
          <span key={format}>
            {at > 0 ? ', ' : null}
            <a
              className="govuk-link"
              href={links.decisionRecord(programmeId, consultation.id, format)}
              download
            >
              {format.toUpperCase()}
            </a>
          </span>
        ))}
      </p>
    </div>
  );
}

const SIGNS = { met: '✓', lacks: '✕', later: '–' } as const;

function Test(props: FormalPageProps & { test: GunningTest }) {
  const { test } = props;
  const { title, asks } = TEST_WORDS[test.id];
  return (
    <section aria-labelledby={`test-${test.id}`} className="tl-test">
      <h2 className="govuk-heading-m" id={`test-${test.id}`}>
        {test.number}. {title}{' '}
        <span className={`tl-test__state tl-test__state--${test.state}`}>
          <span aria-hidden="true">{SIGNS[test.state]}</span> {TEST_STATES[test.state]}
        </span>
      </h2>
      <p className="govuk-body">{asks}</p>
      {test.lacks.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {test.lacks.map(({ id, message }) => (
            <li key={message}>
              <PartLink {...props} part={partOfLack(id)}>
                {message}
              </PartLink>
            </li>
          ))}
        </ul>
      ) : null}
      {test.warnings.map((warning) => (
        <div className="govuk-warning-text" key={warning}>
          <span className="govuk-warning-text__icon" aria-hidden="true">
            !
          </span>
          <strong className="govuk-warning-text__text">
            <span className="govuk-visually-hidden">Warning</span>
            {warning}
          </strong>
        </div>
      ))}
      <Evidence test={test} />
      {props.mayManage.yes ? <Change {...props} /> : null}
    </section>
  );
}

const partOfLack = (id: string): FormalPart =>
  id in PART_TITLES ? (id as FormalPart) : 'decision';

function PartLink(props: FormalPageProps & { part: FormalPart; children: React.ReactNode }) {
  const { programmeId, consultation, part, children } = props;
  if (!props.mayManage.yes) return <>{children}</>;
  return (
    <a className="govuk-link" href={links.formalPart(programmeId, consultation.id, part)}>
      {children}
    </a>
  );
}

function Evidence({ test }: { test: GunningTest }) {
  if (test.evidence.length === 0) return null;
  return (
    <dl className="govuk-summary-list">
      {test.evidence.map(({ label, words, kept }, at) => (
        <div className="govuk-summary-list__row" key={at}>
          <dt className="govuk-summary-list__key">{label}</dt>
          <dd className="govuk-summary-list__value">
            <span className="tl-lines">{words}</span>
            {kept === null ? null : (
              <p className="govuk-body-s tl-reason govuk-!-margin-bottom-0">
                {kept.by}, {sayDay(kept.on)}
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Change(props: FormalPageProps & { test: GunningTest }) {
  const { programmeId, consultation, record, test, state } = props;
  const parts = PARTS_OF[test.id].filter(
    (part) => (part !== 'considered' && part !== 'decision') || state === 'closed',
  );
  return (
    <ul className="govuk-list">
      {parts.map((part) => (
        <li key={part}>
          <a className="govuk-link" href={links.formalPart(programmeId, consultation.id, part)}>
            {part === 'options'
              ? 'Add an option'
              : `${record[part] === null ? 'Write down' : 'Change'}: ${PART_TITLES[part].toLowerCase()}`}
          </a>
        </li>
      ))}
      {test.id === 'time' ? (
        <li>
          <a className="govuk-link" href={links.consultingTime()}>
            The authority’s own rule, and days of elections
          </a>
        </li>
      ) : null}
      {test.id === 'reasons'
        ? (record.options?.list ?? []).map(({ id, name }) => (
            <li key={id}>
              <a className="govuk-link" href={links.formalOption(programmeId, consultation.id, id)}>
                Change the option “{name}”
              </a>
            </li>
          ))
        : null}
    </ul>
  );
}

function Corrections({ corrections }: Pick<FormalPageProps, 'corrections'>) {
  if (corrections.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What was put right or taken back</h2>
      <ul className="govuk-list govuk-list--spaced">
        {corrections.map(({ id, at, by, part, what, why }) => (
          <li key={id}>
            {PART_TITLES[partOfLack(part)]}: {what} by {by} on {sayMoment(at)}.{' '}
            <span className="tl-lines">{why}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Sources() {
  return (
    <p className="govuk-body-s tl-reason">
      Sources:{' '}
      <a className="govuk-link" href={SOURCES.tests.href} rel="noreferrer">
        {SOURCES.tests.words}
      </a>
      ;{' '}
      <a className="govuk-link" href={SOURCES['childrens-centres'].href} rel="noreferrer">
        {SOURCES['childrens-centres'].words}
      </a>
      . This page helps to keep the evidence together; it is no legal advice.
    </p>
  );
}
