/** From the most to the least that is written. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export function isLogLevel(word: string): word is LogLevel {
  return LOG_LEVELS.some((level) => level === word);
}
