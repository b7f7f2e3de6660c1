import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import { FamiliesSay } from '#app/panel/answer/FamiliesSay.tsx';
import type { FamiliesSaid } from '#app/panel/answer/say-about.server.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { valuesOfLink } from './box-form.ts';
import { MoreFields, Stamp } from './BoxFields.tsx';
import type { Conflict, Removal } from './conflict.ts';
import { Conflicts, Deleted } from './Conflicts.tsx';
import type { SeenEvidence } from './evidence/evidence.ts';
import { EvidenceList } from './evidence/EvidenceList.tsx';
import { LINK_MORE, type Link, type Theory } from './graph.ts';
import { AlsoOpen } from './live/AlsoOpen.tsx';
import type { PersonHere } from './live/here.ts';
import { linkSentence } from './words.ts';

interface PageOfLink {
  programmeId: string;
  theory: Theory;
  link: Link;
  /** Who deleted it meanwhile; null while it stands in the theory. */
  removed: Removal | null;
  /** Who else had it open when this page was loaded. */
  alsoOpen: readonly PersonHere[];
  mark: string;
  /** Under which themes families speak about it. */
  families: readonly FamiliesSaid[];
  evidence: readonly SeenEvidence[];
  answer:
    { problems: readonly Problem[]; typed: Typed; conflicts?: readonly Conflict[] } | undefined;
}

/** One link: why the one box leads to the other, and deleting it. */
export function LinkPage(props: PageOfLink) {
  const { programmeId, theory, link, removed, mark, answer } = props;
  const conflicts = answer?.conflicts ?? [];
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[{ href: links.theoryOutline(programmeId), words: 'Outline of the theory' }]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Conflicts conflicts={conflicts} theory={theory} mark={mark} />
        <Heading caption="Link">{linkSentence(theory, { ...link, reason: '' })}</Heading>
        <p className="govuk-body">
          <a className="govuk-link" href={links.thread(programmeId, 'link', link.id)}>
            What it rests on
          </a>
        </p>
        <AlsoOpen what="this link" people={props.alsoOpen} />
        <FamiliesSay programmeId={programmeId} said={props.families} />
        {removed === null ? (
          <>
            <EvidenceList
              programmeId={programmeId}
              on={link.id}
              evidence={props.evidence}
              mayEdit
            />
            <LinkForms {...props} />
          </>
        ) : conflicts.length === 0 ? (
          <Deleted what="this link" removal={removed} theory={theory} mark={mark} />
        ) : null}
      </div>
    </div>
  );
}

function LinkForms({ theory, link, mark, answer }: PageOfLink) {
  const values = valuesOfLink(link);
  return (
    <>
      <Form>
        <Stamp theory={theory} mark={`${mark}-edit`} />
        <input type="hidden" name="was" value={JSON.stringify(values)} />
        <TextArea
          name="reason"
          label="Why?"
          hint="In a sentence that somebody could argue with"
          answer={answer}
          value={link.reason}
        />
        {link.kind === 'leadsTo' ? (
          <MoreFields answer={answer} fields={LINK_MORE} values={values} />
        ) : null}
        <Button intent="edit">Save the link</Button>
      </Form>
      <Form>
        <Stamp theory={theory} mark={`${mark}-remove`} />
        <Button intent="remove" kind="warning">
          Delete this link
        </Button>
      </Form>
    </>
  );
}
