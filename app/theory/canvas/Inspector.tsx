import { useId } from 'react';
import { links } from '#app/http/links.ts';
import {
  BOX_MORE,
  BOX_TYPES,
  LIMITS,
  LINK_MORE,
  type Box,
  type Link,
  type Theory,
} from '../graph.ts';
import { fieldOf, type Operation } from '../operations.ts';
import { fieldKey } from '../live/here.ts';
import { PieceWays } from '../PieceWays.tsx';
import { tierBeside } from '../reorder.ts';
import { typeName } from '../type-words.ts';
import { linkSentence, relationsOf } from '../words.ts';
import { ConnectForm } from './ConnectForm.tsx';
import { focusSoon } from './focus.ts';
import { EvidenceFields } from './EvidenceFields.tsx';
import { MoreWords, Words } from './SavedFields.tsx';

/** What the inspector needs of the editor. */
export interface Hands {
  programmeId: string;
  theory: Theory;
  mayEdit: boolean;
  /** `gesture` makes changes that follow one another one step to take back. */
  change: (operations: readonly Operation[], gesture?: string) => boolean;
  endGesture: () => void;
  select: (id: string | null) => void;
  connect: (source: string, target: string, reason: string) => void;
  remove: (id: string) => void;
  move: (id: string, way: 'up' | 'down') => void;
  /** To the column before or after. */
  moveTier: (id: string, way: 'earlier' | 'later') => void;
  /** Starts linking: what is pressed next is what it leads to. */
  linkFrom: (id: string) => void;
}

/** Everything about the selected box: the same fields as in the outline, saved as they are typed. */
export function BoxInspector({ box, hands }: { box: Box; hands: Hands }) {
  const { mayEdit, change, endGesture } = hands;
  const edit = (field: string) => (from: string, to: string) =>
    change(
      [{ kind: 'editBox', id: box.id, field, from, to } as Operation],
      fieldKey(box.id, field),
    );
  const words = (field: string) => ({
    value: fieldOf(box, field),
    disabled: !mayEdit,
    save: edit(field),
    done: endGesture,
    mark: fieldKey(box.id, field),
  });
  return (
    <section className="tl-inspector" aria-labelledby="inspector-title">
      <h2 className="govuk-heading-m" id="inspector-title" tabIndex={-1}>
        {typeName(hands.theory, box.type).one}
      </h2>
      <p className="govuk-body">
        <a className="govuk-link" href={links.thread(hands.programmeId, 'box', box.id)}>
          What it rests on and what came of it
        </a>
      </p>
      <Words
        {...words('label')}
        label="What the box says"
        id="box-label"
        rows={2}
        most={LIMITS.label}
        needed
      />
      <Words {...words('detail')} label="Explanation (optional)" rows={2} most={LIMITS.detail} />
      <BoxLinks box={box} hands={hands} />
      {mayEdit ? <ConnectForm key={box.id} box={box} hands={hands} /> : null}
      {BOX_MORE[box.type].map((field) => (
        <MoreWords key={field.key} field={field} {...words(`more.${field.key}`)} />
      ))}
      <PieceWays {...hands} on={box.id} about={box.label} />
      <EvidenceFields on={box.id} hands={hands} />
      <TypeSelect box={box} hands={hands} />
      {mayEdit ? (
        <div className="govuk-button-group">
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            onClick={() => hands.move(box.id, 'up')}
          >
            Move up
          </button>
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            onClick={() => hands.move(box.id, 'down')}
          >
            Move down
          </button>
          {(['earlier', 'later'] as const).map((way) => {
            const to = tierBeside(hands.theory, box.type, way);
            return to === null ? null : (
              <button
                key={way}
                type="button"
                className="govuk-button govuk-button--secondary"
                onClick={() => hands.moveTier(box.id, way)}
              >
                Move to {typeName(hands.theory, to).many.toLowerCase()}
              </button>
            );
          })}
          <button
            type="button"
            className="govuk-button govuk-button--warning"
            onClick={() => hands.remove(box.id)}
          >
            Delete
          </button>
        </div>
      ) : null}
    </section>
  );
}

/** The selected link: why the one leads to the other. */
export function LinkInspector({ link, hands }: { link: Link; hands: Hands }) {
  const { theory, mayEdit, change, endGesture, select } = hands;
  const words = (field: string) => ({
    value: fieldOf(link, field),
    disabled: !mayEdit,
    done: endGesture,
    save: (from: string, to: string) =>
      change(
        [{ kind: 'editLink', id: link.id, field, from, to } as Operation],
        fieldKey(link.id, field),
      ),
    mark: fieldKey(link.id, field),
  });
  return (
    <section className="tl-inspector" aria-labelledby="inspector-title">
      <h2 className="govuk-heading-m" id="inspector-title" tabIndex={-1}>
        Link
      </h2>
      <p className="govuk-body">{linkSentence(theory, { ...link, reason: '' })}</p>
      <Words {...words('reason')} label="Why?" id="link-reason" rows={4} most={LIMITS.reason} />
      {link.kind === 'leadsTo'
        ? LINK_MORE.map((field) => (
            <MoreWords key={field.key} field={field} {...words(`more.${field.key}`)} />
          ))
        : null}
      <EvidenceFields on={link.id} hands={hands} />
      <p className="govuk-body">
        <button
          type="button"
          className="tl-linkbutton"
          onClick={() => {
            select(link.source);
            focusSoon('inspector-title');
          }}
        >
          Show the box where it starts
        </button>
      </p>
      {mayEdit ? (
        <button
          type="button"
          className="govuk-button govuk-button--warning"
          onClick={() => {
            change([{ kind: 'removeLink', id: link.id }]);
            select(link.source);
            focusSoon('inspector-title');
          }}
        >
          Delete the link
        </button>
      ) : null}
    </section>
  );
}

function TypeSelect({ box, hands }: { box: Box; hands: Hands }) {
  const id = useId();
  return (
    <div className="govuk-form-group">
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        Type
      </label>
      <select
        className="govuk-select"
        id={id}
        value={box.type}
        disabled={!hands.mayEdit}
        onChange={({ target }) =>
          hands.change([
            { kind: 'editBox', id: box.id, field: 'type', from: box.type, to: target.value },
          ])
        }
      >
        {BOX_TYPES.map((type) => (
          <option key={type} value={type}>
            {typeName(hands.theory, type).one}
          </option>
        ))}
      </select>
    </div>
  );
}

function BoxLinks({ box, hands }: { box: Box; hands: Hands }) {
  const relations = relationsOf(hands.theory, box.id);
  if (relations.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">Links</h3>
      <ul className="govuk-list tl-relations">
        {relations.map(({ link, other, says }, index) => (
          <li key={link.id}>
            <span className="tl-relations__verb">{says}</span>{' '}
            <button
              type="button"
              className="tl-linkbutton"
              id={index === 0 ? 'box-links' : undefined}
              onClick={() => {
                hands.select(link.id);
                focusSoon('link-reason');
              }}
              aria-label={`Change the link: ${says} ${other.label}`}
            >
              {other.label}
            </button>
            {link.reason === '' ? (
              link.kind === 'leadsTo' ? (
                <span className="tl-missing"> No reason yet</span>
              ) : null
            ) : (
              <span className="tl-reason"> {link.reason}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
