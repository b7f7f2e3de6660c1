import type { z } from 'zod';
import { checkWiring } from './definition-wiring.ts';
import { Definition } from './definition.ts';
import { asSafeHtml, paragraphsOf } from './plain-passage.ts';

/** What is wrong with a questionnaire, and in which element of it: by name, else by place. */
export interface DefinitionProblem {
  element: string;
  message: string;
}

export type ReadDefinition =
  | {
      ok: true;
      definition: Definition;
      /** What only changed how it looked elsewhere and is not kept here, such as "colCount". */
      notKept: string[];
    }
  | { ok: false; problems: DefinitionProblem[] };

/** Settings that change only how a questionnaire looks in another tool. */
const LOOKS: ReadonlySet<string> = new Set(
  `acceptCarriageReturn allowResize allowResizeComment autoGrow autocomplete checkErrorsMode choicesOrder
   clearInvisibleValues colCount cols commentPlaceholder completeText completedHtml cookieName
   correctAnswer descriptionLocation displayMode editText errorLocation fitToContainer
   firstPageIsStartPage firstPageIsStarted focusFirstQuestionAutomatic focusOnFirstError goNextPageAutomatic headerView
   hideNumber indent logo logoFit logoHeight logoPosition logoWidth maxOthersLength
   maxTextLength maxWidth minWidth navigationButtonsVisibility otherPlaceHolder otherPlaceholder pageNextText pagePrevText
   placeHolder placeholder previewText progressBarLocation progressBarType questionDescriptionLocation
   questionErrorLocation questionStartIndex questionTitleLocation questionTitlePattern
   questionsOnPageMode questionsOrder rateColorMode rateDisplayMode rateType previewMode renderAs requiredMark
   requiredText searchEnabled separateSpecialChoices showClearButton showCompletedPage
   showNavigationButtons showNumber showPageNumbers showPageTitles showPrevButton showPreviewBeforeComplete
   showProgressBar showQuestionNumbers showTOC showTitle size startWithNewLine storeOthersAsComment
   surveyId surveyPostId startSurveyText state storeDataAsText swapOrder textUpdateMode titleLocation
   tocLocation useDisplayValuesInDynamicTexts width widthMode`.split(/\s+/),
);

/** Names that SurveyJS changed over the years, old to new. */
const RENAMED: Readonly<Record<string, string>> = {
  hasOther: 'showOtherItem',
  hasNone: 'showNoneItem',
  questions: 'elements',
};

/**
 * Reads SurveyJS JSON from anywhere into what Throughline asks. Everything that would change what is
 * asked or stored, and that is not supported, is refused with its element named.
 */
export function readDefinition(raw: unknown): ReadDefinition {
  if (!isRecord(raw)) {
    return refused([
      { element: 'questionnaire', message: 'This is not a SurveyJS questionnaire.' },
    ]);
  }
  const notKept = new Set<string>();
  const tidy = withPages(tidied(raw, notKept));
  const read = Definition.safeParse(tidy);
  if (!read.success) return refused(read.error.issues.map((issue) => problemIn(tidy, issue)));
  const wiring = checkWiring(read.data);
  if (wiring.length > 0) return refused(wiring);
  return { ok: true, definition: read.data, notKept: [...notKept].sort() };
}

function refused(problems: DefinitionProblem[]): ReadDefinition {
  return { ok: false, problems };
}

type Raw = Record<string, unknown>;

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Old names made new, looks left out, markup taken out of passages; whatever else there is, kept. */
function tidied(raw: Raw, notKept: Set<string>): Raw {
  const entries: [string, unknown][] = [];
  for (const [key, value] of Object.entries(raw)) {
    if (LOOKS.has(key) || value === undefined) notKept.add(key);
    else if (key === 'html' && typeof value === 'string') {
      entries.push([key, asSafeHtml(paragraphsOf(value))]);
    } else if (key === 'type' && typeof value === 'string')
      entries.push([key, value.toLowerCase()]);
    else entries.push([RENAMED[key] ?? key, tidiedInside(key, value, notKept)]);
  }
  return Object.fromEntries(entries);
}

function tidiedInside(key: string, value: unknown, notKept: Set<string>): unknown {
  if (!['pages', 'elements', 'questions'].includes(key) || !Array.isArray(value)) return value;
  return value.map((each: unknown) => (isRecord(each) ? tidied(each, notKept) : each));
}

/** Older files have their questions at the root, and pages and panels without a name. */
function withPages(raw: Raw): Raw {
  const { elements, ...rest } = raw;
  const pages = raw['pages'] ?? (elements === undefined ? undefined : [{ elements }]);
  if (!Array.isArray(pages)) return raw;
  const named = pages.map((page: unknown, i) =>
    isRecord(page) ? { name: `page${i + 1}`, elements: [], ...page } : page,
  );
  return { ...rest, pages: named };
}

function problemIn(raw: Raw, issue: z.core.$ZodIssue): DefinitionProblem {
  const { element, kind, property } = placeOf(raw, issue.path);
  return { element, message: messageOf(issue, kind, property) };
}

/** The innermost named thing on the way to what is wrong. */
function placeOf(raw: Raw, path: readonly PropertyKey[]) {
  let at: unknown = raw;
  let element = 'questionnaire';
  let kind: unknown;
  let property: string[] = [];
  for (const step of path) {
    at = Array.isArray(at) ? at[Number(step)] : isRecord(at) ? at[String(step)] : undefined;
    property.push(typeof step === 'number' ? String(step + 1) : String(step));
    if (!isRecord(at)) continue;
    if (typeof at['name'] === 'string') element = at['name'];
    else if ('type' in at) element = property.join(' ');
    else continue;
    kind = at['type'];
    property = [];
  }
  return { element, kind, property: property.join(' ') };
}

function messageOf(issue: z.core.$ZodIssue, kind: unknown, property: string): string {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `“${key}”`).join(', ');
    const of = typeof kind === 'string' ? ` of a ${kind} question` : '';
    return `${keys}${of} cannot be kept. Take it out, or ask the question another way.`;
  }
  if (issue.code === 'invalid_union' && property.endsWith('type')) {
    if (typeof kind !== 'string') return 'Give the question a type, such as radiogroup.';
    return `Questions of the type “${kind}” cannot be asked here. Use text, comment, radiogroup, checkbox, dropdown, rating or boolean.`;
  }
  if (issue.code === 'invalid_type' && issue.input === undefined && property !== '') {
    return `“${property}” is missing.`;
  }
  return property === '' ? `${issue.message}.` : `“${property}”: ${issue.message}.`;
}
