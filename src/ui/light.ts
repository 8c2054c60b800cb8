/** What a light can say, whatever it stands beside. */
export type Light = 'none' | 'green' | 'blue' | 'yellow' | 'red';

/** A shape of its own for each, so that nothing hangs on the colour. */
export const lightShapes: Readonly<Record<Light, string>> = {
  none: '○',
  green: '●',
  blue: '■',
  yellow: '◆',
  red: '▲',
};

/** As cells of lists name their colours. */
const lightTones = { none: undefined, green: 'green', blue: 'blue', yellow: 'amber', red: 'red' } as const;

/** A light in the cell of a list: its shape, its word, its colour. One that is not lit has no colour. */
export function lightCell(light: Light, word: string) {
  const tone = lightTones[light];
  return { text: `${lightShapes[light]} ${word}`, ...(tone && { tone }) };
}
