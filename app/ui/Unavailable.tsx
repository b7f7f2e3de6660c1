/** What the page says that stands in for one that cannot be shown, in one language. */
export interface UnavailableWords {
  lang: string;
  dir?: 'ltr' | 'rtl';
  skip: string;
  heading: string;
  /** What to do where nothing was typed. */
  wait: string;
  /** What to do where something was typed and is kept on the page. */
  kept: string;
  button: string;
}

export const UNAVAILABLE_IN_ENGLISH: UnavailableWords = {
  lang: 'en-GB',
  skip: 'Skip to main content',
  heading: 'Sorry, this does not work at the moment',
  wait: 'What was saved before is safe. Wait a minute, then try again.',
  kept: 'What you typed is on this page and is not saved yet. Leave the page open, wait a minute, then press the button. However often you press it, it counts once.',
  button: 'Try again',
};

/** A form as it was sent. */
export interface FormAgain {
  action: string;
  upload: boolean;
  fields: readonly { name: string; value: string }[];
  /** Fields that no page holds: they are typed again. */
  secrets: readonly string[];
  /** Files are where they were chosen from: a page cannot hold them. */
  files: readonly { name: string; file: string }[];
}

/**
 * The page of the moments in which the database does not answer. It knows nobody and reads nothing: it
 * is made from the request alone.
 */
export function UnavailablePage(props: {
  words: UnavailableWords;
  stylesheets: readonly string[];
  /** The address that was asked for, to ask again. */
  here: string;
  again: FormAgain | null;
}) {
  const { words, again } = props;
  return (
    <html lang={words.lang} dir={words.dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <title>{`${words.heading} – Throughline`}</title>
        {props.stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <a href="#main" className="govuk-skip-link">
          {words.skip}
        </a>
        <header className="tl-band">
          <div className="govuk-width-container">
            <span className="tl-band__name">Throughline</span>
          </div>
        </header>
        <div className="govuk-width-container">
          <main className="govuk-main-wrapper" id="main" tabIndex={-1}>
            <h1 className="govuk-heading-l">{words.heading}</h1>
            <p className="govuk-body">{again ? words.kept : words.wait}</p>
            {again ? (
              <Again again={again} words={words} />
            ) : (
              <p className="govuk-body">
                <a className="govuk-link" href={props.here}>
                  {words.button}
                </a>
              </p>
            )}
          </main>
        </div>
      </body>
    </html>
  );
}

/** What to type again, for a field whose value is never written into a page. */
function askAgain(name: string): string {
  if (/^code$/i.test(name)) return 'Type the code again, or a newer one';
  if (/^pin$/i.test(name)) return 'Type the PIN again';
  if (/secret$/i.test(name)) return 'Type the client secret again';
  if (/^newPassword$/.test(name)) return 'Type the new password again';
  return /^currentPassword$/.test(name)
    ? 'Type your current password again'
    : 'Type your password again';
}

function Again({ again, words }: { again: FormAgain; words: UnavailableWords }) {
  // Whoever does not trust the button can copy what they wrote; ids and choices say nothing.
  const written = again.fields.filter(({ value }) => /\S\s+\S/.test(value));
  return (
    <>
      <form
        method="post"
        action={again.action}
        encType={again.upload ? 'multipart/form-data' : undefined}
        noValidate
      >
        {again.fields.map(({ name, value }, at) => (
          // A line break in a hidden field is kept as it is; in a textarea the first would be lost.
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        {again.secrets.map((name) => (
          <div key={name} className="govuk-form-group">
            <label className="govuk-label" htmlFor={name}>
              {askAgain(name)}
            </label>
            <input className="govuk-input" id={name} name={name} type="password" />
          </div>
        ))}
        {again.files.map(({ name, file }, at) => (
          <div key={at} className="govuk-form-group">
            <label className="govuk-label" htmlFor={`file-${at}`}>
              Choose the file {file} again
            </label>
            <input className="govuk-file-upload" id={`file-${at}`} name={name} type="file" />
          </div>
        ))}
        <button type="submit" className="govuk-button">
          {words.button}
        </button>
      </form>
      {written.map(({ value }, at) => (
        <p key={at} className="govuk-inset-text tl-answer-line" dir="auto">
          {value}
        </p>
      ))}
    </>
  );
}
