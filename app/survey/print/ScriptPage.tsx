import { links } from '#app/http/links.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import type { Language } from '../languages/languages.ts';
import { Written } from '../languages/Speaking.tsx';
import type { Printed, PrintedPart, PrintedQuestion, Said } from './printed.ts';

interface Props {
  programmeId: string;
  survey: { id: string; title: string };
  language: Language;
  languages: readonly Language[];
  script: Printed & { hello: string; free: string; mayWe: string; thanks: string };
}

/** A questionnaire to read out: what to say, the answers with their numbers, where to go on. */
export function ScriptPage(props: Props) {
  const { programmeId, survey, language, script } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.surveys(programmeId), words: 'Surveys' },
          { href: links.survey(programmeId, survey.id), words: survey.title },
          { href: links.surveyPaper(programmeId, survey.id), words: 'Paper and telephone' },
        ]}
      />
      <Heading caption={survey.title}>Telephone and interview script</Heading>
      <div className="tl-noprint">
        <p className="govuk-body">
          Read out what stands in the boxes and the answers in the order shown; do not explain or
          suggest. Read “prefer not to say” only where somebody hesitates. The numbers are the ones
          that you type.
        </p>
        <div className="govuk-button-group">
          <ButtonLink href={links.newBatch(programmeId, survey.id, 'telephone')}>
            Enter answers from the telephone
          </ButtonLink>
          <ButtonLink href={links.newBatch(programmeId, survey.id, 'interview')} secondary>
            Enter answers from interviews
          </ButtonLink>
        </div>
        {props.languages.length > 1 ? (
          <nav aria-label="Language of the script">
            <ul className="govuk-list">
              {props.languages.map(({ code, name }) => (
                <li key={code}>
                  {code === language.code ? (
                    <strong aria-current="true">{name}</strong>
                  ) : (
                    <a
                      className="govuk-link"
                      href={links.surveyScript(programmeId, survey.id, code)}
                    >
                      {name}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
      <div lang={language.code} dir={language.dir}>
        <Aloud>{script.hello}</Aloud>
        <Aloud>{script.free}</Aloud>
        <Aloud>{script.mayWe}</Aloud>
        {script.sections.map((section, at) => (
          <section key={at}>
            {section.title.text === '' ? null : (
              <h2 className="govuk-heading-m">
                <Words said={section.title} />
              </h2>
            )}
            {section.opening.text === '' ? null : (
              <Aloud>
                <Words said={section.opening} />
              </Aloud>
            )}
            {section.parts.map((part, i) => (
              <Part key={i} part={part} />
            ))}
          </section>
        ))}
        <Aloud>{script.thanks}</Aloud>
      </div>
    </>
  );
}

function Words({ said }: { said: Said }) {
  return <Written lang={said.lang ?? undefined}>{said.text}</Written>;
}

function Aloud({ children }: { children: React.ReactNode }) {
  return <p className="govuk-body tl-aloud">{children}</p>;
}

function Part({ part }: { part: PrintedPart }) {
  switch (part.kind) {
    case 'passage':
      return part.paragraphs.map((said, at) => (
        <Aloud key={at}>
          <Words said={said} />
        </Aloud>
      ));
    case 'group':
      return (
        <Aloud>
          <Words said={part.title} /> <Words said={part.hint} />
        </Aloud>
      );
    case 'question':
      return <Question question={part.question} />;
  }
}

function Question({ question }: { question: PrintedQuestion }) {
  return (
    <article className="tl-script">
      {question.only === '' ? null : <p className="govuk-body-s">{question.only}</p>}
      <h3 className="govuk-heading-s">
        {question.number}. <Words said={question.title} />
      </h3>
      {question.hint.text === '' ? null : (
        <Aloud>
          <Words said={question.hint} />
        </Aloud>
      )}
      {question.options.length === 0 ? (
        <p className="govuk-body-s tl-quiet">{question.how}</p>
      ) : (
        <ol className="govuk-list">
          {question.options.map(({ code, said }) => (
            <li key={code} value={code}>
              <span className="tl-script__code">{code}</span> <Words said={said} />
            </li>
          ))}
        </ol>
      )}
      {question.leaps.map((leap) => (
        <p key={leap} className="govuk-body-s">
          <strong>{leap}</strong>
        </p>
      ))}
    </article>
  );
}
