import { initialsOf, named, type PersonHere } from './here.ts';
import type { LiveSnapshot } from './live-store.ts';

/** Who else has the theory open and where they are, and whether what they do is shown at once. */
export function WhoIsHere(props: { now: LiveSnapshot; labelOf: (id: string) => string | null }) {
  const { people, line } = props.now;
  const cut = line === 'cut' ? ' What others do is not shown until the connection is back.' : '';
  if (people.length === 0) return cut === '' ? null : <p className="tl-here">{cut.trim()}</p>;
  return (
    <div className="tl-here">
      <p className="tl-here__title" id="here-title">
        Here too
      </p>
      <ul aria-labelledby="here-title">
        {people.map((person) => (
          <li key={person.id}>
            <span className="tl-initials" aria-hidden="true">
              {initialsOf(person.name)}
            </span>{' '}
            {person.name}
            <Where person={person} labelOf={props.labelOf} />
          </li>
        ))}
      </ul>
      {cut === '' ? null : <p>{cut.trim()}</p>}
    </div>
  );
}

/** Longer labels would push the canvas down. */
const LONGEST = 60;

function Where(props: { person: PersonHere; labelOf: (id: string) => string | null }) {
  const labels = props.person.at.map(props.labelOf).filter((label) => label !== null);
  if (labels.length === 0) return null;
  const words = labels.map((label) =>
    label.length > LONGEST ? `“${label.slice(0, LONGEST)}…”` : `“${label}”`,
  );
  const does = props.person.typing.length > 0 ? 'typing in' : 'at';
  return (
    <span className="tl-here__where">
      {' '}
      {does} {named(words)}
    </span>
  );
}
