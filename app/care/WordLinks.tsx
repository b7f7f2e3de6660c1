import { links } from '#app/http/links.ts';
import { placeKey, type MayOnWords, type Place } from './care.ts';
import { LOOKED_AT, NOT_SHOWN } from './hidden.ts';

/**
 * Beside what somebody wrote, wherever staff read it: have it looked at, or do not show it to others.
 * Nothing stands beside words that somebody looks at already.
 */
export function WordLinks(props: {
  programmeId: string;
  place: Place;
  words: string;
  may: MayOnWords;
}) {
  const { programmeId, place, words, may } = props;
  if (words === LOOKED_AT || !(may.flag || may.hide)) return null;
  const taken = words === NOT_SHOWN;
  const which = <span className="govuk-visually-hidden">: “{words.trim().slice(0, 60)}”</span>;
  return (
    <span className="tl-small-actions tl-noprint">
      {may.flag && !taken ? (
        <a className="govuk-link" href={links.raiseWorry(programmeId, placeKey(place))}>
          This worries me{which}
        </a>
      ) : null}
      {may.hide ? (
        <a className="govuk-link" href={links.hideWords(programmeId, placeKey(place))}>
          {taken ? 'Show it to others again' : 'Do not show it to others'}
          {which}
        </a>
      ) : null}
    </span>
  );
}
