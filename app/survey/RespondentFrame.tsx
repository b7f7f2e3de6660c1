import type { ReactNode } from 'react';
import { PublicFrame } from '#app/ui/Page.tsx';
import type { RespondentWords } from './languages/english.ts';
import { languageOf, type LanguageCode } from './languages/languages.ts';
import { SpeakingTo, useSpeaker } from './languages/Speaking.tsx';
import { speakerIn } from './languages/words.ts';

/** What the frame of a family's page is made of. */
export interface Frame {
  title: string;
  titleEnd: string;
  authority: { name: string; colour: string; isDemonstration: boolean };
  /** The language of the page; the whole document carries it. */
  lang: LanguageCode;
  dir: 'ltr' | 'rtl';
  /** "Error", put before the title of a page that has something wrong. */
  errorWord: string;
  /** Better wordings of ours that the authority's own speaker gave. */
  wordings: Partial<RespondentWords>;
  /** No speaker has looked at our words for this authority yet. */
  unchecked: boolean;
  /** Some of the author's words are not in this language. */
  partly: boolean;
  /** Every language that the survey is offered in, its own included. */
  languages: LanguageCode[];
  /** This page's address, to come back to in another language. */
  here: string;
}

/** The title in the browser's tab: what the page is, of which survey, of which authority. */
export function respondentTitle(frame: Frame | undefined, page = ''): { title: string }[] {
  if (!frame) return [{ title: 'Survey' }];
  return [{ title: page === '' ? frame.titleEnd : `${page} – ${frame.titleEnd}` }];
}

/** One of our words in the language of a page, for its title. */
export function wordOf(frame: Frame | undefined, name: keyof RespondentWords): string {
  return frame ? speakerIn(frame.lang, frame.wordings).words[name] : '';
}

/** Lines short enough to read, the authority's name above, and a way back where there is one. */
export function RespondentFrame(props: {
  frame: Frame;
  back?: string;
  /** On the first page the languages stand on top; elsewhere a line there leads to them. */
  first?: boolean;
  /** The form that goes with a change of language, so that nothing typed is lost. */
  form?: string;
  children: ReactNode;
}) {
  const { frame } = props;
  const { authority } = frame;
  const speaker = speakerIn(frame.lang, frame.wordings);
  const { words, say } = speaker;
  const several = frame.languages.length > 1;
  return (
    <SpeakingTo speaker={speaker}>
      <PublicFrame
        authority={authority}
        words={{
          skip: words.skip,
          accessibility: words.accessibility,
          demonstration: words.demonstration,
          fictional: say('fictional', { authority: authority.name }),
          done: words.done,
        }}
        {...(props.back === undefined ? {} : { back: { href: props.back, words: words.back } })}
      >
        {several && props.first ? <Languages frame={frame} /> : null}
        {several && !props.first ? <LanguageLine frame={frame} /> : null}
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">
            {props.first ? <Honestly frame={frame} /> : null}
            {props.children}
            {props.first ? null : <Honestly frame={frame} />}
          </div>
        </div>
        {several && !props.first ? <Languages frame={frame} form={props.form} /> : null}
      </PublicFrame>
    </SpeakingTo>
  );
}

/** What a reader of a translation must know: who has looked at it, and that parts are not in it. */
function Honestly({ frame }: { frame: Frame }) {
  const { words } = useSpeaker();
  if (!frame.unchecked && !frame.partly) return null;
  return (
    <p className="govuk-body-s tl-quiet">
      {frame.unchecked ? words.unchecked : null} {frame.partly ? words.partlyEnglish : null}
    </p>
  );
}

function LanguageLine({ frame }: { frame: Frame }) {
  const { words } = useSpeaker();
  return (
    <p className="govuk-body-s">
      {languageOf(frame.lang).ownName} ·{' '}
      <a className="govuk-link" href="#languages">
        {words.changeLanguage}
      </a>
    </p>
  );
}

/** The languages by their own names. With a form they are buttons, and what was typed goes along. */
function Languages({ frame, form }: { frame: Frame; form?: string | undefined }) {
  const { words } = useSpeaker();
  const [path = '', query = ''] = frame.here.split('?');
  const address = (name: 'lang' | 'in', code: LanguageCode) => {
    const search = new URLSearchParams(query);
    search.set(name, code);
    return `${path}?${search.toString()}`;
  };
  return (
    <nav className="tl-languages" id="languages" aria-label={words.language}>
      <ul className="govuk-list">
        {frame.languages.map((code) => {
          const { ownName, dir } = languageOf(code);
          const own = { lang: code, dir } as const;
          return (
            <li key={code}>
              {code === frame.lang ? (
                <strong {...own} aria-current="true">
                  {ownName}
                </strong>
              ) : form === undefined ? (
                <a className="govuk-link" href={address('lang', code)} hrefLang={code} {...own}>
                  {ownName}
                </a>
              ) : (
                <button
                  type="submit"
                  form={form}
                  formAction={address('in', code)}
                  name="intent"
                  value="language"
                  className="tl-as-link"
                  {...own}
                >
                  {ownName}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
