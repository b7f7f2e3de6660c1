/**
 * SurveyJS JSON as other tools write it, made into the part of it that Throughline asks: old names
 * made new, looks left out, grids taken apart into questions. Everything that cannot be said here
 * stays as it is, so that the strict shape refuses it with its element named.
 */
import { asSafeHtml, paragraphsOf } from './plain-passage.ts';

export type Raw = Record<string, unknown>;

export function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Settings that change only how a questionnaire looks, or where a family goes, in another tool. */
const LOOKS: ReadonlySet<string> = new Set(
  `acceptCarriageReturn allowResize allowResizeComment autoGrow autocomplete checkErrorsMode choicesOrder
   clearInvisibleValues colCount cols commentPlaceholder completeText completedHtml cookieName
   correctAnswer descriptionLocation displayMode editText errorLocation fitToContainer
   firstPageIsStartPage firstPageIsStarted focusFirstQuestionAutomatic focusOnFirstError goNextPageAutomatic headerView
   hideNumber indent logo logoFit logoHeight logoPosition logoWidth maxOthersLength
   maxTextLength maxTimeToFinish maxTimeToFinishPage maxWidth minWidth navigateToUrl
   navigationButtonsVisibility otherPlaceHolder otherPlaceholder pageNextText pagePrevText
   placeHolder placeholder previewText progressBarLocation progressBarType questionDescriptionLocation
   questionErrorLocation questionStartIndex questionTitleLocation questionTitlePattern
   questionsOnPageMode questionsOrder rateColorMode rateDisplayMode rateType previewMode renderAs requiredMark
   requiredText searchEnabled sendResultOnPageNext separateSpecialChoices showClearButton showCompletedPage
   showNavigationButtons showNumber showPageNumbers showPageTitles showPrevButton showPreviewBeforeComplete
   showProgressBar showQuestionNumbers showTOC showTimer showTimerPanel showTitle size startWithNewLine storeOthersAsComment
   surveyId surveyPostId startSurveyText state storeDataAsText swapOrder textUpdateMode timeLimit
   timeLimitPerPage titleLocation tocLocation useDisplayValuesInDynamicTexts width widthMode`.split(
    /\s+/,
  ),
);

/** What only pictures have. */
const OF_PICTURES = ['minImageWidth', 'minImageHeight', 'maxImageWidth', 'maxImageHeight'].concat([
  'imageHeight',
  'imageWidth',
  'imageFit',
  'contentMode',
  'showLabel',
  'multiSelect',
]);

/** Names that SurveyJS changed over the years, old to new. */
const RENAMED: Readonly<Record<string, string>> = {
  hasOther: 'showOtherItem',
  hasNone: 'showNoneItem',
  questions: 'elements',
};

const SAME_AS: Readonly<Record<string, string>> = {
  tagbox: 'checkbox',
  buttongroup: 'radiogroup',
};

/** What became of a file on the way in: what only changed its looks, and what is asked differently. */
export interface OnTheWay {
  notKept: Set<string>;
  changed: string[];
}

/** The most that stand together on one page; what is more, stands alone. */
const MOST_TOGETHER = 10;

export function madeOurs(raw: Raw, way: OnTheWay): Raw {
  const { triggers, ...rest } = plainKeys(raw, way);
  const idle = Array.isArray(triggers) && triggers.every(doesNothing);
  if (triggers !== undefined && idle) way.notKept.add('triggers');
  const pages = pagesOf(rest);
  const kept: Raw = idle || triggers === undefined ? rest : { ...rest, triggers };
  if (pages === null) return kept;
  const { elements: _, ...around } = kept;
  const names = new NewNames(pages);
  return { ...around, pages: pages.map((page) => ourPage(page, way, names)) };
}

/** Older files have their questions at the root, and pages without a name. */
function pagesOf(raw: Raw): unknown[] | null {
  const { pages, elements } = raw;
  if (Array.isArray(pages)) return pages.map(namedPage);
  if (pages !== undefined || elements === undefined) return null;
  return [namedPage({ elements }, 0)];
}

function namedPage(page: unknown, at: number): unknown {
  return isRecord(page) ? { name: `page${at + 1}`, elements: [], ...page } : page;
}

/** A trigger with nothing to run and nothing to set, as editors leave behind. */
function doesNothing(trigger: unknown): boolean {
  if (!isRecord(trigger)) return false;
  const { type, ...rest } = trigger;
  return type === 'runexpression' && Object.values(rest).every((value) => value === '');
}

