import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { MoreFields, otherBoxes, Stamp } from '../BoxFields.tsx';
import type { Conflict, Removal } from '../conflict.ts';
import { Conflicts, Deleted } from '../Conflicts.tsx';
import type { Theory } from '../graph.ts';
import { linkSentence } from '../words.ts';
import { aboutWords } from './about-words.ts';
import { EVIDENCE_MORE, tieValue, type TiedTo } from './evidence.ts';

type Answer =
  { problems: readonly Problem[]; typed: Typed; conflicts?: readonly Conflict[] } | undefined;

interface OfEvidence {
  programmeId: string;
  theory: Theory;
  mark: string;
  choices: readonly TiedTo[];
  values: Readonly<Record<string, string>>;
  answer: Answer;
}

/** New evidence for or against a box, a link or the whole theory. */
export function AddEvidencePage(props: OfEvidence) {
  const { programmeId, theory, mark, values, answer } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Trail programmeId={programmeId} />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={aboutWords(theory, values['on'] || null)}>Add evidence</Heading>
        <Form>
          <Stamp theory={theory} mark={mark} />
          <Fields {...props} />
          <Button>Add the evidence</Button>
        </Form>
      </div>
    </div>
  );
}

/** One piece of evidence: what it says and about what, and deleting it. */
export function EvidencePage(props: OfEvidence & { removed: Removal | null }) {
  const { programmeId, theory, mark, values, answer, removed } = props;
  const conflicts = answer?.conflicts ?? [];
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Trail programmeId={programmeId} />
        <ErrorSummary problems={answer?.problems} />
        <Conflicts conflicts={conflicts} theory={theory} mark={mark} />
        <Heading caption={aboutWords(theory, values['on'] || null)}>Change the evidence</Heading>
        {removed === null ? (
          <>
            <Form>
              <Stamp theory={theory} mark={`${mark}-edit`} />
              <input type="hidden" name="was" value={JSON.stringify(values)} />
              <Fields {...props} />
              <Button intent="edit">Save the evidence</Button>
            </Form>
            <Form>
              <Stamp theory={theory} mark={`${mark}-remove`} />
              <Button intent="remove" kind="warning">
                Delete this evidence
              </Button>
            </Form>
          </>
        ) : conflicts.length === 0 ? (
          <Deleted what="this evidence" removal={removed} theory={theory} mark={mark} />
        ) : null}
      </div>
    </div>
  );
}

function Trail({ programmeId }: { programmeId: string }) {
  return (
    <Breadcrumbs trail={[{ href: links.theoryEvidenceList(programmeId), words: 'Evidence' }]} />
  );
}

function Fields({ theory, choices, values, answer }: OfEvidence) {
  const about = answer?.typed['intent'] === 'remove' ? undefined : answer;
  return (
    <>
      <TextArea
        name="what"
        rows={3}
        optional
        label="What it says"
        hint="In a sentence. Leave it empty to use the words of what you tie it to."
        answer={about}
        value={values['what']}
      />
      <Choices
        kind="radios"
        inline
        name="direction"
        label="Does it speak for or against?"
        answer={about}
        values={[values['direction'] ?? '']}
        options={[
          { value: 'for', label: 'For' },
          { value: 'against', label: 'Against' },
        ]}
      />
      <MoreFields
        answer={about}
        fields={EVIDENCE_MORE.filter(({ key }) => key !== 'direction')}
        values={values}
      />
      <Select
        name="thread"
        label="Tie it to something of this programme (optional)"
        hint="Its words are then read from there, and it shows on the golden thread"
        answer={about}
        value={values['thread']}
        options={[
          { value: '', label: 'Nothing' },
          ...choices.map((choice) => ({
            value: tieValue(choice),
            label: `${choice.what}: ${shortened(choice.title)}`,
          })),
        ]}
      />
      <Select
        name="on"
        label="What it is about"
        answer={about}
        value={values['on']}
        options={[
          { value: '', label: 'The whole theory' },
          ...otherBoxes(theory, null),
          ...theory.links.map((link) => ({
            value: link.id,
            label: `Link: ${shortened(linkSentence(theory, { ...link, reason: '' }))}`,
          })),
        ]}
      />
    </>
  );
}

const shortened = (label: string) =>
  label.length <= 90 ? label : `${label.slice(0, 87).trimEnd()}…`;
