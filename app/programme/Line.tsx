import { links } from '#app/http/links.ts';
import { STATION_NAMES, type Station } from '#app/ui/stations.ts';
import type { Stop } from './line.ts';

const WHERE: Readonly<Record<Station, (programmeId: string) => string>> = {
  needs: links.needs,
  panel: links.panel,
  theory: links.theory,
  plan: links.plan,
  back: links.back,
};

/** The line that runs through, across the head of every page of a programme. */
export function Line(props: {
  programme: { id: string; title: string };
  stops: readonly Stop[];
  /** The station of this page, or null at the programme's home. */
  here: Station | null;
}) {
  return (
    <nav className="tl-line tl-noprint" aria-label="The line of this programme">
      <div className="tl-page tl-page--band">
        <p className="govuk-body-s govuk-!-margin-bottom-2">
          <a
            className="govuk-link govuk-link--no-visited-state"
            href={links.programme(props.programme.id)}
          >
            {props.programme.title}
          </a>
        </p>
        <ol className="tl-line__stations">
          {props.stops.map((stop) => {
            const here = stop.station === props.here;
            return (
              <li
                key={stop.station}
                className={`tl-line__station tl-${stop.station}${here ? ' tl-line__station--here' : ''}`}
              >
                <a
                  href={WHERE[stop.station](props.programme.id)}
                  aria-current={here ? 'true' : undefined}
                >
                  {STATION_NAMES[stop.station]}
                </a>
                <span className="tl-line__lacks">{stop.lacks ?? stop.holds}</span>
              </li>
            );
          })}
        </ol>
      </div>
    </nav>
  );
}
