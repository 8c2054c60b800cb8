/** The part of a JSON Schema that says which values a parameter takes. */
export interface ValueSchema {
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly maxLength?: number;
}

/** The values of a parameter in one line: the choices, the range, or the form. */
export function valuesInWords(schema: ValueSchema): string {
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.minimum !== undefined && schema.maximum !== undefined) return `${schema.minimum}–${schema.maximum}`;
  if (schema.pattern) return readablePattern(schema.pattern);
  return schema.maxLength === undefined ? '' : `≤ ${schema.maxLength}`;
}

/** `^\d{6}$` reads as `000000`; what cannot be said so shortly is shown as it is. */
function readablePattern(pattern: string): string {
  const digits = /^\^\\d\{(\d+)\}\$$/.exec(pattern)?.[1];
  return digits ? '0'.repeat(Number(digits)) : pattern.replace(/^\^|\$$/g, '');
}
