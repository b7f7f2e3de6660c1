import { z } from 'zod';
import jargon from './jargon.json' with { type: 'json' };

const List = z.strictObject({
  about: z.string().min(50),
  words: z.array(z.strictObject({ words: z.string().min(2), instead: z.string().min(2) })).min(50),
});

/** Words that families do not use, with plainer ones, and where the list comes from. */
export const councilJargon = List.parse(jargon);
