import type { Condition, Literal, Test } from './conditions.ts';

export type ReadCondition =
  { ok: true; condition: Condition } | { ok: false; message: string; at: number };

const OPERATOR_WORDS: ReadonlyMap<string, Test['operator']> = new Map(
  Object.entries({
    '=': '=',
    '==': '=',
    equal: '=',
    equals: '=',
    '!=': '<>',
    '<>': '<>',
    notequal: '<>',
    '>': '>',
    greater: '>',
    '>=': '>=',
    greaterorequal: '>=',
    '<': '<',
    less: '<',
    '<=': '<=',
    lessorequal: '<=',
    contains: 'contains',
    contain: 'contains',
    notcontains: 'notcontains',
    notcontain: 'notcontains',
    anyof: 'anyof',
    noneof: 'noneof',
    allof: 'allof',
    empty: 'empty',
    notempty: 'notempty',
  } as const),
);

const TOKEN =
  /\s*(?:(?<name>\{[^{}]*\})|(?<text>'[^']*'|"[^"]*")|(?<sign>&&|\|\||==|!=|<>|>=|<=|[=<>!()[\],])|(?<word>[^\s'"{}()[\],=<>!&|]+))/y;

interface Token {
  kind: 'name' | 'text' | 'sign' | 'word' | 'end';
  text: string;
  at: number;
}

class Unreadable extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/** Reads `{hubUse} anyof ['often', 'sometimes'] and {send} = 'yes'`; `at` is a position from 0. */
export function readCondition(expression: string): ReadCondition {
  try {
    const reader = new ConditionReader(tokensOf(expression));
    return { ok: true, condition: reader.whole() };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, message: error.message, at: error.at };
    throw error;
  }
}

function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = expression.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(expression);
    if (!found?.groups)
      throw new Unreadable(`“${expression.slice(from).trim()}” cannot be read`, from);
    const { name, text, sign, word } = found.groups;
    const at = TOKEN.lastIndex - (name ?? text ?? sign ?? word ?? '').length;
    if (name !== undefined) tokens.push({ kind: 'name', text: name.slice(1, -1).trim(), at });
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.slice(1, -1), at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at });
    else tokens.push({ kind: 'word', text: word ?? '', at });
  }
  tokens.push({ kind: 'end', text: '', at: expression.length });
  return tokens;
}

/** How deep brackets may nest: far beyond need, and the stack is never in danger. */
const DEEPEST = 20;

class ConditionReader {
  private position = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Condition {
    const condition = this.either();
    const rest = this.peek();
    if (rest.kind !== 'end') throw new Unreadable(`“${rest.text}” was not expected`, rest.at);
    return condition;
  }

  private peek(): Token {
    return this.tokens[this.position] ?? { kind: 'end', text: '', at: 0 };
  }

  private next(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  private takes(...words: string[]): boolean {
    const token = this.peek();
    const found =
      (token.kind === 'sign' || token.kind === 'word') && words.includes(token.text.toLowerCase());
    if (found) this.position += 1;
    return found;
  }

  private either(): Condition {
    const parts = [this.both()];
    while (this.takes('or', '||')) parts.push(this.both());
    return joined('or', parts);
  }

  private both(): Condition {
    const parts = [this.one()];
    while (this.takes('and', '&&')) parts.push(this.one());
    return joined('and', parts);
  }

  private one(): Condition {
    const at = this.peek().at;
    this.depth += 1;
    if (this.depth > DEEPEST) throw new Unreadable('it is nested too deeply', at);
    try {
      if (this.takes('!')) return { kind: 'not', part: this.one() };
      if (!this.takes('(')) return this.test();
      const inner = this.either();
      this.must(')');
      return inner;
    } finally {
      this.depth -= 1;
    }
  }

  private test(): Condition {
    const left = this.next();
    if (left.kind !== 'name') {
      throw new Unreadable(
        'a comparison must begin with a question’s name in {curly brackets}',
        left.at,
      );
    }
    const sign = this.next();
    const operator = OPERATOR_WORDS.get(sign.text.toLowerCase());
    if (operator === undefined || sign.kind === 'text' || sign.kind === 'name') {
      throw new Unreadable(
        `after {${left.text}} a comparison such as = or contains is needed`,
        sign.at,
      );
    }
    const name = left.text;
    switch (operator) {
      case 'empty':
      case 'notempty':
        return { kind: 'test', name, operator };
      case 'anyof':
      case 'noneof':
      case 'allof':
        return { kind: 'test', name, operator, value: this.list() };
      case '=':
      case '<>':
      case '>':
      case '>=':
      case '<':
      case '<=':
      case 'contains':
      case 'notcontains':
        return { kind: 'test', name, operator, value: this.literal() };
    }
  }

  private list(): Literal[] {
    if (!this.takes('[')) return [this.literal()];
    const values = [this.literal()];
    while (this.takes(',')) values.push(this.literal());
    this.must(']');
    return values;
  }

  private literal(): Literal {
    const token = this.next();
    if (token.kind === 'text') return token.text;
    if (token.kind === 'word') {
      const word = token.text.toLowerCase();
      if (word === 'true' || word === 'false') return word === 'true';
      if (/^-?\d+(\.\d+)?$/.test(token.text)) return Number(token.text);
    }
    throw new Unreadable('a value in quotation marks, a number, true or false is needed', token.at);
  }

  private must(sign: string): void {
    const token = this.peek();
    if (!this.takes(sign)) throw new Unreadable(`“${sign}” is missing`, token.at);
  }
}

function joined(kind: 'and' | 'or', parts: Condition[]): Condition {
  const [only, ...more] = parts;
  return only !== undefined && more.length === 0 ? only : { kind, parts };
}
