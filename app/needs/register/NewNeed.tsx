import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Select } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { EVIDENCE_NAMES, type EvidenceKind } from '#app/needs/finding.ts';
import type { NeedFields as Fields } from './need.ts';
import { NeedFields } from './NeedFields.tsx';

/** A need to be added: from a finding, with every field suggested, or from scratch. */
export function NewNeed(props: {
  programmeId: string;
  finding: { kind: EvidenceKind; sentence: string } | null;
  isGone: boolean;
  seen: string | null;
  suggested: Fields | null;
  needs: readonly { id: string; statement: string }[];
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, finding, seen, answer } = props;
  const isSupport = answer?.typed['intent'] === 'support';
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.needs(programmeId), words: 'Needs' },
            { href: links.register(programmeId), words: 'Register of needs' },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>{finding ? 'Make this a need' : 'Add a need'}</Heading>
        {props.isGone ? (
          <p className="govuk-body">
            The finding is not there any more, or may not be shown because too few people are behind
            it. You can add a need without it.
          </p>
        ) : null}
        {finding ? (
          <div className="tl-evidence" id="finding">
            <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
              {finding.sentence}
            </p>
            <p className="govuk-body-s govuk-!-margin-bottom-1">
              {EVIDENCE_NAMES[finding.kind]}. Saving freezes these figures behind the need.
            </p>
          </div>
        ) : null}
        <Form>
          {seen === null ? null : <input type="hidden" name="seen" value={seen} />}
          <NeedFields answer={isSupport ? undefined : answer} need={props.suggested ?? {}} />
          <Button intent="add">Save this need</Button>
        </Form>
        {finding && props.needs.length > 0 ? <Support {...props} isSupport={isSupport} /> : null}
      </div>
    </div>
  );
}

/** The other way: the finding supports a need that is in the register already. */
function Support(props: {
  seen: string | null;
  needs: readonly { id: string; statement: string }[];
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  isSupport: boolean;
}) {
  return (
    <section>
      <h2 className="govuk-heading-m">Or put it behind a need that is there</h2>
      <Form>
        {props.seen === null ? null : <input type="hidden" name="seen" value={props.seen} />}
        <Select
          name="needId"
          label="Need"
          answer={props.isSupport ? props.answer : undefined}
          options={[
            { value: '', label: 'Select a need' },
            ...props.needs.map(({ id, statement }) => ({ value: id, label: short(statement) })),
          ]}
        />
        <Button intent="support" kind="secondary">
          Put the finding behind this need
        </Button>
      </Form>
    </section>
  );
}

export const short = (words: string) =>
  words.length > 90 ? `${words.slice(0, 89).trimEnd()}…` : words;
