import { links } from '#app/http/links.ts';
import { ButtonLink, Form } from '#app/ui/Form.tsx';
import { itemTypeOf, TYPES } from './items.ts';
import { KIND_OF, type Kind } from './kinds.ts';
import type { ShownItem } from './shown-item.ts';

/** What a drafted ballot, ranking, question set or poll asks: each with a page of its own. */
export function DraftItems(props: {
  programmeId: string;
  consultationId: string;
  kind: Kind;
  items: readonly ShownItem[];
}) {
  const { programmeId, consultationId, kind, items } = props;
  const { most, writtenHere } = KIND_OF[kind];
  const types = writtenHere ? KIND_OF[kind].items : [];
  const page = links.consultation(programmeId, consultationId);
  return (
    <>
      <h2 className="govuk-heading-m" id="text" tabIndex={-1}>
        What people are asked
      </h2>
      {items.length === 0 ? <p className="govuk-body">Nothing yet.</p> : null}
      <ol className="govuk-list tl-statements">
        {items.map((item, at) => (
          <li key={item.id}>
            <p className="govuk-body govuk-!-margin-bottom-1">
              {item.text}
              <br />
              <span className="tl-reason">{inShort(item)}</span>
            </p>
            {writtenHere ? (
              <Form action={page} className="tl-small-actions">
                <input type="hidden" name="statementId" value={item.id} />
                <a className="govuk-link" href={links.item(programmeId, consultationId, item.id)}>
                  {item.options.length > 0 ? 'Change or add pictures' : 'Change'}
                  <Number at={at} />
                </a>
                {at > 0 ? <Small intent="up" words="Move up" at={at} /> : null}
                {at < items.length - 1 ? <Small intent="down" words="Move down" at={at} /> : null}
                <Small intent="remove" words="Remove" at={at} />
              </Form>
            ) : null}
          </li>
        ))}
      </ol>
      {items.length < most && types.length > 0 ? (
        <div className="govuk-button-group">
          {types.map((type) => (
            <ButtonLink
              key={type}
              secondary
              href={links.newItem(programmeId, consultationId, type)}
            >
              {`Add ${TYPES[type].called.a}`}
            </ButtonLink>
          ))}
        </div>
      ) : null}
    </>
  );
}

const Number = ({ at }: { at: number }) => (
  <span className="govuk-visually-hidden"> number {at + 1}</span>
);

function Small(props: { intent: string; words: string; at: number }) {
  return (
    <button type="submit" name="intent" value={props.intent}>
      {props.words}
      <Number at={props.at} />
    </button>
  );
}

function inShort({ type, method, options }: ShownItem): string {
  const { one } = TYPES[itemTypeOf(type)].called;
  const named = one.charAt(0).toUpperCase() + one.slice(1);
  if (options.length === 0) return named;
  const how = type === 'choice' ? (method === 'any' ? ', tick any' : ', tick one') : '';
  return `${named}${how}: ${options.map(({ words }) => words).join(', ')}`;
}
