import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { Changes } from './Changes.tsx';
import type { Change } from './changes.ts';
import { sealOf, standingLines, type Standing } from './frozen.ts';
import type { Answered } from './Comments.tsx';

interface Props {
  programmeId: string;
  version: { id: string; lines: number; missing: readonly string[] } & Standing & {
      against: number | null;
      changes: readonly Change[] | null;
    };
  checkAt: string;
  mayApprove: Answer;
  mayWithdraw: Answer;
  mayExport: Answer;
  answer: Answered;
}

const TAKE = [
  ['docx', 'Word document'],
  ['pdf', 'PDF'],
  ['html', 'web page (HTML)'],
  ['xlsx', 'spreadsheet (Excel)'],
  ['json', 'data (JSON)'],
] as const;

/** A frozen version: the document that a board signs, what changed, and the decision. */
export function VersionPage(props: Props) {
  const { programmeId, version, checkAt, answer } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(programmeId), words: 'Delivery plan' },
          { href: links.signOff(programmeId), words: 'Sign-off' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={`Version ${version.number}`}>{version.name}</Heading>
      {standingLines(version, checkAt)
        .slice(1)
        .map((line) => (
          <p className="govuk-body" key={line}>
            {line}
          </p>
        ))}
      <p className="govuk-body">
        {`${many(version.lines, 'plan line')}. `}
        {version.missing.length === 0
          ? 'Nothing was missing when it was put up.'
          : 'When it was put up, this was missing:'}
      </p>
      {version.missing.length === 0 ? null : (
        <ul className="govuk-list govuk-list--bullet">
          {version.missing.map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      )}
      {version.state === 'approved' ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.checkSeal(sealOf(version.digest))}>
            Check the seal as anybody can
          </a>
          . It can be{' '}
          <a className="govuk-link" href={links.publishPlan(programmeId, version.id)}>
            published for everybody
          </a>
          .
        </p>
      ) : null}
      <Take {...props} />
      {version.state === 'waiting' ? <Decide {...props} /> : null}
      {version.changes === null ? null : (
        <section>
          <h2 className="govuk-heading-m">What changed against version {version.against}</h2>
          <Changes changes={version.changes} />
        </section>
      )}
    </>
  );
}

function Take({ programmeId, version, mayExport }: Props) {
  if (!mayExport.yes) return <p className="govuk-body tl-reason">{mayExport.reason}</p>;
  return (
    <section className="tl-noprint">
      <h2 className="govuk-heading-m">Read it as it was frozen</h2>
      <div className="govuk-button-group">
        {TAKE.map(([format, words], at) => (
          <ButtonLink
            key={format}
            href={links.frozenPlan(programmeId, version.id, format)}
            secondary={at > 0}
          >
            {words}
          </ButtonLink>
        ))}
      </div>
      {version.against === null ? null : (
        <p className="govuk-body">
          With what changed since version {version.against} marked:{' '}
          {(['docx', 'pdf', 'html'] as const).map((format, at) => (
            <span key={format}>
              {at > 0 ? ', ' : ''}
              <a
                className="govuk-link"
                href={`${links.frozenPlan(programmeId, version.id, format)}?changes=yes`}
              >
                {TAKE.find(([one]) => one === format)?.[1]}
                <span className="govuk-visually-hidden"> with changes marked</span>
              </a>
            </span>
          ))}
          .
        </p>
      )}
    </section>
  );
}

function Decide({ mayApprove, mayWithdraw, answer }: Props) {
  return (
    <section className="tl-noprint">
      <h2 className="govuk-heading-m">Decide on it</h2>
      {mayApprove.yes ? (
        <>
          <Form className="tl-form">
            <TextArea
              name="conditions"
              label="Conditions"
              hint="They are printed on its cover. Leave this empty to approve without conditions."
              optional
              rows={3}
              answer={answer}
            />
            <Button intent="approve">Approve this version</Button>
          </Form>
          <Form className="tl-form">
            <TextArea name="why" label="What has to change" rows={3} answer={answer} />
            <Button intent="return" kind="secondary">
              Send it back
            </Button>
          </Form>
        </>
      ) : (
        <p className="govuk-body tl-reason">{mayApprove.reason}</p>
      )}
      {mayWithdraw.yes ? (
        <Form>
          <Button intent="withdraw" kind="secondary">
            Withdraw it
          </Button>
        </Form>
      ) : null}
    </section>
  );
}
