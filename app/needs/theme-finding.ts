import { HIDDEN, isSmall } from '#app/statistics/small-numbers.ts';
import { sayVoices, type Voices } from '#app/survey/voices.ts';
import type { Finding } from './finding.ts';

/**
 * A theme as a finding: how often it was said and by how many people, few people not counted out.
 * Null while no comment is gathered under it: a name alone is evidence of nothing.
 */
export function themeFinding(
  theme: { id: string; name: string; definition: string },
  voices: Voices,
): Finding | null {
  if (voices.comments === 0) return null;
  const few = isSmall(voices.people);
  return {
    kind: 'theme',
    sentence: `${sayVoices(voices)} under the theme “${theme.name}”.`,
    figures: {
      theme: theme.name,
      definition: theme.definition,
      comments: few ? HIDDEN : voices.comments,
      people: few ? HIDDEN : voices.people,
    },
    source: { theme: theme.id, themeTitle: theme.name },
  };
}
