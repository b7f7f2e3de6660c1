import type { MayOnWords } from '#app/care/care.ts';
import { WordLinks } from '#app/care/WordLinks.tsx';
import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import { SaysAbout } from './answer/FamiliesSay.tsx';
import type { Said, ToSpeakAbout } from './answer/say-about.ts';
import { ANSWER_STATE_NAMES } from './reply.ts';
import type { GatheredWords, ThemeLine } from './theme-lists.ts';
import type { WordsNow } from '#app/themes/comments.ts';

export interface ThemePageProps {
  programmeId: string;
  theme: ThemeLine;
  /** Null for those who may not read single answers. */
  gathered: readonly GatheredWords[] | null;
  /** Needs that rest on this theme. */
  needs: readonly { id: string; statement: string }[];
  /** The address where it is made evidence of a need. */
  makeNeed: string;
  mayEdit: Answer;
  mayRead: Answer;
  mayNeed: Answer;
  mayReply: Answer;
  mayOnWords: MayOnWords;
  /** What it says about the theory and the plan, and what else it could speak about. */
  sayings: { said: readonly Said[]; choices: readonly ToSpeakAbout[] };
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** One theme: what belongs there, whose words, what rests on it, and what became of it. */
export function ThemePage(props: ThemePageProps) {
  const { programmeId, theme, mayEdit, sayings, answer } = props;
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.themes(programmeId), words: 'Themes' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption="Theme">{theme.name}</Heading>
      <p className="govuk-body tl-lines">{theme.definition}</p>
      <p className="govuk-body">
        <strong>{voicesOf(theme)}</strong>
        {' · '}
        <a className="govuk-link" href={links.thread(programmeId, 'theme', theme.id)}>
          What it rests on and what came of it
        </a>
        {' · '}
        <a className="govuk-link" href={links.compareTheme(programmeId, theme.id)}>
          All comments side by side
        </a>
      </p>
      {mayEdit.yes ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.gatherComments(programmeId, theme.id)}>
            Gather comments
          </ButtonLink>
          <a className="govuk-link" href={links.editTheme(programmeId, theme.id)}>
            Change name and definition
          </a>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      <WhatItIsFor {...props} />
      <SaysAbout {...{ programmeId, ...sayings, answer }} mayEdit={mayEdit.yes} />
      <Words {...props} />
      {mayEdit.yes ? <Remove name={theme.name} /> : null}
    </div>
  );
}

function voicesOf({ comments, people }: ThemeLine): string {
  if (comments === 0) return 'No comments yet';
  if (typeof comments !== 'number' || typeof people !== 'number') {
    return 'Comments from fewer than 5 people';
  }
  return `${many(comments, 'comment')} from ${many(people, 'person', 'people')}`;
}

function WhatItIsFor(props: ThemePageProps) {
  const { programmeId, theme, needs, mayNeed, mayReply, makeNeed } = props;
  return (
    <div className="tl-columns govuk-!-margin-bottom-6">
      <section className="tl-column tl-needs">
        <h2 className="govuk-heading-m">Needs that rest on it</h2>
        {needs.length === 0 ? (
          <p className="govuk-body">None yet.</p>
        ) : (
          <ul className="govuk-list govuk-list--bullet">
            {needs.map((need) => (
              <li key={need.id}>
                <a className="govuk-link" href={links.need(programmeId, need.id)}>
                  {need.statement}
                </a>
              </li>
            ))}
          </ul>
        )}
        {!mayNeed.yes ? (
          <p className="govuk-body tl-reason">{mayNeed.reason}</p>
        ) : theme.comments === 0 ? (
          <p className="govuk-body tl-reason">
            Gather comments first: a name alone is evidence of nothing.
          </p>
        ) : (
          <>
            <Form>
              <Button intent="raise-need" kind="secondary">
                Raise a new need from it
              </Button>
            </Form>
            <ButtonLink href={makeNeed} secondary>
              Make it evidence of a need
            </ButtonLink>
          </>
        )}
      </section>
      <section className="tl-column tl-back">
        <h2 className="govuk-heading-m">Answer to families</h2>
        <p className="govuk-body">
          {theme.reply === null ? (
            'None yet.'
          ) : (
            <>
              <strong>{theme.reply.what}:</strong> {theme.reply.words} (
              {ANSWER_STATE_NAMES[theme.state].toLowerCase()})
            </>
          )}
        </p>
        {mayReply.yes ? (
          <ButtonLink href={links.reply(programmeId, theme.id)} secondary>
            {theme.reply === null ? 'Write an answer' : 'Change the answer'}
          </ButtonLink>
        ) : (
          <p className="govuk-body tl-reason">{mayReply.reason}</p>
        )}
      </section>
    </div>
  );
}

const NOW_WORDS: Readonly<Record<WordsNow, string | null>> = {
  same: null,
  changed: 'Changed since: these are the words as they were gathered.',
  gone: 'No longer there: these are the words as they were gathered.',
};

function Words({ programmeId, gathered, mayRead, mayEdit, mayOnWords }: ThemePageProps) {
  return (
    <>
      <h2 className="govuk-heading-m">In their own words</h2>
      {gathered === null ? (
        <p className="govuk-body tl-reason">{mayRead.yes ? null : mayRead.reason}</p>
      ) : gathered.length === 0 ? (
        <p className="govuk-body">Nothing is gathered here yet.</p>
      ) : (
        <ul className="govuk-list">
          {gathered.map((one) => (
            <li className="tl-gathered" key={one.id}>
              <p className="govuk-body govuk-!-margin-bottom-1 tl-lines">{one.words.trim()}</p>
              <p className="govuk-body-s govuk-!-margin-bottom-1 tl-reason">{one.from}</p>
              {NOW_WORDS[one.now] === null ? null : (
                <p className="govuk-body-s govuk-!-margin-bottom-1">
                  <strong>{NOW_WORDS[one.now]}</strong>
                </p>
              )}
              {mayEdit.yes ? (
                <Form className="tl-small-actions">
                  <input type="hidden" name="excerptId" value={one.id} />
                  <button type="submit" name="intent" value="let-go">
                    Take out
                    <span className="govuk-visually-hidden"> “{one.words.slice(0, 40)}”</span>
                  </button>
                </Form>
              ) : null}
              {one.now === 'gone' ? null : (
                <WordLinks {...one} programmeId={programmeId} may={mayOnWords} />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Remove({ name }: { name: string }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Remove this theme</span>
      </summary>
      <div className="govuk-details__text">
        <p>The comments stay where they were written. Only the theme “{name}” goes.</p>
        <Form>
          <Button intent="remove" kind="warning">
            Remove the theme
          </Button>
        </Form>
      </div>
    </details>
  );
}

/** Who did what with an answer, and by when, in one short line. */
export function promiseOf(reply: NonNullable<ThemeLine['reply']>): string {
  const parts = [
    reply.owner === '' ? null : reply.owner,
    reply.dueOn === null ? null : `by ${sayShortDay(reply.dueOn)}`,
    reply.overdue ? 'overdue' : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
