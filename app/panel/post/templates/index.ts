import type { Template } from '../template.ts';
import { lostLink } from './lost-link.ts';
import { newLink } from './new-link.ts';

/** Every kind of message that we send. Each room adds its own here: one line and one file a kind. */
export const TEMPLATES = {
  'new-link': newLink,
  'lost-link': lostLink,
} as const satisfies Readonly<Record<string, Template>>;

export type MessageKind = keyof typeof TEMPLATES;

/** The template of a kind; undefined for one that this version does not know any more. */
export function templateOf(kind: string): Template | undefined {
  return Object.hasOwn(TEMPLATES, kind) ? TEMPLATES[kind as MessageKind] : undefined;
}
