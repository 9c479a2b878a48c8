/** The version of this package and of the engine it was released with. A test compares it with package.json. */
export const VERSION = '0.1.0';
