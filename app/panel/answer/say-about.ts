import { z } from 'zod';
import {
  isThreadKind,
  THEME_RELATIONS,
  type ThemeRelation,
  type ThreadEnd,
} from '#app/thread/kinds.ts';

/** What a theme may speak about: things of ours that families can be for or against. */
export const SPOKEN_ABOUT = ['box', 'link', 'plan-line'] as const;

export const RELATION_NAMES: Readonly<Record<ThemeRelation, string>> = {
  supports: 'Supports it',
  contradicts: 'Contradicts it',
  'asks-change': 'Asks for a change to it',
};

/** "box:ID" of a form field, or null for what a theme cannot speak about. */
function aboutOf(field: string): ThreadEnd | null {
  const [kind, ...id] = field.split(':');
  const end = isThreadKind(kind) ? { kind, id: id.join(':') } : null;
  return end && end.id !== '' && SPOKEN_ABOUT.some((one) => one === end.kind) ? end : null;
}

const About = z
  .string('Select what families spoke about')
  .transform(aboutOf)
  .refine((end) => end !== null, 'Select what families spoke about');

export const SayForm = z.object({
  intent: z.literal('say'),
  about: About,
  relation: z.enum(THEME_RELATIONS, 'Select what families say about it'),
  why: z
    .string('Say why, in one sentence')
    .min(1, 'Say why, in one sentence')
    .max(500, 'Why must be 500 characters or fewer'),
});

export const UnsayForm = z.object({ intent: z.literal('unsay'), about: About });

/** Something of ours with what families say about it under one theme. */
export interface Said {
  about: ThreadEnd;
  /** "Activity", "Link of the theory", "Plan line". */
  what: string;
  title: string;
  relation: ThemeRelation;
  why: string;
  gone: boolean;
}

/** What can be chosen, under headings. */
export interface ToSpeakAbout {
  heading: string;
  things: { value: string; title: string }[];
}
