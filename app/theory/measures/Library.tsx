import { links } from '#app/http/links.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import type { LibraryMeasure, MeasureKind } from '#templates/measures/index.ts';
import { breakdownName } from './breakdowns.ts';

/** What the library knows of a measure: what it can and cannot say, and where that comes from. */
export function AboutMeasure({ measure }: { measure: LibraryMeasure }) {
  const rows: [string, string][] = [
    ['What it can say', measure.says],
    ['What it cannot say', measure.cannot],
    ['Where the figure comes from', measure.source],
    ['How often', measure.frequency],
    ['Usually broken down by', measure.breakdowns.map(breakdownName).join('; ')],
    ['Published by', measure.reference ?? ''],
    ['Licence', measure.licence ?? ''],
    ['How we know', `${measure.basis.where}, ${measure.basis.heading}. ${measure.known}.`],
  ];
  return (
    <dl className="govuk-summary-list govuk-summary-list--no-border tl-about-measure">
      {rows.flatMap(([name, words]) =>
        words === '' ? (
          []
        ) : (
          <div className="govuk-summary-list__row" key={name}>
            <dt className="govuk-summary-list__key">{name}</dt>
            <dd className="govuk-summary-list__value">{words}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

interface Shelf {
  kind: MeasureKind;
  name: string;
  measures: readonly LibraryMeasure[];
}

/** The library to choose from: what fits the outcome first, then all of it, then own words. */
export function ChooseMeasurePage(props: {
  programmeId: string;
  /** The box or link to measure, and what it says; both empty where none is chosen. */
  on: string;
  about: string;
  fitting: readonly LibraryMeasure[];
  shelves: readonly Shelf[];
}) {
  const { programmeId, on, fitting } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs trail={[{ href: links.measures(programmeId), words: 'Measures' }]} />
        <Heading caption={props.about === '' ? 'Add a measure' : props.about}>
          How would you know that it changed?
        </Heading>
        <p className="govuk-body">
          Take a measure that others use too, if one fits: then councils can be laid side by side.
        </p>
        {fitting.length === 0 ? null : (
          <>
            <h2 className="govuk-heading-m">These seem to fit</h2>
            <List {...props} measures={fitting} />
          </>
        )}
        <ButtonLink href={links.addMeasure(programmeId, on, 'own')}>
          Write a measure in your own words
        </ButtonLink>
        {props.shelves.map(({ kind, name, measures }) => (
          <section key={kind} aria-labelledby={`shelf-${kind}`}>
            <h2 className="govuk-heading-m" id={`shelf-${kind}`}>
              {name}
            </h2>
            <List {...props} measures={measures} />
          </section>
        ))}
      </div>
    </div>
  );
}

function List(props: { programmeId: string; on: string; measures: readonly LibraryMeasure[] }) {
  return (
    <ul className="govuk-list tl-library">
      {props.measures.map((measure) => (
        <li key={measure.id}>
          <details className="govuk-details">
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">{measure.label}</span>
            </summary>
            <div className="govuk-details__text">
              <AboutMeasure measure={measure} />
              <a
                className="govuk-link"
                href={links.addMeasure(props.programmeId, props.on, measure.id)}
              >
                Use this measure
                <span className="govuk-visually-hidden">: {measure.label}</span>
              </a>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
