import { many } from '#app/ui/words.ts';
import type { MapClass } from './classes.ts';
import { signSvg, swatchSvg, type MapPoint } from './map-svg.ts';

/** A drawn map with what its colours and signs mean beside it. */
export function MapFigure(props: {
  svg: string;
  /** Heading of the legend. */
  title: string;
  legend: readonly MapClass[];
  withoutFigure: number;
  hidden: number;
  sites: readonly { number: number; name: string; typeName: string; sign: MapPoint['sign'] }[];
  source: string;
  children?: React.ReactNode;
}) {
  const { svg, title, legend, withoutFigure, hidden, sites, source } = props;
  return (
    <div className="tl-map">
      <div className="tl-map__picture">
        <div dangerouslySetInnerHTML={{ __html: svg }} />
        <p className="tl-map__source">{source}</p>
      </div>
      <div>
        {legend.length > 0 ? (
          <table className="tl-key">
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="govuk-visually-hidden">Looks like</span>
                </th>
                <th scope="col">Class</th>
                <th scope="col" className="tl-numbers">
                  Areas
                </th>
              </tr>
            </thead>
            <tbody>
              {legend.map((each, at) => (
                <Line
                  key={each.label}
                  swatch={swatchSvg('map', each, at)}
                  label={each.label}
                  areas={each.areas}
                />
              ))}
              {hidden > 0 ? (
                <Line
                  swatch={swatchSvg('map', 'hidden', 98)}
                  label="[c] too few to be shown"
                  areas={hidden}
                />
              ) : null}
              {withoutFigure > 0 ? (
                <Line
                  swatch={swatchSvg('map', 'none', 99)}
                  label="No figure"
                  areas={withoutFigure}
                />
              ) : null}
            </tbody>
          </table>
        ) : null}
        {sites.length > 0 ? <Sites sites={sites} /> : null}
        {props.children}
      </div>
    </div>
  );
}

function Line({ swatch, label, areas }: { swatch: string; label: string; areas: number }) {
  return (
    <tr>
      <td dangerouslySetInnerHTML={{ __html: swatch }} />
      <th scope="row">{label}</th>
      <td className="tl-numbers">{areas.toLocaleString('en-GB')}</td>
    </tr>
  );
}

function Sites({
  sites,
}: {
  sites: readonly { number: number; name: string; typeName: string; sign: MapPoint['sign'] }[];
}) {
  return (
    <table className="tl-key">
      <caption>{many(sites.length, 'site')} on the map</caption>
      <tbody>
        {sites.map(({ number, name, typeName, sign }) => (
          <tr key={number}>
            <td dangerouslySetInnerHTML={{ __html: signSvg(sign, String(number)) }} />
            <th scope="row">
              {name}, {typeName.toLowerCase()}
            </th>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
