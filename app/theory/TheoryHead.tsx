import type { ReactNode } from 'react';
import { links, type TheoryLook, type TheoryViewName } from '#app/http/links.ts';
import { sayMoment } from '#app/ui/words.ts';
import { MomentShown } from './history/MomentShown.tsx';
import type { Moment } from './history/moment.ts';

/** The five ways to see and change the same theory: what is selected stays so from one to another. */
const VIEWS: readonly { id: TheoryViewName; name: string }[] = [
  { id: 'canvas', name: 'Canvas' },
  { id: 'outline', name: 'Outline' },
  { id: 'table', name: 'Table' },
  { id: 'text', name: 'Text' },
  { id: 'picture', name: 'Picture' },
];

/** What else belongs to a theory, in the order in which it is needed. */
const PAGES: readonly { id: string; name: string; href: (programmeId: string) => string }[] = [
  { id: 'checks', name: 'Checks', href: (id) => links.theoryChecks(id) },
  { id: 'about', name: 'About', href: links.aboutTheory },
  { id: 'parts', name: 'Parts', href: links.theoryParts },
  { id: 'evidence', name: 'Evidence', href: links.theoryEvidenceList },
  { id: 'measures', name: 'Measures', href: links.measures },
  { id: 'stress', name: 'Stress test', href: links.stressTest },
  { id: 'what-if', name: 'What if', href: (id) => links.whatIf(id) },
  { id: 'two-stories', name: 'Our story and the panel’s', href: links.twoStories },
  { id: 'walks', name: 'Walks with the panel', href: links.walks },
  { id: 'history', name: 'History and versions', href: (id) => links.theoryHistory(id) },
  { id: 'files', name: 'Files', href: (id) => links.theoryFiles(id) },
];

/** The view or the page that is open; null where it is neither. */
export type View = TheoryViewName | (string & {});

/** The head of every page of a theory: its title, who changed it last, and the views. */
export function TheoryHead(props: {
  programmeId: string;
  title: string;
  view: View | null;
  /** What is looked at now; the views keep it. */
  look?: TheoryLook;
  last?: { personName: string; at: Date } | undefined;
  /** The moment of its history that is shown; null for now. */
  moment?: Moment | null;
  /** Why this person may not change it; null when they may. */
  readOnly: string | null;
  children?: ReactNode;
}) {
  const { programmeId, view, look = {} } = props;
  return (
    <header className="tl-theory-head">
      <div>
        {view === 'canvas' ? null : <span className="govuk-caption-l">Theory of change</span>}
        <h1 className={`govuk-heading-${view === 'canvas' ? 'm' : 'l'} govuk-!-margin-bottom-1`}>
          {props.title}
        </h1>
        {props.moment ? <MomentShown {...props} moment={props.moment} /> : null}
        {props.last && !props.moment ? (
          <p className="govuk-body-s tl-reason govuk-!-margin-bottom-1">
            Last changed by {props.last.personName} on {sayMoment(props.last.at)}
          </p>
        ) : null}
        {props.readOnly === null || props.moment ? null : (
          <p className="govuk-body tl-reason">You can read this theory. {props.readOnly}</p>
        )}
      </div>
      <nav aria-label="Ways to see this theory" className="tl-noprint">
        <ul className="tl-views">
          {VIEWS.map(({ id, name }) => (
            <li key={id}>
              <a
                href={links.theoryView(programmeId, id, look)}
                aria-current={id === view ? 'page' : undefined}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
        <ul className="tl-views tl-views--more">
          {PAGES.map(({ id, name, href }) => (
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
