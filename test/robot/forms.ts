import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Element = Tree.Element;
type Node = Tree.Node;

export interface FormField {
  name: string;
  /** As a browser names it: text, textarea, select, radio, checkbox, hidden, file, date, … */
  kind: string;
  value: string;
  /** Ticked or chosen as the page came. */
  chosen: boolean;
  options: string[];
  label: string;
  accept: string;
  inputMode: string;
}

export interface FormButton {
  name: string;
  value: string;
  words: string;
  warning: boolean;
}

export interface FoundForm {
  method: 'get' | 'post';
  /** Path and query that it is sent to. */
  action: string;
  upload: boolean;
  fields: FormField[];
  buttons: FormButton[];
}

export interface FoundLink {
  href: string;
  words: string;
}

/** A page as a person sees it: its forms, its links, what it says is wrong. */
export interface SeenPage {
  elements: Element[];
  title: string;
  text: string;
  forms: FoundForm[];
  links: FoundLink[];
  /** Messages of fields, by the field. */
  problems: Map<string, string>;
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

const has = (element: Element, name: string) => attribute(element, name) !== undefined;

const isElement = (node: Node): node is Element => 'tagName' in node;

/** Every element below a node, in the order of the page, templates included. */
export function* elementsIn(node: Node): Generator<Element> {
  const children =
    'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  for (const child of children) {
    if (isElement(child)) yield child;
    yield* elementsIn(child);
  }
}

/** The words of a node, without those of scripts and styles. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  if (node.nodeName === 'script' || node.nodeName === 'style') return '';
  if (!('childNodes' in node)) return '';
  return node.childNodes.map(textOf).join('');
}

const read = new WeakMap<{ text: string; path: string }, SeenPage>();

/** The page of an answer, which is read once. */
export function pageOf(answer: { text: string; path: string }): SeenPage {
  const page = read.get(answer) ?? readPage(answer.text, answer.path);
  read.set(answer, page);
  return page;
}

export function readPage(html: string, path: string): SeenPage {
  const document = parse(html);
  const elements = [...elementsIn(document)];
  const labels = new Map<string, string>();
  for (const element of elements) {
    if (element.tagName !== 'label') continue;
    const of = attribute(element, 'for');
    if (of !== undefined) labels.set(of, textOf(element).trim());
  }
  return {
    elements,
    title: elements
      .filter(({ tagName }) => tagName === 'title')
      .map(textOf)
      .join(),
    text: textOf(document),
    forms: elements
      .filter(({ tagName }) => tagName === 'form')
      .map((form) => formOf(form, elements, labels, path)),
    links: elements.flatMap((element) => {
      const href = element.tagName === 'a' ? attribute(element, 'href') : undefined;
      return href === undefined ? [] : [{ href, words: textOf(element) }];
    }),
    problems: problemsOn(elements),
  };
}

function problemsOn(elements: readonly Element[]): Map<string, string> {
  const problems = new Map<string, string>();
  for (const element of elements) {
    const id = attribute(element, 'id') ?? '';
    if (id.endsWith('-error')) problems.set(id.slice(0, -6), textOf(element).trim());
  }
  const summary = elements.find((one) => /error-summary__list/.test(attribute(one, 'class') ?? ''));
  for (const element of summary ? elementsIn(summary) : []) {
    const href = attribute(element, 'href') ?? '';
    if (!href.startsWith('#') || problems.has(href.slice(1))) continue;
    problems.set(href.slice(1), textOf(element).trim());
  }
  return problems;
}

function formOf(
  form: Element,
  all: readonly Element[],
  labels: ReadonlyMap<string, string>,
  path: string,
): FoundForm {
  const id = attribute(form, 'id');
  const inside = [
    ...elementsIn(form),
    ...all.filter((one) => id !== undefined && attribute(one, 'form') === id),
  ];
  const here = new URL(path, 'http://here.invalid');
  const to = new URL(attribute(form, 'action') ?? path, here);
  return {
    method: attribute(form, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
    action: `${to.pathname}${to.search}`,
    upload: attribute(form, 'enctype') === 'multipart/form-data',
    fields: inside.flatMap((one) => fieldOf(one, labels)),
    buttons: inside.filter(isButton).map((one) => ({
      name: attribute(one, 'name') ?? '',
      value: attribute(one, 'value') ?? '',
      words: textOf(one).trim(),
      warning: /--warning/.test(attribute(one, 'class') ?? ''),
    })),
  };
}

const isButton = (one: Element) =>
  one.tagName === 'button' &&
  (attribute(one, 'type') ?? 'submit') === 'submit' &&
  !has(one, 'disabled');

function fieldOf(one: Element, labels: ReadonlyMap<string, string>): FormField[] {
  const name = attribute(one, 'name') ?? '';
  const isField = ['input', 'textarea', 'select'].includes(one.tagName);
  if (!isField || name === '' || has(one, 'disabled')) return [];
  const options = [...elementsIn(one)].filter(({ tagName }) => tagName === 'option');
  const valueOf = (option: Element) => attribute(option, 'value') ?? textOf(option);
  const kind = one.tagName === 'input' ? (attribute(one, 'type') ?? 'text') : one.tagName;
  const chosen = options.find((option) => has(option, 'selected')) ?? options[0];
  return [
    {
      name,
      kind,
      value:
        kind === 'select'
          ? chosen
            ? valueOf(chosen)
            : ''
          : kind === 'textarea'
            ? textOf(one)
            : (attribute(one, 'value') ?? ''),
      chosen: has(one, 'checked'),
      options: options.map(valueOf),
      label: labels.get(attribute(one, 'id') ?? '') ?? '',
      accept: attribute(one, 'accept') ?? '',
      inputMode: attribute(one, 'inputmode') ?? '',
    },
  ];
}
