import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, TextArea } from '#app/ui/Field.tsx';
import { Button, ButtonLink, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { isPublic, type SeenVersion } from '../history/VersionTable.tsx';
import type { EvidenceChoice, Shown, Who } from './public-view.ts';

interface VersionProps {
  programmeId: string;
  version: SeenVersion & { comment: string; publishedBy: string };
  counts: string;
  who: readonly Who[];
  evidence: readonly EvidenceChoice[];
  /** What was decided when it was published before. */
  before: Shown | null;
  /** Where persons are named in the words of it whatever is chosen. */
  named: readonly string[];
  mayEdit: boolean;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** One named version: what it is, and what everybody would see of it. */
export function VersionPage(props: VersionProps) {
  const { programmeId, version, mayEdit } = props;
  const at = String(version.sequence);
  const open = isPublic(version);
  return (
    <>
      <p className="govuk-body">
        Named on {sayMoment(version.at)} by {version.madeBy}. It holds {props.counts}.
      </p>
      {version.note === '' ? null : <p className="govuk-inset-text tl-prewrap">{version.note}</p>}
      <div className="govuk-button-group">
        <ButtonLink href={links.theoryView(programmeId, 'picture', { at })} secondary>
          Read it
        </ButtonLink>
        <ButtonLink href={links.compareTheory(programmeId, at, 'now')} secondary>
          What has changed since
        </ButtonLink>
        {mayEdit ? (
          <ButtonLink href={links.theoryGoBack(programmeId, at)} secondary>
            Go back to it
          </ButtonLink>
        ) : null}
      </div>
      <h2 className="govuk-heading-m">The public page</h2>
      <PublicState {...props} open={open} />
      {mayEdit ? <PublishForm {...props} open={open} /> : null}
    </>
  );
}

function PublicState({ version, open, mayEdit }: VersionProps & { open: boolean }) {
  if (open && version.code !== null && version.publishedAt !== null) {
    return (
      <>
        <p className="govuk-body">
          Published on {sayMoment(version.publishedAt)} by {version.publishedBy}. Everybody can read
          it:{' '}
          <a className="govuk-link" href={links.publicTheory(version.code, version.id)}>
            the public page
          </a>
          . All published versions of this theory stand at one address.
        </p>
        {mayEdit ? (
          <Form>
            <Button intent="withdraw" kind="warning">
              Take it off the public page
            </Button>
          </Form>
        ) : null}
      </>
    );
  }
  return (
    <p className="govuk-body">
      {version.withdrawnAt === null
        ? 'This version is not published. Only staff can read it.'
        : `This version was taken off the public page on ${sayMoment(version.withdrawnAt)}.`}
    </p>
  );
}

function PublishForm(props: VersionProps & { open: boolean }) {
  const { version, evidence, who, named, answer, open, before } = props;
  const choosable = evidence.filter(({ never }) => never === null);
  const never = evidence.filter((each) => each.never !== null);
  return (
    <Form>
      <h3 className="govuk-heading-s">What everybody will see</h3>
      <ul className="govuk-list govuk-list--bullet">
        <li>the picture, and every box and link with its words and reasons</li>
        <li>what has to hold, the risks, and the measures without their figures</li>
        <li>no comment of a family or a member, no plan, no money, and no history</li>
      </ul>
      <NamedPeople named={named} />
      {who.length === 0 ? null : (
        <>
          <Table
            caption="Who leads and who watches, as the theory says it"
            captionSize="s"
            rows={who.map((each, index) => ({ ...each, index }))}
            rowKey={({ index }) => String(index)}
            columns={[
              { header: 'Where', rowHeader: true, cell: ({ where }) => where },
              { header: 'What', cell: ({ name }) => name },
              { header: 'Says', cell: ({ value }) => value },
            ]}
          />
          <Choices
            kind="checkboxes"
            name="leads"
            label="Names"
            values={before?.leads === true ? ['yes'] : []}
            answer={answer}
            options={[
              {
                value: 'yes',
                label: 'These are all roles or organisations, and no persons: show them',
                hint: 'Without a tick nobody is named.',
              },
            ]}
          />
        </>
      )}
      {choosable.length === 0 ? null : (
        <Choices
          kind="checkboxes"
          name="evidence"
          label="Evidence whose words everybody may read"
          hint="Tick what is published already. Leave out what a few people said, and what could tell who they are."
          values={choosable.flatMap(({ id, usually }) => {
            const shown = before === null ? usually : before.evidence.includes(id);
            return shown ? [id] : [];
          })}
          answer={answer}
          options={choosable.map(({ id, what, on, basis }) => ({
            value: id,
            label: what,
            hint: [basis, on].filter((each) => each !== '').join(', about: '),
          }))}
        />
      )}
      {never.length === 0 ? null : (
        <div className="govuk-inset-text">
          <p className="govuk-body">Never shown:</p>
          <ul className="govuk-list govuk-list--bullet">
            {never.map(({ id, what, never: why }) => (
              <li key={id}>
                {what} <span className="tl-reason">{why}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <TextArea
        name="comment"
        label="How to comment on it"
        hint="For example, where and until when. An open call to join the panel is shown by itself."
        optional
        rows={3}
        value={version.comment}
        answer={answer}
      />
      <Button intent="publish">
        {open ? 'Publish it again with these choices' : 'Publish this version'}
      </Button>
    </Form>
  );
}

/** Persons who are named in words that everybody would read. */
function NamedPeople({ named }: { named: readonly string[] }) {
  if (named.length === 0) return null;
  return (
    <div className="govuk-warning-text" id="named" tabIndex={-1}>
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span>
        This version names persons. Say a role instead, and name a new version. A name stands in:{' '}
        {named.join('; ')}.
      </strong>
    </div>
  );
}
