/** What a form typed, as the verbs take it: nothing chosen is none. */
export type Typed = Readonly<Record<string, string>>;

export const numberIn = (text: string | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : null);
export const dayIn = (text: string | undefined) => text || null;

/** Whom a slip is for. */
export function whomIn({ unitId, personName = '', personEmail = '' }: Typed) {
  return { unitId: numberIn(unitId), personName, personEmail };
}

/** As people write several lines, whatever their browser sends. */
export const linesIn = (text: string | undefined) => (text ?? '').replaceAll('\r\n', '\n');

export function writtenIn({ body, givenOn = '', leaderName = '' }: Typed) {
  return { body: linesIn(body), givenOn, leaderName };
}
