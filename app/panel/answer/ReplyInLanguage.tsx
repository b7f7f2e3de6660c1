import { links } from '#app/http/links.ts';
import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import type { Language } from '#app/survey/languages/languages.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { sayDay } from '#app/ui/words.ts';
import { phrasesIn } from './phrases.ts';
import type { TranslationToWrite } from './read-translation.server.ts';
import { REPLY_NAMES } from '../reply.ts';

export interface ReplyInLanguageProps extends TranslationToWrite {
  programmeId: string;
  language: Language;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** An answer to families, written in one more language beside the English. */
export function ReplyInLanguage(props: ReplyInLanguageProps) {
  const { programmeId, theme, language, english, text, answer } = props;
  const say = phrasesIn(language.code);
  const field = (name: 'youSaid' | 'words' | 'because', label: string, own: string) => (
    <>
      <p className="govuk-body tl-lines govuk-!-margin-bottom-1">
        <strong>{label}:</strong> {english[name] === '' ? 'nothing' : english[name]}
      </p>
      <div lang={language.code} dir={language.dir}>
        <TextArea name={name} label={own} rows={3} value={text?.[name] ?? ''} answer={answer} />
      </div>
    </>
  );
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.back(programmeId), words: 'Back to families' },
          { href: links.reply(programmeId, theme.id), words: theme.name },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={`The answer in ${language.name}`}>{theme.name}</Heading>
      <p className="govuk-body">
        Write what stands in English, so that families who read {language.name} understand the same.
        It is public as soon as it is saved where the English is public. Once the English changes,
        families see the English until this is written again.
      </p>
      <p className="govuk-body tl-reason">
        Our own headings in {language.name} have not been checked by a speaker in this part of the
        product. Look at them, and tell us what is better.
      </p>
      {text?.isOld ? (
        <p className="govuk-body">
          <strong className="tl-lacks">The English has changed since this was written.</strong>{' '}
          Compare and save it again.
        </p>
      ) : null}
      <Form>
        <input
          type="hidden"
          name="ofDigest"
          value={typedOf(answer?.typed ?? {}, 'ofDigest', props.ofDigest)}
        />
        {field('youSaid', 'You said', say.youSaid)}
        {field('words', REPLY_NAMES[english.status], say.what[english.status])}
        {english.dueOn === null ? null : (
          <p className="govuk-body">
            <strong>By:</strong> {sayDay(english.dueOn)}. Families see the day beside your words.
          </p>
        )}
        {field('because', 'Because', say.because)}
        <Button intent="save">Save in {language.name}</Button>
      </Form>
      {text === null ? null : (
        <Form>
          <Button intent="remove" kind="warning">
            Take out the {language.name}
          </Button>
        </Form>
      )}
    </div>
  );
}
