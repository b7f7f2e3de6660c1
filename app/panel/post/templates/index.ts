import type { Template } from '../template.ts';
import { answerChanged, themeAnswered } from './answers.ts';
import { lostLink } from './lost-link.ts';
import {
  meetingCancelled,
  meetingInvitation,
  meetingMoved,
  meetingPapers,
  meetingReminder,
} from './meetings.ts';
import { newLink } from './new-link.ts';
import { panelInvitation, panelInvitationReminder } from './panel-invitation.ts';
import { panelNotDrawn } from './panel-not-drawn.ts';
import { panelWelcome } from './panel-welcome.ts';
import { termEnds } from './term-ends.ts';
import { worryRaised } from './worry-raised.ts';

/** Every kind of message that we send. Each room adds its own here: one line and one file a kind. */
export const TEMPLATES = {
  'theme-answered': themeAnswered,
  'answer-changed': answerChanged,
  'new-link': newLink,
  'meeting-invitation': meetingInvitation,
  'meeting-reminder': meetingReminder,
  'meeting-moved': meetingMoved,
  'meeting-cancelled': meetingCancelled,
  'meeting-papers': meetingPapers,
  'lost-link': lostLink,
  'panel-invitation': panelInvitation,
  'panel-invitation-reminder': panelInvitationReminder,
  'panel-not-drawn': panelNotDrawn,
  'panel-welcome': panelWelcome,
  'term-ends': termEnds,
  'worry-raised': worryRaised,
} as const satisfies Readonly<Record<string, Template>>;

export type MessageKind = keyof typeof TEMPLATES;

/** The template of a kind; undefined for one that this version does not know any more. */
export function templateOf(kind: string): Template | undefined {
  return Object.hasOwn(TEMPLATES, kind) ? TEMPLATES[kind as MessageKind] : undefined;
}
