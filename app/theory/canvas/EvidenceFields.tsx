import { useState } from 'react';
import { links } from '#app/http/links.ts';
import { EVIDENCE_MORE, evidenceWords, seenEvidence } from '../evidence/evidence.ts';
import type { Piece } from '../graph.ts';
import { fieldKey } from '../live/here.ts';
import { addingPiece, fieldOf, type Operation } from '../operations.ts';
import { focusSoon } from './focus.ts';
import type { Hands } from './Inspector.tsx';
import { MoreWords, Words } from './SavedFields.tsx';

/** What is known for and against the selected box or link, saved as it is typed. */
export function EvidenceFields({ on, hands }: { on: string; hands: Hands }) {
  const { theory, mayEdit, change } = hands;
  const pieces = theory.pieces.filter((piece) => piece.kind === 'evidence' && piece.on === on);
  const add = () => {
    const id = crypto.randomUUID();
    const more = { direction: 'for' };
    if (change([addingPiece({ id, kind: 'evidence', on, more })])) focusSoon(`evidence-${id}`);
  };
  return (
    <section aria-labelledby="inspector-evidence">
      <h3 className="govuk-heading-s" id="inspector-evidence">
        Evidence
      </h3>
      {pieces.map((piece) => (
        <OnePiece key={piece.id} piece={piece} hands={hands} />
      ))}
      {mayEdit ? (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={add}>
          Add evidence for or against
        </button>
      ) : pieces.length === 0 ? (
        <p className="govuk-body">Nothing is written down for or against it yet.</p>
      ) : null}
    </section>
  );
}

function OnePiece({ piece, hands }: { piece: Piece; hands: Hands }) {
  const { programmeId, mayEdit, change, endGesture } = hands;
  const { id } = piece;
  // Open while it is new, and then as the person leaves it.
  const [open, setOpen] = useState(
    () => piece.more['what'] === undefined && piece.more['thread'] === undefined,
  );
  const words = (field: `more.${string}`) => ({
    value: fieldOf(piece, field),
    disabled: !mayEdit,
    done: endGesture,
    save: (from: string, to: string) =>
      change([{ kind: 'editPiece', id, field, from, to } satisfies Operation], fieldKey(id, field)),
    mark: fieldKey(id, field),
  });
  const [seen] = seenEvidence([piece]);
  const tied = piece.more['thread'] !== undefined;
  const said = piece.more['what'] ?? (tied ? 'Read from the golden thread' : 'No words yet');
  return (
    <details
      className="govuk-details"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {seen?.against === true ? 'Against' : 'For'}: {said}
        </span>
      </summary>
      <Words {...words('more.what')} id={`evidence-${id}`} label="What it says" rows={3} />
      {EVIDENCE_MORE.map((field) => (
        <MoreWords key={field.key} field={field} {...words(`more.${field.key}`)} />
      ))}
      {mayEdit ? (
        <>
          <p className="govuk-body">
            <a className="govuk-link" href={links.theoryEvidence(programmeId, id)}>
              {tied ? 'What it is tied to' : 'Tie it to a need, a theme or a figure'}
            </a>
          </p>
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            onClick={() => {
              change([{ kind: 'removePiece', id }]);
              focusSoon('inspector-title');
            }}
          >
            Delete this evidence
            <span className="govuk-visually-hidden">
              : {seen === undefined ? '' : evidenceWords(seen)}
            </span>
          </button>
        </>
      ) : null}
    </details>
  );
}
