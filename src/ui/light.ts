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

/** As cells of lists name them. */
export const lightTones = { none: undefined, green: 'green', blue: 'blue', yellow: 'amber', red: 'red' } as const;
