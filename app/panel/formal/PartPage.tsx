import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { PartFields, type PartFieldsProps } from './PartFields.tsx';
import { PART_TITLES } from './part-form.ts';

export interface PartPageProps extends Omit<PartFieldsProps, 'answer'> {
  programmeId: string;
  consultation: { id: string; title: string };
  version: number;
  /** Whether a change needs a reason now: people have been asked, or it has been decided. */
  needsWhy: boolean;
  /** Whether it can be taken back. */
  mayTakeBack: boolean;
}

type Answer = { problems: readonly Problem[]; typed: Typed } | undefined;

/** One part of what a formal consultation has to show, to write down or to put right. */
export function PartPage({ page, answer }: { page: PartPageProps; answer: Answer }) {
  const { programmeId, consultation, part, version, needsWhy, values } = page;
  const option = part === 'options' && (values['optionId'] ?? '') !== '';
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.consultation(programmeId, consultation.id), words: consultation.title },
            {
              href: links.formal(programmeId, consultation.id),
              words: 'What it has to show',
            },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={consultation.title}>
          {part === 'options' ? (option ? 'Change an option' : 'Add an option') : PART_TITLES[part]}
        </Heading>
        <Form upload={part === 'equality'}>
          <input type="hidden" name="version" value={version} />
          <PartFields {...page} answer={answer} />
          {needsWhy ? <Why answer={answer} /> : null}
          <Button intent="keep">{needsWhy ? 'Put it right' : 'Save'}</Button>
        </Form>
        {option ? <Remove {...page} /> : null}
        {page.mayTakeBack ? <TakeBack version={version} answer={answer} /> : null}
      </div>
    </div>
  );
}

function Why({ answer }: { answer: Answer }) {
  return (
    <TextArea
      name="why"
      label="Why it is changed now"
      hint="People have been asked, or it has been decided: what stood stays in the record, with this reason."
      rows={2}
      value=""
      answer={answer}
    />
  );
}

function Remove({ version, values, needsWhy }: PartPageProps) {
  if (needsWhy) return null;
  return (
    <Form>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="optionId" value={values['optionId'] ?? ''} />
      <Button intent="remove" kind="warning">
        Take this option out
      </Button>
    </Form>
  );
}

function TakeBack({ version, answer }: { version: number; answer: Answer }) {
  const open = answer?.typed['intent'] === 'take-back';
  return (
    <details className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Take it back</span>
      </summary>
      <div className="govuk-details__text">
        <Form>
          <input type="hidden" name="version" value={version} />
          <div className="govuk-form-group">
            <label className="govuk-label govuk-label--s" htmlFor="why-back">
              Why it is taken back
            </label>
            <textarea className="govuk-textarea" id="why-back" name="why" rows={2} />
          </div>
          <Button intent="take-back" kind="warning">
            Take it back
          </Button>
        </Form>
      </div>
    </details>
  );
}
