import type { ReactNode } from 'react';
import { links } from '#app/http/links.ts';
import { sayMoment } from '#app/ui/words.ts';

/** The five ways to see and change the same theory, and the ways in and out of it. */
const VIEWS = [
  { id: 'canvas', name: 'Canvas', href: links.theory },
  { id: 'outline', name: 'Outline', href: links.theoryOutline },
  { id: 'table', name: 'Table', href: links.theoryTable },
  { id: 'text', name: 'Text', href: links.theoryText },
  { id: 'picture', name: 'Picture', href: links.theoryPicture },
] as const;

export type View = (typeof VIEWS)[number]['id'];

/** The head of every page of a theory: its title, who changed it last, and the views. */
export function TheoryHead(props: {
  programmeId: string;
  title: string;
  view: View | null;
  last?: { personName: string; at: Date } | undefined;
  /** Why this person may not change it; null when they may. */
  readOnly: string | null;
  children?: ReactNode;
}) {
  const { programmeId, view } = props;
  return (
    <header className="tl-theory-head">
      <div>
        {view === 'canvas' ? null : <span className="govuk-caption-l">Theory of change</span>}
        <h1 className={`govuk-heading-${view === 'canvas' ? 'm' : 'l'} govuk-!-margin-bottom-1`}>
          {props.title}
        </h1>
        {props.last ? (
          <p className="govuk-body-s tl-reason govuk-!-margin-bottom-1">
            Last changed by {props.last.personName} on {sayMoment(props.last.at)}
          </p>
        ) : null}
        <p className="govuk-body-s tl-noprint govuk-!-margin-bottom-1">
          <a className="govuk-link" href={links.walks(programmeId)}>
            Walks with the panel: what members think of it
          </a>
        </p>
        {props.readOnly === null ? null : (
          <p className="govuk-body tl-reason">You can read this theory. {props.readOnly}</p>
        )}
      </div>
      <nav aria-label="Ways to see this theory" className="tl-noprint">
        <ul className="tl-views">
          {VIEWS.map(({ id, name, href }) => (
            <li key={id}>
              <a href={href(programmeId)} aria-current={id === view ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {props.children}
    </header>
  );
}
