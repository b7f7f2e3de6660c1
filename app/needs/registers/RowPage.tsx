import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { sourceQuery } from '#app/needs/finding-source.ts';
import { TakeOut } from '#app/needs/TakeOut.tsx';
import type { Answer } from '#app/people/can.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { minutesOpen, readHours } from './hours.ts';
import { RegisterFields } from './RegisterForm.tsx';
import { sayShown } from './RegisterList.tsx';
import { valuesOf, type RegisterRow } from './row.ts';
import { DAYS, HUB_POINTS, SPECS, type Lists, type RegisterName } from './spec.ts';

interface Shown {
  programmeId: string;
  register: RegisterName;
  row: RegisterRow & { id: string; version: number };
  lists: Lists;
  mayEdit: Answer;
  answer:
    { problems: readonly Problem[]; typed: Typed; isConflict?: boolean | undefined } | undefined;
}

/** One row of a register: what is recorded, and the form to change it. */
export function RowPage(props: Shown) {
  const { programmeId, register, row, lists, mayEdit, answer } = props;
  const spec = SPECS[register];
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.placeRegister(programmeId, register), words: spec.title },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={spec.title}>{row.name}</Heading>
      {register === 'sites' ? <AgainstTheDefinition row={row} /> : null}
      {register === 'barriers' && mayEdit.yes ? (
        <p className="govuk-body">
          <a
            className="govuk-link"
            href={links.newNeedFrom(programmeId, sourceQuery({ from: 'barrier', barrier: row.id }))}
          >
            Make this barrier a need
          </a>
        </p>
      ) : null}
      {mayEdit.yes && !answer?.isConflict ? null : <AsSaved {...props} />}
      {mayEdit.yes ? (
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">
            <Form>
              <input type="hidden" name="version" value={row.version} />
              <RegisterFields spec={spec} lists={lists} row={row} answer={answer} />
              <Button intent="save">Save this {spec.one}</Button>
            </Form>
            <TakeOut what={`this ${spec.one}`} stays="It can be put back for 30 days." />
          </div>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </>
  );
}

function AsSaved({ register, row, lists, answer }: Shown) {
  return (
    <>
      {answer?.isConflict ? <h2 className="govuk-heading-m">As it is saved</h2> : null}
      <dl className="govuk-summary-list">
        {SPECS[register].fields.map((field) => {
          const words = sayShown(field, row, lists);
          return words === '' ? null : (
            <div className="govuk-summary-list__row" key={field.key}>
              <dt className="govuk-summary-list__key">{field.label}</dt>
              <dd className="govuk-summary-list__value">{words}</dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

/** What a site still lacks of the definition of a hub, and how long it is open. */
function AgainstTheDefinition({ row }: { row: RegisterRow }) {
  const week = DAYS.reduce(
    (sum, day) => sum + minutesOpen(readHours(valuesOf(row.fields, day)[0] ?? '') ?? []),
    0,
  );
  const isHub = ['hub', 'working-towards'].includes(valuesOf(row.fields, 'type')[0] ?? '');
  const met = valuesOf(row.fields, 'points');
  const lacking = HUB_POINTS.filter(({ value }) => !met.includes(value));
  return (
    <>
      <p className="govuk-body">
        {week === 0
          ? 'No opening hours are recorded.'
          : `Open ${many(Math.round((week / 60) * 10) / 10, 'hour')} a week.`}
      </p>
      {isHub ? (
        <>
          <p className="govuk-body">
            Meets {met.length} of the {HUB_POINTS.length} points of the definition of a hub
            {lacking.length === 0 ? '.' : '. It lacks:'}
          </p>
          {lacking.length === 0 ? null : (
            <ul className="govuk-list govuk-list--bullet">
              {lacking.map(({ value, label }) => (
                <li key={value}>{label}</li>
              ))}
            </ul>
          )}
        </>
      ) : null}
    </>
  );
}
