import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { typedOf } from '#app/http/problems.ts';
import { Choices, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { TYPE_WORDS } from '../graph.ts';
import { TAKES, type TakenFrom } from './form.ts';

export interface TakeProps {
  programmeId: string;
  walk: { id: string; title: string };
  from: TakenFrom;
  /** What was asked, and what the member wrote. */
  text: string;
  words: string;
  mark: string;
}

/** Making what a member wrote a box of the theory, in one press. */
export function TakePage(
  props: TakeProps & { answer: { problems: readonly Problem[]; typed: Typed } | undefined },
) {
  const { programmeId, walk, from, text, words, answer } = props;
  const stops = from === 'stops';
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.walks(programmeId), words: 'Walks with the panel' },
            { href: links.walk(programmeId, walk.id), words: walk.title },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>
          {stops ? 'Make it an assumption or a risk' : 'Propose a box of the theory'}
        </Heading>
        <p className="govuk-body">Members were asked: {text}</p>
        <p className="govuk-body govuk-!-margin-bottom-1">
          {stops ? 'What would stop it, somebody wrote:' : 'What is missing, somebody wrote:'}
        </p>
        <blockquote className="govuk-inset-text tl-lines" dir="auto">
          {words}
        </blockquote>
        <Form>
          <input
            type="hidden"
            name="mark"
            value={typedOf(answer?.typed ?? {}, 'mark', props.mark)}
          />
          <Choices
            kind="radios"
            name="type"
            label="What does it become?"
            values={[TAKES[from][0]]}
            answer={answer}
            options={TAKES[from].map((type) => ({
              value: type,
              label: type === 'externalFactor' ? 'Risk (external factor)' : TYPE_WORDS[type].one,
              hint: TYPE_WORDS[type].about,
            }))}
          />
          <TextArea
            name="label"
            label="What the box says"
            hint={
              stops
                ? 'As something that has to hold, such as “Buses run in the evening”. Leave out whatever points to one person.'
                : 'In a few words. Leave out whatever points to one person.'
            }
            rows={3}
            value=""
            answer={answer}
          />
          <TextArea
            name="reason"
            label="Why it matters for this step"
            rows={2}
            value=""
            answer={answer}
            optional
          />
          <Button>Put it into the theory</Button>
        </Form>
        <p className="govuk-body">
          The box is tied to the comment, so that the thread shows where it came from. You can take
          it out again in the theory.
        </p>
      </div>
    </div>
  );
}
