import type { Condition, Literal } from './conditions.ts';

/**
 * A condition as the SurveyJS expression that readCondition reads back to the same. Null when a value
 * holds both kinds of quotation mark, for which SurveyJS has no spelling.
 */
export function printCondition(condition: Condition): string | null {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => {
        const printed = printCondition(part);
        return printed !== null && (part.kind === 'and' || part.kind === 'or')
          ? `(${printed})`
          : printed;
      });
      return parts.includes(null) ? null : parts.join(` ${condition.kind} `);
    }
    case 'not': {
      const inner = printCondition(condition.part);
      return inner === null ? null : `!(${inner})`;
    }
    case 'test': {
      const name = `{${condition.name}}`;
      if (!('value' in condition)) return `${name} ${condition.operator}`;
      const { value } = condition;
      const printed = Array.isArray(value) ? printList(value) : printLiteral(value);
      return printed === null ? null : `${name} ${condition.operator} ${printed}`;
    }
  }
}

function printList(values: readonly Literal[]): string | null {
  const printed = values.map(printLiteral);
  return printed.includes(null) ? null : `[${printed.join(', ')}]`;
}

function printLiteral(value: Literal): string | null {
  if (typeof value !== 'string') return String(value);
  if (!value.includes("'")) return `'${value}'`;
  return value.includes('"') ? null : `"${value}"`;
}
