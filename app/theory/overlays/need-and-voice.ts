import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { boxesById, type Box, type Theory } from '../graph.ts';
import { behind, overlayOf, shaded, strengthOf, type Overlay, type Said } from './overlay.ts';

/** A need of the register, as it may be shown to anybody on the staff. */
export interface NeedFact {
  id: string;
  who: string;
  place: string;
  howMany: string;
  /** high, medium or low; anything else while nobody has said. */
  priority: string;
}

const PRIORITIES = { high: 3, medium: 2, low: 1 } as const;
type Priority = keyof typeof PRIORITIES;

const priorityOf = (need: NeedFact | undefined): Priority | null =>
  need !== undefined && need.priority in PRIORITIES ? (need.priority as Priority) : null;

/** How pressing each need is, and how many needs, of which high, stand behind every other box. */
export function needOverlay(theory: Theory, needs: readonly NeedFact[]): Overlay {
  const register = new Map(needs.map((need) => [need.id, need]));
  const ofBox = (box: Box | undefined) => register.get(box?.more['needId'] ?? '');
  const byId = boxesById(theory);
  const found = behind(theory, (id) => byId.get(id)?.type === 'need');
  const said = theory.boxes.flatMap((box): Said[] => {
    if (box.type === 'need') return [atNeed(box.id, ofBox(box))];
    const ids = [...(found.get(box.id) ?? [])];
    if (ids.length === 0) return [];
    const high = ids.filter((id) => priorityOf(ofBox(byId.get(id))) === 'high').length;
    const counted = ids.length === 1 ? '1 need' : `${ids.length} needs`;
    const words = high === 0 ? counted : `${counted}, ${high} high`;
    const strength = high > 1 ? 3 : high === 1 ? 2 : 1;
    const meaning = 'needs behind the box, and how many of them are high';
    return [
      {
        id: box.id,
        words,
        because: ids.map((id) => byId.get(id)?.label ?? '').join('; '),
        mark: shaded(strength, words, `Behind it: ${words}`, meaning, '3 needs'),
      },
    ];
  });
  return overlayOf(theory, 'need', said);
}

function atNeed(id: string, need: NeedFact | undefined): Said {
  const priority = priorityOf(need);
  const words = priority ?? (need === undefined ? 'not in the register' : 'no priority');
  const about = [need?.who, need?.place, need?.howMany].filter((each) => each?.trim());
  return {
    id,
    words: priority === null ? words : `${words} priority`,
    because: about.join('; '),
    mark: shaded(
      priority === null ? 0 : PRIORITIES[priority],
      words,
      priority === null ? words : `Priority of the need: ${words}`,
      'priority of a need in the register',
      'high',
    ),
  };
}

/** Themes that needs rest on, with how many people spoke of each, hidden where they are few. */
export interface VoiceFact {
  id: string;
  name: string;
  people: Shown;
  needIds: readonly string[];
}

/**
 * How many people spoke of what lies behind each box. Themes overlap, so that they are not added up:
 * the largest theme says how many there were at least.
 */
export function voiceOverlay(theory: Theory, themes: readonly VoiceFact[]): Overlay {
  const byId = boxesById(theory);
  const found = behind(theory, (id) => byId.get(id)?.type === 'need');
  const ofNeeds = (needIds: ReadonlySet<string>) =>
    themes.filter((theme) => theme.needIds.some((id) => needIds.has(id)));
  const tied = new Map<string, Set<string>>();
  for (const { kind, on, more } of theory.pieces) {
    const theme = /^theme:(.+)$/.exec(more['thread'] ?? '')?.[1];
    if (kind !== 'evidence' || on === null || theme === undefined) continue;
    tied.set(on, (tied.get(on) ?? new Set()).add(theme));
  }
  const heard = [...theory.boxes, ...theory.links].map(({ id }) => {
    const needIds = [...(found.get(id) ?? [])].map((box) => byId.get(box)?.more['needId'] ?? '');
    const own = themes.filter((theme) => tied.get(id)?.has(theme.id));
    return { id, themes: [...new Set([...ofNeeds(new Set(needIds)), ...own])] };
  });
  const largest = Math.max(0, ...themes.map(({ people }) => (people === HIDDEN ? 0 : people)));
  const asked = new Set(theory.boxes.filter(({ type }) => type === 'need').map(({ id }) => id));
  const said = heard.flatMap(({ id, themes: spoken }): Said[] => {
    if (spoken.length === 0) return asked.has(id) ? [silent(id)] : [];
    return [voiced(id, spoken, largest)];
  });
  return overlayOf(theory, 'voice', said);
}

const VOICE_MEANING = 'people who spoke of it, at least';

function voiced(id: string, themes: readonly VoiceFact[], largest: number): Said {
  const counts = themes.flatMap(({ people }) => (people === HIDDEN ? [] : [people]));
  const most = Math.max(0, ...counts);
  const shown = counts.length === 0 ? 'a few' : `${most}${themes.length > 1 ? '+' : ''}`;
  const words =
    counts.length === 0 ? 'a few people' : `${themes.length > 1 ? 'at least ' : ''}${most} people`;
  const because = themes.map(
    ({ name, people }) => `${name}: ${people === HIDDEN ? 'too few to show' : people}`,
  );
  const strength = Math.max(1, strengthOf(most, largest)) as 1 | 2 | 3;
  return {
    id,
    words,
    because: because.join('; '),
    mark: shaded(strength, shown, `Spoken of by ${words}`, VOICE_MEANING, '120+'),
  };
}

function silent(id: string): Said {
  const words = 'nobody heard';
  const because = 'No theme of what people said stands behind this need';
  return { id, words, because, mark: shaded(0, '0', because, 'no theme stands behind the need') };
}
