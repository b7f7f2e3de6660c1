import { links, type TheoryLook } from '#app/http/links.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { FORMAT_WORDS, FORMATS, type FormatWords } from './formats/exports.ts';

/** The groups of files, in the order in which they are asked for. */
const GROUPS: readonly { id: FormatWords['group']; title: string; about: string }[] = [
  {
    id: 'show',
    title: 'To show and to print',
    about: 'Drawn from the theory as it is, with the same in words.',
  },
  {
    id: 'keep',
    title: 'To keep, to compare and to bring in again',
    about: 'Files in open formats that come back as they went.',
  },
  { id: 'exchange', title: 'For other programs', about: 'What each keeps stands beside it.' },
];

/** Every file that a theory can be taken out as. */
export function TheoryExport(props: {
  programmeId: string;
  look: TheoryLook;
  parts: readonly { id: string; name: string; depth: number }[];
  mayEdit: boolean;
}) {
  const { programmeId, look, parts } = props;
  return (
    <>
      {parts.length === 0 ? null : <ChooseParts {...{ programmeId, look, parts }} />}
      {GROUPS.map(({ id, title, about }) => (
        <section key={id} aria-labelledby={`files-${id}`}>
          <h2 className="govuk-heading-m" id={`files-${id}`}>
            {title}
          </h2>
          <p className="govuk-body">{about}</p>
          <dl className="govuk-summary-list">
            {FORMATS.filter((format) => FORMAT_WORDS[format].group === id).map((format) => (
              <div className="govuk-summary-list__row" key={format}>
                <dt className="govuk-summary-list__key">
                  <a
                    className="govuk-link"
                    href={links.exportTheory(programmeId, format, look)}
                    download
                  >
                    {FORMAT_WORDS[format].name}
                  </a>
                </dt>
                <dd className="govuk-summary-list__value">
                  {FORMAT_WORDS[format].about}
                  {FORMAT_WORDS[format].lossless ? '. Comes back with nothing lost' : ''}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="govuk-body">
        Programs that read our JSON can check it against{' '}
        <a className="govuk-link" href={links.theorySchema()} download>
          its schema
        </a>
        .
      </p>
      {props.mayEdit ? (
        <section aria-labelledby="bring-in">
          <h2 className="govuk-heading-m" id="bring-in">
            To bring in
          </h2>
          <p className="govuk-body">
            A table from a report, a map of Kumu or PRSM, a drawing, or any file that was taken out
            here. You see what was read before anything is changed.
          </p>
          <ButtonLink secondary href={links.importTheory(programmeId)}>
            Bring in a file
          </ButtonLink>
        </section>
      ) : null}
    </>
  );
}

/** The whole theory or one of its parts: the files are of what is chosen. */
function ChooseParts(props: {
  programmeId: string;
  look: TheoryLook;
  parts: readonly { id: string; name: string; depth: number }[];
}) {
  const { programmeId, look, parts } = props;
  const choices = [{ id: undefined, name: 'The whole theory', depth: 0 }, ...parts];
  return (
    <nav aria-label="What the files hold">
      <ul className="tl-views">
        {choices.map(({ id, name }) => (
          <li key={id ?? 'all'}>
            <a
              href={links.theoryFiles(programmeId, { ...look, part: id })}
              aria-current={id === look.part ? 'page' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
