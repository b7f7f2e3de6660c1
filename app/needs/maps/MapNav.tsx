import { links } from '#app/http/links.ts';

/** The pages about places, one step apart. */
export function MapNav({ programmeId, here }: { programmeId: string; here: string }) {
  const pages = [
    { key: 'map', href: links.areaMap(programmeId), words: 'Map' },
    { key: 'reach', href: links.areaReach(programmeId), words: 'Reach against need' },
    { key: 'distance', href: links.areaDistance(programmeId), words: 'Distance to a hub' },
    { key: 'sites', href: links.placeRegister(programmeId, 'sites'), words: 'Sites' },
    { key: 'files', href: links.areaFiles(programmeId), words: 'Files and boundaries' },
  ];
  return (
    <nav aria-label="Places" className="tl-noprint">
      <ul className="tl-subnav">
        {pages.map(({ key, href, words }) => (
          <li key={key}>
            {key === here ? (
              <strong aria-current="page">{words}</strong>
            ) : (
              <a className="govuk-link" href={href}>
                {words}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What must stand beside official boundaries and figures. */
export function sourceOf(authority: { isDemonstration: boolean }): string {
  return authority.isDemonstration
    ? 'Boundaries and figures are made up for this demonstration.'
    : 'Source: Office for National Statistics, licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right.';
}
