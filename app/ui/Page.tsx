import type { ReactNode } from 'react';
import { links } from '#app/http/links.ts';
import { Form, useRoot, type RootData } from './Form.tsx';

/** The `meta` of a page: its title. "Error: " is put in front where the form had a problem. */
export function titleOf(page: string): { title: string }[] {
  return [{ title: `${page} – Throughline` }];
}

/** The words around a page where families come, so that they can be said in another language. */
export interface FrameWords {
  skip: string;
  accessibility: string;
  demonstration: string;
  /** The sentence about the fictional place, its name filled in. */
  fictional: string;
  done: string;
}

const inEnglish = (name: string): FrameWords => ({
  skip: 'Skip to main content',
  accessibility: 'Accessibility',
  demonstration: 'Demonstration.',
  fictional: `${name} is a fictional place: its families, figures and plans are made up.`,
  done: 'Done',
});

/** Said on every page of the fictional borough, so that nobody takes it for a real one. */
function Demonstration(props: {
  authority: RootData['authority'];
  className: string;
  words?: FrameWords | undefined;
}) {
  if (!props.authority?.isDemonstration) return null;
  const words = props.words ?? inEnglish(props.authority.name);
  return (
    <aside className="tl-demonstration" aria-label={words.demonstration.replace(/[.।۔]$/, '')}>
      <p className={props.className}>
        <strong>{words.demonstration}</strong> {words.fictional}
      </p>
    </aside>
  );
}

/** The head of a staff page: the authority's own name and colour, who is signed in, and the ways out. */
export function StaffFrame(props: { children: ReactNode; line?: ReactNode }) {
  const { authority, person } = useRoot();
  return (
    <div style={{ '--authority': authority?.colour } as React.CSSProperties}>
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      <header className="tl-band tl-noprint">
        <div className="tl-page tl-page--band tl-band__in">
          <a className="tl-band__name" href={links.programmes()}>
            {authority?.name ?? 'Throughline'}
          </a>
          {person ? (
            <nav aria-label="Your account">
              <ul className="tl-nav">
                <li>
                  <a className="govuk-link" href={links.programmes()}>
                    Programmes
                  </a>
                </li>
                <li>
                  <a className="govuk-link" href={links.people()}>
                    People
                  </a>
                </li>
                <li>
                  <a className="govuk-link" href={links.history()}>
                    Who changed what
                  </a>
                </li>
                {person.role === 'administrator' ? (
                  <li>
                    <a className="govuk-link" href={links.authority()}>
                      The authority
                    </a>
                  </li>
                ) : null}
                <li>
                  <a className="govuk-link" href={links.account()}>
                    {person.name}
                  </a>
                </li>
                <li>
                  <Form action={links.signOut()}>
                    <button type="submit">Sign out</button>
                  </Form>
                </li>
              </ul>
            </nav>
          ) : null}
        </div>
      </header>
      <Demonstration authority={authority} className="tl-page tl-page--band" />
      {props.line}
      <main className="tl-page" id="main" tabIndex={-1}>
        <Said />
        {props.children}
      </main>
    </div>
  );
}

/**
 * A page where families come: the authority's name, the content, a link to the accessibility
 * statement, and nothing else.
 */
export function PublicFrame(props: {
  children: ReactNode;
  authority?: { name: string; colour: string; isDemonstration: boolean } | null;
  back?: { href: string; words: string };
  /** Where the page is not in English. */
  words?: FrameWords;
}) {
  const root = useRoot();
  const authority = props.authority ?? root.authority;
  const words = props.words ?? inEnglish(authority?.name ?? '');
  return (
    <div style={{ '--authority': authority?.colour } as React.CSSProperties}>
      <a href="#main" className="govuk-skip-link">
        {words.skip}
      </a>
      <header className="tl-band">
        <div className="govuk-width-container">
          <span className="tl-band__name">
            <bdi>{authority?.name ?? 'Throughline'}</bdi>
          </span>
        </div>
      </header>
      <Demonstration
        authority={authority ?? null}
        className="govuk-width-container"
        words={words}
      />
      <div className="govuk-width-container">
        {props.back ? (
          <nav aria-label={props.back.words}>
            <a className="govuk-back-link" href={props.back.href}>
              {props.back.words}
            </a>
          </nav>
        ) : null}
        <main className="govuk-main-wrapper" id="main" tabIndex={-1}>
          <Said heading={words.done} />
          {props.children}
        </main>
        <footer className="govuk-!-padding-bottom-6">
          <a className="govuk-link govuk-body-s" href={links.accessibility()}>
            {words.accessibility}
          </a>{' '}
          <a
            className="govuk-link govuk-body-s govuk-!-margin-left-3"
            href={links.helpNow()}
            lang="en"
            dir="ltr"
          >
            Not safe? Get help now
          </a>
        </footer>
      </div>
    </div>
  );
}

/** The heading of a page, with the section it belongs to above it. */
export function Heading(props: { children: ReactNode; caption?: ReactNode; size?: 'l' | 'xl' }) {
  const size = props.size ?? 'l';
  return (
    <>
      {props.caption ? <span className={`govuk-caption-${size}`}>{props.caption}</span> : null}
      <h1 className={`govuk-heading-${size}`}>{props.children}</h1>
    </>
  );
}

/** The way up from a page, as GOV.UK breadcrumbs. */
export function Breadcrumbs(props: { trail: readonly { href: string; words: string }[] }) {
  return (
    <nav className="govuk-breadcrumbs tl-noprint" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {props.trail.map((step) => (
          <li className="govuk-breadcrumbs__list-item" key={step.href}>
            <a className="govuk-breadcrumbs__link" href={step.href}>
              {step.words}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** What was just done, shown once after the redirect. */
function Said(props: { heading?: string }) {
  const { said } = useRoot();
  if (!said) return null;
  return (
    <div
      className="govuk-notification-banner govuk-notification-banner--success"
      role="alert"
      aria-labelledby="said-title"
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id="said-title">
          {props.heading ?? 'Done'}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{said}</p>
      </div>
    </div>
  );
}
