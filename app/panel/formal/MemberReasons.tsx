import { links } from '#app/http/links.ts';
import { sayDay } from '#app/ui/words.ts';
import type { State } from '../consultation.ts';
import { decidedWords, SOURCES, type FormalRecord } from './record.ts';

/** What those who are asked have to know: reasons, options, who decides, and then what was decided. */
export function MemberReasons(props: {
  consultation: { id: string; title: string; closesOn: string | null };
  state: State;
  record: FormalRecord;
}) {
  const { consultation, state, record } = props;
  const { reasons, formative, options, equality, duty } = record;
  return (
    <>
      <span className="govuk-caption-l">{consultation.title}</span>
      <h1 className="govuk-heading-l">Why we ask, and what could happen</h1>
      <Decided record={record} />
      {reasons === null ? null : (
        <>
          <h2 className="govuk-heading-m">Why a change is proposed</h2>
          <p className="govuk-body tl-lines">{reasons.reasons}</p>
          <Longer href={reasons.reasonsLink}>Read the whole paper</Longer>
        </>
      )}
      <h2 className="govuk-heading-m">What could happen</h2>
      {(options?.list ?? []).map(({ id, name, words, preferred, why }) => (
        <section key={id}>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
            {name}
            {preferred
              ? state === 'open'
                ? ' (what we would choose today)'
                : ' (what we preferred when we asked)'
              : null}
          </h3>
          <p className="govuk-body tl-lines">{words}</p>
          <p className="govuk-body tl-lines">
            <strong>{preferred ? 'Why we prefer it:' : 'Why we do not prefer it:'}</strong> {why}
          </p>
        </section>
      ))}
      {formative === null ? null : (
        <>
          <h2 className="govuk-heading-m">What can still change, and who decides</h2>
          <p className="govuk-body tl-lines">{formative.stillOpen}</p>
          <p className="govuk-body">
            {record.decision === null
              ? `${formative.decides} will decide, on ${sayDay(formative.decidesOn)} or later. They read what people say first.`
              : `${formative.decides} read what people said before they decided.`}
            {state === 'open'
              ? ` You can answer until the end of ${sayDay(consultation.closesOn)}.`
              : ''}
          </p>
        </>
      )}
      {equality === null ? null : (
        <>
          <h2 className="govuk-heading-m">Is it fair to everybody?</h2>
          <p className="govuk-body">
            We looked at what this means for different groups of people: {equality.equalityTitle},{' '}
            {sayDay(equality.equalityOn)}.
          </p>
          <Longer href={equality.equalityLink}>Read it</Longer>
          {equality.fileId === null ? null : (
            <p className="govuk-body">
              <a className="govuk-link" href={links.memberAssessment(consultation.id)}>
                Download it ({equality.fileName})
              </a>
            </p>
          )}
        </>
      )}
      {duty?.duty === 'childrens-centres' ? (
        <p className="govuk-body">
          The law says that we must ask before we change children’s centres:{' '}
          <a className="govuk-link" href={SOURCES['childrens-centres'].href} rel="noreferrer">
            {SOURCES['childrens-centres'].words}
          </a>
          .
        </p>
      ) : null}
    </>
  );
}

function Longer({ href, children }: { href: string; children: string }) {
  if (href === '') return null;
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={href} rel="noreferrer">
        {children}
      </a>
    </p>
  );
}

function Decided({ record }: { record: FormalRecord }) {
  const { decision } = record;
  if (decision === null) return null;
  return (
    <div className="govuk-inset-text">
      <h2 className="govuk-heading-m">What was decided: {decidedWords(record)}</h2>
      <p className="govuk-body tl-lines">{decision.decision}</p>
      <p className="govuk-body">
        {decision.decidedBy}, {sayDay(decision.decidedOn)}
      </p>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
        What changed because of what people said
      </h3>
      <p className="govuk-body tl-lines">{decision.changed}</p>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">Why</h3>
      <p className="govuk-body tl-lines">{decision.decisionReasons}</p>
    </div>
  );
}
