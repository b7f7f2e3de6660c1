import { useId, useState } from 'react';
import { otherBoxes } from '../BoxFields.tsx';
import { LIMITS, type Box } from '../graph.ts';
import type { Hands } from './Inspector.tsx';

/** Draws a link from the selected box to another, with the reason for it. */
export function ConnectForm({ box, hands }: { box: Box; hands: Hands }) {
  const [other, setOther] = useState('');
  const [reason, setReason] = useState('');
  const id = useId();
  const linked = new Set(
    hands.theory.links.filter(({ source }) => source === box.id).map(({ target }) => target),
  );
  const others = otherBoxes(hands.theory, box.id).filter(({ value }) => !linked.has(value));
  return (
    <form
      className="tl-connect"
      onSubmit={(event) => {
        event.preventDefault();
        if (other === '') return;
        hands.connect(box.id, other, reason.trim());
        setOther('');
        setReason('');
      }}
    >
      <h3 className="govuk-heading-s">Link it to</h3>
      <p className="govuk-body">
        <button type="button" className="tl-linkbutton" onClick={() => hands.linkFrom(box.id)}>
          Choose it on the canvas
        </button>
      </p>
      <div className="govuk-form-group">
        <label className="govuk-visually-hidden" htmlFor="connect-to">
          The box that it leads to
        </label>
        <select
          className="govuk-select"
          id="connect-to"
          value={other}
          onChange={({ target }) => setOther(target.value)}
        >
          <option value="">Choose a box</option>
          {others.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={id}>
          Why?
        </label>
        <textarea
          className="govuk-textarea"
          id={id}
          rows={2}
          value={reason}
          maxLength={LIMITS.reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary">
        Add the link
      </button>
    </form>
  );
}