function ourPage(page: unknown, way: OnTheWay, names: NewNames): unknown {
  if (!isRecord(page)) return page;
  const plain = plainKeys(page, way);
  const { elements } = plain;
  if (!Array.isArray(elements)) return plain;
  return { ...plain, elements: elements.flatMap((each) => ourElements(each, way, names)) };
}

/** Looks left out and old names made new, of one object and nothing inside it. */
function plainKeys(raw: Raw, way: OnTheWay): Raw {
  const entries: [string, unknown][] = [];
  for (const [key, value] of Object.entries(raw)) {
    if (LOOKS.has(key) || value === undefined) way.notKept.add(key);
    else if (key === 'type' && typeof value === 'string') {
      const type = value.toLowerCase();
      entries.push([key, SAME_AS[type] ?? type]);
    } else entries.push([RENAMED[key] ?? key, value]);
  }
  return Object.fromEntries(entries);
}

/** What one element becomes: itself, several, or nothing. */
function ourElements(raw: unknown, way: OnTheWay, names: NewNames): unknown[] {
  if (!isRecord(raw)) return [raw];
  const element = plainKeys(raw, way);
  switch (element['type']) {
    case 'panel':
      return ourPanel(element, way, names);
    case 'html':
      return [{ name: names.make('note'), ...element, html: safeMarkup(element['html']) }];
    case 'image':
      way.changed.push(`${nameOf(element)}: the picture is left out.`);
      return [];
    case 'imagepicker':
      return [withoutPictures(underValueName(element, way, names), way)];
    case 'matrix':
      return questionsOfGrid(element, way, names);
    case 'multipletext':
      return questionsOfBoxes(element, way, names);
    default:
      return [underValueName(element, way, names)];
  }
}

const nameOf = (element: Raw) =>
  typeof element['name'] === 'string' ? element['name'] : 'an element';

/** Markup of every language made into paragraphs of words. */
function safeMarkup(html: unknown): unknown {
  if (typeof html === 'string') return asSafeHtml(paragraphsOf(html));
  if (!isRecord(html)) return html ?? '';
  return Object.fromEntries(Object.entries(html).map(([code, words]) => [code, safeMarkup(words)]));
}

/** SurveyJS may store an answer under another name, and conditions use that one. */
function underValueName(element: Raw, way: OnTheWay, names: NewNames): Raw {
  const { valueName, ...rest } = element;
  if (typeof valueName !== 'string' || valueName === '' || names.has(valueName)) return element;
  names.take(valueName);
  way.changed.push(`${nameOf(element)}: is called “${valueName}” here, as its answers were.`);
  return { ...rest, name: valueName };
}

function withoutPictures(element: Raw, way: OnTheWay): Raw {
  const kept = Object.entries(element).filter(([key]) => !OF_PICTURES.includes(key));
  const { choices, ...rest } = Object.fromEntries(kept);
  way.changed.push(`${nameOf(element)}: the pictures are left out; the answers stand in words.`);
  const worded = Array.isArray(choices) ? choices.map(withoutLink) : choices;
  const type = element['multiSelect'] === true ? 'checkbox' : 'radiogroup';
  return { ...rest, type, ...(worded === undefined ? {} : { choices: worded }) };
}

function withoutLink(choice: unknown): unknown {
  if (!isRecord(choice)) return choice;
  const { imageLink: _, ...rest } = choice;
  return rest;
}

/** A panel inside a panel, an empty one and one that is too long are taken apart. */
function ourPanel(panel: Raw, way: OnTheWay, names: NewNames): unknown[] {
  const { elements, ...around } = panel;
  if (elements !== undefined && !Array.isArray(elements)) return [panel];
  const inside = (elements ?? []).flatMap((each: unknown) => ourElements(each, way, names));
  if (inside.length === 0) {
    way.changed.push(`${nameOf(panel)}: an empty group is left out.`);
    return [];
  }
  const flat = inside.flatMap((each) =>
    isRecord(each) && each['type'] === 'panel' ? takenApart(each, way) : [each],
  );
  const whole = { name: names.make('group'), ...around, elements: flat };
  return flat.length > MOST_TOGETHER ? takenApart(whole, way) : [whole];
}

