import { links } from '#app/http/links.ts';
import { Select } from '#app/ui/Field.tsx';
import { sayMeasure, type Measure } from './area-headers.ts';

/** Two plain forms that lead to a need with an official figure behind it. */
export function UseAreaFigures(props: {
  programmeId: string;
  fileId: string;
  deciles: readonly Measure[];
  measures: readonly Measure[];
  /** The areas of the page shown: what somebody looks at is what they may take. */
  areas: readonly { code: string; name: string; level?: string | undefined }[];
  /** The file holds several kinds of areas, and two may share a code. */
  severalLevels: boolean;
}) {
  const { programmeId, fileId, deciles, measures, areas, severalLevels } = props;
  const action = links.newNeed(programmeId);
  return (
    <section className="tl-noprint">
      <h2 className="govuk-heading-m">Use as evidence</h2>
      {deciles.length > 0 ? (
        <form method="get" action={action} className="tl-pick">
          <input type="hidden" name="from" value="deciles" />
          <input type="hidden" name="file" value={fileId} />
          <Select
            name="upTo"
            label="How many areas are in the most deprived"
            options={[
              { value: '1', label: 'tenth of England' },
              { value: '2', label: 'fifth of England' },
              { value: '3', label: 'three tenths of England' },
            ]}
            value="3"
          />
          <div className="govuk-form-group">
            <label className="govuk-label govuk-label--s" htmlFor="decile-measure">
              By
            </label>
            <select className="govuk-select" id="decile-measure" name="measure">
              {deciles.map((each) => (
                <option key={each.key} value={each.key}>
                  {sayMeasure(each)}
                </option>
              ))}
            </select>
          </div>
          <MakeNeed />
        </form>
      ) : null}
      {areas.length > 0 && measures.length > 0 ? (
        <form method="get" action={action} className="tl-pick">
          <input type="hidden" name="from" value="area" />
          <input type="hidden" name="file" value={fileId} />
          <Select
            name="area"
            label="One figure of"
            options={areas.map(({ code, name, level = '' }) => ({
              value: severalLevels ? `${code}~${level}` : code,
              label: name,
            }))}
          />
          <div className="govuk-form-group">
            <label className="govuk-label govuk-label--s" htmlFor="area-measure">
              Figure
            </label>
            <select className="govuk-select" id="area-measure" name="measure">
              {measures.map((each) => (
                <option key={each.key} value={each.key}>
                  {sayMeasure(each)}
                </option>
              ))}
            </select>
          </div>
          <MakeNeed />
        </form>
      ) : null}
    </section>
  );
}

function MakeNeed() {
  return (
    <div className="govuk-form-group">
      <button type="submit" className="govuk-button govuk-!-margin-bottom-0">
        Make this a need
      </button>
    </div>
  );
}
