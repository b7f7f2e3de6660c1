import { links } from '#app/http/links.ts';
import type { Became } from '../member-home.ts';
import { Promised } from '../YouSaid.tsx';

/** How many things stand on a member's first page. */
const SHOWN = 3;

/** What became of what a member said, on their first page: the rest is one press away. */
export function WhatBecame({ became }: { became: readonly Became[]; programmeId: string }) {
  return (
    <>
      <h2 className="govuk-heading-l">What became of what you said</h2>
      <ThingsSaid became={became.slice(0, SHOWN)} />
      <p className="govuk-body">
        <a className="govuk-link" href={links.memberAnswers()}>
          {became.length > SHOWN
            ? `All ${became.length} things that you raised, and how to be told of answers`
            : 'Be told when there is an answer'}
        </a>
      </p>
    </>
  );
}

export function ThingsSaid({ became }: { became: readonly Became[] }) {
  if (became.length === 0) {
    return (
      <p className="govuk-body">
        You have not written a comment yet. When you do, you can follow here what becomes of it.
      </p>
    );
  }
  return became.map((one) => <OneThing key={one.theme ?? ''} became={one} />);
}

function OneThing({ became: { said, theme, reply } }: { became: Became }) {
  return (
    <article className="tl-became">
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">You said</h3>
      {said.map((one, at) => (
        <blockquote className="tl-quote" key={at}>
          <p className="govuk-body tl-lines" dir="auto">
            {one.words}
          </p>
        </blockquote>
      ))}
      {theme === null ? (
        <p className="govuk-body">
          It has arrived. Nobody has put it together with what others said yet.
        </p>
      ) : reply ? (
        <Promised reply={reply} theme={theme} />
      ) : (
        <p className="govuk-body">
          We put it with what others said about <strong>{theme}</strong>. There is no answer yet: it
          will stand here.
        </p>
      )}
    </article>
  );
}