/** The elements of a panel with its condition put on each of them. */
function takenApart(panel: Raw, way: OnTheWay): unknown[] {
  const condition = panel['visibleIf'];
  const elements = Array.isArray(panel['elements']) ? (panel['elements'] as unknown[]) : [];
  way.changed.push(`${nameOf(panel)}: the group is taken apart into its questions.`);
  return elements.map((each) => {
    if (typeof condition !== 'string' || !isRecord(each)) return each;
    const own = each['visibleIf'];
    return {
      ...each,
      visibleIf: typeof own === 'string' ? `(${condition}) and (${own})` : condition,
    };
  });
}

/** A grid of rows with the same answers becomes one question a row, together on a page. */
function questionsOfGrid(grid: Raw, way: OnTheWay, names: NewNames): unknown[] {
  const { type: _, name, title, description, visibleIf, rows, columns, isRequired, ...rest } = grid;
  const { isAllRowRequired, eachRowRequired, cellType, requiredErrorText, ...strange } = rest;
  const plain = cellType === undefined || cellType === 'radio';
  const whole =
    Array.isArray(rows) && Array.isArray(columns) && rows.length > 0 && typeof name === 'string';
  if (!whole || !plain || Object.keys(strange).length > 0) return [grid];
  const needed = isAllRowRequired === true || eachRowRequired === true;
  if (isRequired === true && !needed) {
    way.changed.push(`${name}: one row had to be answered; here every row may be left out.`);
  }
  way.changed.push(`${name}: the grid becomes ${rows.length} questions, one a row.`);
  const questions = rows.map((row: unknown) => {
    const { value, text } = choiceParts(row);
    return {
      type: 'radiogroup',
      name: names.make(`${name}_${value}`),
      title: text,
      ...(needed ? { isRequired: true } : {}),
      ...(needed && requiredErrorText !== undefined ? { requiredErrorText } : {}),
      choices: columns as unknown[],
    };
  });
  return grouped({ name, title, description, visibleIf }, questions, way);
}

function questionsOfBoxes(boxes: Raw, way: OnTheWay, names: NewNames): unknown[] {
  const { type: _, name, title, description, visibleIf, items, ...strange } = boxes;
  if (!Array.isArray(items) || typeof name !== 'string' || Object.keys(strange).length > 0) {
    return [boxes];
  }
  way.changed.push(`${name}: becomes ${items.length} questions, one a box.`);
  const questions = items.map((item: unknown) => {
    if (!isRecord(item)) return item;
    const { name: own, title: called, ...rest } = plainKeys(item, way);
    const title = called ?? own;
    return { type: 'text', ...rest, name: names.make(`${name}_${String(own)}`), title };
  });
  return grouped({ name, title, description, visibleIf }, questions, way);
}

function grouped(around: Raw, questions: unknown[], way: OnTheWay): unknown[] {
  const kept = Object.entries(around).filter(([, value]) => value !== undefined);
  const group = {
    type: 'panel',
    ...Object.fromEntries(kept),
    title: around['title'] ?? around['name'],
    elements: questions,
  };
  return questions.length > MOST_TOGETHER ? takenApart(group, way) : [group];
}

function choiceParts(choice: unknown): { value: string; text: unknown } {
  if (!isRecord(choice)) return { value: String(choice), text: String(choice) };
  const value = String(choice['value']);
  return { value, text: choice['text'] ?? value };
}

/** Names for what had none, none of them given twice. */
class NewNames {
  private readonly taken = new Set<string>();

  constructor(pages: readonly unknown[]) {
    const gather = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(gather);
      else if (isRecord(value)) {
        if (typeof value['name'] === 'string') this.take(value['name']);
        gather(value['elements']);
        gather(value['questions']);
      }
    };
    gather(pages);
  }

  has(name: string): boolean {
    return this.taken.has(name.toLowerCase());
  }

  take(name: string): void {
    this.taken.add(name.toLowerCase());
  }

  make(from: string): string {
    const plain = from.normalize('NFKD').replaceAll(/[^A-Za-z0-9_-]+/g, '-');
    const start = (/^[A-Za-z]/.test(plain) ? plain : `q-${plain}`).slice(0, 56).replace(/-+$/, '');
    for (let at = 1; ; at += 1) {
      const name = at === 1 && from !== 'note' && from !== 'group' ? start : `${start}${at}`;
      if (this.has(name)) continue;
      this.take(name);
      return name;
    }
  }
}
