import { links } from '#app/http/links.ts';
import { Form } from '#app/ui/Form.tsx';

interface Row {
  id: string;
  title: string;
  hidden: boolean;
  own: boolean;
  words: boolean;
}

/** The sections of a document in order, each with what can be done with it; no script needed. */
export function SectionRows(props: {
  programmeId: string;
  document: string;
  sections: readonly Row[];
}) {
  const { programmeId, document, sections } = props;
  return (
    <ol className="govuk-list tl-sections">
      {sections.map((section, at) => (
        <li key={section.id} id={`arrange-${section.id}`} className="tl-sections__one">
          <p className="govuk-body tl-sections__title">
            <a
              className="govuk-link"
              href={links.documentSection(programmeId, document, section.id)}
            >
              {section.title}
            </a>
            {said(section)}
          </p>
          <Form className="tl-sections__buttons">
            <input type="hidden" name="section" value={section.id} />
            <Press intent="up" title={section.title} disabled={at === 0}>
              Up
            </Press>
            <Press intent="down" title={section.title} disabled={at === sections.length - 1}>
              Down
            </Press>
            <Press intent={section.hidden ? 'show' : 'hide'} title={section.title}>
              {section.hidden ? 'Put back' : 'Leave out'}
            </Press>
          </Form>
        </li>
      ))}
    </ol>
  );
}

function said({ hidden, own, words }: Row): string {
  const some = [
    ...(hidden ? ['left out'] : []),
    ...(own ? ['your own'] : words ? ['with your own words'] : []),
  ];
  return some.length === 0 ? '' : ` (${some.join(', ')})`;
}

function Press(props: { intent: string; title: string; disabled?: boolean; children: string }) {
  // At an end there is nowhere to go: no button, so that nobody presses one that does nothing.
  if (props.disabled) return null;
  return (
    <button
      type="submit"
      name="intent"
      value={props.intent}
      className="govuk-button govuk-button--secondary"
    >
      {props.children}
      <span className="govuk-visually-hidden">: {props.title}</span>
    </button>
  );
}
