/** The version that is told: the one of package.json. */
export const LIASSE_VERSION = '0.1.0';
