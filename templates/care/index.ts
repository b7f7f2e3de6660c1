import { z } from 'zod';
import worrying from './worrying-words.json' with { type: 'json' };

const List = z.strictObject({
  about: z.string().min(50),
  /** Phrases near the worrying ones that everybody uses: taken out before those are looked for. */
  innocent: z.array(z.string().min(2)),
  sets: z.record(z.string(), z.array(z.string().min(2)).min(2)),
  groups: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        says: z.string().min(10),
        phrases: z.record(z.string(), z.array(z.string().min(3)).min(1)),
      }),
    )
    .min(1),
});

/** Phrases that make a person look at what somebody wrote. See app/care/flag-words.ts. */
export const worryingWords = List.parse(worrying);
