import { useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Problem } from '#app/http/problems.ts';

/** What the root loader gives to every page. */
export interface RootData {
  csrf: string;
  /** The number of this page: a form on it that is sent twice counts once. */
  once: string;
  authority: { name: string; colour: string; isDemonstration: boolean } | null;
  person: { name: string; role: string } | null;
  /** What was just done, shown once. */
  said: string | null;
}

export function useRoot(): RootData {
  return (
    useRouteLoaderData<RootData>('root') ?? {
      csrf: '',
      once: '',
      authority: null,
      person: null,
      said: null,
    }
  );
}

/** A form that posts to this page (or `action`), with the token that proves it is ours. */
export function Form(props: {
  children: ReactNode;
  action?: string;
  upload?: boolean;
  className?: string;
  id?: string | undefined;
}) {
  const { csrf, once } = useRoot();
  return (
    <form
      method="post"
      action={props.action}
      encType={props.upload ? 'multipart/form-data' : undefined}
      className={props.className}
      id={props.id}
      noValidate
    >
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="once" value={once} />
      {props.children}
    </form>
  );
}

/** The button of a row of fields that pick what a page shows. */
export function PickButton({ children }: { children: ReactNode }) {
  return (
    <div className="govuk-form-group">
      <button
        type="submit"
        className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
      >
        {children}
      </button>
    </div>
  );
}

/** A button that says what happens. `intent` names it where a page has several forms. */
export function Button(props: {
  children: ReactNode;
  intent?: string;
  kind?: 'primary' | 'secondary' | 'warning';
  name?: string;
  value?: string;
}) {
  const kind = props.kind && props.kind !== 'primary' ? ` govuk-button--${props.kind}` : '';
  const named = props.intent ? { name: 'intent', value: props.intent } : null;
  return (
    <button
      type="submit"
      className={`govuk-button${kind}`}
      {...(named ?? (props.name ? { name: props.name, value: props.value } : {}))}
    >
      {props.children}
    </button>
  );
}

/** A link that looks like a button: for going somewhere, not for changing anything. */
export function ButtonLink(props: { href: string; children: ReactNode; secondary?: boolean }) {
  return (
    <a
      href={props.href}
      role="button"
      draggable={false}
      className={`govuk-button${props.secondary ? ' govuk-button--secondary' : ''}`}
    >
      {props.children}
    </a>
  );
}

/**
 * What is wrong, at the top, each a link to its field (or to `href`); takes the focus when the page
 * opens.
 */
export function ErrorSummary(props: {
  problems: readonly (Problem & { href?: string })[] | undefined;
  /** Where the page is not in English. */
  title?: string;
}) {
  if (!props.problems || props.problems.length === 0) return null;
  return (
    <div className="govuk-error-summary" tabIndex={-1} autoFocus>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{props.title ?? 'There is a problem'}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {props.problems.map((problem) => (
              <li key={problem.field}>
                <a href={problem.href ?? `#${problem.field}`}>{problem.message}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
